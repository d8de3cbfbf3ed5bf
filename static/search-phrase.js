/* Phrases: whether words stand together in what a paper's fields say. The index does not know; the texts are read. */
(function (root) {
  "use strict";

  var text = root.sitegenText;

  var MOST_READ = 300; /* papers whose texts are read for a query, best first */
  var BATCH = 64; /* of them at once, so that a question that nobody waits for any more loads no more than these */
  var MOST_KNOWN = 20000;

  /* The pieces of words as they are compared: stems, and single characters where there are no spaces. */
  function pieces(words) {
    return words.flatMap(function (word) {
      return word.split(/[-']/).flatMap(function (piece) {
        return text.hasUnspaced(piece) ? Array.from(piece) : [text.termOf(piece)];
      });
    });
  }

  function stands(sought, shown) {
    var have = pieces(text.words(text.fold(shown)));
    return have.some(function (_piece, start) {
      return sought.every(function (piece, at) { return have[start + at] === piece; });
    });
  }

  function open(index, store, topics) {
    var known = new Map(); /* verdicts, by phrase and document */

    var READ = {
      title: function (doc) { return ofCard(doc, function (card) { return [card.title]; }); },
      authors: function (doc) { return ofCard(doc, function (card) { return card.authors; }); },
      topics: function (doc) {
        return ofCard(doc, function (card) { return card.topics.map(function (place) { return topics[place][0]; }); });
      },
      organizations: function (doc) { return ofCard(doc, function (card) { return card.organizations; }); },
      abstract: function (doc) { return ofText(doc, "abstract"); },
      notes: function (doc) { return ofText(doc, "note"); }
    };

    function ofCard(doc, read) {
      var card = store.card(doc);
      return card ? read(card) : [];
    }

    function ofText(doc, name) {
      var texts = store.text(doc);
      return texts && texts[name] ? [texts[name]] : [];
    }

    function hasPhrase(plan, doc) {
      var bits = plan.papers[doc], sought = pieces(plan.clause.words);
      return index.fields.some(function (field, place) {
        return bits >> place & 1 && READ[field](doc).some(function (shown) { return stands(sought, shown); });
      });
    }

    /* Whether a paper has the phrase of a plan; what was read once is known. */
    function verdict(plan, doc) {
      var key = plan.clause.field + ":" + plan.clause.words.join(" ") + ":" + doc, found = known.get(key);
      if (found === undefined) {
        found = hasPhrase(plan, doc);
        if (!index.lacking()) {
          if (known.size >= MOST_KNOWN) known.clear();
          known.set(key, found);
        }
      }
      return found;
    }

    /* Reads the first of some papers, MOST_READ with the `read` ones before, and takes those out of the plans' papers that
     * have the words but not the phrase. Gives the papers that were not read. */
    function check(plans, docs, read) {
      var end = Math.min(docs.length, MOST_READ - read);
      for (var from = 0; from < end && !index.lacking(); from += BATCH) {
        docs.slice(from, Math.min(from + BATCH, end)).forEach(function (doc) {
          plans.forEach(function (plan) {
            if (plan.papers[doc] && !verdict(plan, doc)) plan.papers[doc] = 0;
          });
        });
      }
      return docs.slice(end);
    }

    return { check: check };
  }

  root.sitegenPhrases = { open: open, MOST_READ: MOST_READ };
})(globalThis);
