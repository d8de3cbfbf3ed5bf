/* The client under Node, over the files of a built site. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { loadLunr, loadScripts } from "./load.mjs";

const MODULES = ["text", "numbers", "files", "vocabulary", "records", "terms", "engine", "facts", "store"].map((name) => `search-${name}.js`);
const PLACES = ["../../sitegen/_vendor/lunr.min.js", "../../node_modules/lunr/lunr.min.js"];
const MANIFEST = "search/index.js";

/* npm's lunr.js, where the package's build has put it; SITEGEN_LUNR names another copy. */
export function findLunr() {
  const places = process.env.SITEGEN_LUNR ? [process.env.SITEGEN_LUNR]
    : PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  for (const place of places) {
    try {
      return loadLunr(place);
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  throw new Error("There is no lunr.min.js: build the package, or say where it is in SITEGEN_LUNR.");
}

/* The client's modules as they stand in static/, those that answer plain queries. */
export function loadClient() {
  const lunr = findLunr();
  loadScripts(...MODULES);
  return lunr;
}

/* The whole client in the two files that the pages of a built site load. */
export function loadBundle(site) {
  const call = readFileSync(join(site, MANIFEST), "utf8");
  const [, , , manifest] = JSON.parse(`[${call.slice(call.indexOf("(") + 1, call.lastIndexOf(")"))}]`);
  const { client, later } = JSON.parse(manifest);
  for (const script of [client, later]) runInThisContext(readFileSync(join(site, script), "utf8"), { filename: script });
  return globalThis.lunr;
}

/* Reads files of a site as a browser fetches them: what was read once is in its cache and is not sent again. */
class Wire {
  constructor(site) {
    this.site = site;
    this.cached = new Set();
    this.sent = new Map();
  }

  read(path) {
    const { parse, fault } = globalThis.sitegenFiles;
    let content;
    try {
      content = readFileSync(join(this.site, path));
    } catch {
      return Promise.reject(fault("missing", path));
    }
    if (!this.cached.has(path)) this.sent.set(path, content);
    this.cached.add(path);
    return Promise.resolve().then(() => parse(content.toString(), path));
  }

  /* What was sent since the last time, as GitHub Pages sends it: the names of files and their bytes. */
  taken() {
    const files = [...this.sent.keys()].map((path) => path.replace(/^search\//, ""));
    const bytes = [...this.sent.values()].reduce((sum, content) => sum + gzipSync(content).length, 0);
    this.sent = new Map();
    return { files, bytes };
  }
}

/* A site's search as a page has it: its files, index and store, and what went over the wire for them. */
export async function openSite(site, manifest = MANIFEST) {
  const wire = new Wire(site), files = await globalThis.sitegenFiles.load(manifest, (path) => wire.read(path));
  return {
    wire, files, index: globalThis.sitegenTerms.open(files), store: globalThis.sitegenStore.open(files),
  };
}
