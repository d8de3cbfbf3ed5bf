/* What the client makes of typed texts: [typed, typing] pairs in, clauses and remarks out. */
import { loadScripts, readStandardInput } from "./load.mjs";

loadScripts("search-text.js", "search-query.js");

console.log(JSON.stringify(readStandardInput().map(([typed, typing]) => globalThis.sitegenQuery.parse(typed, typing))));
