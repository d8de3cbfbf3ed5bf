/* The client's scripts are classic scripts, since a page opened from disk can load no modules: here they are run as such. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

const STATIC = new URL("../../static/", import.meta.url);

export function loadScripts(...names) {
  for (const name of names) {
    const url = new URL(name, STATIC);
    runInThisContext(readFileSync(url, "utf8"), { filename: fileURLToPath(url) });
  }
}

/* lunr.js leaves its name in a browser; in Node it would look for a module's exports, which a script has not. */
export function loadLunr(path) {
  runInThisContext(readFileSync(path, "utf8"), { filename: path });
  return globalThis.lunr;
}

export function readStandardInput() {
  return JSON.parse(readFileSync(0, "utf8"));
}
