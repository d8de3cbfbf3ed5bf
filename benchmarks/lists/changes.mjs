/* Times filters and orders of a list: node benchmarks/lists/changes.mjs SITE. Each change is made once with nothing in
 * memory but what the changes before it have loaded, and then some times more, as a reader does who goes to and fro. What
 * is timed is what the worker computes for it: the papers, their order, the counts of all choices, and the first rows. */
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadScripts } from "../../tests/search/load.mjs";

loadScripts(
  "search-numbers.js", "search-files.js", "search-facts.js", "search-store.js", "search-names.js", "search-column-files.js",
  "search-marks.js", "search-orders.js", "search-chosen.js", "search-facets.js", "search-columns.js",
);

const ROWS = 20, AGAIN = 15;
const site = process.argv[2];
let loaded = [];
const read = async (url) => {
  const text = readFileSync(url, "utf-8");
  loaded.push(gzipSync(text, { level: 6 }).length);
  return globalThis.sitegenFiles.parse(text, url);
};
const files = await globalThis.sitegenFiles.load(join(site, "search", "index.js"), read);
const store = globalThis.sitegenStore.open(files), columns = globalThis.sitegenColumns.open(files);
const total = files.manifest.count, every = Uint32Array.from({ length: total }, (_none, doc) => doc);
const topics = files.manifest.topics.map((topic) => topic[4]);

/* What the worker computes for one change; `counts` where the choices are open. */
function compute({ filters, sort, counts, marks }) {
  columns.mark(marks);
  const allowed = columns.allowed(filters), docs = allowed ? every.filter((doc) => allowed[doc]) : every;
  const newest = columns.sortByDate(docs), sorted = sort === "date" ? newest : columns.sorted(newest, sort);
  const shown = Array.from(sorted.slice(0, ROWS));
  return [shown.map(store.card), shown.map(columns.told), counts && columns.count(every, null, filters), docs.length];
}

const names = files.manifest.columns.names;
const some = (kind) => globalThis.sitegenNumbers.frontCoded(names[kind].first)[0];
const steps = [
  ["open the choices", { filters: {} }],
  ["a topic", { filters: { topic: [topics[0]] } }],
  ["any of two topics", { filters: { topic: topics.slice(0, 2) } }],
  ["all of two topics", { filters: { topic: topics.slice(0, 2), all: true } }],
  ["and not a third", { filters: { topic: topics.slice(0, 2), all: true, not: [topics[2]] } }],
  ["a range of years", { filters: { topic: [topics[0]], years: [2015, 2020] } }],
  ["an author", { filters: { author: [some("authors")] } }],
  ["an organization", { filters: { organization: [some("organizations")] } }],
  ["a score, a rating, code", { filters: { scores: [80, null], ratings: [4, null], code: "yes" } }],
  ["a status", { filters: { status: ["to-read"] } }],
  ["by title", { filters: {}, sort: "title" }],
  ["by score", { filters: {}, sort: "score" }],
  ["last added", { filters: { topic: [topics[0]] }, sort: "added" }],
  ["300 marks: not read yet", { filters: { unread: true }, marks: "make" }],
];

function quantile(list, share) {
  return [...list].sort((one, other) => one - other)[Math.min(list.length - 1, Math.floor(list.length * share))];
}

const marks = { stamp: 1, list: [] };
console.log(`${total.toLocaleString("en")} papers\n`);
console.log("| change | files | KB | first ms | again ms, median | most |\n|---|--:|--:|--:|--:|--:|");
for (const [name, asked] of steps) {
  const question = { sort: "date", counts: true, ...asked };
  if (question.marks) {
    const refs = (await files.run(() => store.refs(every.subarray(0, 3000)))) || [];
    marks.list = refs.filter((_ref, at) => at % 10 === 0).map((ref, at) => [ref, ["read", "to-read"][at % 2], at % 5 === 0]);
    question.marks = marks;
  }
  loaded = [];
  const times = [];
  const run = () => files.run(() => {
    const start = performance.now(), value = compute(question);
    times.push(performance.now() - start);
    return value;
  });
  await run();
  const first = times.reduce((sum, time) => sum + time, 0), sizes = [...loaded], again = [];
  for (let turn = 0; turn < AGAIN; turn++) {
    /* Something else between, so that nothing is answered from what was kept of the same question. */
    await files.run(() => compute({ ...question, filters: { years: [2001 + turn, 2003 + turn] } }));
    times.length = 0;
    await run();
    again.push(times.reduce((sum, time) => sum + time, 0));
  }
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  console.log(`| ${name} | ${sizes.length} | ${kilobytes.toFixed(0)} | ${first.toFixed(0)} | ${quantile(again, 0.5).toFixed(0)} | ${Math.max(...again).toFixed(0)} |`);
}
