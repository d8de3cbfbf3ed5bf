/* lunr.Index.query on the sharded index: the same documents, in the same order, with the same scores to the last bit. For
 * that, numbers are added in lunr's order, and ties stay in the order in which lunr meets documents. */
(function (root) {
  "use strict";

  var text = root.sitegenText;

  var OPTIONAL = 1, REQUIRED = 2, PROHIBITED = 3; /* as in lunr.Query.presence */
  var BLOCKED = 255; /* a document that may not be a hit */
  var MOST_HELD = 24e6; /* bytes of records that a query keeps for itself */
  var UNIT = 1000; /* weights are thousandths */
  var MANY = 500; /* documents from which on the best are not sought among all */

  /* 1 Queries */

  /* A text in lunr's query language, read by lunr's own parser, as clauses, each with
   *   terms     what is looked for; a `*` in it stands for any letters,
   *   edits     how many letters may differ (left out where none may),
   *   fields    the names of the fields looked in,
   *   boost     what a match counts,
   *   presence  1 may be there, 2 must be there, 3 must not.
   * Throws lunr.QueryParseError, whose `message` says what is wrong. */
  function parse(lunr, typed, fields) {
    var query = new lunr.Query(fields);
    new lunr.QueryParser(typed, query).parse();
    return query.clauses.map(function (clause) {
      var read = {
        terms: clause.usePipeline ? text.searchTerms(clause.term) : [clause.term],
        fields: clause.fields, boost: clause.boost, presence: clause.presence
      };
      if ("editDistance" in clause) read.edits = clause.editDistance;
      return read;
    });
  }

  /* 2 What a query means on this index */

  /* Each clause with `found`, for each of its terms the terms of the index that it stands for. */
  function expanded(index, clauses) {
    return clauses.map(function (clause) {
      return Object.assign({}, clause, {
        places: clause.fields.map(function (name) { return index.fields.indexOf(name); }),
        found: clause.terms.map(function (term) { return index.expand(term, clause.edits); })
      });
    });
  }

  /* Nothing can match: something must be there that is nowhere. A required clause of which no term is left asks in vain as
   * well; there lunr throws, or finds nothing. */
  function impossible(clauses) {
    return clauses.some(function (clause) {
      return clause.presence === REQUIRED && !(clause.found.length && clause.found.every(function (terms) {
        return terms.length;
      }));
    });
  }

  /* The records of all terms that are met, each looked up once; of very many, the last ones each time anew. */
  function recordsOf(index) {
    var held = new Map(), size = 0;

    return function (term) {
      var record = held.get(term);
      if (record) return record;
      record = index.find(term);
      if (record && size < MOST_HELD) {
        held.set(term, record);
        size += record.size;
      }
      return record;
    };
  }

  function eachRecord(recordOf, clause, visit) {
    clause.found.forEach(function (terms) {
      terms.forEach(function (term) {
        var record = recordOf(term);
        if (record) visit(record);
      });
    });
  }

  /* For each document 0 if it may be a hit, else BLOCKED; null where all may. */
  function restrictions(index, recordOf, clauses, within) {
    var blocked = within ? Uint8Array.from(within, function (allowed) { return allowed ? 0 : BLOCKED; }) : null;
    clauses.forEach(function (clause) {
      if (clause.presence === OPTIONAL) return;
      var found = emptyRoomOf(index, "found", Uint8Array);
      eachRecord(recordOf, clause, function (record) {
        clause.places.forEach(function (field) {
          var postings = record.fields[field], docs = postings ? postings.docs : [];
          for (var at = 0; at < docs.length; at++) found[docs[at]] = 1;
        });
      });
      blocked = blocked || new Uint8Array(index.count);
      var wanted = clause.presence === REQUIRED ? 1 : 0;
      for (var doc = 0; doc < found.length; doc++) if (found[doc] !== wanted) blocked[doc] = BLOCKED;
    });
    return blocked;
  }

  /* The query vectors and the order in which lunr meets terms: `vectors` has for each field a Map from term to
   * [order, boost], and `met` every [term, field] once where there are documents. */
  function vectorsOf(index, recordOf, clauses) {
    var vectors = index.fields.map(function () { return new Map(); }), met = [];
    clauses.forEach(function (clause) {
      if (clause.presence === PROHIBITED) return;
      eachRecord(recordOf, clause, function (record) {
        clause.places.forEach(function (field) {
          var entry = vectors[field].get(record.term);
          if (entry) {
            entry[1] += clause.boost;
            return;
          }
          vectors[field].set(record.term, [record.order, clause.boost]);
          if (record.fields[field]) met.push([record.term, field]);
        });
      });
    });
    return { vectors: vectors, met: met };
  }

  /* 3 Scores */

  /* For each document the product of a field's query vector and its own, term by term in lunr's order. */
  function addProducts(recordOf, field, vector, dots) {
    var entries = Array.from(vector).sort(function (one, other) { return one[1][0] - other[1][0]; });
    entries.forEach(function (entry) {
      var boost = entry[1][1], postings = recordOf(entry[0]).fields[field];
      if (!postings) return;
      var docs = postings.docs, weights = postings.weights, lastWeight = 0, product = 0;
      for (var at = 0; at < docs.length; at++) {
        if (weights[at] !== lastWeight) {
          lastWeight = weights[at];
          product = lastWeight / UNIT * boost;
        }
        dots[docs[at]] += product;
      }
    });
  }

  /* The length of a query vector, to divide by. */
  function lengthOf(vector) {
    var entries = Array.from(vector.values()).sort(function (one, other) { return one[0] - other[0]; });
    return Math.sqrt(entries.reduce(function (sum, entry) { return sum + entry[1] * entry[1]; }, 0));
  }

  /* Room for one number for each document and use, taken again for each query: a megabyte and more, ten times a second,
   * would wait for the garbage collector. */
  var rooms = new WeakMap();

  function roomOf(index, use, type) {
    var room = rooms.get(index) || {}, list = room[use] || (room[use] = new type(index.count));
    rooms.set(index, room);
    return list;
  }

  function emptyRoomOf(index, use, type) {
    return roomOf(index, use, type).fill(0);
  }

  /* Adds the scores of a field to `scores`, to each document once: those of one more of its terms, of which `dots` has the
   * products, or null where the term is the only one. Documents met first are added to `met`. */
  function addScores(postings, dots, boost, magnitude, bit, seen, scores, met, size) {
    var docs = postings.docs, weights = postings.weights, lastWeight = 0, score = 0;
    for (var at = 0; at < docs.length; at++) {
      var doc = docs[at], before = seen[doc];
      if (before & bit) continue;
      seen[doc] = before | bit;
      if (dots) {
        score = dots[doc] / magnitude || 0;
      } else if (weights[at] !== lastWeight) {
        lastWeight = weights[at];
        score = lastWeight / UNIT * boost / magnitude || 0;
      }
      if (before) {
        scores[doc] += score;
      } else {
        scores[doc] = score;
        met[size++] = doc;
      }
    }
    return size;
  }

  /* The documents in the order in which lunr meets them, and `scores` for every document by its number. */
  function scored(index, recordOf, query, blocked) {
    var seen = blocked || emptyRoomOf(index, "seen", Uint8Array), scores = new Float64Array(index.count);
    var docs = roomOf(index, "docs", Uint32Array), size = 0, fields = new Map();

    function fieldOf(field) {
      var vector = query.vectors[field], dots = vector.size > 1 ? emptyRoomOf(index, "dots" + field, Float64Array) : null;
      if (dots) addProducts(recordOf, field, vector, dots);
      fields.set(field, { vector: vector, dots: dots, magnitude: lengthOf(vector) });
      return fields.get(field);
    }

    query.met.forEach(function (pair) {
      var term = pair[0], field = pair[1], its = fields.get(field) || fieldOf(field);
      var boost = its.vector.get(term)[1], postings = recordOf(term).fields[field];
      size = addScores(postings, its.dots, boost, its.magnitude, 1 << field, seen, scores, docs, size);
    });
    return { docs: docs.slice(0, size), scores: scores };
  }

  /* Every document that may be a hit, with nothing to score it by. */
  function everything(index, blocked) {
    var docs = new Uint32Array(index.count), size = 0;
    for (var doc = 0; doc < index.count; doc++) if (!blocked || !blocked[doc]) docs[size++] = doc;
    return { docs: docs.slice(0, size), scores: new Float64Array(index.count) };
  }

  function none(index) {
    return { docs: new Uint32Array(0), scores: new Float64Array(index.count) };
  }

  /* All hits of some clauses: `docs` in the order in which lunr meets them and before it sorts them, and `scores` for every
   * document by its number. `within` (optional) has for each document whether it may be a hit. While files are missing there
   * are no hits. */
  function run(index, clauses, within) {
    var plan = expanded(index, clauses), recordOf = recordsOf(index);
    if (index.lacking() || impossible(plan)) return none(index);
    plan.forEach(function (clause) { eachRecord(recordOf, clause, function () {}); });
    if (index.lacking()) return none(index);
    var blocked = restrictions(index, recordOf, plan, within);
    if (plan.every(function (clause) { return clause.presence === PROHIBITED; })) return everything(index, blocked);
    return scored(index, recordOf, vectorsOf(index, recordOf, plan), blocked);
  }

  /* 4 The best */

  /* The first of some numbers in an order that knows no equals. Few of many are picked in a heap, the worst of them on top. */
  function first(list, limit, order) {
    if (limit >= list.length / 8) return Uint32Array.from(list).sort(order).slice(0, limit);
    var heap = list.slice(0, limit);

    function sink(entry, at) {
      for (var child = 2 * at + 1; child < limit; child = 2 * at + 1) {
        if (child + 1 < limit && order(heap[child + 1], heap[child]) > 0) child++;
        if (order(heap[child], entry) < 0) break;
        heap[at] = heap[child];
        at = child;
      }
      heap[at] = entry;
    }

    for (var start = (limit >> 1) - 1; start >= 0; start--) sink(heap[start], start);
    for (var place = limit; place < list.length; place++) if (order(list[place], heap[0]) < 0) sink(list[place], 0);
    return heap.sort(order);
  }

  /* The first of some rising numbers by what `scoreOf` has for them, highest first; of equals the lower one. The best of the
   * first ones are soon so good that nearly all others need one look only. */
  function highest(list, limit, scoreOf) {
    var sample = Math.max(MANY, 8 * limit), order = function (one, other) { return scoreOf[other] - scoreOf[one] || one - other; };
    var picked = first(list.subarray(0, sample), limit, order), least = scoreOf[picked[limit - 1]];
    if (!limit || list.length <= sample) return picked;
    var better = Array.from(picked);
    for (var place = sample; place < list.length; place++) if (scoreOf[list[place]] > least) better.push(list[place]);
    return first(Uint32Array.from(better), limit, order);
  }

  /* The places of the best hits, best first, as lunr sorts them: by score, and in their order where scores are equal. */
  function best(result, limit) {
    var docs = result.docs, places = new Uint32Array(docs.length), scores = new Float64Array(docs.length);
    for (var place = 0; place < docs.length; place++) {
      places[place] = place;
      scores[place] = result.scores[docs[place]];
    }
    return highest(places, limit, scores);
  }

  root.sitegenEngine = {
    OPTIONAL: OPTIONAL, REQUIRED: REQUIRED, PROHIBITED: PROHIBITED, parse: parse, run: run, first: first, highest: highest, best: best,
    roomOf: roomOf
  };
})(globalThis);
