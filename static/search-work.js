/* Search by messages: off the page's own thread in a worker, or as a plain script of a page from disk. A question is answered
 * step by step, as its files come; when a newer one has come meanwhile, it is given up.
 *
 * In:  {type: "open", manifest: address, parts: its call where it was read, fresh: whether what is cached must not do}
 *      {type: "search", id, typed, options}     options as in search-people.js
 *      {type: "snippets", id, docs}             of hits of the last answer, with its marks
 * Out: {type: "opened", count, date, fields, facets}
 *      {type: "answer", id, answer}, {type: "snippets", id, snippets} in the order of docs
 *      {type: "failed", id, kind, reason, file} no id where opening failed; kind as in search-files.js, or "fault"
 *      {type: "working", id}, {type: "waiting", id, files}: it computes, or the network does. Who computes for long is stuck,
 *      who waits is not. */
(function (root) {
  "use strict";

  function outdated() {
    var error = new Error("A newer question has come.");
    error.kind = "outdated";
    return error;
  }

  function reader(fresh) {
    if (root.location && root.location.protocol === "file:") return root.sitegenFiles.byScript;
    return fresh ? root.sitegenFiles.pastCaches : root.sitegenFiles.byFetch;
  }

  /* `port` has `postMessage` and gets an `onmessage`, as a worker's own scope has them, or is a function that takes messages.
   * Gives the function that takes messages in. `read` is another way of reading files. */
  function start(port, read) {
    var post = typeof port === "function" ? port : function (message) { port.postMessage(message); };
    var opened = null, last = 0, openings = 0;

    function fail(id, error) {
      var message = { type: "failed", kind: error.kind || "fault", reason: error.message || String(error), file: error.file || null };
      if (id !== null) message.id = id;
      if (message.kind !== "outdated") post(message);
    }

    function open(message) {
      var opening = ++openings;
      opened = root.sitegenFiles.load(message.manifest, read || reader(message.fresh), message.parts || root.sitegenManifest).then(function (files) {
        var index = root.sitegenTerms.open(files), people = root.sitegenPeople.open(files, index, root.sitegenStore.open(files));
        if (opening === openings) {
          post({ type: "opened", count: index.count, date: files.manifest.date || null, fields: index.fields, facets: files.manifest.columns.facets });
        }
        return { files: files, people: people };
      });
      opened.catch(function (error) { if (opening === openings) fail(null, error); });
    }

    /* `wanted` tells whether anybody still waits for the value; asked before each round of computing. */
    function compute(id, wanted, value, then) {
      if (!opened) return fail(id, new Error("The search was not opened."));
      opened.then(function (search) {
        return search.files.run(function () {
          if (!wanted()) throw outdated();
          post({ type: "working", id: id });
          return value(search.people);
        }, function (files) {
          if (!wanted()) throw outdated();
          post({ type: "waiting", id: id, files: files });
        }).then(function (found) {
          if (wanted()) then(found);
        });
      }).catch(function (error) { if (wanted()) fail(id, error); });
    }

    function receive(message) {
      var id = message.id;
      if (message.type === "open") open(message);
      else if (message.type === "search") {
        var number = ++last;
        compute(id, function () { return number === last; }, function (people) {
          return people.search(String(message.typed), message.options);
        }, function (answer) { post({ type: "answer", id: id, answer: answer }); });
      } else if (message.type === "snippets") {
        compute(id, function () { return true; }, function (people) {
          return people.snippets(message.docs);
        }, function (snippets) { post({ type: "snippets", id: id, snippets: snippets }); });
      }
    }

    if (typeof port !== "function") port.onmessage = function (event) { receive(event.data); };
    return receive;
  }

  root.sitegenWork = { start: start };
  /* A worker's name may hold its first messages (search-early.js). */
  if (typeof root.importScripts === "function" && typeof root.document === "undefined") JSON.parse(root.name || "[]").forEach(start(root));
})(globalThis);
