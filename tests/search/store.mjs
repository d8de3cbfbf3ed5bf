/* Reads every card, text and ref of a store: standard input is {manifest, parts}, and what is printed holds a list of each. */
import { loadScripts, readStandardInput } from "./load.mjs";
import { filesInMemory } from "./store_memory.mjs";

loadScripts("search-numbers.js", "search-facts.js", "search-store.js");

const question = readStandardInput();
const files = filesInMemory(question, true), store = globalThis.sitegenStore.open(files);
const docs = Array.from({ length: question.count }, (_none, doc) => doc);
const read = (compute) => files.run(compute).value;
process.stdout.write(JSON.stringify({
  before: docs.length ? [store.card(0), store.text(0), store.refs([0])] : [],
  cards: read(() => docs.map(store.card)),
  texts: read(() => docs.map(store.text)),
  refs: read(() => store.refs(docs)),
  reversed: read(() => store.refs(Uint32Array.from(docs).reverse())),
  slugs: question.titles.map((title) => globalThis.sitegenFacts.plainSlug(title, question.most)),
}));
