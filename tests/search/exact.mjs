/* Asks the client and lunr.js the same, a case a line: {entries, parts, head, documents, queries}, where `entries` are the
 * manifest's and `parts` the payloads by name. Answers each with a list of how the answers differ. */
import { createInterface } from "node:readline";
import { loadClient } from "./client.mjs";
import { openPlain } from "./plain.mjs";
import { openReference } from "./reference.mjs";

const TOLERANCE = 1e-9;
const lunr = loadClient(), { parse, run, best } = globalThis.sitegenEngine;

function open({ entries, parts }) {
  const { checksum } = globalThis.sitegenNumbers, generation = "g";
  const call = (name, payload) => [name, generation, checksum(payload), ...payload];
  const manifest = call("manifest", [JSON.stringify({ ...entries, format: 2, generation })]);
  const read = async (url) => {
    const name = url.slice(generation.length + 1, -".js".length);
    return call(name, parts[name]);
  };
  const files = globalThis.sitegenFiles.open({ manifest, base: "", read });
  return { files, index: globalThis.sitegenTerms.open(files) };
}

async function ours({ files, index }, documents, head, query) {
  const clauses = parse(lunr, query, index.fields), result = await files.run(() => run(index, clauses));
  const places = best(result, Infinity), few = best(result, 2);
  if (few.join() !== places.slice(0, 2).join()) throw new Error(`the two best of ${query} are not the first two`);
  return Array.from(places, (place) => ({ ref: documents[result.docs[place]][head.ref], score: result.scores[result.docs[place]] }));
}

function attempt(answer) {
  try {
    return { hits: answer() };
  } catch (error) {
    return { error: error.name === "QueryParseError" ? error.message : "thrown" };
  }
}

function byScoreThenRef(hits) {
  return [...hits].sort((one, other) => Math.abs(one.score - other.score) > TOLERANCE ? other.score - one.score
    : one.ref < other.ref ? -1 : 1);
}

function same(one, other) {
  return one.length === other.length && one.every(({ ref, score }, at) =>
    ref === other[at].ref && Math.abs(score - other[at].score) <= TOLERANCE);
}

async function differences({ head, documents, queries, ...site }) {
  const opened = open(site), text = globalThis.sitegenText, found = [];
  const reference = openReference(lunr, text, head, documents), plain = openPlain(lunr, text, head, documents);
  for (const query of queries) {
    const theirs = attempt(() => reference.search(query));
    const mine = await ours(opened, documents, head, query).then((hits) => ({ hits }), (error) => ({ error: error.message }));
    const defined = attempt(() => plain.search(query));
    const wrong = theirs.error === "thrown" || (!theirs.error && reference.misled(query));
    const agrees = mine.error ? mine.error === theirs.error
      : (wrong || same(mine.hits, theirs.hits ?? [])) && same(byScoreThenRef(mine.hits), byScoreThenRef(defined.hits ?? []));
    if (!agrees) found.push({ query, mine, theirs, defined });
  }
  return found;
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await differences(JSON.parse(line))) + "\n");
}
