/* Found words in texts as shown. */
import assert from "node:assert/strict";
import test from "node:test";
import { loadScripts } from "./load.mjs";

loadScripts("search-text.js", "search-query.js", "search-snippet.js");
const { mark, markSpans, snippet } = globalThis.sitegenSnippet;

function shown(pieces) {
  return pieces.map(([text, found]) => (found ? `[${text}]` : text)).join("");
}

function marked(text, ...terms) {
  return shown(mark(text, new Set(terms)));
}

test("a word is marked in the form in which it stands", () => {
  assert.equal(marked("Bounds are bounded, unbound.", "bound"), "[Bounds] are [bounded], unbound.");
});

test("neighbours are marked as one", () => {
  assert.equal(marked("Interval bounds, interval; bounds", "interv", "bound"), "[Interval bounds], [interval]; [bounds]");
});

test("accents, ligatures and capitals do not hide a word", () => {
  assert.equal(marked("Mark Müller, MU\u0308LLER", "muller"), "Mark [Müller], [MU\u0308LLER]");
  assert.equal(marked("a ﬁne day", "fine"), "a [ﬁne] day");
});

test("a compound is marked whole where it was found whole, else in its part", () => {
  assert.equal(marked("GPT-4 and gpt-3", "gpt4"), "[GPT-4] and gpt-3");
  assert.equal(marked("GPT-4 and gpt-3", "gpt"), "[GPT]-4 and [gpt]-3");
  assert.equal(marked("in C++, in 3D", "c++", "3d"), "in [C++], in [3D]");
});

test("writing without spaces is marked by characters", () => {
  assert.equal(marked("深度学习 模型", "学习"), "深度[学习] 模型");
  assert.equal(marked("深度学习", "深度", "度学"), "[深度学]习");
});

test("pieces make the text again, whatever is found", () => {
  const text = "It's <b>α-β</b> “x”, 深度学习-GPT4… \ud800 e\u0301!";
  for (const term of ["b", "alpha", "beta", "x", "gpt", "4", "gpt4", "度学", "e", "s", "nothing"]) {
    assert.equal(mark(text, new Set([term])).map(([piece]) => piece).join(""), text);
  }
  assert.deepEqual(markSpans("", new Set(["x"])), []);
});

const SENTENCE = "Nothing of note happens in this first sentence, which goes on for a while before it comes to its end. ";

test("a short text is shown whole", () => {
  assert.equal(shown(snippet("A short text.", new Set(["short"]))), "A [short] text.");
  assert.deepEqual(snippet("", new Set(["x"])), []);
});

test("a long text is shown around the found words, from a sentence's begin, and says what it leaves out", () => {
  const text = SENTENCE.repeat(5) + "Here the bound is tight. " + SENTENCE.repeat(5);
  const cut = shown(snippet(text, new Set(["bound", "tight"])));
  assert.match(cut, /^… Here the \[bound\] is \[tight\]\. Nothing/);
  assert.match(cut, / …$/);
  assert.ok(cut.length < 300);
});

test("the part with the most different words is shown, not that with the most words", () => {
  const text = "bound bound bound bound. " + SENTENCE.repeat(4) + "Here the bound is tight. " + SENTENCE.repeat(3);
  assert.match(shown(snippet(text, new Set(["bound", "tight"]))), /\[bound\] is \[tight\]/);
});

test("a text without found words is shown from its begin", () => {
  const cut = shown(snippet(SENTENCE.repeat(6), new Set(["absent"])));
  assert.match(cut, /^Nothing of note/);
  assert.match(cut, / …$/);
});

test("what is found at the end of a long text has as much before it as fills two lines", () => {
  const text = SENTENCE.repeat(5) + "The bound is tight.";
  const cut = shown(snippet(text, new Set(["bound"])));
  assert.match(cut, /^… \w.* The \[bound\] is tight\.$/);
  assert.ok(cut.length > 150 && cut.length < 190, cut);
  const short = SENTENCE + "The bound is tight.";
  assert.equal(shown(snippet(short, new Set(["bound"]))), short.replace("bound", "[bound]"));
});

test("a long text without spaces is cut all the same", () => {
  assert.ok(shown(snippet("x".repeat(5000), new Set(["x"]))).length < 300);
});
