/* The index in memory: which terms there are, in which papers each stands, and how well papers fit some terms. */
(function (root) {
  "use strict";

  var text = root.sitegenText;

  var PIPELINE = "sitegen-terms";
  var WEIGHT_UNIT = 1000;

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
    /* `grokk`: the stem of `grokking` has lost the doubled letter already. */
    var doubled = /([^aeiouylsz])\1$/.test(word) ? [text.termOf(word + "ing")] : [];
    return doubled.concat(ENDINGS.flatMap(function (ending) {
      var stems = [];
      for (var have = 1; have < ending.length; have++) {
        if (word.length > have + 1 && word.endsWith(ending.slice(0, have))) stems.push(text.termOf(word + ending.slice(have)));
      }
      return stems;
    }));
  }

  /* Papers are named by their ids (`refs`, in the order of the index). */
  function open(lunr, packed) {
    var index = unpack(lunr, packed);
    var places = new Map(packed.refs.map(function (ref, place) { return [ref, place]; }));

    function has(term) {
      return term in index.invertedIndex;
    }

    /* The terms that a pattern with `*` stands for, or that differ from a term by some letters. */
    function expand(pattern, edits) {
      var clause = { term: pattern };
      if (edits) clause.editDistance = edits;
      return index.tokenSet.intersect(lunr.TokenSet.fromClause(clause)).toArray();
    }

    /* The terms of all words that begin so. */
    function growth(beginning) {
      return expand(beginning + "*").concat(completions(beginning).filter(has));
    }

    /* The papers that hold any of the terms, in one field or in any. */
    function refsOf(terms, field) {
      var refs = new Set();
      terms.filter(has).forEach(function (term) {
        (field ? [field] : index.fields).forEach(function (each) {
          Object.keys(index.invertedIndex[term][each]).forEach(function (ref) { refs.add(ref); });
        });
      });
      return refs;
    }

    /* lunr's score of every paper that holds any of the terms, each [term, field or null, boost]. */
    function scores(weighted) {
      var found = new Map();
      if (!weighted.length) return found;
      index.query(function (built) {
        weighted.forEach(function (each) {
          var fields = each[1] ? [each[1]] : index.fields;
          built.clause({ term: each[0], fields: fields, boost: each[2], usePipeline: false });
        });
      }).forEach(function (result) { found.set(result.ref, result.score); });
      return found;
    }

    return {
      refs: packed.refs, placeOf: function (ref) { return places.get(ref); },
      has: has, expand: expand, growth: growth, refsOf: refsOf, scores: scores, lunr: index
    };
  }

  root.sitegenIndex = { open: open };
})(globalThis);
