/* Filters, counts and orders over document numbers, from the columns. Nothing here knows of queries: any list of papers
 * can be narrowed with it. search-chosen.js says what filters are, search-facets.js what each lets through.
 *
 * What is computed while a file is not there yet is of no use: `files.run` computes it again. */
(function (root) {
  "use strict";

  var facetOf = root.sitegenFacets;

  var FACETS = ["topics", "years", "authors", "organizations", "subjects", "code", "scores", "ratings", "states", "mine"];
  var NAMED = ["authors", "organizations", "subjects", "dumps"];

  function both(one, other) {
    return one.map(function (passes, doc) { return passes & other[doc]; });
  }

  function open(files) {
    var manifest = files.manifest, total = manifest.count, kept = new Map(), names = {}, facets = {};
    var columns = root.sitegenColumnFiles.open(files), marks = root.sitegenMarkColumn.open(files, columns);
    var orders = root.sitegenOrders.open(columns), scale = manifest.columns.scale;

    NAMED.forEach(function (kind) { names[kind] = root.sitegenNames.open(files, kind); });

    /* Whether papers of this list differ in a facet: otherwise there is nothing to choose. */
    function tells(facet) {
      if ((facet === "mine" || facet === "states") && marks.any()) return true;
      return manifest.columns.facets.includes(facet);
    }

    var chosenOf = root.sitegenChosen.open(manifest, names, tells).of;

    function same(value) { return value; }

    function stateOf(name) {
      return function () { return columns.states() && columns.states()[name]; };
    }

    NAMED.forEach(function (kind) { if (names[kind]) facets[kind] = facetOf.names(manifest, names[kind]); });
    facets.topics = facetOf.topics(manifest, columns);
    facets.years = facetOf.span(manifest, columns.years, same);
    facets.scores = facetOf.span(manifest, columns.scores, function (number) { return (number - 1) / scale; }, facetOf.SCORES);
    facets.ratings = facetOf.span(manifest, stateOf("rating"), same, facetOf.STARS);
    facets.code = facetOf.values(manifest, stateOf("code"), [["no", "without code"], ["yes", "with code"]]);
    facets.states = facetOf.values(manifest, marks.statuses, manifest.marks.map(function (mark) {
      return [mark[0], mark[2] || "Not marked", { mark: mark[1] }];
    }));
    facets.mine = facetOf.own(manifest, marks);

    /* The same filters are asked for again at each key that is typed: what they let through is kept. */
    function passing(facet, chosen, place) {
      var key = JSON.stringify([chosen, facet === "states" || facet === "mine" ? marks.stamp() : 0]), last = kept.get(place + facet);
      if (!last || last.key !== key) {
        last = { key: key, passing: facets[facet].passing(chosen) };
        if (!last.passing) return new Uint8Array(total);
        kept.set(place + facet, last);
      }
      return last.passing;
    }

    /* The facets in which something is chosen, each with what that lets through; all ask for their files at once. `place`
     * is a name for what is kept. */
    function passes(chosen, place) {
      return Object.keys(facets).filter(function (facet) { return chosen[facet]; }).map(function (facet) {
        return { facet: facet, passing: passing(facet, chosen[facet], place) };
      });
    }

    /* 1 for each document that the filters let through; null where they let through all. Do not change the list. */
    function allowed(filters, place) {
      var all = passes(chosenOf(filters), place || "");
      return all.length ? all.map(function (each) { return each.passing; }).reduce(both) : null;
    }

    /* 1 for each of `docs` that counts in a facet: what is chosen there does not narrow it, all else does. */
    function countable(docs, all, facet, chosen) {
      var list = new Uint8Array(docs.length).fill(1), narrowing = facets[facet].narrowing;
      function narrow(passing) {
        for (var at = 0; at < docs.length; at++) list[at] &= passing[docs[at]];
      }
      all.forEach(function (each) { if (each.facet !== facet) narrow(each.passing); });
      if (narrowing && chosen) narrow(passing(facet, narrowing(chosen), "narrow "));
      return list;
    }

    /* For each facet that is asked for (`which`, or all) and that tells papers apart its choices, each {slug, label, count,
     * chosen}; topics also have `without`, `href`, `colour` and `shape`, years, scores and ratings `from` and `to`, states
     * `mark`, the name of their sign. A count is what choosing this alone in its facet would leave of `docs` (null: all
     * papers), or, of topics that must all be there, what choosing it too would leave. Of names, those with the most papers
     * and those that are chosen are listed; of all else what there is. */
    function count(docs, which, filters) {
      var chosen = chosenOf(filters), all = passes(chosen, ""), found = {};
      var listed = docs || Uint32Array.from({ length: total }, function (_none, doc) { return doc; });
      (which || FACETS).forEach(function (facet) {
        if (tells(facet)) found[facet] = facets[facet].choices(listed, countable(listed, all, facet, chosen[facet]), chosen[facet]);
      });
      return found;
    }

    /* Names for slugs, as {facet: {slug: label}}: of all topics and states, and of the names that are chosen. */
    function labels(filters) {
      var chosen = chosenOf(filters), found = { topics: {}, states: {} };
      manifest.topics.forEach(function (topic) { found.topics[topic[4]] = topic[0]; });
      manifest.marks.forEach(function (mark) { found.states[mark[0]] = mark[2] || "Not marked"; });
      NAMED.forEach(function (kind) {
        found[kind] = {};
        (chosen[kind] || []).map(names[kind] ? names[kind].nameOf : same).forEach(function (name) {
          if (name) found[kind][name.slug] = name.label;
        });
      });
      return found;
    }

    return {
      facets: manifest.columns.facets,
      allowed: allowed,
      labels: labels,
      /* What has to be said of filters: those that are unknown here. */
      remarks: function (filters) { return chosenOf(filters).remarks; },
      count: count,
      /* The visitor's marks, which the next questions are about; see search-marks.js. */
      mark: marks.set,
      sorted: orders.sorted,
      sortByDate: function (docs) { return orders.sorted(docs, "date"); },
      /* What a row of a list says beside its card: the score as printed, or null, whether its text is a summary, and
       * whether the site stars it. */
      told: function (doc) {
        var scores = columns.scores(), told = columns.told();
        return scores && told && { points: scores[doc] ? String((scores[doc] - 1) / scale) : null, summary: told[doc] % 2 === 1, star: told[doc] > 1 };
      }
    };
  }

  root.sitegenColumns = { open: open };
})(globalThis);
