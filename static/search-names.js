/* Columns of names: who wrote which papers, and where they come from. sitegen/search/column_names.py says how they are
 * made: names of a kind have numbers, those with the most papers first, and their papers stand in tiers. */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers, facts = root.sitegenFacts;

  var MOST_PARTS = 64; /* files of papers with their names that are loaded for one count */

  /* The place of the last item that is not above `sought`, in a sorted list. */
  function lastUpTo(list, sought) {
    var low = -1, high = list.length;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (list[middle] <= sought) low = middle;
      else high = middle;
    }
    return low;
  }

  /* How many of some documents are members. */
  function countIn(docs, member, from, to) {
    for (var at = from, found = 0; at < to; at++) found += member[docs[at]];
    return found;
  }

  /* `kind` is "authors" or another kind of names; null where the list has none. */
  function open(files, kind) {
    var entry = files.manifest.columns.names[kind], read = new Map();
    if (!entry) return null;
    var tiers = numbers.list(entry.tiers), firstSlugs = numbers.frontCoded(entry.first);
    var sizes = tiers.filter(function (_number, at) { return at % 2 === 0; });
    var mosts = tiers.filter(function (_number, at) { return at % 2 === 1; });
    var tierStarts = facts.startsOf(sizes);
    var telling = mosts.filter(function (most) { return most > 1; }).length;

    /* What a file holds, decoded once; null while it is not there. */
    function once(name, decode) {
      var payload;
      if (!read.has(name)) {
        payload = files.get(name);
        if (!payload) return null;
        read.set(name, decode(payload));
      }
      return read.get(name);
    }

    /* The papers of a tier's names, and where those of each begin. */
    function tier(place) {
      return once(kind + place, function (payload) {
        var runs = numbers.list(payload[0]), lengths = new Uint32Array(sizes[place]), at = 0;
        for (var run = 0; run < runs.length; run += 2) lengths.fill(runs[run], at, at += runs[run + 1]);
        var starts = facts.startsOf(lengths);
        return { starts: starts, docs: facts.rise(numbers.list(payload[1]), starts) };
      });
    }

    /* The papers of a name, rising; null while the file is not there. */
    function docsOf(number) {
      var place = lastUpTo(tierStarts, number), found = tier(place), at = number - tierStarts[place];
      return found && found.docs.subarray(found.starts[at], found.starts[at + 1]);
    }

    /* The number of the name with a slug: -1 where there is none, null while the file is not there. */
    function numberOf(slug) {
      var place = lastUpTo(firstSlugs, slug), payload = place < 0 ? null : files.get(kind + "-slugs" + place);
      if (place < 0) return -1;
      if (!payload) return null;
      var at = numbers.frontCoded(payload[0]).indexOf(slug);
      return at < 0 ? -1 : numbers.list(payload[1])[at];
    }

    /* A name as `label`, and its `slug`; null while the file is not there. */
    function nameOf(number) {
      var payload = files.get(kind + "-names" + Math.floor(number / entry.names)), line = number % entry.names;
      if (!payload) return null;
      var name = payload[0].split("\n")[line];
      return { label: name, slug: payload[1].split("\n")[line] || facts.plainSlug(name, 0) };
    }

    /* The names of one part of papers, and where those of each begin. */
    function namesOf(part) {
      return once(kind + "-papers" + part, function (payload) {
        var starts = facts.startsOf(numbers.list(payload[0]));
        return { starts: starts, numbers: facts.rise(numbers.list(payload[1]), starts) };
      });
    }

    /* Whether it takes less to load the papers of some documents than the tiers that are likely to be needed: all of them
     * where there may be fewer than `most` names, else those with names of more than one paper. */
    function isEasierByPaper(docs, most) {
      var parts = new Set();
      for (var at = 0; at < docs.length && parts.size <= MOST_PARTS; at++) parts.add(Math.floor(docs[at] / entry.papers));
      var share = parts.size * entry.papers / files.manifest.count;
      return sizes.length > 1 && parts.size <= MOST_PARTS && share * sizes.length < (docs.length < most ? sizes.length : telling);
    }

    function countByPaper(docs) {
      var counts = new Map(), lacking = false;
      docs.forEach(function (doc) {
        var found = namesOf(Math.floor(doc / entry.papers)), at = doc % entry.papers;
        lacking = lacking || !found;
        if (found) found.numbers.subarray(found.starts[at], found.starts[at + 1]).forEach(function (number) {
          counts.set(number, (counts.get(number) || 0) + 1);
        });
      });
      return lacking ? null : Array.from(counts).sort(function (one, other) { return other[1] - one[1] || one[0] - other[0]; });
    }

    /* It is over where nobody that is left has more papers in all than the last of the best has among these. */
    function countByName(docs, most) {
      var member = new Uint8Array(files.manifest.count), best = [], least = 0;
      for (var each = 0; each < docs.length; each++) member[docs[each]] = 1;

      function enter(number, count) {
        var to = best.length;
        while (to && best[to - 1][1] < count) to--;
        best.splice(to, 0, [number, count]);
        best.length = Math.min(best.length, most);
        if (best.length === most) least = best[most - 1][1];
      }

      function count(first, found) {
        for (var at = 0; at + 1 < found.starts.length && found.starts[at + 1] - found.starts[at] > least; at++) {
          var shared = countIn(found.docs, member, found.starts[at], found.starts[at + 1]);
          if (shared > least) enter(first + at, shared);
        }
      }

      for (var place = 0; place < sizes.length && mosts[place] > least; place++) {
        var found = tier(place);
        if (!found) return ask(place, least);
        count(tierStarts[place], found);
      }
      return best;
    }

    /* Asks for as many tiers more as were counted in vain, so that there are few rounds of loading. */
    function ask(place, least) {
      for (var ahead = place; ahead <= 2 * place && ahead < sizes.length && mosts[ahead] > least; ahead++) tier(ahead);
      return null;
    }

    /* The names of the most of some documents (a typed array), as [number, count], `most` of them; of equals those with
     * more papers in all come first. Null while a file is not there. */
    function frequent(docs, most) {
      if (!docs.length) return [];
      if (!isEasierByPaper(docs, most)) return countByName(docs, most);
      var counted = countByPaper(docs);
      return counted && counted.slice(0, most);
    }

    function countOf(number, docs) {
      var own = new Set(docsOf(number));
      return docs.filter(function (doc) { return own.has(doc); }).length;
    }

    return { docsOf: docsOf, numberOf: numberOf, nameOf: nameOf, frequent: frequent, countOf: countOf };
  }

  root.sitegenNames = { open: open };
})(globalThis);
