/* Where one looks at on the map, and which point lies where: numbers only, so that they can be tested without a page. */
(function (root) {
  "use strict";

  var DEEPEST = 32; /* how many times one can zoom in by two is the logarithm of this */

  /* A view of the plane {x, y, w, h} that holds the whole, and one of a part. */
  function clamp(view, whole) {
    var scale = Math.min(1, Math.max(1 / DEEPEST, view.w / whole.w)), w = whole.w * scale, h = whole.h * scale;
    return {
      x: Math.min(Math.max(view.x, whole.x), whole.x + whole.w - w),
      y: Math.min(Math.max(view.y, whole.y), whole.y + whole.h - h),
      w: w, h: h
    };
  }

  /* Nearer by a factor; the point at (x, y) stays where it is on the screen. */
  function zoom(view, whole, factor, x, y) {
    var w = Math.min(whole.w, Math.max(whole.w / DEEPEST, view.w / factor)), part = w / view.w;
    return clamp({ x: x - (x - view.x) * part, y: y - (y - view.y) * part, w: w, h: view.h * part }, whole);
  }

  function pan(view, whole, right, down) {
    return clamp({ x: view.x + right, y: view.y + down, w: view.w, h: view.h }, whole);
  }

  /* A view in which (x, y) is seen: this one, moved only if the point lies outside or at its very edge. */
  function reveal(view, whole, x, y) {
    var right = view.w * 0.06, down = view.h * 0.06;
    function shift(at, from, length, edge) {
      return at < from + edge ? at - from - length / 3 : at > from + length - edge ? at - from - length * 2 / 3 : 0;
    }
    return pan(view, whole, shift(x, view.x, view.w, right), shift(y, view.y, view.h, down));
  }

  /* The view that holds some points with room about them; the whole when there are none. */
  function around(points, whole) {
    if (!points.length) return whole;
    var xs = points.map(function (each) { return each.x; }), ys = points.map(function (each) { return each.y; });
    var left = Math.min.apply(null, xs), top = Math.min.apply(null, ys);
    var wide = Math.max.apply(null, xs) - left, high = Math.max.apply(null, ys) - top;
    var w = Math.max(wide * 1.3, high * 1.3 * whole.w / whole.h, whole.w / 8), h = w * whole.h / whole.w;
    return clamp({ x: left + wide / 2 - w / 2, y: top + high / 2 - h / 2, w: w, h: h }, whole);
  }

  /* The place of the nearest of `points` within a reach of (x, y), -1 when there is none. */
  function nearest(points, x, y, reach) {
    var best = -1, least = reach * reach;
    points.forEach(function (each, place) {
      var right = each.x - x, down = each.y - y, distance = right * right + down * down;
      if (distance <= least && !each.faint) {
        least = distance;
        best = place;
      }
    });
    return best;
  }

  /* The place of the next point in a direction (one of them 0): near counts, and straight ahead counts more. */
  function next(points, from, right, down) {
    var start = points[from], best = -1, least = Infinity;
    points.forEach(function (each, place) {
      if (place === from || each.faint) return;
      var x = each.x - start.x, y = each.y - start.y;
      var ahead = x * right + y * down, aside = Math.abs(x * down) + Math.abs(y * right);
      /* Within a right angle about the direction, so that every point can be reached by some key. */
      if (ahead <= 0 || aside > ahead) return;
      var cost = ahead + 2 * aside;
      if (cost < least) {
        least = cost;
        best = place;
      }
    });
    return best;
  }

  var plane = { clamp: clamp, zoom: zoom, pan: pan, reveal: reveal, around: around, nearest: nearest, next: next };
  root.sitegenPlane = plane;
  if (typeof module !== "undefined") module.exports = plane;
})(globalThis);
