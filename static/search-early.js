/* Stands in the head of the search page and runs before all else: if the address has a question, the worker is started and
 * asked, so that the index comes while the page does. `start` is a script that has the manifest with the client, as they were
 * when the page was built; search-ask.js takes the worker over, and does all anew where that script has gone or the worker
 * fails. */
(function (root) {
  "use strict";
  var named = document.currentScript.dataset, typed = new URLSearchParams(location.search).get("q"), early;
  if (!typed || location.protocol === "file:" || !root.Worker) return;
  early = { manifest: new URL(named.index, location.href).href, kept: [] };
  /* The worker finds these messages in its name: those that are posted to one that starts have to pass the page's own thread,
   * which is drawing by then. The question is as the page will ask it, if nothing but words is asked for; else the files of
   * the words are there by then. */
  try {
    early.worker = new Worker(named.start, { name: JSON.stringify([
      { type: "open", manifest: early.manifest },
      { type: "search", id: 0, typed: typed, options: {
        typing: false, limit: 3, any: false, filters: {}, sort: "relevance", base: null, told: false, marks: null
      } }
    ]) });
  } catch (error) { return; }
  early.worker.onmessage = early.worker.onerror = function (event) {
    event.preventDefault();
    early.kept.push(event);
  };
  root.sitegenEarly = early;
})(self);
