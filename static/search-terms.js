/* The terms of the index: in which file the record of each stands, and which terms a pattern means. */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers;

  var MOST_EXPANSIONS = 64, MOST_EXPANDED = 5000;
  var MOST_EDITS = 4; /* lunr's automaton of a word and five edits takes minutes */

  /* 1 Sorted lists */

  /* The first place of a sorted list that is not before `term`. */
  function placeOf(list, term) {
    var low = 0, high = list.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (list[middle] < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /* 2 Patterns */

  /* lunr's set of some sorted terms, as a plain tree: lunr's own builder would join nodes that only look alike. */
  function tokenSetOf(lunr, terms) {
    var path = [new lunr.TokenSet()], before = "";
    terms.forEach(function (term) {
      var at = 0;
      while (at < before.length && before[at] === term[at]) at++;
      path.length = at + 1;
      for (; at < term.length; at++) path.push(path[at].edges[term[at]] = new lunr.TokenSet());
      path[at].final = true;
      before = term;
    });
    return path[0];
  }

  /* In what order lunr lists the terms that begin alike: from the last letter to the first, digits after all else, a term
   * before those that go on. */
  function byLunrsOrder(one, other) {
    var at = 0, end = Math.min(one.length, other.length);
    while (at < end && one[at] === other[at]) at++;
    if (at === end) return one.length - other.length;
    return rank(other.charCodeAt(at)) - rank(one.charCodeAt(at));
  }

  function rank(code) {
    return code >= 48 && code <= 57 ? code - 58 : code;
  }

  /* 3 The index */

  function open(files) {
    var manifest = files.manifest, firsts = numbers.frontCoded(manifest.shards);
    var contents = new WeakMap(), records = root.sitegenRecords.open(manifest), expansions = new Map(), words = null;

    function lunr() {
      return files.later("lunr");
    }

    /* The terms of a shard, and where their records begin. */
    function shard(place) {
      var payload = files.get("t" + place), content = payload && contents.get(payload);
      if (payload && !content) {
        var starts = [0];
        numbers.list(payload[1]).forEach(function (length, at) { starts.push(starts[at] + length); });
        content = { terms: numbers.frontCoded(payload[0]), starts: Uint32Array.from(starts), records: payload[2] };
        contents.set(payload, content);
      }
      return content;
    }

    function recordIn(place, term) {
      var content = shard(place), at = content ? placeOf(content.terms, term) : -1;
      return content && content.terms[at] === term ? content.records.slice(content.starts[at], content.starts[at + 1]) : "";
    }

    /* A long record begins a shard and goes on in those that begin with the same term. */
    function textOf(term) {
      var place = placeOf(firsts, term), text = "";
      if (firsts[place] !== term) return place ? recordIn(place - 1, term) : "";
      for (; firsts[place] === term; place++) text += recordIn(place, term);
      return text;
    }

    function has(term) {
      if (records.has(term)) return true;
      if (words) return words.at(term) >= 0;
      var place = placeOf(firsts, term);
      if (firsts[place] === term) return true;
      return place > 0 && recordIn(place - 1, term) !== "";
    }

    /* A term's record (search-records.js); null where there is none, or while its file is not there. */
    function find(term) {
      var record = records.get(term), text = record ? "" : textOf(term);
      return record || (text && !files.lacking() ? records.read(term, text) : null);
    }

    /* The sorted terms that begin so, or null if they stand in more than `mostShards` files. */
    function starting(prefix, mostShards) {
      var from = placeOf(firsts, prefix), to = from, found = [];
      if (from > 0 && firsts[from] !== prefix) from--;
      while (to < firsts.length && firsts[to].startsWith(prefix)) to++;
      if (to - from > mostShards) return null;
      for (var place = from; place < to; place++) {
        var terms = (shard(place) || { terms: [] }).terms;
        for (var at = placeOf(terms, prefix); at < terms.length && terms[at].startsWith(prefix); at++) {
          if (terms[at] !== found[found.length - 1]) found.push(terms[at]);
        }
      }
      return found;
    }

    /* All terms (search-vocabulary.js); null until they are loaded. */
    function vocabulary() {
      if (words) return words;
      var parts = numbers.frontCoded(manifest.vocabulary).map(function (_first, place) { return files.get("v" + place); });
      if (parts.every(Boolean)) words = files.later("sitegenVocabulary").open(parts, manifest.terms);
      return words;
    }

    function expandAnew(pattern, edits) {
      if (edits === undefined && /^[^*]+\*+$/.test(pattern)) {
        return starting(pattern.replace(/\*+$/, ""), Infinity).slice().sort(byLunrsOrder);
      }
      var found = matching(pattern, edits);
      return found ? tokenSetOf(lunr(), found).intersect(soughtBy(pattern, edits)).toArray() : [];
    }

    function soughtBy(pattern, edits) {
      if (edits > MOST_EDITS) throw new RangeError("At most " + MOST_EDITS + " letters of a word may differ.");
      return lunr().TokenSet.fromClause(edits === undefined ? { term: pattern } : { term: pattern, editDistance: edits });
    }

    /* The same terms as `expand` gives, sorted, without the trouble of lunr's order; null until the vocabulary is there. */
    function matching(pattern, edits) {
      var all = vocabulary();
      return all && all.matching(soughtBy(pattern, edits));
    }

    /* How many terms a pattern holds (`total`) and the `most` commonest of them (`terms`); null until the vocabulary is there. */
    function commonest(pattern, edits, most) {
      var key = most + " " + pattern + (edits === undefined ? "" : "~" + edits), found = expansions.get(key), all = vocabulary();
      if (found || !all) return found || null;
      found = all.commonest(soughtBy(pattern, edits), most);
      remember(key, found);
      return found;
    }

    function remember(key, found) {
      if (expansions.size >= MOST_EXPANSIONS) expansions.delete(expansions.keys().next().value);
      expansions.set(key, found);
    }

    /* The terms that lunr's pattern stands for, or that differ from a term by at most `edits` letters, in the order in which
     * lunr lists them. Without `edits` and stars it is the term itself, if it is there. */
    function expand(pattern, edits) {
      if (edits === undefined && !pattern.includes("*")) return has(pattern) ? [pattern] : [];
      var key = pattern + (edits === undefined ? "" : "~" + edits), found = expansions.get(key);
      if (found) return found;
      found = expandAnew(pattern, edits);
      if (!files.lacking() && found.length <= MOST_EXPANDED) remember(key, found);
      return found;
    }

    return {
      count: manifest.count, fields: manifest.fields.map(function (field) { return field[0]; }), find: find, has: has,
      expand: expand, commonest: commonest, starting: starting, vocabulary: vocabulary, lacking: files.lacking
    };
  }

  root.sitegenTerms = { open: open };
})(globalThis);
