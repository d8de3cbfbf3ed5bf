/* One clause of a query in terms of the index: which terms it stands for, and which papers meet it. Sets of papers are
 * arrays with a byte for each document number. */
(function (root) {
  "use strict";

  var text = root.sitegenText;

  var MOST_SHARDS = 12; /* files that the beginning of a word may take */
  var LARGE = 2000; /* papers from which on one or two letters are too little of a word */
  var MOST_WORDS = 400; /* terms that a pattern or a beginning stands for */

  /* Endings of words that a stem lacks: `generaliza` has to find `gener`, the stem of `generalization`. */
  var ENDINGS = ("ability able ably al alities ality alization alize alized alizes alizing ally ance ances ant ate ated " +
    "ates ating ation ational ations ative atively ator ators e ed ement ements ence ences ent er ers es ful fully " +
    "fulness ibility ible ic ical ically ied ies ing ings ion ional ions ism isms ist ists ities ity ive ively iveness " +
    "ivity ization izations ize ized izer izers izes izing ly ment ments ness or ors ous ously ousness s y").split(" ");

  function unique(list) {
    return Array.from(new Set(list));
  }

  /* 1 Words that are not typed in full */

  /* The stems of words of which more is typed than their stems hold. */
  function completions(word) {
    /* `grokk`: the stem of `grokking` has lost the doubled letter already. */
    var doubled = /([^aeiouylsz])\1$/.test(word) ? [text.termOf(word + "ing")] : [];
    return unique(doubled.concat(ENDINGS.flatMap(function (ending) {
      var stems = [];
      for (var have = 1; have < ending.length; have++) {
        if (word.length > have + 1 && word.endsWith(ending.slice(0, have))) stems.push(text.termOf(word + ending.slice(have)));
      }
      return stems;
    })));
  }

  function timesPrinted(index, term) {
    var record = index.find(term);
    return record ? record.fields.reduce(function (sum, postings) { return sum + (postings ? postings.docs.length : 0); }, 0) : 0;
  }

  /* The terms that stand in most papers, of equals the first; all of them where they are not too many. */
  function commonest(index, terms) {
    if (terms.length <= MOST_WORDS) return terms;
    var counts = new Map(terms.map(function (term) { return [term, timesPrinted(index, term)]; }));
    return terms.slice().sort(function (one, other) {
      return counts.get(other) - counts.get(one) || (one < other ? -1 : 1);
    }).slice(0, MOST_WORDS);
  }

  /* The terms of all words that begin so; null where that would be too many to load. */
  function growth(index, beginning) {
    if (index.count > LARGE && /^[a-z]{1,2}$/.test(beginning)) return null;
    var begun = index.starting(beginning, MOST_SHARDS);
    if (!begun) return null;
    return commonest(index, unique(begun.concat(completions(beginning).filter(index.has))));
  }

  /* The terms that a pattern stands for, or that differ from a word by some edits; the commonest of very many. */
  function patternTerms(index, plan, pattern, edits) {
    var begun = !edits && /^[^*]+\*$/.test(pattern) ? index.starting(pattern.slice(0, -1), MOST_SHARDS) : null;
    var found = begun ? { total: begun.length, terms: begun } : index.commonest(pattern, edits || undefined, MOST_WORDS);
    if (!found) return [];
    if (found.total > MOST_WORDS) plan.wide.push([pattern, found.total]);
    return begun ? commonest(index, begun) : found.terms;
  }

  /* 2 A word as terms */

  function lastPiece(word) {
    return word.split(/[-']/).pop();
  }

  /* A word that is being typed stands for all that begins so, where that is not too much. */
  function grow(index, plan, needs, piece) {
    var last = needs[needs.length - 1], grown = growth(index, text.hasUnspaced(piece) ? last[0] : piece);
    if (grown) return needs.slice(0, -1).concat([unique(last.concat(grown))]);
    plan.short = true;
    return needs;
  }

  /* How a word can be met: alternatives, each a list of needs, each a list of terms of which any will do. The first term of
   * a need is the one that was typed. */
  function alternativesOf(index, plan, word) {
    var clause = plan.clause;
    if (clause.wildcard) return [[patternTerms(index, plan, word)]];
    var alternatives = text.queryTerms(word).map(function (terms) {
      return terms.map(function (term) { return [term]; });
    });
    if (clause.edits && alternatives[0].length === 1) {
      return [[patternTerms(index, plan, alternatives[0][0][0], clause.edits)]];
    }
    return alternatives.map(function (needs, number) {
      var last = needs[needs.length - 1][0];
      if (clause.open) {
        return grow(index, plan, needs, number || needs.length > 1 ? lastPiece(word) : text.together(word) || word);
      }
      /* One character of a run without spaces stands in the index with its neighbour. */
      return text.hasUnspaced(last) && Array.from(last).length === 1 ? grow(index, plan, needs, last) : needs;
    });
  }

  /* 3 Sets of papers */

  function addPapers(set, postings) {
    if (!postings) return;
    for (var docs = postings.docs, at = 0; at < docs.length; at++) set[docs[at]] = 1;
  }

  /* The papers that hold any of the terms, in one of the fields. */
  function papersWith(index, terms, fields) {
    var set = new Uint8Array(index.count);
    terms.forEach(function (term) {
      var record = index.find(term);
      if (record) fields.forEach(function (field) { addPapers(set, record.fields[field]); });
    });
    return set;
  }

  function intersect(set, other) {
    for (var doc = 0; doc < set.length; doc++) set[doc] &= other[doc];
    return set;
  }

  function unite(set, other) {
    for (var doc = 0; doc < set.length; doc++) set[doc] |= other[doc];
    return set;
  }

  function all(index) {
    return new Uint8Array(index.count).fill(1);
  }

  /* The papers that meet one of the alternatives. */
  function papersMeeting(index, alternatives, fields) {
    return alternatives.map(function (needs) {
      return needs.map(function (terms) { return papersWith(index, terms, fields); }).reduce(intersect);
    }).reduce(unite);
  }

  /* 4 A clause */

  function isStopWord(word) {
    return text.STOP_WORDS.has(word);
  }

  function isPhrase(clause) {
    return clause.phrase && clause.words.length > 1;
  }

  /* For each paper the fields, as bits, that hold all words of a phrase. Abstracts hold no stop words: they are left to the
   * reading of the text. */
  function phraseFields(index, plan, ways, fields) {
    var bits = new Uint8Array(index.count), clause = plan.clause, untold = clause.words.every(isStopWord);
    var told = ways.filter(function (_way, place) { return untold || !isStopWord(clause.words[place]); });
    fields.forEach(function (field) {
      var set = told.map(function (way) { return papersMeeting(index, way, [field]); }).reduce(intersect);
      for (var doc = 0; doc < set.length; doc++) if (set[doc]) bits[doc] |= 1 << field;
    });
    return bits;
  }

  /* A clause with
   *   terms    the terms to score and to mark, in the order in which they are needed,
   *   exact    those of them that were typed in full,
   *   papers   which papers meet it: not 0; of a phrase, the fields (as bits) in which its words may stand together,
   *   short    whether it is too little of a word to be taken as the beginning of one,
   *   wide     patterns that stand for more words than are looked for, each with the number of these. */
  function planOf(index, clause) {
    var plan = { clause: clause, exact: new Set(), terms: [], papers: null, short: false, wide: [] };
    var fields = clause.field ? [index.fields.indexOf(clause.field)] : index.fields.map(function (_name, place) { return place; });
    if (clause.wildcard && clause.words[0] === "*") {
      plan.papers = all(index);
      return plan;
    }
    var ways = clause.words.map(function (word) { return alternativesOf(index, plan, word); });
    ways.flat(2).forEach(function (terms) { if (terms.length) plan.exact.add(terms[0]); });
    plan.terms = unique(ways.flat(3)).filter(index.has);
    plan.papers = isPhrase(clause) ? phraseFields(index, plan, ways, fields)
      : ways.map(function (way) { return papersMeeting(index, way, fields); }).reduce(intersect);
    return plan;
  }

  function isEmpty(set) {
    for (var doc = 0; doc < set.length; doc++) if (set[doc]) return false;
    return true;
  }

  root.sitegenPlan = {
    of: planOf, isPhrase: isPhrase, isEmpty: isEmpty, MOST_WORDS: MOST_WORDS, MOST_SHARDS: MOST_SHARDS, LARGE: LARGE,
    ENDINGS: ENDINGS
  };
})(globalThis);
