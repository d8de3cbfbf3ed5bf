/* Runs the scripts of a built search folder as a page from disk does, and answers queries: `plain` ones by lunr.js alone,
 * `typed` ones by the client. */
import { runInThisContext } from "node:vm";
import { readFileSync } from "node:fs";
import { loadLunr, loadScripts, readStandardInput } from "./load.mjs";

const { index: files, lunr: path, plain = [], typed = [] } = readStandardInput();
const lunr = loadLunr(path);
globalThis.self = globalThis;
loadScripts("search-text.js", "search-query.js", "search-snippet.js", "search-index.js");
for (const file of files) runInThisContext(readFileSync(file, "utf8"), { filename: file });
const opened = globalThis.sitegenIndex.open(lunr, globalThis.sitegenSearchIndex, globalThis.sitegenSearchPapers);

process.stdout.write(JSON.stringify({
  plain: plain.map((query) => opened.index.search(query).map(({ ref, score }) => [ref, score])),
  typed: typed.map(([query, options]) => opened.search(query, { limit: 20, typing: false, ...options })),
}));
