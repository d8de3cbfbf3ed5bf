/* Answers questions about columns, a JSON value a line: first {manifest, parts}, then {docs, which, filters, late}. */
import { createInterface } from "node:readline";
import { loadScripts } from "./load.mjs";
import { filesInMemory } from "./store_memory.mjs";

loadScripts("search-numbers.js", "search-facts.js", "search-authors.js", "search-columns.js");

function answer(site, { docs, which, filters, late }) {
  const files = filesInMemory(site, late), columns = globalThis.sitegenColumns.open(files);
  const listed = docs && Uint32Array.from(docs);
  const { value, rounds } = files.run(() => ({
    allowed: columns.allowed(filters),
    count: columns.count(listed, which, filters),
    remarks: columns.remarks(filters),
  }));
  const counted = [...files.asked.keys()];
  const dates = docs ? files.run(() => [columns.newestFirst(listed), columns.sortByDate(listed)]).value : [];
  return {
    ...value, allowed: value.allowed && [...value.allowed], rounds, counted, dates: dates.map((list) => [...list]),
    asked: [...files.asked.keys()],
  };
}

let site = null;
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  if (site) process.stdout.write(JSON.stringify(answer(site, question)) + "\n");
  else site = question;
}
