/* What hits show, read from the parts of the store (sitegen/search/store_parts.py says how they are made). */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers, facts = root.sitegenFacts;

  var MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  var SLUG_LENGTH = 60;
  var OUTWARD = { a: ["arXiv", "https://arxiv.org/abs/"], d: ["DOI", "https://doi.org/"] };

  var MOST_HEADS = 80; /* decoded parts that stay in memory */

  /* 1 What the files leave out, since it follows from something else */

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  /* A date as [text, machine-readable form, remark], as all pages write it; null where nothing is known. */
  function dateView(year, month, day, inferred) {
    if (!year && !month) return null;
    var machine = year ? String(year).padStart(4, "0") + (month ? "-" + two(month) + (day ? "-" + two(day) : "") : "")
      : day ? two(month) + "-" + two(day) : "";
    var text = [day || "", month ? MONTHS[month - 1] : "", year || ""].filter(Boolean).join(" ");
    return [text, machine, !year ? "no year" : inferred ? "year inferred" : null];
  }

  function ratingView(rating) {
    return rating ? ["★".repeat(rating) + "☆".repeat(facts.BEST_RATING - rating), "rated " + rating + " of " + facts.BEST_RATING] : null;
  }

  function outwardView(code) {
    var known = OUTWARD[code[0]], tab = code.indexOf("\t");
    if (!code) return null;
    return known ? [known[0], known[1] + code.slice(1)] : [code.slice(1, tab), code.slice(tab + 1)];
  }

  function countedAuthors(count) {
    return count ? facts.grouped(count) + (count === 1 ? " author" : " authors") : "";
  }

  /* 2 Parts */

  /* Takes so many lines after those that were taken before. */
  function taker(text) {
    var lines = text.split("\n"), at = 0;
    return function (count) {
      at += count;
      return lines.slice(at - count, at);
    };
  }

  /* The cards of one part, of which `first` is the number of its first document. */
  function cardsOf(payload, first, manifest) {
    var titles = payload[0].split("\n"), refs = payload[1].split("\n"), outward = payload[4].split("\n");
    var names = taker(payload[2]), organizations = taker(payload[3]), read = numbers.reader(payload[5], 0);
    function column() { return titles.map(read.next); }
    var named = column(), counted = column(), places = column(), ages = column(), months = column(), days = column();
    var states = column(), topics = column();
    return titles.map(function (title, place) {
      var ref = refs[place] || facts.plainSlug(title, SLUG_LENGTH), state = facts.stateOf(states[place]);
      var mark = manifest.marks[state.status], year = ages[place] && manifest.newest + 1 - ages[place];
      return {
        doc: first + place,
        ref: ref,
        href: manifest.paper.replace("*", encodeURIComponent(ref)),
        title: title,
        authors: names(named[place] >> 1),
        truncated: named[place] % 2 === 1,
        by: countedAuthors(counted[place]),
        organizations: organizations(places[place]),
        date: dateView(year, months[place] >> 1, days[place], months[place] % 2 === 1),
        topics: Array.from({ length: topics[place] }, read.next),
        mark: mark[2] ? [mark[1], mark[2]] : null,
        rating: ratingView(state.rating),
        star: state.star,
        code: state.code,
        outward: outwardView(outward[place])
      };
    });
  }

  /* 3 The store. Each function gives null for what is in a file that is not there yet: `files.run` loads it. */

  function open(files) {
    var manifest = files.manifest, heads = new Map();

    function headsOf(part) {
      var cards = heads.get(part), payload;
      if (!cards) {
        payload = files.get("h" + part);
        if (!payload) return null;
        cards = cardsOf(payload, part * manifest.cards, manifest);
        if (heads.size >= MOST_HEADS) heads.delete(heads.keys().next().value);
        heads.set(part, cards);
      }
      return cards;
    }

    /* What the row of a document shows but its running text: `doc`, `ref`, `href` (from the site's root), `title`,
     * `authors` with `truncated`, `by` where they are only counted, `organizations`, `topics` (places in the manifest's
     * table), `star`, `code`, and or null `date` [text, machine, remark], `mark` [name, label], `rating` [stars, label] and
     * `outward` [label, address]. Cards are shared: do not change them. */
    function card(doc) {
      var cards = headsOf(Math.floor(doc / manifest.cards));
      return cards && cards[doc % manifest.cards];
    }

    /* The running text of a document: its `abstract` and its `note`. */
    function text(doc) {
      var payload = files.get("b" + Math.floor(doc / manifest.texts)), line = doc % manifest.texts;
      return payload && { abstract: payload[0].split("\n")[line], note: payload[1].split("\n")[line] };
    }

    /* The refs of many documents, in the order of `docs`. */
    function refs(docs) {
      var parts = new Map(), lacking = false;
      Array.prototype.forEach.call(docs, function (doc) {
        var part = Math.floor(doc / manifest.refs), payload;
        if (parts.has(part)) return;
        payload = files.get("r" + part);
        lacking = lacking || !payload;
        parts.set(part, payload && payload[0].split("\n"));
      });
      return lacking ? null : Array.from(docs, function (doc) {
        return parts.get(Math.floor(doc / manifest.refs))[doc % manifest.refs];
      });
    }

    return { card: card, text: text, refs: refs };
  }

  root.sitegenStore = { open: open };
})(globalThis);
