/* What a person types → what is shown. lunr's formula gives the scores; which papers match is decided here. All of it may be
 * asked while files are missing: what it gives is then of no use, and `files.run` asks again. */
(function (root) {
  "use strict";

  var text = root.sitegenText, query = root.sitegenQuery, snippet = root.sitegenSnippet, engine = root.sitegenEngine;
  var planning = root.sitegenPlan, reading = root.sitegenPhrases, numbers = root.sitegenNumbers;

  var EXACT_BOOST = 16; /* of a word as typed so far, beside all that begins like it: more than rarity can make up for */
  var ROW_AUTHORS = 8;

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
    var clauses = weighted(plans, index.fields), scores = new Float64Array(index.count);
    if (!clauses.length) return scores;
    var result = engine.run(index, clauses);
    for (var at = 0; at < result.docs.length; at++) scores[result.docs[at]] = result.scores[at];
    return scores;
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
      var left = phrases.check(told, engine.first(sought, sought.length, orderBy(met, scores)), read);
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

  /* 3 What is shown of them */

  /* The terms to mark in names, and those to mark in running text, where stop words are not looked for. */
  function marksOf(plans) {
    var terms = plans.flatMap(function (plan) { return plan.clause.role === "not" ? [] : plan.terms; });
    return {
      names: new Set(terms),
      text: new Set(terms.filter(function (term) { return !text.STOP_WORDS.has(term); }))
    };
  }

  function anyMark(shown, terms) {
    return Boolean(shown) && snippet.markSpans(shown, terms).length > 0;
  }

  /* The first authors, and those further down that were found; a single one left is named, not counted. */
  function byline(card, terms) {
    var authors = card.authors;
    if (!authors.length) return card.by || "";
    var shown = authors.filter(function (name, place) { return place < ROW_AUTHORS || anyMark(name, terms); });
    var rest = authors.length - shown.length, names = (rest > 1 ? shown : authors).join(", ");
    if (rest > 1) names += " and " + rest + " more";
    return card.truncated ? names + " et\u00a0al." : names;
  }

  /* A hit in pieces of text, each [text, is found]. */
  function hitOf(card, score, topics, marks) {
    return {
      doc: card.doc, ref: card.ref, score: score, href: card.href,
      title: snippet.mark(card.title, marks.names),
      by: snippet.mark(byline(card, marks.names), marks.names),
      organizations: card.organizations, date: card.date,
      topics: card.topics.map(function (place) { return topics[place]; }),
      mark: card.mark, rating: card.rating, code: Boolean(card.code), url: card.outward
    };
  }

  /* The part of the abstract, or of the note where the words are only there, that shows most of them. */
  function snippetOf(texts, marks) {
    var abstract = texts.abstract, note = texts.note;
    var inNote = Boolean(note) && !anyMark(abstract, marks.text) && (!abstract || anyMark(note, marks.text));
    return { say: snippet.snippet(inNote ? note : abstract, marks.text), note: inNote };
  }

  /* 4 Sentences */

  function number(count) {
    return count.toLocaleString("en");
  }

  function remarksOn(found) {
    var remarks = found.plans.flatMap(function (plan) {
      return plan.wide.map(function (each) {
        return "“" + each[0] + "” stands for " + number(each[1]) + " words: only the " + planning.MOST_WORDS +
          " commonest were looked for.";
      });
    });
    if (found.unread) {
      remarks.push("Words in quotes were looked for together only in the " + number(found.read) + " best of " +
        number(found.read + found.unread) + " papers that have them.");
    }
    if (!found.all.length) {
      found.plans.filter(function (plan) { return plan.short; }).forEach(function (plan) {
        remarks.push("Very many words begin with “" + plan.clause.words[0] + "”: type more of it.");
      });
    }
    return remarks;
  }

  /* 5 The answer */

  function open(files, index, store, columns) {
    var topics = files.manifest.topics, phrases = reading.open(index, store, topics), count = index.count;
    var meant = root.sitegenMeant.open(index), marks = marksOf([]), last = { key: null, found: null };

    function find(clauses, any) {
      var plans = clauses.map(function (clause) { return planning.of(index, clause); });
      if (index.lacking()) return null;
      var scores = scoresOf(index, plans), read = readPhrases(index, plans, scores, phrases, any);
      if (index.lacking()) return null;
      var found = tally(index, having(plans, "need"), read.out);
      return Object.assign(found, { plans: plans, scores: scores, read: read.read, unread: read.unread });
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

    /* The hits that pass the filters, those with all words first. */
    function listed(found, some, allowed) {
      function passing(docs) {
        return allowed ? docs.filter(function (doc) { return allowed[doc]; }) : docs;
      }
      return { all: passing(found.all), some: some ? passing(found.some) : new Uint32Array(0), rest: passing(found.some).length };
    }

    function best(found, list, options) {
      var order = orderBy(found.met, found.scores);
      if (options.sort === "relevance") return engine.first(numbers.joined([list.all, list.some]), options.limit, order);
      /* Of the same date, the better one comes first. */
      return numbers.joined([sorted(list.all), sorted(list.some)]).slice(0, options.limit);
      function sorted(docs) {
        return columns.sorted(engine.first(docs, docs.length, order), options.sort);
      }
    }

    function hitsOf(docs, scores, shownMarks, options) {
      var cards = Array.from(docs, store.card), told = options.told ? Array.from(docs, columns.told) : [];
      return index.lacking() ? [] : cards.map(function (card, place) {
        return Object.assign(hitOf(card, scores ? scores[card.doc] : 0, topics, shownMarks), told[place]);
      });
    }

    /* What stands beside the hits: counts of the choices among some documents, and names for those that are chosen. */
    function besides(docs, options) {
      return {
        counts: options.counts ? columns.count(docs(), null, options.filters) : null,
        labels: options.counts || options.labels ? columns.labels(options.filters) : null
      };
    }

    /* Nothing is asked for: what passes the filters, the newest first. A list that has a base is shown without filters
     * as well. */
    function browse(remarks, options, allowed) {
      var base = options.base && columns.allowed(options.base, "base "), asked = allowed || options.base;
      var every = documents(count, function (doc) { return !base || base[doc]; });
      var docs = !asked ? new Uint32Array(0) : allowed ? every.filter(function (doc) { return allowed[doc]; }) : every;
      var newest = columns.sortByDate(docs), byDate = options.sort === "relevance" || options.sort === "date";
      marks = marksOf([]);
      return Object.assign({
        kind: !asked ? "empty" : docs.length ? "all" : "none", total: docs.length, others: 0, words: 0,
        unfiltered: asked ? every.length : 0,
        hits: hitsOf((byDate ? newest : columns.sorted(newest, options.sort)).slice(0, options.limit), null, marks, options),
        remarks: remarks, suggestion: null
      }, besides(function () { return every; }, options));
    }

    function answered(typed, parsed, options, allowed) {
      var found = findTyped(typed, options);
      if (!found) return null;
      var some = options.any || !found.all.length, list = listed(found, some, allowed);
      var total = list.all.length + list.some.length, shown = marksOf(found.plans);
      var answer = Object.assign({
        kind: !total ? "none" : list.some.length ? "some" : "all", total: total, others: some ? 0 : list.rest,
        words: having(found.plans, "need").length, unfiltered: found.all.length + (some ? found.some.length : 0),
        hits: hitsOf(best(found, list, options), found.scores, shown, options),
        remarks: parsed.remarks.concat(remarksOn(found)),
        suggestion: meant.suggest(typed, found.plans, finds)
      }, besides(function () { return some ? numbers.joined([found.all, found.some]) : found.all; }, options));
      if (!index.lacking()) marks = shown;
      return answer;
    }

    /* `options`, each of which may be left out:
     *   typing   the last word may be the beginning of one,
     *   limit    the number of hits,
     *   any      papers that have some of the words are wanted though others have all,
     *   filters  as in search-chosen.js,
     *   base     filters that stand for the list itself: without words, its papers are listed and counted,
     *   sort     "relevance", or an order of search-orders.js,
     *   marks    the visitor's, as in search-marks.js,
     *   counts   whether to count what the filters would leave,
     *   labels   whether to give the names of what is chosen, as counting does,
     *   told     whether hits say their `points` and whether their text is a `summary`.
     * The answer: `kind` is "empty" (nothing is asked), "all", "some" (of the words) or "none"; `total` hits, `unfiltered`
     * without the filters; `others` have some of the words; `words` are needed; `hits`, the first of them; `counts`
     * and `labels`, or null;
     * `remarks`, sentences; `suggestion`, null or {typed, pieces}: what may have been meant. */
    function search(typed, options) {
      var asked = Object.assign({ typing: false, limit: 30, any: false, filters: {}, sort: "relevance", counts: false }, options);
      columns.mark(asked.marks);
      var parsed = query.parse(typed, asked.typing), filters = asked.filters || {}, allowed = columns.allowed(filters);
      parsed.remarks = parsed.remarks.concat(columns.remarks(filters));
      return parsed.clauses.length ? answered(typed, parsed, asked, allowed) : browse(parsed.remarks, asked, allowed);
    }

    /* For each document its text with the marks of the last answer: {say: pieces, note: whether it is from the note}. */
    function snippets(docs) {
      var texts = Array.from(docs, store.text);
      return index.lacking() ? [] : texts.map(function (each) { return snippetOf(each, marks); });
    }

    return { search: search, snippets: snippets, count: count };
  }

  root.sitegenPeople = { open: open, EXACT_BOOST: EXACT_BOOST };
})(globalThis);
