/* What is typed → what is shown. lunr gives the scores; which papers match is decided here, on the sets of papers that
 * each term stands in. */
(function (root) {
  "use strict";

  var text = root.sitegenText, query = root.sitegenQuery, snippet = root.sitegenSnippet;

  var EXACT_BOOST = 5; /* of a word as typed so far, beside all that begins like it */
  var ROW_AUTHORS = 8;

  /* 1 A clause in terms of the index */

  function lastPiece(word) {
    return word.split(/[-']/).pop();
  }

  /* How a word can be met: alternatives, each a list of needs, each a list of terms of which any will do. */
  function alternativesOf(index, clause, word) {
    if (clause.wildcard) return [[index.expand(word)]];
    var alternatives = text.queryTerms(word).map(function (terms) {
      return terms.map(function (term) { return [term]; });
    });
    if (clause.edits && alternatives[0].length === 1) return [[index.expand(alternatives[0][0][0], clause.edits)]];
    alternatives.forEach(function (needs, number) {
      var last = needs[needs.length - 1];
      var piece = number || needs.length > 1 ? lastPiece(word) : text.together(word) || word;
      if (clause.open) add(last, index.growth(text.hasUnspaced(piece) ? last[0] : piece));
      /* One character of a run without spaces stands in the index with its neighbour. */
      else if (text.hasUnspaced(last[0]) && Array.from(last[0]).length === 1) add(last, index.expand(last[0] + "*"));
    });
    return alternatives;
  }

  function add(list, more) {
    more.forEach(function (each) { list.push(each); });
  }

  function papersMeeting(index, alternatives, field) {
    var refs = new Set();
    alternatives.forEach(function (needs) {
      var sets = needs.map(function (terms) { return index.refsOf(terms, field); });
      sets[0].forEach(function (ref) {
        if (sets.every(function (set) { return set.has(ref); })) refs.add(ref);
      });
    });
    return refs;
  }

  function pieces(words) {
    return words.flatMap(function (word) { return word.split(/[-']/).map(text.termOf); });
  }

  function textsOf(store, card, field) {
    var topics = (card.topics || []).map(function (place) { return store.topics[place][0]; });
    var texts = {
      title: [card.title], authors: card.authors || [], topics: topics, organizations: card.organizations || [],
      abstract: [card.text || ""], notes: [card.note || ""]
    };
    return field ? texts[field] : Object.values(texts).flat();
  }

  function hasPhrase(texts, words) {
    var sought = pieces(words);
    return texts.some(function (shown) {
      var have = pieces(text.words(text.fold(shown)));
      return have.some(function (_piece, start) {
        return sought.every(function (piece, at) { return have[start + at] === piece; });
      });
    });
  }

  /* A clause with its terms (to score and to mark), those that are typed in full, and its papers. */
  function plan(index, store, clause) {
    var exact = new Set(), terms = new Set(), refs = null;
    clause.words.forEach(function (word) {
      var alternatives = alternativesOf(index, clause, word);
      alternatives.flat().forEach(function (each) {
        exact.add(each[0]);
        each.filter(index.has).forEach(function (term) { terms.add(term); });
      });
      /* Abstracts hold no stop words: those of a phrase are looked for in the text itself. */
      if (clause.phrase && text.STOP_WORDS.has(word) && !clause.words.every(isStopWord)) return;
      var found = papersMeeting(index, alternatives, clause.field);
      refs = refs === null ? found : intersection(refs, found);
    });
    if (clause.phrase) {
      refs = new Set(Array.from(refs).filter(function (ref) {
        return hasPhrase(textsOf(store, store.papers[index.placeOf(ref)], clause.field), clause.words);
      }));
    }
    return { clause: clause, exact: exact, terms: Array.from(terms), refs: refs };
  }

  function isStopWord(word) {
    return text.STOP_WORDS.has(word);
  }

  function intersection(one, other) {
    return new Set(Array.from(one).filter(function (ref) { return other.has(ref); }));
  }

  /* 2 The papers of all clauses together */

  function weightedTerms(plans) {
    return plans.flatMap(function (each) {
      var clause = each.clause;
      if (clause.role === "not") return [];
      return each.terms.map(function (term) {
        return [term, clause.field, clause.boost * (clause.open && each.exact.has(term) ? EXACT_BOOST : 1)];
      });
    });
  }

  /* `all` holds the papers that meet every needed clause, `some` those that meet any, both best first. */
  function find(index, store, clauses) {
    var plans = clauses.map(function (clause) { return plan(index, store, clause); });
    var scores = index.scores(weightedTerms(plans));
    var needs = having("need"), nots = having("not");
    var candidates = scores.size || needs.length ? Array.from(scores.keys()) : index.refs;
    var allowed = candidates.filter(function (ref) {
      return !nots.some(function (each) { return each.refs.has(ref); });
    });
    var counts = new Map(allowed.map(function (ref) {
      return [ref, needs.filter(function (each) { return each.refs.has(ref); }).length];
    }));
    function having(role) {
      return plans.filter(function (each) { return each.clause.role === role; });
    }
    function better(a, b) {
      return counts.get(b) - counts.get(a) || (scores.get(b) || 0) - (scores.get(a) || 0) || index.placeOf(a) - index.placeOf(b);
    }
    return {
      plans: plans, scores: scores, needs: needs.length,
      all: allowed.filter(function (ref) { return counts.get(ref) === needs.length; }).sort(better),
      some: allowed.filter(function (ref) { return counts.get(ref) > 0 && counts.get(ref) < needs.length; }).sort(better)
    };
  }

  /* 3 What is shown of them */

  /* The terms to mark in names, and those to mark in running text, where stop words are not looked for. */
  function marked(plans) {
    var terms = plans.flatMap(function (each) {
      return each.clause.role === "not" || each.clause.words[0] === "*" ? [] : each.terms;
    });
    return {
      names: new Set(terms),
      text: new Set(terms.filter(function (term) { return !isStopWord(term); }))
    };
  }

  function anyMark(shown, terms) {
    return Boolean(shown) && snippet.markSpans(shown, terms).length > 0;
  }

  /* The first authors, and those further down that were found; a single one left is named, not counted. */
  function byline(card, terms) {
    var authors = card.authors || [];
    if (!authors.length) return card.by || "";
    var shown = authors.filter(function (name, place) { return place < ROW_AUTHORS || anyMark(name, terms); });
    var rest = authors.length - shown.length, names = (rest > 1 ? shown : authors).join(", ");
    if (rest > 1) names += " and " + rest + " more";
    return card.truncated ? names + " et\u00a0al." : names;
  }

  /* A hit in pieces of text, each [text, is found]. */
  function hitOf(store, card, terms) {
    var inNote = card.note && !anyMark(card.text, terms.text) && anyMark(card.note, terms.text);
    return {
      href: card.href,
      title: snippet.mark(card.title, terms.names),
      by: snippet.mark(byline(card, terms.names), terms.names),
      say: snippet.snippet(inNote ? card.note : card.text || card.note || "", terms.text),
      note: Boolean(inNote || (!card.text && card.note)),
      topics: (card.topics || []).map(function (place) { return store.topics[place]; }),
      organizations: card.organizations || [], date: card.date || null, mark: card.mark || null,
      rating: card.rating || null, code: Boolean(card.code)
    };
  }

  /* 4 The answer */

  function open(index, store) {
    /* Nothing has the last word as it stands: it may be the beginning of one. */
    function findTyped(typed, typing, parsed) {
      var found = find(index, store, parsed.clauses);
      if (found.all.length || typing) return found;
      var grown = find(index, store, query.parse(typed.trimEnd(), true).clauses);
      return grown.all.length ? grown : found;
    }

    /* `typing` takes the last word as the beginning of one; `any` asks for papers that have some of the words though
     * others have all; `limit` is the number of hits. `kind` is "empty" (nothing is asked), "all", "some" or "none". */
    function search(typed, options) {
      var parsed = query.parse(typed, options.typing);
      if (!parsed.clauses.length) {
        return { kind: "empty", total: 0, others: 0, words: 0, hits: [], remarks: parsed.remarks };
      }
      var found = findTyped(typed, options.typing, parsed), some = options.any || !found.all.length;
      var refs = some ? found.all.concat(found.some) : found.all, terms = marked(found.plans);
      return {
        kind: !refs.length ? "none" : some && found.some.length ? "some" : "all",
        total: refs.length,
        others: some ? 0 : found.some.length,
        words: found.needs,
        hits: refs.slice(0, options.limit).map(function (ref) {
          var hit = hitOf(store, store.papers[index.placeOf(ref)], terms);
          return Object.assign({ ref: ref, score: found.scores.get(ref) || 0 }, hit);
        }),
        remarks: parsed.remarks
      };
    }

    return { search: search, count: index.refs.length };
  }

  root.sitegenAnswer = { open: open };
})(globalThis);
