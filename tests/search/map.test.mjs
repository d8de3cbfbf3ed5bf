/* Where one looks at on the map: node --test tests/search/map.test.mjs */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadScripts } from "./load.mjs";

loadScripts("map-plane.js");
const plane = globalThis.sitegenPlane;
const whole = { x: -100, y: -50, w: 4000, h: 3000 };
const inside = (view) => view.x >= whole.x && view.y >= whole.y && view.x + view.w <= whole.x + whole.w + 1e-9 &&
  view.y + view.h <= whole.y + whole.h + 1e-9;

test("zooming keeps the point under the pointer where it is", () => {
  let view = whole;
  for (const factor of [2, 1.5, 3, 0.5]) {
    const before = [(1000 - view.x) / view.w, (800 - view.y) / view.h];
    view = plane.zoom(view, whole, factor, 1000, 800);
    assert.ok(Math.abs((1000 - view.x) / view.w - before[0]) < 1e-9);
    assert.ok(Math.abs((800 - view.y) / view.h - before[1]) < 1e-9);
    assert.ok(Math.abs(view.w / view.h - whole.w / whole.h) < 1e-9);
  }
});

test("a view never leaves the whole, nor goes deeper than there is anything to see", () => {
  let view = whole;
  for (let step = 0; step < 200; step++) {
    view = plane.zoom(view, whole, step % 7 ? 1.7 : 0.3, (step * 997) % 4000, (step * 661) % 3000);
    view = plane.pan(view, whole, ((step * 31) % 900) - 450, ((step * 17) % 900) - 450);
    assert.ok(inside(view));
    assert.ok(view.w >= whole.w / 32 - 1e-9);
  }
  assert.deepEqual(plane.zoom(view, whole, 1e-9, 0, 0), whole);
});

test("what is revealed is seen, and a view that shows it stays", () => {
  const view = plane.zoom(whole, whole, 8, 500, 500);
  assert.deepEqual(plane.reveal(view, whole, 500, 500), view);
  const moved = plane.reveal(view, whole, 3500, 2500);
  assert.ok(moved.x < 3500 && moved.x + moved.w > 3500 && moved.y < 2500 && moved.y + moved.h > 2500);
});

test("the view about some points holds them all", () => {
  const points = [{ x: 10, y: 900 }, { x: 800, y: 1200 }, { x: 400, y: 100 }];
  const view = plane.around(points, whole);
  assert.ok(inside(view) && view.w < whole.w);
  for (const { x, y } of points) assert.ok(x > view.x && x < view.x + view.w && y > view.y && y < view.y + view.h);
  assert.deepEqual(plane.around([], whole), whole);
});

test("the nearest point within reach is found, and none that is faint", () => {
  const points = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 4, y: 0, faint: true }];
  assert.equal(plane.nearest(points, 3, 0, 5), 0);
  assert.equal(plane.nearest(points, 8, 0, 5), 1);
  assert.equal(plane.nearest(points, 30, 0, 5), -1);
});

test("arrows lead to every point, and straight ahead before aside", () => {
  const points = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 6, y: 5 }, { x: 0, y: 20 }, { x: -7, y: -7 }];
  assert.equal(plane.next(points, 0, 1, 0), 1);
  assert.equal(plane.next(points, 0, 0, 1), 3);
  assert.equal(plane.next(points, 1, 1, 0), -1);
  const seen = new Set([0]), open = [0];
  while (open.length) {
    const from = open.pop();
    for (const [right, down] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      const to = plane.next(points, from, right, down);
      if (to >= 0 && !seen.has(to)) open.push(to), seen.add(to);
    }
  }
  assert.equal(seen.size, points.length);
});
