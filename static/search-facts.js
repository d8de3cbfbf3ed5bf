/* What the readers of the store and of the columns share: rules by which files leave things out, and how they hold runs.
 * sitegen/search/store_facts.py has the same rules. */
(function (root) {
  "use strict";

  var BEST_RATING = 5, STARRED = 60;

  /* The slug that most titles and names have, in `most` characters at most (0: as long as it is). */
  function plainSlug(text, most) {
    var slug = (text.replace(/['’]/g, "").match(/[A-Za-z0-9]+/g) || []).join("-").toLowerCase();
    return !most || slug.length <= most ? slug : slug.slice(0, Math.max(0, slug.lastIndexOf("-", most)));
  }

  /* The status (its place in the manifest's marks), the rating (0 for none), whether there is code and whether the site stars
   * the paper, from one number. Columns tell no stars. */
  function stateOf(number) {
    var rated = number % STARRED >> 1, status = Math.floor(rated / (BEST_RATING + 1));
    return { status: status, rating: rated - status * (BEST_RATING + 1), code: number % 2 === 1, star: number >= STARRED };
  }

  /* Where each run of some lengths begins, and where the last one ends. */
  function startsOf(lengths) {
    var starts = new Uint32Array(lengths.length + 1);
    for (var at = 0; at < lengths.length; at++) starts[at + 1] = starts[at] + lengths[at];
    return starts;
  }

  /* Runs of rising numbers that are kept as the steps between them, less one each; changes `steps` into the numbers. */
  function rise(steps, starts) {
    for (var run = 0; run + 1 < starts.length; run++) {
      for (var at = starts[run], number = -1; at < starts[run + 1]; at++) number = steps[at] += number + 1;
    }
    return steps;
  }

  /* 12,345, as theme.js writes it for the page. */
  function grouped(number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
  }

  root.sitegenFacts = {
    BEST_RATING: BEST_RATING, plainSlug: plainSlug, stateOf: stateOf, startsOf: startsOf, rise: rise, grouped: grouped
  };
})(globalThis);
