/* Orders of papers: by date, score, title, rating and by when they came. Each is a rank for every paper; papers of one
 * rank stay as they stood, so that one order within another is that of sorting by the inner one first. */
(function (root) {
  "use strict";

  var facts = root.sitegenFacts;

  function open(columns) {
    var known = new Map();

    /* The largest number first, and 0, which stands for none, last. */
    function falling(values) {
      var most = values.reduce(function (one, other) { return Math.max(one, other); }, 0);
      return { each: Uint32Array.from(values, function (value) { return most - value; }), count: most + 1 };
    }

    var RANKS = {
      date: function () { return columns.dates(); },
      oldest: function () {
        var dates = columns.dates();
        return dates && {
          each: dates.each.map(function (rank) { return rank < dates.undated ? dates.undated - 1 - rank : rank; }), count: dates.count
        };
      },
      score: function () { return columns.scores() && falling(columns.scores()); },
      rating: function () { return columns.states() && falling(columns.states().rating); },
      title: function () { return columns.titles() && { each: columns.titles(), count: columns.titles().length + 1 }; },
      added: function () {
        var added = columns.added(), last = added && added.reduce(function (one, other) { return Math.max(one, other); }, 0) + 1;
        return added && { each: added.map(function (rank) { return rank || last; }), count: last + 1 };
      }
    };

    function ranks(name) {
      var found = known.get(name) || (RANKS[name] || RANKS.date)();
      if (found) known.set(name, found);
      return found;
    }

    /* The documents in an order; none while a file is not there. */
    function sorted(docs, name) {
      var rank = ranks(name), counts = new Uint32Array(rank ? rank.count : 0), list = new Uint32Array(rank ? docs.length : 0);
      if (!rank) return list;
      for (var at = 0; at < docs.length; at++) counts[rank.each[docs[at]]]++;
      var next = facts.startsOf(counts);
      for (var place = 0; place < docs.length; place++) list[next[rank.each[docs[place]]]++] = docs[place];
      return list;
    }

    return { sorted: sorted };
  }

  root.sitegenOrders = { open: open, NAMES: ["date", "oldest", "score", "title", "rating", "added"] };
})(globalThis);
