#!/usr/bin/env node
/* Asks a built site's search what is asked on standard input, or lunr.js the same. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { findLunr, loadBundle, openSite } from "./client.mjs";
import { loadScripts } from "./load.mjs";
import { openPlain } from "./plain.mjs";
import { openReference } from "./reference.mjs";

const HELP = `Usage: node tests/search/query.mjs [--cold] [--people] SITE < queries
       node tests/search/query.mjs --reference DOCUMENTS < queries
       node tests/search/query.mjs --plain DOCUMENTS < queries

Each line of standard input is a query in lunr's language, as a JSON string. Each line of output is the answer to one:

  query    the query
  hits     all papers found, best first, each with "ref" and "score"
  ms       milliseconds from the question to the answer with the first ten cards; files come from disk
  files    names of the files fetched for the answer and for the first ten cards, the manifest among them
  bytes    what these files weigh as GitHub Pages sends them (gzip)
  naming   the same two for the files that name all further hits, which a browser never asks for
  error    in place of the hits: a sentence that says why there is no answer

SITE is the folder of a built site, whose own client answers: the file that its pages load, which is not among the files
counted. What was fetched for one query is there for the next, as in a browser; with --cold every query starts anew.
With --people a query is read as on the site: all words must match, quotes hold phrases together, and so on. "kind" then
says how the answer came about (all, some, none, empty), and "remarks" what there is to say of it.

--reference answers from one lunr.js index of all documents, made by npm's lunr; DOCUMENTS is what \`sitegen list --format
documents\` prints. "misled": true marks an answer that is wrong since lunr.js took a word of the query for other terms of the
index than it stands for (two nodes of its set of terms had one name). --plain answers by looking at every document; hits
with equal scores are in no certain order. It is slow, and right where lunr.js is not.`;

const TEN = 10;

/* One answer function for each kind of run: from a query to what its line says. */

async function asking(site, cold, answer) {
  const lunr = loadBundle(site);
  let opened = null;
  return async (query) => {
    if (cold || !opened) opened = await openSite(site);
    return answer(lunr, opened, query);
  };
}

async function asLunr(lunr, { wire, files, index, store }, query) {
  const { parse, run, best } = globalThis.sitegenEngine, start = performance.now();
  const clauses = parse(lunr, query, index.fields);
  let found = null;
  const result = await files.run(() => {
    found ??= run(index, clauses);
    if (index.lacking()) return (found = null);
    best(found, TEN).forEach((place) => store.card(found.docs[place]));
    return found;
  });
  const ms = performance.now() - start, sent = wire.taken(), refs = await files.run(() => store.refs(result.docs));
  const hits = Array.from(best(result, Infinity), (place) => ({ ref: refs[place], score: result.scores[result.docs[place]] }));
  return { hits, ...sent, ms, naming: wire.taken() };
}

async function asPeople(_lunr, { wire, files, index, store }, query) {
  const people = globalThis.sitegenPeople.open(files, index, store);
  const start = performance.now(), first = await files.run(() => people.search(query, { limit: TEN }));
  const ms = performance.now() - start, sent = wire.taken();
  const answer = first.total > TEN ? await files.run(() => people.search(query, { limit: first.total })) : first;
  const hits = answer.hits.map(({ ref, score }) => ({ ref, score }));
  return { hits, kind: first.kind, remarks: first.remarks, ...sent, ms, naming: wire.taken() };
}

function timed(answer) {
  const start = performance.now(), hits = answer();
  return { hits: hits.map(({ ref, score }) => ({ ref, score })), ms: performance.now() - start };
}

function readDocuments(path) {
  return readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

function comparing(open, path) {
  const lunr = findLunr();
  loadScripts("search-text.js");
  const [head, ...documents] = readDocuments(path);
  return open(lunr, globalThis.sitegenText, head, documents);
}

function referring(path) {
  const reference = comparing(openReference, path);
  return (query) => {
    const misled = reference.misled(query);
    try {
      return { ...timed(() => reference.search(query)), ...(misled ? { misled } : {}) };
    } catch (error) {
      throw Object.assign(error, { misled });
    }
  };
}

function lookingAtAll(path) {
  const plain = comparing(openPlain, path);
  return (query) => timed(() => plain.search(query));
}

/* A sentence for whatever went wrong. */
function sentence(error) {
  if (error.name === "QueryParseError") return `The query cannot be read: ${error.message}.`;
  return error.kind ? error.message : `The search failed: ${error.message || error}.`;
}

async function lineFor(answer, line) {
  let query = null;
  try {
    query = JSON.parse(line);
    if (typeof query !== "string") throw new TypeError("a query is a JSON string");
    return { query, ...(await answer(query)) };
  } catch (error) {
    return { query, error: sentence(error), ...(error.misled ? { misled: true } : {}) };
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cold: { type: "boolean" }, people: { type: "boolean" }, help: { type: "boolean" },
      reference: { type: "string" }, plain: { type: "string" },
    },
  });
  const given = [values.reference, values.plain, positionals[0]].filter((path) => path !== undefined);
  if (values.help || given.length !== 1 || positionals.length > 1) {
    process[values.help ? "stdout" : "stderr"].write(HELP + "\n");
    return values.help ? 0 : 2;
  }
  const answer = values.reference ? referring(values.reference) : values.plain ? lookingAtAll(values.plain)
    : await asking(positionals[0], values.cold, values.people ? asPeople : asLunr);
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const written = process.stdout.write(JSON.stringify(await lineFor(answer, line)) + "\n");
    if (!written) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
  return 0;
}

/* A file that was named and is not there. */
function noFile(error) {
  if (error.code !== "ENOENT") throw error;
  process.stderr.write(`There is no ${error.path}.\n`);
  return 1;
}

process.exitCode = await main().catch(noFile);
