/* What a query finds: which papers meet it, all its words or some, and in what order. lunr's formula gives the scores; which
 * papers match is decided here. While files are missing, what is found is of no use, or null: `files.run` asks again. */
(function (root) {
  "use strict";

  var query = root.sitegenQuery, engine = root.sitegenEngine, planning = root.sitegenPlan;

  var EXACT_BOOST = 16; /* of a word as typed so far, beside all that begins like it: more than rarity can make up for */

  /* 1 The papers of all clauses together */

  /* Terms with their boosts as clauses of lunr's, in the order of the query. */
  function weighted(plans, fields) {
    return plans.flatMap(function (plan) {
      var clause = plan.clause, runs = [];
      if (clause.role === "not") return [];
      plan.terms.forEach(function (term) {
        var boost = clause.boost * (clause.open && plan.exact.has(term) ? EXACT_BOOST : 1), last = runs[runs.length - 1];
        if (last && last.boost === boost) last.terms.push(term);
        else runs.push({ terms: [term], fields: clause.field ? [clause.field] : fields, boost: boost, presence: engine.OPTIONAL });
      });
      return runs;
    });
  }

  function scoresOf(index, plans) {
    var clauses = weighted(plans, index.fields);
    return clauses.length ? engine.run(index, clauses).scores : new Float64Array(index.count);
  }

  /* The order of hits: by how many of the needed clauses they meet, by score, by number. */
  function orderBy(met, scores) {
    return function (one, other) {
      return met[other] - met[one] || scores[other] - scores[one] || one - other;
    };
  }

  function documents(count, test) {
    var docs = new Uint32Array(count), size = 0;
    for (var doc = 0; doc < count; doc++) if (test(doc)) docs[size++] = doc;
    return docs.slice(0, size);
  }

  function having(plans, role) {
    return plans.filter(function (plan) { return plan.clause.role === role; });
  }

  /* For each paper how many of the needed clauses it meets. */
  function meeting(count, needs) {
    if (needs.length === 1 && !isPhrase(needs[0])) return needs[0].papers;
    var met = new Uint8Array(count);
    needs.forEach(function (plan) {
      for (var papers = plan.papers, doc = 0; doc < count; doc++) if (papers[doc]) met[doc]++;
    });
    return met;
  }

  /* `all` holds the papers that meet every needed clause, `some` those that meet any, both by number; `met` how many. */
  function tally(index, needs, out) {
    var met = meeting(index.count, needs), whole = needs.length, alls = 0, somes = 0;
    var whoever = engine.roomOf(index, "all", Uint32Array), others = engine.roomOf(index, "some", Uint32Array);
    for (var doc = 0; doc < index.count; doc++) {
      var clauses = met[doc];
      if (whole && !clauses || out[doc]) continue;
      if (clauses === whole) whoever[alls++] = doc;
      else others[somes++] = doc;
    }
    return { met: met, all: whoever.slice(0, alls), some: others.slice(0, somes) };
  }

  /* The papers that any of the plans takes out. */
  function outOf(count, plans) {
    var out = new Uint8Array(count);
    plans.forEach(function (plan) {
      for (var papers = plan.papers, doc = 0; doc < count; doc++) if (papers[doc]) out[doc] = 1;
    });
    return out;
  }

  function isPhrase(plan) {
    return planning.isPhrase(plan.clause);
  }

  /* 2 Phrases: the texts of the best papers are read, first of those that have all that is needed */

  function readPhrases(index, plans, scores, phrases, any) {
    var count = index.count, needs = having(plans, "need"), nots = having(plans, "not"), told = plans.filter(function (plan) {
      return isPhrase(plan) && plan.clause.role !== "want";
    });
    var out = outOf(count, nots.filter(function (plan) { return !isPhrase(plan); })), read = 0, unread = 0;
    if (!told.length) return { out: out, read: 0, unread: 0 };
    var phraseNots = nots.filter(isPhrase), phraseNeeds = needs.filter(isPhrase);

    function check(docs, met) {
      var sought = documents(count, function (doc) {
        return docs[doc] && told.some(function (plan) { return plan.papers[doc]; });
      });
      var left = phrases().check(told, engine.first(sought, sought.length, orderBy(met, scores)), read);
      read += sought.length - left.length;
      unread += left.length;
      left.forEach(function (doc) {
        out[doc] = 1;
      });
    }

    function members(docs) {
      var set = new Uint8Array(count);
      docs.forEach(function (doc) { set[doc] = 1; });
      return set;
    }

    var hoped = tally(index, needs, out), every = members(hoped.all), rest = members(hoped.some);
    check(every, hoped.met);
    var found = tally(index, needs, outOr(out, phraseNots));
    if (any || !found.all.length) check(rest, hoped.met);
    /* What was not read has no phrase. */
    else phraseNeeds.forEach(function (plan) {
      for (var doc = 0; doc < count; doc++) if (!every[doc]) plan.papers[doc] = 0;
    });
    return { out: outOr(out, phraseNots), read: read, unread: unread };
  }

  function outOr(out, plans) {
    var set = outOf(out.length, plans);
    for (var doc = 0; doc < set.length; doc++) set[doc] |= out[doc];
    return set;
  }

  /* 3 The whole query */

  /* `phrases` gives what reads texts, as search-phrase.js does. What is found:
   *   all, some  the papers that meet every needed clause, and those that meet any, by number,
   *   order      which of two papers comes first,
   *   scores     of each paper,
   *   plans      of the clauses, and `words`, how many of them are needed,
   *   read       papers whose texts were read for phrases, and `unread`, those that were too many. */
  function open(index, phrases) {
    var last = { key: null, found: null };

    function find(clauses, any) {
      var plans = clauses.map(function (clause) { return planning.of(index, clause); });
      if (index.lacking()) return null;
      var scores = scoresOf(index, plans), read = readPhrases(index, plans, scores, phrases, any);
      if (index.lacking()) return null;
      var needs = having(plans, "need"), found = tally(index, needs, read.out);
      return Object.assign(found, {
        plans: plans, scores: scores, order: orderBy(found.met, scores), words: needs.length, read: read.read, unread: read.unread
      });
    }

    /* What was found last: the rounds that load cards, other filters and more hits ask for the same again. */
    function findTyped(typed, options) {
      var key = JSON.stringify([typed, Boolean(options.typing), Boolean(options.any)]);
      if (last.key === key) return last.found;
      var found = findAnew(typed, options);
      if (found && !index.lacking()) last = { key: key, found: found };
      return found;
    }

    /* Nothing has the last word as it stands: it may be the beginning of one. */
    function findAnew(typed, options) {
      var parsed = query.parse(typed, options.typing), found = find(parsed.clauses, options.any);
      if (!found || found.all.length || options.typing) return found;
      var grown = query.parse(typed.trimEnd(), true).clauses;
      if (!grown[grown.length - 1].open) return found;
      var more = find(grown, options.any);
      return more && more.all.length ? more : found;
    }

    function finds(typed, some) {
      var found = find(query.parse(typed, false).clauses, some);
      return Boolean(found) && found.all.length + (some ? found.some.length : 0) > 0;
    }

    /* `typed` gives what a text finds, with the options of search-people.js; `has` says whether one finds papers, with `some` also
     * those that have only some of its words. */
    return { typed: findTyped, has: finds };
  }

  root.sitegenFound = { open: open, documents: documents, EXACT_BOOST: EXACT_BOOST };
})(globalThis);
