/* Filters as they are asked for → in terms of the columns: slugs become places and numbers, and what is unknown here is
 * left out and said. Filters are an object, all of it optional:
 *   topic, author, organization, subject, dump, status   slugs, of which any will do
 *   all        all the topics are wanted, not any of them
 *   not        slugs of topics that a paper must not have
 *   years, scores, ratings   [from, to], null is open
 *   undated, unscored, unrated   papers that have none, beside those of the range or alone
 *   code       "yes" or "no"
 *   star       only what is starred;  unread  nothing that has been read or skipped
 * All of these must hold together. */
(function (root) {
  "use strict";

  var KINDS = { author: "authors", organization: "organizations", subject: "subjects", dump: "dumps" };
  var NOUNS = { author: "author", organization: "organization", subject: "subject", dump: "dump" };
  var SPANS = { years: "undated", scores: "unscored", ratings: "unrated" };
  var WORDS = { years: ["years", "a year"], scores: ["scores", "a score"], ratings: ["ratings", "a rating"] };
  var OPEN = 1e9;

  function column(at) {
    return function (row) { return row[at]; };
  }

  /* What is asked for, as a list; addresses may hold one word instead of it, or none. */
  function listOf(asked) {
    return asked === undefined || asked === null ? [] : [].concat(asked);
  }

  function quoted(words) {
    return words.map(function (word) { return "“" + word + "”"; }).join(", ");
  }

  /* `names` has the columns of names by kind, null for those that are not there; `tells` whether papers differ in a facet. */
  function open(manifest, names, tells) {

    /* Places without the -1 of those that are unknown, which are left out and said, and the null of those that are not
     * known yet; null where none is left. */
    function leftOver(slugs, places, noun, remarks) {
      var unknown = slugs.filter(function (_slug, at) { return places[at] === -1; });
      var left = places.filter(function (place) { return place !== -1 && place !== null; });
      if (unknown.length) {
        remarks.push("No " + noun + " here is called " + quoted(unknown) +
          (unknown.length > 1 ? ": these filters are left out." : ": this filter is left out."));
      }
      return left.length ? Array.from(new Set(left)) : null;
    }

    /* The place of each slug in a list of those that are known. */
    function placesOf(slugs, known, noun, remarks) {
      return leftOver(slugs, slugs.map(function (slug) { return known.indexOf(slug); }), noun, remarks);
    }

    function topicsOf(filters, remarks) {
      var known = manifest.topics.map(column(4));
      var wanted = placesOf(listOf(filters.topic), known, "topic", remarks);
      var without = placesOf(listOf(filters.not), known, "topic", remarks);
      return wanted || without ? { all: Boolean(filters.all), wanted: wanted || [], without: without || [] } : null;
    }

    function namesOf(filters, name, remarks) {
      var slugs = listOf(filters[name]), known = names[KINDS[name]];
      return leftOver(slugs, slugs.map(function (slug) { return known ? known.numberOf(slug) : -1; }), NOUNS[name], remarks);
    }

    /* A range as {from, to, none}; null where nothing is asked of it. */
    function spanOf(filters, name, remarks) {
      var none = Boolean(filters[SPANS[name]]), ends = listOf(filters[name]).map(function (end) {
        return end === null || end === "" ? null : Number(end);
      });
      if (!tells(name)) {
        if (listOf(filters[name]).some(Boolean)) remarks.push("No paper here has " + WORDS[name][1] + ": this filter is left out.");
        return null;
      }
      if (!ends.every(function (end) { return end === null || Number.isFinite(end); })) {
        remarks.push(quoted(listOf(filters[name])) + " are no " + WORDS[name][0] + ": this filter is left out.");
        ends = [];
      }
      var from = ends.length && ends[0] !== null ? ends[0] : -OPEN, to = ends.length > 1 && ends[1] !== null ? ends[1] : OPEN;
      if (from === -OPEN && to === OPEN) return none ? { from: 1, to: 0, none: true } : null;
      return { from: Math.min(from, to), to: Math.max(from, to), none: none };
    }

    function codeOf(filters, remarks) {
      var asked = listOf(filters.code).map(String);
      if (asked.length && !tells("code")) remarks.push("No paper here is marked as having code: this filter is left out.");
      if (!tells("code")) return null;
      return placesOf(asked, ["no", "yes"], "answer on code", remarks);
    }

    /* What is chosen in each facet, or null, and `remarks`, what has to be said of the rest. */
    function of(filters) {
      var asked = filters || {}, remarks = [], chosen = { topics: topicsOf(asked, remarks) };
      Object.keys(SPANS).forEach(function (name) { chosen[name] = spanOf(asked, name, remarks); });
      chosen.code = codeOf(asked, remarks);
      chosen.states = placesOf(listOf(asked.status), tells("states") ? manifest.marks.map(column(0)) : [], "reading mark", remarks);
      Object.keys(KINDS).forEach(function (name) { chosen[KINDS[name]] = namesOf(asked, name, remarks); });
      chosen.mine = asked.star || asked.unread ? { star: Boolean(asked.star), unread: Boolean(asked.unread) } : null;
      chosen.remarks = remarks;
      return chosen;
    }

    return { of: of };
  }

  root.sitegenChosen = { open: open };
})(globalThis);
