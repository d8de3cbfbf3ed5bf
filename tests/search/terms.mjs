/* For each text of standard input what search-text.js makes of it, for comparison with text.py. */
import { loadLunr, loadScripts, readStandardInput } from "./load.mjs";

loadScripts("search-text.js");
const { texts, words, chars = "", lunr: path } = readStandardInput();
const text = globalThis.sitegenText;
const lunr = path && loadLunr(path);

process.stdout.write(JSON.stringify({
  texts: texts.map((each) => {
    const folded = text.fold(each), found = text.words(folded);
    return [folded, found, text.indexTerms(each, true), text.indexTerms(each, false), found.map(text.queryTerms)];
  }),
  stems: words.map(text.stem),
  lunrStems: lunr ? words.map((word) => lunr.stemmer(new lunr.Token(word)).toString()) : null,
  unassigned: [...chars].filter((char) => /\p{Cn}/u.test(char)),
  tables: {
    stopWords: [...text.STOP_WORDS].sort(),
    greek: Object.fromEntries(text.GREEK_LETTERS),
    folded: text.FOLDED,
  },
}));
