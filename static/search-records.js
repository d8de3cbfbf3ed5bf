/* Records of terms: in which documents a term stands, and with what weight. The files say how often it stands where; its
 * weight is computed here, by the formula and in the order of operations of lunr.Builder. */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers, VALUES = numbers.VALUES, ENDS = numbers.ENDS, BASE = numbers.BASE;

  var K1 = 1.2, B = 0.75;
  var LENGTHS_APART = "abstract"; /* its lengths follow from the order of the documents */
  var MOST_KEPT = 12e6; /* bytes of decoded records that stay in memory */

  var encoder = new TextEncoder();

  /* 1 What stands in the files */

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

  /* 2 Weights */

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

    return {
      has: function (term) { return records.has(term); },
      get: get,
      /* The record of a term, of its text in the files: `order` (only to compare), and for each field null or the documents,
       * rising, with their weights. */
      read: function (term, text) { return keep(decoded(term, text)); }
    };
  }

  root.sitegenRecords = { open: open };
})(globalThis);
