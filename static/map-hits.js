/* What a search finds: the hits of one question, asked of the index that the search page uses. */
(function (root) {
  "use strict";

  /* More hits than these are not asked for: a map with that many marks shows nothing. */
  var MOST = 200;
  var FAULTS = { stopped: "That search took too long.", failed: "The search index could not be loaded." };

  /* `tell` gets {hits, total} for the last question, or {fault} with a sentence. */
  function open(index, base, tell) {
    var line = root.sitegenAsk.open(index, base, function (event) {
      if (event.type === "answer") tell({ hits: event.answer.hits, total: event.answer.total });
      else if (FAULTS[event.type]) tell({ fault: FAULTS[event.type] });
    });
    return function (typed) { line.ask(typed, { typing: false, limit: MOST, any: false, filters: {}, sort: "relevance", counts: false }); };
  }

  root.sitegenMapHits = { open: open };
})(globalThis);
