/* Answers questions about columns, a JSON value a line: first {manifest, parts}, then
 * {docs, which, filters, late, marks, sort}. */
import { createInterface } from "node:readline";
import { loadScripts } from "./load.mjs";
import { filesInMemory } from "./store_memory.mjs";

loadScripts(
  "search-numbers.js", "search-facts.js", "search-names.js", "search-column-files.js", "search-marks.js", "search-orders.js",
  "search-chosen.js", "search-facets.js", "search-columns.js",
);

function answer(site, { docs, which, filters, late, marks, sort }) {
  const files = filesInMemory(site, late), columns = globalThis.sitegenColumns.open(files);
  const listed = docs && Uint32Array.from(docs);
  columns.mark(marks);
  const { value, rounds } = files.run(() => ({
    allowed: columns.allowed(filters),
    count: columns.count(listed, which, filters),
    remarks: columns.remarks(filters),
    labels: columns.labels(filters),
  }));
  const counted = [...files.asked.keys()];
  const dates = docs ? [...files.run(() => columns.sortByDate(listed)).value] : [];
  const sorted = sort ? [...files.run(() => columns.sorted(listed, sort)).value] : [];
  const told = docs && sort ? docs.map((doc) => files.run(() => columns.told(doc)).value) : [];
  return {
    ...value, sorted, told, allowed: value.allowed && [...value.allowed], rounds, counted, dates,
    asked: [...files.asked.keys()],
  };
}

let site = null;
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  if (site) process.stdout.write(JSON.stringify(answer(site, question)) + "\n");
  else site = question;
}
