/* Records of terms: in which documents a term stands, and with what weight. The files say how often it stands where; its
 * weight is computed here, by the formula and in the order of operations of lunr.Builder. */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers;

  var K1 = 1.2, B = 0.75;
  var LENGTHS_APART = "abstract"; /* its lengths follow from the order of the documents */
  var COMMON_COUNTS = 16, COMMON_LENGTHS = 1024;
  var MOST_KEPT = 12e6; /* bytes of decoded records that stay in memory */

  /* 1 What stands in the files */

  /* The text of a record as document numbers, counts and lengths; weights come after, when it is known how often the term
   * stands in all fields. An entry of `fields` is null where the term is not in the field. All postings of a query are read
   * here, and those of its first question before the browser has translated a line: each step counts. */
  function readRecord(text, fieldCount, lengthsApart) {
    var list = numbers.list(text), position = list[0], mask = list[1], at = 2, fields = [];

    function readField(hasLengths) {
      var count = list[at], docs = new Uint32Array(count), counts = new Uint32Array(count).fill(1);
      var lengths = hasLengths ? new Uint32Array(count) : null, from = list, next = at + 1, doc = -1;
      for (var place = 0; place < count; place++) {
        var step = from[next++];
        doc += (step >> 1) + 1;
        docs[place] = doc;
        if (step & 1) counts[place] = from[next++] + 2;
        if (hasLengths) lengths[place] = from[next++] + 1;
      }
      at = next;
      return { docs: docs, counts: counts, lengths: lengths };
    }

    for (var field = 0; field < fieldCount; field++) fields.push(mask >> field & 1 ? readField(field !== lengthsApart) : null);
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

  /* 2 Weights */

  function idf(documentCount, documentsWithTerm) {
    return Math.log(1 + Math.abs((documentCount - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5)));
  }

  /* Counts become weights in thousandths, as lunr rounds them, in place. Nearly all are one of a few, since counts and lengths
   * are small: what was computed is kept. */
  function weigh(postings, rarity, boost, average, lengthOf) {
    var weights = postings.counts, docs = postings.docs, lengths = postings.lengths;
    var known = new Uint32Array(COMMON_COUNTS * COMMON_LENGTHS);
    for (var place = 0; place < weights.length; place++) {
      var count = weights[place], length = lengths ? lengths[place] : lengthOf[docs[place]];
      if (count < COMMON_COUNTS && length < COMMON_LENGTHS) {
        var key = length * COMMON_COUNTS + count;
        weights[place] = known[key] || (known[key] = weightOf(count, length / average, rarity, boost));
      } else {
        weights[place] = weightOf(count, length / average, rarity, boost);
      }
    }
    return { docs: docs, weights: weights };
  }

  function weightOf(count, length, rarity, boost) {
    var weight = rarity * ((K1 + 1) * count) / (K1 * (1 - B + B * length) + count);
    return Math.round(weight * boost * 1000);
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

  /* 3 The records that were asked for */

  function open(manifest) {
    var count = manifest.count, names = manifest.fields.map(function (field) { return field[0]; });
    var boosts = manifest.fields.map(function (field) { return field[1] || 1; });
    var lengthsApart = names.indexOf(LENGTHS_APART), lengthOf = lengthsOf(manifest.runs, count);
    var averages = manifest.lengths.map(function (total) { return total / count; });
    var records = new Map(), size = 0;

    /* A record that is kept, which thereby is the last to be dropped. */
    function get(term) {
      var record = records.get(term);
      if (record) {
        records.delete(term);
        records.set(term, record);
      }
      return record;
    }

    function decoded(term, text) {
      var read = readRecord(text, names.length, lengthsApart);
      var total = read.fields.reduce(function (sum, postings) { return sum + (postings ? postings.docs.length : 0); }, 0);
      var rarity = idf(count, total);
      return {
        term: term, order: orderOf(read), size: 300 + 8 * total,
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

    return {
      has: function (term) { return records.has(term); },
      get: get,
      /* The record of a term, of its text in the files: `order` (only to compare), and for each field null or the documents,
       * rising, with their weights in thousandths. */
      read: function (term, text) { return keep(decoded(term, text)); }
    };
  }

  root.sitegenRecords = { open: open };
})(globalThis);
