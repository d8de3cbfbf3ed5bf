/* Stands in the head of the search page and runs before all else: if the address has a question, the worker is started and
 * asked, so that the index comes while the page does. `client` is the script that was current when the page was built;
 * search-ask.js takes the worker over, and does all anew where that script has gone or the worker fails. */
(function (root) {
  "use strict";
  var named = document.currentScript.dataset, typed = new URLSearchParams(location.search).get("q"), worker, early;
  if (!typed || location.protocol === "file:" || !root.Worker) return;
  try { worker = new Worker(named.client); } catch (error) { return; }
  early = root.sitegenEarly = { worker: worker, manifest: new URL(named.index, location.href).href, kept: [] };
  worker.onmessage = worker.onerror = function (event) {
    event.preventDefault();
    early.kept.push(event);
  };
  worker.postMessage({ type: "open", manifest: early.manifest });
  /* As the page will ask, if nothing but words is asked for; else the files of the words are there by then. */
  worker.postMessage({ type: "search", id: 0, typed: typed, options: {
    typing: false, limit: 10, any: false, filters: {}, sort: "relevance", base: null, told: false, marks: null
  } });
})(self);
