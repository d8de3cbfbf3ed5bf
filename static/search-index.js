/* The index in memory: unpacks it, and answers what was parsed. lunr gives the scores; which papers match is decided
 * here, on the sets of papers that each term stands in. */
(function (root) {
  "use strict";

  var text = root.sitegenText, query = root.sitegenQuery, snippet = root.sitegenSnippet;

  var PIPELINE = "sitegen-terms";
  var WEIGHT_UNIT = 1000;
  var EXACT_BOOST = 5; /* of a word as typed so far, beside all that begins like it */
  var ROW_AUTHORS = 8;

  /* Endings of words that a stem lacks: `generaliza` has to find `gener`, the stem of `generalization`. */
  var ENDINGS = ("ability able ably al alities ality alization alize alized alizes alizing ally ance ances ant ate ated " +
    "ates ating ation ational ations ative atively ator ators e ed ement ements ence ences ent er ers es ful fully " +
    "fulness ibility ible ic ical ically ied ies ing ings ion ional ions ism isms ist ists ities ity ive ively iveness " +
    "ivity ization izations ize ized izer izers izes izing ly ment ments ness or ors ous ously ousness s y").split(" ");

  /* lunr joins letter and number of a node without a mark between them, so that digits in terms can name two nodes
   * alike; its set of terms then holds words that are not in the index. */
  function mendTokenSet(lunr) {
    lunr.TokenSet.prototype.toString = function () {
      if (this._str) return this._str;
      var edges = this.edges;
      return (this.final ? "1" : "0") + Object.keys(edges).sort().map(function (label) {
        return label + edges[label].id + ",";
      }).join("");
    };
  }

  function tokensOf(lunr) {
    return function (token) {
      var terms = text.words(text.fold(token.toString())).flatMap(function (word) {
        return text.queryTerms(word)[0];
      });
      return Array.from(new Set(terms)).map(function (term) { return new lunr.Token(term); });
    };
  }

  /* lunr's own index from the packed one (sitegen/search/packing.py says how it is packed). */
  function unpack(lunr, packed) {
    mendTokenSet(lunr);
    if (!(PIPELINE in lunr.Pipeline.registeredFunctions)) lunr.Pipeline.registerFunction(tokensOf(lunr), PIPELINE);
    var fields = Object.keys(packed.vectors), invertedIndex = Object.create(null), fieldVectors = {};
    var postings = packed.terms.map(function (term, number) {
      var posting = Object.create(null);
      posting._index = number;
      fields.forEach(function (field) { posting[field] = Object.create(null); });
      return (invertedIndex[term] = posting);
    });
    packed.refs.forEach(function (ref, place) {
      fields.forEach(function (field) {
        var steps = packed.vectors[field][place], elements = [], number = 0;
        for (var at = 0; at < steps.length; at += 2) {
          number += steps[at];
          elements.push(number, steps[at + 1] / WEIGHT_UNIT);
          postings[number][field][ref] = Object.create(null);
        }
        fieldVectors[field + "/" + ref] = new lunr.Vector(elements);
      });
    });
    return new lunr.Index({
      fields: fields, invertedIndex: invertedIndex, fieldVectors: fieldVectors,
      tokenSet: lunr.TokenSet.fromArray(packed.terms.slice().sort()), pipeline: lunr.Pipeline.load([PIPELINE])
    });
  }

  function completions(word) {
    return ENDINGS.flatMap(function (ending) {
      var stems = [];
      for (var have = 1; have < ending.length; have++) {
        if (word.length > have + 1 && word.endsWith(ending.slice(0, have))) stems.push(text.termOf(word + ending.slice(have)));
      }
      return stems;
    });
  }

  function open(lunr, packed, store) {
    var index = unpack(lunr, packed), places = new Map(packed.refs.map(function (ref, place) { return [ref, place]; }));

    function inIndex(term) {
      return term in index.invertedIndex;
    }

    function expand(term, edits) {
      var clause = { term: term };
      if (edits) clause.editDistance = edits;
      return index.tokenSet.intersect(lunr.TokenSet.fromClause(clause)).toArray();
    }

    function growth(beginning) {
      return expand(beginning + "*").concat(completions(beginning).filter(inIndex));
    }

    function refsOf(terms, field) {
      var refs = new Set();
      terms.filter(inIndex).forEach(function (term) {
        (field ? [field] : index.fields).forEach(function (each) {
          Object.keys(index.invertedIndex[term][each]).forEach(function (ref) { refs.add(ref); });
        });
      });
      return refs;
    }

    /* How a word can be met: alternatives, each a list of needs, each a list of terms of which any will do. */
    function alternativesOf(clause, word) {
      if (clause.wildcard) return [[expand(word)]];
      var alternatives = text.queryTerms(word).map(function (terms) {
        return terms.map(function (term) { return [term]; });
      });
      if (clause.edits && alternatives[0].length === 1) return [[expand(alternatives[0][0][0], clause.edits)]];
      alternatives.forEach(function (needs, number) {
        var last = needs[needs.length - 1], piece = number || needs.length > 1 ? lastPiece(word) : text.together(word) || word;
        if (clause.open) last.push.apply(last, growth(text.hasUnspaced(piece) ? last[0] : piece));
        else if (text.hasUnspaced(last[0]) && Array.from(last[0]).length === 1) last.push.apply(last, expand(last[0] + "*"));
      });
      return alternatives;
    }

    function lastPiece(word) {
      return word.split(/[-']/).pop();
    }

    function met(alternatives, field) {
      var refs = new Set();
      alternatives.forEach(function (needs) {
        var sets = needs.map(function (terms) { return refsOf(terms, field); });
        sets[0].forEach(function (ref) {
          if (sets.every(function (set) { return set.has(ref); })) refs.add(ref);
        });
      });
      return refs;
    }

    /* One clause with its terms (to mark), its lunr clauses (to score) and its papers. */
    function plan(clause) {
      var exact = [], grown = [], refs = null;
      clause.words.forEach(function (word) {
        var alternatives = alternativesOf(clause, word), terms = alternatives.flat();
        terms.forEach(function (each) {
          exact.push(each[0]);
          grown.push.apply(grown, each);
        });
        if (clause.phrase && text.STOP_WORDS.has(word) && clause.words.length > 1) return;
        var found = met(alternatives, clause.field);
        refs = refs === null ? found : new Set(Array.from(refs).filter(function (ref) { return found.has(ref); }));
      });
      refs = refs || new Set();
      if (clause.phrase) refs = new Set(Array.from(refs).filter(function (ref) { return hasPhrase(ref, clause); }));
      return { clause: clause, exact: exact.filter(inIndex), terms: Array.from(new Set(grown)).filter(inIndex), refs: refs };
    }

    function hasPhrase(ref, clause) {
      var sought = pieces(clause.words);
      return phraseTexts(store.papers[places.get(ref)], clause.field).some(function (shown) {
        var have = pieces(text.words(text.fold(shown)));
        return have.some(function (_piece, start) {
          return sought.every(function (piece, at) { return have[start + at] === piece; });
        });
      });
    }

    function pieces(words) {
      return words.flatMap(function (word) { return word.split(/[-']/).map(text.termOf); });
    }

    function phraseTexts(card, field) {
      var topics = (card.topics || []).map(function (place) { return store.topics[place][0]; });
      var texts = { title: [card.title], authors: card.authors || [], topics: topics, organizations: card.organizations || [],
                    abstract: [card.text || ""], notes: [card.note || ""] };
      return field ? texts[field] : Object.values(texts).flat();
    }

    function scores(plans) {
      var found = new Map();
      var scored = plans.filter(function (each) { return each.clause.role !== "not" && each.terms.length; });
      if (!scored.length) return found;
      index.query(function (built) {
        scored.forEach(function (each) {
          var clause = each.clause, exact = new Set(each.exact);
          each.terms.forEach(function (term) {
            var boost = clause.boost * (clause.open && exact.has(term) ? EXACT_BOOST : 1);
            built.clause({ term: term, fields: clause.field ? [clause.field] : index.fields, boost: boost, usePipeline: false });
          });
        });
      }).forEach(function (result) { found.set(result.ref, result.score); });
      return found;
    }

    function answerOf(parsed) {
      var plans = parsed.clauses.map(plan), scored = scores(plans);
      function having(role) { return plans.filter(function (each) { return each.clause.role === role; }); }
      var needs = having("need"), nots = having("not"), wants = having("want");
      function allowed(ref) { return !nots.some(function (each) { return each.refs.has(ref); }); }
      function better(a, b) { return (scored.get(b) || 0) - (scored.get(a) || 0) || places.get(a) - places.get(b); }
      function count(ref) { return needs.filter(function (each) { return each.refs.has(ref); }).length; }
      var pool = needs.length ? Array.from(needs[0].refs) : wants.length ? Array.from(scored.keys()) : packed.refs.slice();
      var all = pool.filter(function (ref) { return count(ref) === needs.length && allowed(ref); }).sort(better);
      var inAll = new Set(all);
      var some = Array.from(scored.keys()).filter(function (ref) {
        return !inAll.has(ref) && count(ref) > 0 && allowed(ref);
      }).sort(function (a, b) { return count(b) - count(a) || better(a, b); });
      return { plans: plans, needs: needs.length, all: all, some: some, scored: scored };
    }

    /* What is typed → what is shown. `typing` takes the last word as the beginning of one, `any` asks for papers that
     * have some of the words though others have all. */
    function search(typed, options) {
      var parsed = query.parse(typed, options.typing), found = answerOf(parsed), last = parsed.clauses[parsed.clauses.length - 1];
      if (!parsed.clauses.length) {
        return { kind: "empty", total: 0, others: 0, words: 0, hits: [], remarks: parsed.remarks };
      }
      if (!found.all.length && !options.typing) {
        var grown = query.parse(typed.trimEnd(), true), again = answerOf(grown);
        if (again.all.length) found = again;
      }
      var some = options.any || !found.all.length, refs = some ? found.all.concat(found.some) : found.all;
      var terms = marked(found.plans);
      return {
        kind: !refs.length ? "none" : some && found.some.length ? "some" : "all",
        total: refs.length,
        others: some ? 0 : found.some.length,
        words: found.needs,
        hits: refs.slice(0, options.limit).map(function (ref) { return hit(ref, terms, found.scored.get(ref) || 0); }),
        remarks: parsed.remarks
      };
    }

    /* The terms to mark in names, and those to mark in running text, where stop words are not looked for. */
    function marked(plans) {
      var terms = plans.flatMap(function (each) {
        return each.clause.role === "not" || each.clause.words[0] === "*" ? [] : each.terms;
      });
      return {
        names: new Set(terms),
        text: new Set(terms.filter(function (term) { return !text.STOP_WORDS.has(term); }))
      };
    }

    function hit(ref, terms, score) {
      var card = store.papers[places.get(ref)];
      var inNote = card.note && !anyMark(card.text, terms.text) && anyMark(card.note, terms.text);
      return {
        ref: ref, score: score, href: card.href,
        title: snippet.mark(card.title, terms.names),
        by: snippet.mark(byline(card, terms.names), terms.names),
        say: snippet.snippet(inNote ? card.note : card.text || card.note || "", terms.text),
        note: Boolean(inNote),
        topics: (card.topics || []).map(function (place) { return store.topics[place]; }),
        organizations: card.organizations || [], date: card.date || null, mark: card.mark || null,
        rating: card.rating || null, code: Boolean(card.code)
      };
    }

    function anyMark(shown, terms) {
      return Boolean(shown) && snippet.markSpans(shown, terms).length > 0;
    }

    /* The first authors, and those further down that were found. */
    function byline(card, terms) {
      var authors = card.authors || [];
      if (!authors.length) return card.by || "";
      var shown = authors.filter(function (name, place) { return place < ROW_AUTHORS || anyMark(name, terms); });
      var rest = authors.length - shown.length, names = shown.join(", ");
      if (rest) names += " and " + rest + " more";
      return card.truncated ? names + " et al." : names;
    }

    return { index: index, search: search, count: packed.refs.length };
  }

  root.sitegenIndex = { open: open, unpack: unpack, completions: completions };
})(globalThis);
