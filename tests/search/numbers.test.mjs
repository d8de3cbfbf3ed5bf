/* The text forms of the search files: node --test tests/search/numbers.test.mjs */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadScripts } from "./load.mjs";

loadScripts("search-numbers.js");
const { list, reader, frontCoded, checksum } = globalThis.sitegenNumbers;

test("numbers are read from their digits", () => {
  assert.deepEqual([...list(" !#[]_")], [0, 1, 2, 58, 59, 61]);
  assert.deepEqual([...list("` a ~ `!")], [62, 63, 92, 93]);
  assert.deepEqual([...list("`` ~~!")], [62 + 31 * 62, 92 + 31 * 92 + 31 * 31]);
  assert.deepEqual([...list("")], []);
});

test("a reader goes on where it stopped", () => {
  const read = reader("xx!`!#", 2);
  assert.deepEqual([read.next(), read.at(), read.next(), read.more(), read.next(), read.more()], [1, 3, 93, true, 2, false]);
});

test("terms share beginnings with the one before", () => {
  assert.deepEqual(frontCoded("!diffus $gital 'ize !학습 #교"), ["diffus", "digital", "digitize", "학습", "학교"]);
  assert.deepEqual(frontCoded(""), []);
});

test("the checksum is Adler-32 of UTF-8", () => {
  assert.equal(checksum(["123456789"]), "091e01de");
  assert.equal(checksum([""]), "00000001");
  assert.equal(checksum(["é", "学"]), checksum(["é\n学"]));
  assert.equal(checksum(["~".repeat(123457)]), "31a069e2");
});
