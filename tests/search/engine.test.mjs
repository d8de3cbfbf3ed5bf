/* Picking the best hits: node --test tests/search/engine.test.mjs */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadScripts } from "./load.mjs";

loadScripts("search-text.js", "search-engine.js");
const { best } = globalThis.sitegenEngine;

test("the best are those that a stable sort puts first, however few are asked for", () => {
  for (const different of [1, 3, 50, 1e9]) {
    const scores = Float64Array.from({ length: 1000 }, (_nothing, at) => (at * 7919 + 13) * 104729 % 1000003 % different);
    const sorted = [...scores.keys()].sort((one, other) => scores[other] - scores[one]);
    for (const limit of [0, 1, 2, 3, 10, 30, 124, 125, 999, 1000, 1001, Infinity]) {
      assert.deepEqual([...best({ docs: scores.map((_score, at) => at), scores }, limit)], sorted.slice(0, limit));
    }
  }
  assert.deepEqual([...best({ docs: new Uint32Array(0), scores: new Float64Array(0) }, 10)], []);
});
