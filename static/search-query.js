/* What a person types, as clauses: which words there are, which of them must match, and what to say of the rest. */
(function (root) {
  "use strict";

  var text = root.sitegenText;

  var MOST_CHARACTERS = 500;
  var MOST_CLAUSES = 40;
  var MOST_EDITS = 2;

  var FIELD_NAMES = {
    title: "title", titles: "title", author: "authors", authors: "authors", by: "authors",
    topic: "topics", topics: "topics", organization: "organizations", organizations: "organizations",
    organisation: "organizations", organisations: "organizations", org: "organizations",
    abstract: "abstract", abstracts: "abstract", note: "notes", notes: "notes"
  };

  /* One piece: a sign, a field, then a phrase or all up to the next space. */
  function pieceOf(letters) {
    return new RegExp("\\s*([+-]?)(?:([" + letters + "_]+):(?=\\S))?(?:\"([^\"]*)(?:\"|$)|(\\S+))", "uy");
  }
  var asciiPiece = text.lazily(function () { return pieceOf("A-Za-z"); });
  var anyPiece = text.lazily(function () { return pieceOf("\\p{L}"); });
  var MARK = /^(.+?)([~^])(\d*)$/;

  /* Gives `clauses`, each with
   *   words     the folded words, each of which the clause needs (for a wildcard: the one pattern),
   *   role      "need" must match, "want" may, "not" must not,
   *   field     the one field looked in, or null for all,
   *   boost, edits, wildcard, phrase,
   *   named     whether it was typed as the name of a field, which it is not: no other word is offered for it,
   * and `remarks`, sentences on what could not be taken as typed. The last clause is `open` while a word is being
   * typed: it stands for all that begins so.
   */
  function parse(typed, typing) {
    var remarks = [], clauses = [], match;
    if (typed.length > MOST_CHARACTERS) {
      typed = typed.slice(0, MOST_CHARACTERS);
      remarks.push("Only the first " + MOST_CHARACTERS + " characters were looked for.");
    }
    var piece = text.isAscii(typed) ? asciiPiece() : anyPiece();
    piece.lastIndex = 0;
    while ((match = piece.exec(typed))) {
      clauses.push.apply(clauses, clausesOf(match, piece.lastIndex === typed.length, remarks));
    }
    if (clauses.length > MOST_CLAUSES) {
      clauses = clauses.slice(0, MOST_CLAUSES);
      remarks.push("Only the first " + MOST_CLAUSES + " words were looked for.");
    }
    giveRoles(clauses);
    var last = clauses[clauses.length - 1];
    if (last) last.open = typing && canGrow(last) && !/\s$/.test(typed);
    return { clauses: clauses, remarks: Array.from(new Set(remarks)) };
  }

  function canGrow(clause) {
    return clause.role !== "not" && !clause.wildcard && !clause.phrase && !clause.edits;
  }

  function clausesOf(match, atEnd, remarks) {
    var clause = { sign: match[1], role: "need", field: null, boost: 1, edits: 0, wildcard: false, phrase: false, named: false,
                   open: false, words: [] };
    var name = match[2], phrase = match[3], word = match[4], unknown = [];
    if (name && isField(name)) {
      clause.field = FIELD_NAMES[name.toLowerCase()];
    } else if (name) {
      unknown = wordClauses(Object.assign({}, clause, { named: true }), name);
      if (!/^\/\//.test(word || "")) remarks.push("“" + name + "” is not a field, so it was looked for as a word.");
    } else if (atEnd && /:$/.test(word || "") && isField(word.slice(0, -1))) {
      remarks.push("Type what to look for right behind “" + word + "”.");
      return [];
    }
    if (phrase !== undefined) {
      return unknown.concat(withWords(Object.assign({}, clause, { phrase: true }), text.words(text.fold(phrase))));
    }
    word = readMarks(clause, word, remarks);
    if (word.includes("*")) {
      return unknown.concat(withWords(Object.assign({}, clause, { wildcard: true }), patternOf(word)));
    }
    return unknown.concat(wordClauses(clause, word));
  }

  function isField(name) {
    return Object.prototype.hasOwnProperty.call(FIELD_NAMES, name.toLowerCase());
  }

  function wordClauses(clause, word) {
    return text.words(text.fold(word)).map(function (each) {
      return Object.assign({}, clause, { words: [each] });
    });
  }

  function withWords(clause, words) {
    return words.length ? [Object.assign(clause, { words: words })] : [];
  }

  /* Takes `~1` and `^2` off the end of a word. */
  function readMarks(clause, word, remarks) {
    var match;
    while ((match = MARK.exec(word))) {
      word = match[1];
      if (match[2] === "^") clause.boost = match[3] ? Math.min(Number(match[3]), 1000) : 1;
      else clause.edits = match[3] ? Number(match[3]) : 1;
    }
    if (clause.edits > MOST_EDITS) {
      clause.edits = MOST_EDITS;
      remarks.push("At most " + MOST_EDITS + " letters of a word may differ.");
    }
    return word;
  }

  /* A word with `*` as lunr's pattern: its letters folded, not stemmed. */
  function patternOf(word) {
    var pattern = word.split("*").map(function (piece) {
      return text.words(text.fold(piece)).map(function (each) { return text.together(each) || each; }).join("");
    }).join("*").replace(/\*+/g, "*");
    return pattern === "*" && word !== "*" ? [] : [pattern];
  }

  /* Plain words must all match, unless a `+` says which must. Words that abstracts leave out only add to the rank. */
  function giveRoles(clauses) {
    var signed = clauses.some(function (clause) { return clause.sign === "+"; });
    clauses.forEach(function (clause) {
      clause.role = clause.sign === "-" ? "not" : signed && clause.sign !== "+" ? "want" : "need";
    });
    var telling = clauses.filter(function (clause) { return clause.role === "need" && !isStopWord(clause); });
    if (telling.length) {
      clauses.forEach(function (clause) {
        if (clause.role === "need" && !clause.sign && isStopWord(clause)) clause.role = "want";
      });
    }
  }

  function isStopWord(clause) {
    return !clause.wildcard && !clause.edits && !clause.field && clause.words.every(function (word) {
      return text.STOP_WORDS.has(word);
    });
  }

  root.sitegenQuery = { parse: parse, MOST_CHARACTERS: MOST_CHARACTERS, MOST_CLAUSES: MOST_CLAUSES };
})(globalThis);
