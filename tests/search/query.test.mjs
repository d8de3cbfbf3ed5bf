/* What a person types, taken apart. */
import assert from "node:assert/strict";
import test from "node:test";
import { loadScripts } from "./load.mjs";

loadScripts("search-text.js", "search-query.js");
const { parse, MOST_CHARACTERS, MOST_CLAUSES } = globalThis.sitegenQuery;

function brief(typed, typing = false) {
  return parse(typed, typing).clauses.map(({ role, field, words }) => [role, field, words.join(" ")].join("|"));
}

test("plain words must all match", () => {
  assert.deepEqual(brief("interval bound"), ["need||interval", "need||bound"]);
});

test("stop words beside telling words only add to the rank", () => {
  assert.deepEqual(brief("Kaiming He"), ["need||kaiming", "want||he"]);
  assert.deepEqual(brief("the who"), ["need||the", "need||who"]);
  assert.deepEqual(brief("author:he bound"), ["need|authors|he", "need||bound"]);
});

test("a plus makes the words without one optional", () => {
  assert.deepEqual(brief("+interval bound -tight"), ["need||interval", "want||bound", "not||tight"]);
});

test("a minus takes papers away, within a word it is a hyphen, alone it is nothing", () => {
  assert.deepEqual(brief("gpt-4 -bert - x"), ["need||gpt-4", "not||bert", "need||x"]);
});

test("fields go by singular and plural, in either case", () => {
  assert.deepEqual(brief("author:vechev Topics:nlp org:lab"), ["need|authors|vechev", "need|topics|nlp", "need|organizations|lab"]);
});

test("a colon behind a word of a title is punctuation", () => {
  const parsed = parse("BERT: pre-training", false);
  assert.deepEqual(parsed.clauses.map((clause) => clause.words[0]), ["bert", "pre-training"]);
  assert.deepEqual(parsed.remarks, []);
});

test("an unknown field is said and looked for as a word", () => {
  const parsed = parse("venue:icml", false);
  assert.deepEqual(parsed.clauses.map((clause) => [clause.field, clause.words[0]]), [[null, "venue"], [null, "icml"]]);
  assert.match(parsed.remarks[0], /“venue” is not a field/);
  assert.deepEqual(brief('venue:"two words"'), ["need||venue", "need||two words"]);
  assert.deepEqual(parse("https://example.org/a", false).remarks, []);
});

test("names of objects' own properties are no fields", () => {
  for (const name of ["constructor", "__proto__", "toString"]) assert.match(parse(name + ":x", false).remarks[0], /is not a field/);
});

test("a field without a word asks for one at the end, and is punctuation before", () => {
  assert.match(parse("bound author:", true).remarks[0], /right behind “author:”/);
  assert.deepEqual(parse("Abstract: a survey", false).remarks, []);
});

test("marks behind a word", () => {
  const [clause] = parse("tightnes~1^5", false).clauses;
  assert.deepEqual([clause.words[0], clause.edits, clause.boost], ["tightnes", 1, 5]);
  assert.equal(parse("x~", false).clauses[0].edits, 1);
  const far = parse("bound~9", false);
  assert.equal(far.clauses[0].edits, 2);
  assert.equal(far.remarks.length, 1);
});

test("wildcards keep their letters, folded and not stemmed", () => {
  assert.deepEqual(brief("Gener*tion* *müller"), ["need||gener*tion*", "need||*muller"]);
  assert.equal(parse("-ops-*", false).clauses[0].wildcard, true);
  assert.deepEqual(brief("**"), []);
  assert.deepEqual(brief("*"), ["need||*"]);
});

test("a phrase is one clause, also while its end is missing", () => {
  assert.deepEqual(brief('"small boxes" title:"all you need'), ["need||small boxes", "need|title|all you need"]);
  assert.deepEqual(brief('""'), []);
});

test("only the last word is open, and only while typing", () => {
  const open = (typed, typing) => parse(typed, typing).clauses.map((clause) => clause.open);
  assert.deepEqual(open("interval bou", true), [false, true]);
  assert.deepEqual(open("interval bou ", true), [false, false]);
  assert.deepEqual(open("interval bou", false), [false, false]);
  for (const typed of ["-bou", '"bou', "bou*", "bou~1"]) assert.deepEqual(open(typed, true), [false]);
});

test("slashes and commas part words", () => {
  assert.deepEqual(brief("CNN/RNN,lstm"), ["need||cnn", "need||rnn", "need||lstm"]);
});

test("what holds no word is no clause", () => {
  for (const typed of ["", "   ", "…", "+", "-", "~", "^", ":", "& | !", "“”", "\\"]) assert.deepEqual(brief(typed), [], typed);
});

test("long queries are cut, and it is said", () => {
  const long = parse("x".repeat(10_000), false);
  assert.equal(long.clauses[0].words[0].length, MOST_CHARACTERS);
  assert.equal(long.remarks.length, 1);
  const many = parse(Array.from({ length: 200 }, (_, at) => "" + (at % 10)).join(" "), false);
  assert.equal(many.clauses.length, MOST_CLAUSES);
  assert.equal(many.remarks.length, 1);
});

test("no text throws", () => {
  const signs = [..."+-~^:*\"\\ aé学4 (){}[]'`", "title:", "\ud800", "\u0000"];
  for (let seed = 1; seed < 4000; seed++) {
    let typed = "", state = seed;
    for (let at = 0; at < 12; at++) {
      state = (state * 48271) % 2147483647;
      typed += signs[state % signs.length];
    }
    const { clauses, remarks } = parse(typed, seed % 2 === 0);
    assert.ok(clauses.every((clause) => clause.words.length && clause.words.every(Boolean)), typed);
    assert.ok(remarks.every((remark) => remark.endsWith(".")));
  }
});
