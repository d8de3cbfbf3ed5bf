/* What a word is in search: from a text to the terms of the index. sitegen/words/text.py and stemming.py hold the same
 * definition for the building of the index; tests run both over the same texts. A change here is a change there. */
(function (root) {
  "use strict";

  var STOP_WORDS = new Set(
    ("a about after all also an and any are as at be because been before both but by can could did do does each for " +
     "from had has have he her his how however i if in into is it its may might more most must no nor not of on only " +
     "or our over she should so some such than that the their them then there these they this those through to too " +
     "under up us very was we were what when where which while who whom why will with would you your").split(" "));

  var GREEK_NAMES = ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau " +
                     "upsilon phi chi psi omega").split(" ");
  var GREEK_LETTERS = new Map(Array.from("αβγδεζηθικλμνξοπρστυφχψω").map(function (letter, at) {
    return [letter, GREEK_NAMES[at]];
  }));

  var FOLDED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t",
    "ŋ": "ng", "ς": "σ",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "_": "-",
    "‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "´": "'", "\u0060": "'",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": ""
  };
  var FOLDABLE = new RegExp("[" + Object.keys(FOLDED).join("") + "]", "g");
  var ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

  /* Patterns that know the letters of all scripts take a browser milliseconds to make: they are made when a text needs them. */
  function lazily(make) {
    var made = null;
    return function () { return made || (made = make()); };
  }

  var UNSPACED = "\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3134f}";
  var CHAR = "[\\p{L}\\p{N}\\p{M}]";
  var wordPattern = lazily(function () {
    return new RegExp("[a-z](?:\\+\\+|#)(?!" + CHAR + ")|" + CHAR + "+(?:(?:[-']|(?<=[0-9])\\.(?=[0-9]))" + CHAR + "+)*", "gu");
  });
  var ASCII_WORD = /[a-z](?:\+\+|#)(?![a-z0-9])|[a-z0-9]+(?:(?:[-']|(?<=[0-9])\.(?=[0-9]))[a-z0-9]+)*/g;
  var PIECE = new RegExp("[" + UNSPACED + "]+|[0-9]+(?:\\.[0-9]+)*|[^0-9." + UNSPACED + "]+", "gu");
  var ASCII_PIECE = /[0-9]+(?:\.[0-9]+)*|[^0-9.]+/g;
  var UNSPACED_RUN = new RegExp("^[" + UNSPACED + "]+$", "u");
  var HAS_UNSPACED = new RegExp("[" + UNSPACED + "]", "u");
  var ENGLISH_END = /[a-z]+$/;
  var DIGIT_MEETS_DIGIT = /[0-9][-'][0-9]/;
  var WORDS_BY_HYPHENS = /^[^0-9'-]{2,}(?:-[^0-9'-]{2,})+$/u;

  /* 1 Stems: Porter's algorithm as lunr.js has it */

  var C = "[^aeiou][^aeiouy]*", V = "[aeiouy][aeiou]*";
  var MEASURE_OVER_0 = new RegExp("^(?:" + C + ")?" + V + C);
  var MEASURE_OVER_1 = new RegExp("^(?:" + C + ")?" + V + C + V + C);
  var MEASURE_IS_1 = new RegExp("^(?:" + C + ")?" + V + C + "(?:" + V + ")?$");
  var HAS_VOWEL = new RegExp("^(?:" + C + ")?[aeiouy]");
  var SHORT = new RegExp("^" + C + "[aeiouy][^aeiouwxy]$");

  var LONG_ENDINGS = {
    ational: "ate", tional: "tion", enci: "ence", anci: "ance", izer: "ize", bli: "ble", alli: "al", entli: "ent",
    eli: "e", ousli: "ous", ization: "ize", ation: "ate", ator: "ate", alism: "al", iveness: "ive", fulness: "ful",
    ousness: "ous", aliti: "al", iviti: "ive", biliti: "ble", logi: "log"
  };
  var MIDDLE_ENDINGS = { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "" };
  var LAST_ENDINGS = "al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize".split(" ");

  function ending(endings) {
    return new RegExp("^(.+?)(" + endings.join("|") + ")$");
  }
  var LONG_ENDING = ending(Object.keys(LONG_ENDINGS));
  var MIDDLE_ENDING = ending(Object.keys(MIDDLE_ENDINGS));
  var LAST_ENDING = ending(LAST_ENDINGS);

  function withoutPlural(word) {
    if (/^.+(ss|i)es$/.test(word)) return word.slice(0, -2);
    return /^.+[^s]s$/.test(word) ? word.slice(0, -1) : word;
  }

  function withoutPast(word) {
    if (/^.+eed$/.test(word)) return MEASURE_OVER_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
    var match = /^(.+?)(ed|ing)$/.exec(word);
    if (!match || !HAS_VOWEL.test(match[1])) return word;
    if (/(at|bl|iz)$/.test(match[1])) return match[1] + "e";
    if (/([^aeiouylsz])\1$/.test(match[1])) return match[1].slice(0, -1);
    return SHORT.test(match[1]) ? match[1] + "e" : match[1];
  }

  function exchanged(word, pattern, exchange) {
    var match = pattern.exec(word);
    return match && MEASURE_OVER_0.test(match[1]) ? match[1] + exchange[match[2]] : word;
  }

  function withoutLastEnding(word) {
    var match = LAST_ENDING.exec(word) || /^(.+?[st])(ion)$/.exec(word);
    return match && MEASURE_OVER_1.test(match[1]) ? match[1] : word;
  }

  function withoutFinalE(word) {
    var stem = word.slice(0, -1);
    if (!stem || !word.endsWith("e")) return word;
    return MEASURE_OVER_1.test(stem) || (MEASURE_IS_1.test(stem) && !SHORT.test(stem)) ? stem : word;
  }

  var MOST_STEMS = 20000; /* that stay in memory */
  var stems = new Map();

  function stem(word) {
    if (word.length < 3) return word;
    var known = stems.get(word);
    if (known !== undefined) return known;
    var stemmed = word[0] === "y" ? "Y" + word.slice(1) : word;
    stemmed = withoutPast(withoutPlural(stemmed)).replace(/^(.+[^aeiou])y$/, "$1i");
    stemmed = exchanged(stemmed, LONG_ENDING, LONG_ENDINGS);
    stemmed = exchanged(stemmed, MIDDLE_ENDING, MIDDLE_ENDINGS);
    stemmed = withoutFinalE(withoutLastEnding(stemmed));
    if (stemmed.endsWith("ll") && MEASURE_OVER_1.test(stemmed)) stemmed = stemmed.slice(0, -1);
    if (word[0] === "y") stemmed = stemmed.toLowerCase();
    if (stems.size >= MOST_STEMS) stems.clear();
    stems.set(word, stemmed);
    return stemmed;
  }

  /* 2 Words */

  /* Most texts hold nothing else, and have a short way. */
  function isAscii(text) {
    return !/[^\u0000-\u007f]/.test(text);
  }

  function hasUnspaced(text) {
    return !isAscii(text) && HAS_UNSPACED.test(text);
  }

  function fold(text) {
    if (isAscii(text)) return text.toLowerCase().replace(/_/g, "-").replace(/\u0060/g, "'");
    return text.normalize("NFKD").toLowerCase().replace(FOLDABLE, function (char) {
      return FOLDED[char];
    }).replace(ACCENTS, "").normalize("NFC");
  }

  function words(folded) {
    return (folded.match(isAscii(folded) ? ASCII_WORD : wordPattern()) || []).map(function (word) {
      return word.endsWith("'s") ? word.slice(0, -2) : word;
    });
  }

  /* 3 Terms */

  function greekName(piece) {
    return GREEK_LETTERS.get(piece) || piece;
  }

  function termOf(piece) {
    return greekName(piece).replace(ENGLISH_END, stem);
  }

  function together(word) {
    if (DIGIT_MEETS_DIGIT.test(word) || hasUnspaced(word)) return null;
    return word.split(/[-']/).map(greekName).join("");
  }

  function wholeOf(word) {
    var joined = together(word);
    return joined === null ? null : termOf(joined);
  }

  function neighbours(run, withLast) {
    var chars = Array.from(run), pairs = [];
    for (var at = 0; at < chars.length - 1; at++) pairs.push(chars[at] + chars[at + 1]);
    if (withLast || chars.length === 1) pairs.push(chars[chars.length - 1]);
    return pairs;
  }

  function partsOf(piece, withLast) {
    if (isAscii(piece)) return piece.match(ASCII_PIECE) || [];
    return (piece.match(PIECE) || []).flatMap(function (part) {
      return UNSPACED_RUN.test(part) ? neighbours(part, withLast) : [part];
    });
  }

  function unique(list) {
    return Array.from(new Set(list));
  }

  function wordTerms(word, keepStopWords) {
    if (STOP_WORDS.has(word) && !keepStopWords) return [];
    var whole = wholeOf(word), terms = whole ? [whole] : [];
    word.split(/[-']/).forEach(function (piece) {
      if (!hasUnspaced(piece) && !STOP_WORDS.has(piece)) terms.push(termOf(piece));
      partsOf(piece, true).forEach(function (part) {
        if (keepStopWords || !STOP_WORDS.has(part)) terms.push(termOf(part));
      });
    });
    if (/[+#]$/.test(word)) terms.push(word[0]);
    return unique(terms.filter(Boolean));
  }

  function indexTerms(text, keepStopWords) {
    return words(fold(text)).flatMap(function (word) {
      return wordTerms(word, keepStopWords);
    });
  }

  function queryTerms(word) {
    var whole = wholeOf(word);
    if (whole !== null && !WORDS_BY_HYPHENS.test(word)) return [[whole]];
    var pieces = word.split(/[-']/), telling = pieces.filter(function (piece) { return !STOP_WORDS.has(piece); });
    var parts = unique((telling.length ? telling : pieces).flatMap(function (piece) {
      return partsOf(piece, false).map(termOf);
    }));
    return whole === null ? [parts] : [[whole], parts];
  }

  /* The terms that lunr looks for when a word of its query language is asked for. */
  function searchTerms(word) {
    return unique(words(fold(word)).flatMap(function (each) { return queryTerms(each)[0]; }));
  }

  /* 4 The same for lunr: any lunr.Builder that is plugged in indexes and asks as this site does */

  var RUNNING_TEXT = ["abstract", "notes"];

  function registered(lunr, name, terms) {
    if (!(name in lunr.Pipeline.registeredFunctions)) {
      lunr.Pipeline.registerFunction(function (token) {
        return terms(token).map(function (term) { return new lunr.Token(term, token.metadata); });
      }, name);
    }
    return lunr.Pipeline.registeredFunctions[name];
  }

  /* Gives a builder our words as tokens, our terms in place of its pipelines, and nothing else: numbering, weights and
   * search stay lunr's. A token's `fields` say whether it stands in running text, where stop words are left out. */
  function plug(lunr, builder) {
    builder.tokenizer = function (value, metadata) {
      return value === undefined || value === null ? [] : words(fold(String(value))).map(function (word) {
        return new lunr.Token(word, metadata);
      });
    };
    builder.pipeline.reset();
    builder.pipeline.add(registered(lunr, "sitegen-index-terms", function (token) {
      return wordTerms(token.toString(), !RUNNING_TEXT.includes(token.metadata.fields[0]));
    }));
    builder.searchPipeline.reset();
    builder.searchPipeline.add(registered(lunr, "sitegen-search-terms", function (token) {
      return searchTerms(token.toString());
    }));
  }

  root.sitegenText = {
    STOP_WORDS: STOP_WORDS, GREEK_LETTERS: GREEK_LETTERS, FOLDED: FOLDED,
    isAscii: isAscii, hasUnspaced: hasUnspaced, lazily: lazily, CHAR: CHAR,
    stem: stem, fold: fold, words: words, termOf: termOf, together: together,
    wordTerms: wordTerms, indexTerms: indexTerms, queryTerms: queryTerms, searchTerms: searchTerms,
    RUNNING_TEXT: RUNNING_TEXT, plug: plug
  };
})(globalThis);
