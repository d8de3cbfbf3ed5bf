/* The terms of the index: where each stands and with what weight, and which terms a pattern means. The files say how often
 * a term stands where; its weight is computed here, by the formula and in the order of operations of lunr.Builder. */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers, VALUES = numbers.VALUES, ENDS = numbers.ENDS, BASE = numbers.BASE;

  var K1 = 1.2, B = 0.75;
  var LENGTHS_APART = "abstract"; /* its lengths follow from the order of the documents */
  var MOST_KEPT = 12e6; /* bytes of decoded records that stay in memory */
  var MOST_EXPANSIONS = 64, MOST_EXPANDED = 5000;
  var MOST_EDITS = 4; /* lunr's automaton of a word and five edits takes minutes */

  var encoder = new TextEncoder();

  /* 1 Records */

  /* The text of a record as document numbers, counts and lengths; weights come after, when it is known how often the term
   * stands in all fields. An entry of `fields` is null where the term is not in the field. */
  function readRecord(text, fieldCount, lengthsApart) {
    var digits = encoder.encode(text), at = 0;

    function next() {
      var digit = VALUES[digits[at++]];
      return digit < ENDS ? digit : further(digit);
    }

    function further(number) {
      for (var worth = BASE, digit = ENDS; digit >= ENDS && at < digits.length; worth *= BASE) {
        digit = VALUES[digits[at++]];
        number += digit * worth;
      }
      return number;
    }

    /* Where all postings of a query are read: what most of them are is read without a call. */
    function readField(field) {
      var count = next(), docs = new Uint32Array(count), counts = new Float64Array(count);
      var lengths = field === lengthsApart ? null : new Uint32Array(count), doc = -1;
      for (var place = 0; place < count; place++) {
        var step = VALUES[digits[at++]];
        if (step >= ENDS) step = further(step);
        doc += (step >> 1) + 1;
        docs[place] = doc;
        counts[place] = step & 1 ? next() + 2 : 1;
        if (lengths) lengths[place] = next() + 1;
      }
      return { docs: docs, counts: counts, lengths: lengths };
    }

    var position = next(), mask = next(), fields = [];
    for (var field = 0; field < fieldCount; field++) fields.push(mask >> field & 1 ? readField(field) : null);
    return { position: position, fields: fields };
  }

  /* Where a term came first: lunr numbers terms so, and adds up in this order. Only comparing means something. */
  function orderOf(record) {
    var first = Infinity;
    record.fields.forEach(function (postings, field) {
      if (postings) first = Math.min(first, postings.docs[0] * record.fields.length + field);
    });
    return first * 0x1000000 + record.position;
  }

  function idf(documentCount, documentsWithTerm) {
    return Math.log(1 + Math.abs((documentCount - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5)));
  }

  /* Counts become weights, in place. Neighbours are often alike: papers are in the order of their abstracts' lengths. */
  function weigh(postings, rarity, boost, average, lengthOf) {
    var weights = postings.counts, lastCount = 0, lastLength = 0, weight = 0;
    for (var place = 0; place < weights.length; place++) {
      var count = weights[place];
      var length = postings.lengths ? postings.lengths[place] : lengthOf[postings.docs[place]];
      if (count !== lastCount || length !== lastLength) {
        weight = rarity * ((K1 + 1) * count) / (K1 * (1 - B + B * (length / average)) + count);
        weight *= boost;
        weight = Math.round(weight * 1000) / 1000;
        lastCount = count;
        lastLength = length;
      }
      weights[place] = weight;
    }
    return { docs: postings.docs, weights: weights };
  }

  /* The length of each document's abstract, from steps (of either sign, zig-zag) and how many documents they hold for. */
  function lengthsOf(runs, count) {
    var read = numbers.reader(runs, 0), lengths = new Uint32Array(count), length = 0, at = 0;
    while (read.more()) {
      var step = read.next(), end = read.next() + at;
      length += step & 1 ? -(step + 1) / 2 : step / 2;
      lengths.fill(length, at, end);
      at = end;
    }
    return lengths;
  }

  /* 2 Sorted lists */

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

  /* 3 Patterns */

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

  /* 4 The index */

  function open(files, lunr) {
    var manifest = files.manifest, firsts = numbers.frontCoded(manifest.shards), count = manifest.count;
    var fields = manifest.fields.map(function (field) { return field[0]; });
    var boosts = manifest.fields.map(function (field) { return field[1] || 1; });
    var lengthsApart = fields.indexOf(LENGTHS_APART), lengthOf = lengthsOf(manifest.runs, count);
    var averages = manifest.lengths.map(function (total) { return total / count; });
    var contents = new WeakMap(), records = new Map(), size = 0, expansions = new Map(), words = null;

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

    /* A term's record: `order` (only to compare), and for each field null or the documents, rising, with their weights. */
    function find(term) {
      var record = records.get(term);
      if (record) {
        records.delete(term);
        records.set(term, record);
        return record;
      }
      var text = textOf(term);
      return text && !files.lacking() ? keep(decoded(term, text)) : null;
    }

    function decoded(term, text) {
      var read = readRecord(text, fields.length, lengthsApart);
      var total = read.fields.reduce(function (sum, postings) { return sum + (postings ? postings.docs.length : 0); }, 0);
      var rarity = idf(count, total);
      return {
        term: term, order: orderOf(read), size: 300 + 12 * total,
        fields: read.fields.map(function (postings, field) {
          return postings && weigh(postings, rarity, boosts[field], averages[field], lengthOf);
        })
      };
    }

    function keep(record) {
      records.set(record.term, record);
      size += record.size;
      for (var oldest = records.values(); size > MOST_KEPT;) {
        var dropped = oldest.next().value;
        if (dropped === record) break;
        records.delete(dropped.term);
        size -= dropped.size;
      }
      return record;
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
      if (parts.every(Boolean)) words = root.sitegenVocabulary.open(parts, manifest.terms);
      return words;
    }

    function expandAnew(pattern, edits) {
      if (edits === undefined && /^[^*]+\*+$/.test(pattern)) {
        return starting(pattern.replace(/\*+$/, ""), Infinity).slice().sort(byLunrsOrder);
      }
      var found = matching(pattern, edits);
      return found ? tokenSetOf(lunr, found).intersect(soughtBy(pattern, edits)).toArray() : [];
    }

    function soughtBy(pattern, edits) {
      if (edits > MOST_EDITS) throw new RangeError("At most " + MOST_EDITS + " letters of a word may differ.");
      return lunr.TokenSet.fromClause(edits === undefined ? { term: pattern } : { term: pattern, editDistance: edits });
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
      count: count, fields: fields, find: find, has: has, expand: expand, matching: matching, commonest: commonest, starting: starting,
      vocabulary: vocabulary,
      lacking: files.lacking,
      get kept() { return size; },
      /* Drops all that was decoded. */
      forget: function () {
        records.clear();
        expansions.clear();
        words = null;
        size = 0;
      }
    };
  }

  root.sitegenTerms = { open: open, tokenSetOf: tokenSetOf, MOST_EDITS: MOST_EDITS };
})(globalThis);
