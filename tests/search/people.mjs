/* What the client answers to [typed, options] pairs over a built site; standard input is {site, questions}. */
import { loadClient, openSite } from "./client.mjs";
import { loadScripts, readStandardInput } from "./load.mjs";

const MODULES = ["query", "snippet", "facts", "authors", "columns", "plan", "phrase", "meant", "people"];

const { site, questions } = readStandardInput(), lunr = loadClient();
loadScripts(...MODULES.map((name) => `search-${name}.js`));
const { files, index, store } = await openSite(lunr, site);
const people = globalThis.sitegenPeople.open(files, index, store, globalThis.sitegenColumns.open(files));

const answers = [];
for (const [typed, options] of questions) {
  const answer = await files.run(() => people.search(typed, { limit: 1e9, ...options }));
  answers.push({
    kind: answer.kind, others: answer.others, remarks: answer.remarks, suggestion: answer.suggestion?.typed ?? null,
    hits: answer.hits.map(({ ref, score }) => [ref, score]),
  });
}
process.stdout.write(JSON.stringify(answers));
