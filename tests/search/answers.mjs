/* Runs the scripts of a built search folder as a page from disk does, then answers queries, a JSON value a line: first what
 * to load, then {"plain": query}, answered by lunr.js alone, or {"typed": query, "options": …}, answered by the client. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";
import { loadLunr, loadScripts } from "./load.mjs";

function openIndex({ index: files, lunr }) {
  globalThis.self = globalThis;
  loadLunr(lunr);
  loadScripts("search-text.js", "search-query.js", "search-snippet.js", "search-index.js", "search-answer.js");
  const whole = files.filter((file) => /\/search\/(index|papers)\.\w+\.js$/.test(file));
  for (const file of whole) runInThisContext(readFileSync(file, "utf8"), { filename: file });
  const index = globalThis.sitegenIndex.open(globalThis.lunr, globalThis.sitegenSearchIndex);
  return { index, answers: globalThis.sitegenAnswer.open(index, globalThis.sitegenSearchPapers) };
}

let opened = null;
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  if (!opened) {
    opened = openIndex(question);
    continue;
  }
  const answer = "plain" in question
    ? opened.index.lunr.search(question.plain).map(({ ref, score }) => [ref, score])
    : opened.answers.search(question.typed, { limit: 20, typing: false, ...question.options });
  process.stdout.write(JSON.stringify(answer) + "\n");
}
