/* Builds the index of one search library over the documents of a site, as its own documentation says:
 *
 *   node peers.mjs LIBRARY DOCUMENTS MODULES OUT
 *
 * LIBRARY is lunr, minisearch, flexsearch or pagefind, DOCUMENTS what `sitegen list --format documents` prints, MODULES a
 * node_modules folder. Writes the index into OUT, with the library's script for browsers; prints the seconds that adding
 * the documents and writing the index took, as JSON. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [library, documentsFile, modules, out] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "any.js"));

function written(name, text) {
  writeFileSync(join(out, name), text);
  return name;
}

function copied(path) {
  const name = path.split("/").pop();
  copyFileSync(join(modules, path), join(out, name));
}

/* Each is { script: its file for browsers, build: documents and boosts by field to the written files }. */
const LIBRARIES = {
  lunr: {
    script: "lunr/lunr.min.js",
    build(documents, boosts) {
      const lunr = require("lunr");
      const index = lunr(function () {
        this.ref("ref");
        for (const [name, boost] of boosts) this.field(name, { boost });
        documents.forEach(document => this.add(document));
      });
      written("index.json", JSON.stringify(index));
    }
  },
  minisearch: {
    script: "minisearch/dist/umd/index.js",
    build(documents, boosts) {
      const MiniSearch = require("minisearch");
      const index = new MiniSearch({ idField: "ref", fields: boosts.map(([name]) => name) });
      index.addAll(documents);
      written("index.json", JSON.stringify(index));
    }
  },
  flexsearch: {
    script: "flexsearch/dist/flexsearch.bundle.min.js",
    async build(documents, boosts) {
      const { Document } = require("flexsearch");
      const index = new Document({ document: { id: "ref", index: boosts.map(([name]) => name) } });
      documents.forEach(document => index.add(document));
      const parts = [];
      await index.export((key, text) => { if (text !== undefined) parts.push([key, text]); });
      written("index.json", JSON.stringify(parts));
    }
  },
  pagefind: {
    script: null, /* it writes its own */
    async build(documents, boosts) {
      const pagefind = await import(pathToFileURL(join(resolve(modules), "pagefind/lib/index.js")).href);
      const { index } = await pagefind.createIndex();
      const names = boosts.map(([name]) => name).filter(name => name !== "title");
      for (const document of documents) {
        const { errors } = await index.addHTMLFile({ url: `papers/${document.ref}.html`, content: page(document, names) });
        if (errors.length) throw new Error(errors.join("; "));
      }
      await index.writeFiles({ outputPath: join(out, "pagefind") });
      await pagefind.close();
    }
  }
};

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function page(document, names) {
  const body = names.map(name => `<p>${escaped(document[name])}</p>`).join("");
  return `<html lang="en"><body><h1>${escaped(document.title)}</h1>${body}</body></html>`;
}

const [header, ...documents] = readFileSync(documentsFile, "utf8").trimEnd().split("\n").map(line => JSON.parse(line));
/* Numbers in place of long ids, which would weigh on the libraries that write them with every word. */
documents.forEach((document, number) => { document.ref = String(number); });
const boosts = Object.entries(header.fields).map(([name, { boost }]) => [name, boost]);
mkdirSync(out, { recursive: true });
const start = performance.now();
await LIBRARIES[library].build(documents, boosts);
const seconds = (performance.now() - start) / 1000;
if (LIBRARIES[library].script) copied(LIBRARIES[library].script);
console.log(JSON.stringify({ seconds }));
