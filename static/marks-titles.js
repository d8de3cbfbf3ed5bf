/* Titles of marked papers that no page told yet: the index of search is asked once, and what it says is kept with the marks. */
(function (root) {
  "use strict";

  /* Papers that the site itself stars and skips at once, beside those that are asked for. */
  var OTHERS = 100;

  function text(pieces) {
    return pieces.map(function (piece) { return piece[0]; }).join("");
  }

  /* The part `paper` of a mark; see docs/marks.md. */
  function told(hit) {
    var found = { title: text(hit.title), at: new Date().toISOString() };
    if (hit.by.length) found.by = text(hit.by);
    if (hit.date) found.date = hit.date[1];
    if (hit.topics.length) found.topics = hit.topics.map(function (topic) { return topic[1].replace(/^.*\/|\.html$/g, ""); });
    return found;
  }

  /* `index` is the address of the index. Search finds papers by marks, so these are given one that hardly any other has.
   * Those that the site does not have stay as they are, and so do all where the index cannot be had. */
  root.sitegenTitles = function (ids, index) {
    var marks = root.sitegenMarks, wanted = new Set(ids);
    root.sitegenAsk.open(index, marks.base, function (event) {
      var found = {};
      if (event.type !== "answer") return;
      event.answer.hits.forEach(function (hit) { if (wanted.has(hit.ref)) found[hit.ref] = { paper: told(hit) }; });
      if (Object.keys(found).length) marks.add(found);
    }).ask("", {
      typing: false, limit: ids.length + OTHERS, any: false, sort: "date", counts: false, filters: { star: true, status: ["skipped"] },
      marks: { stamp: 1, list: ids.map(function (id) { return [id, "skipped", true]; }) }
    });
  };
})(globalThis);
