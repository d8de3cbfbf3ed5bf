/* What a person types → what is shown: the hits with their marks, and what is said of them. search-found.js says which papers
 * match. All of it may be asked while files are missing: what it gives is then of no use, and `files.run` asks again. */
(function (root) {
  "use strict";

  var text = root.sitegenText, query = root.sitegenQuery, snippet = root.sitegenSnippet, numbers = root.sitegenNumbers;
  var engine = root.sitegenEngine, planning = root.sitegenPlan, finding = root.sitegenFound;

  var ROW_AUTHORS = 8;

  /* 1 What is shown of papers */

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
      mark: card.mark, rating: card.rating, star: card.star, code: Boolean(card.code), url: card.outward
    };
  }

  /* The part of the abstract, or of the note where the words are only there, that shows most of them. */
  function snippetOf(texts, marks) {
    var abstract = texts.abstract, note = texts.note;
    var inNote = Boolean(note) && !anyMark(abstract, marks.text) && (!abstract || anyMark(note, marks.text));
    return { say: snippet.snippet(inNote ? note : abstract, marks.text), note: inNote };
  }

  /* 2 Sentences */

  function remarksOn(found) {
    var remarks = found.plans.flatMap(function (plan) {
      return plan.wide.map(function (each) {
        return "“" + each[0] + "” stands for " + root.sitegenFacts.grouped(each[1]) + " words: only the " + planning.MOST_WORDS +
          " commonest were looked for.";
      });
    });
    if (found.unread) {
      remarks.push("Words in quotes were looked for together only in the " + root.sitegenFacts.grouped(found.read) + " best of " +
        root.sitegenFacts.grouped(found.read + found.unread) + " papers that have them.");
    }
    if (!found.all.length) {
      found.plans.filter(function (plan) { return plan.short; }).forEach(function (plan) {
        remarks.push("Very many words begin with “" + plan.clause.words[0] + "”: type more of it.");
      });
    }
    return remarks;
  }

  /* 3 The answer */

  function open(files, index, store) {
    var topics = files.manifest.topics, count = index.count, marks = marksOf([]), marked = false;
    /* Their scripts come after the first hits: each is opened when it is asked for. */
    var columns = later("sitegenColumns", function (script) { return script.open(files); });
    var meant = later("sitegenMeant", function (script) { return script.open(index); });
    var phrases = later("sitegenPhrases", function (script) { return script.open(index, store, topics); });
    var finder = finding.open(index, phrases);

    function later(name, opening) {
      var opened = null;
      return function () { return opened || (opened = opening(files.later(name))); };
    }

    /* The hits that pass the filters, those with all words first. */
    function listed(found, some, allowed) {
      function passing(docs) {
        return allowed ? docs.filter(function (doc) { return allowed[doc]; }) : docs;
      }
      return { all: passing(found.all), some: some ? passing(found.some) : new Uint32Array(0), rest: passing(found.some).length };
    }

    function best(found, list, options) {
      if (options.sort === "relevance") {
        if (list.all.length >= options.limit) return engine.highest(list.all, options.limit, found.scores);
        return engine.first(numbers.joined([list.all, list.some]), options.limit, found.order);
      }
      /* Of the same date, the better one comes first. */
      return numbers.joined([sorted(list.all), sorted(list.some)]).slice(0, options.limit);
      function sorted(docs) {
        return columns().sorted(engine.first(docs, docs.length, found.order), options.sort);
      }
    }

    function hitsOf(docs, scores, shownMarks, options) {
      var cards = Array.from(docs, store.card), told = options.told ? Array.from(docs, columns().told) : [];
      return index.lacking() ? [] : cards.map(function (card, place) {
        return Object.assign(hitOf(card, scores ? scores[card.doc] : 0, topics, shownMarks), told[place]);
      });
    }

    /* What stands beside the hits: counts of the choices among some documents, and names for those that are chosen. */
    function besides(docs, options) {
      return {
        counts: options.counts ? columns().count(docs(), null, options.filters) : null,
        labels: options.counts || options.labels ? columns().labels(options.filters) : null
      };
    }

    /* Nothing is asked for: what passes the filters, the newest first. A list that has a base is shown without filters
     * as well. */
    function browse(remarks, options, allowed) {
      var base = options.base && columns().allowed(options.base, "base "), asked = allowed || options.base;
      var every = finding.documents(count, function (doc) { return !base || base[doc]; });
      var docs = !asked ? new Uint32Array(0) : allowed ? every.filter(function (doc) { return allowed[doc]; }) : every;
      var newest = columns().sortByDate(docs), byDate = options.sort === "relevance" || options.sort === "date";
      marks = marksOf([]);
      return Object.assign({
        kind: !asked ? "empty" : docs.length ? "all" : "none", total: docs.length, others: 0, words: 0,
        unfiltered: asked ? every.length : 0,
        hits: hitsOf((byDate ? newest : columns().sorted(newest, options.sort)).slice(0, options.limit), null, marks, options),
        remarks: remarks, suggestion: null
      }, besides(function () { return every; }, options));
    }

    function suggested(typed, found) {
      var someFindNothing = found.plans.some(function (plan) { return planning.isEmpty(plan.papers); });
      return someFindNothing ? meant().suggest(typed, found.plans, finder.has) : null;
    }

    function answered(typed, parsed, options, allowed) {
      var found = finder.typed(typed, options);
      if (!found) return null;
      var some = options.any || !found.all.length, list = listed(found, some, allowed);
      var total = list.all.length + list.some.length, shown = marksOf(found.plans);
      var answer = Object.assign({
        kind: !total ? "none" : list.some.length ? "some" : "all", total: total, others: some ? 0 : list.rest,
        words: found.words, unfiltered: found.all.length + (some ? found.some.length : 0),
        hits: hitsOf(best(found, list, options), found.scores, shown, options),
        remarks: parsed.remarks.concat(remarksOn(found)),
        suggestion: suggested(typed, found)
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
      var parsed = query.parse(typed, asked.typing), filters = asked.filters || {}, allowed = null;
      if (asked.marks || marked) columns().mark(asked.marks);
      marked = Boolean(asked.marks);
      if (Object.keys(filters).length) {
        allowed = columns().allowed(filters);
        parsed.remarks = parsed.remarks.concat(columns().remarks(filters));
      }
      return parsed.clauses.length ? answered(typed, parsed, asked, allowed) : browse(parsed.remarks, asked, allowed);
    }

    /* For each document its text with the marks of the last answer: {say: pieces, note: whether it is from the note}. */
    function snippets(docs) {
      var texts = Array.from(docs, store.text);
      return index.lacking() ? [] : texts.map(function (each) { return snippetOf(each, marks); });
    }

    return { search: search, snippets: snippets };
  }

  root.sitegenPeople = { open: open };
})(globalThis);
