/* The numbers in the client's rules for people, by name. */
import { loadScripts } from "./load.mjs";

loadScripts("search-numbers.js", "search-text.js", "search-query.js", "search-snippet.js", "search-engine.js", "search-plan.js",
  "search-phrase.js", "search-meant.js", "search-found.js");
const { sitegenFound, sitegenMeant, sitegenPhrases, sitegenPlan, sitegenQuery } = globalThis;
process.stdout.write(JSON.stringify({
  EXACT_BOOST: sitegenFound.EXACT_BOOST,
  ENDINGS: sitegenPlan.ENDINGS,
  LARGE: sitegenPlan.LARGE,
  MOST_CHARACTERS: sitegenQuery.MOST_CHARACTERS,
  MOST_CLAUSES: sitegenQuery.MOST_CLAUSES,
  MOST_READ: sitegenPhrases.MOST_READ,
  MOST_SHARDS: sitegenPlan.MOST_SHARDS,
  MOST_TRIED: sitegenMeant.MOST_TRIED,
  MOST_WORDS: sitegenPlan.MOST_WORDS,
}));
