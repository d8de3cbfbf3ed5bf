/* The way from a page to the index: reads the manifest, starts the worker that it names (or runs the same script here,
 * where no worker can be), asks one question at a time and ends a worker that computes for too long. */
(function (root) {
  "use strict";

  var FORMAT = 2, PATIENCE = 300, LONGEST = 2000;

  function loadScript(url) {
    return root.sitegenLoad(url).catch(function () { throw { kind: "missing", file: url }; });
  }

  /* The manifest is a script that calls `sitegenSearch(name, generation, checksum, json)`. A page from disk can only run it;
   * over http it is asked for anew, whatever a browser has kept. A promise of what it hands over: the worker checks it. */
  function readCall(url) {
    return fromDisk() ? runCall(url) : fetch(url, { cache: "no-cache" }).then(function (response) {
      if (!response.ok) throw { kind: "missing", file: url };
      return response.text();
    }, function () {
      throw { kind: "missing", file: url };
    }).then(function (text) {
      try { return JSON.parse("[" + text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")) + "]"); } catch (error) { return []; }
    });
  }

  function runCall(url) {
    var before = root.sitegenSearch, parts = [];
    root.sitegenSearch = function () { parts = Array.from(arguments); };
    return loadScript(url).finally(function () { root.sitegenSearch = before; }).then(function () { return parts; });
  }

  function fromDisk() {
    return location.protocol === "file:";
  }

  /* Whether the page itself has to compute, since there can be no worker. */
  function isHere() {
    return fromDisk() || typeof Worker === "undefined";
  }

  /* Where the worker's script is, below `base`, and what it is opened with: {client, message}. */
  function readManifest(url, base, fresh) {
    return readCall(url).then(function (parts) {
      var manifest = null, found = parts[0] === "manifest" && typeof parts[3] === "string";
      try { manifest = JSON.parse(parts[3]); } catch (error) { /* said below */ }
      /* What is no manifest of any kind is one of another time, as one with another number is. */
      if (!manifest || manifest.format !== FORMAT) throw { kind: found && !manifest ? "damaged" : "format", file: url };
      return { client: new URL(manifest.client, base).href, message: { type: "open", manifest: url, parts: parts, fresh: fresh } };
    });
  }

  /* The same; a manifest of another time, which may come from some store on the way, is asked for again. */
  function prepare(url, base, fresh) {
    return readManifest(url, base, fresh).catch(function (error) {
      if (error.kind !== "format" || fresh) throw error;
      return readManifest(url + "?again=" + Date.now(), base, fresh);
    });
  }

  /* The worker that search-early.js has started with the page: once, and for its index only. */
  function takeEarly(url) {
    var early = root.sitegenEarly;
    if (!early || early.manifest !== url) return null;
    root.sitegenEarly = null;
    return early;
  }

  /* `tell` gets {type}: "loading" with the question (its answer takes time), "answer" with question and answer,
   * "snippets" with docs and snippets, "untold" where these could not be had, "beside" where a question with the option
   * `beside` could not be answered for want of a file, which leaves the answers before it as they are, "stopped" with the
   * question that took too long, "failed"; those for faults have their kind and the file. */
  function open(manifestUrl, base, tell) {
    var worker = null, receive = null, opening = false, tries = 0, count = 0;
    var last = null, sent = null, answered = null, computing = false, failed = false;
    var patience = 0, watch = 0, told = new Map();

    /* 1 Starting and ending */

    function start(fresh) {
      var early = fresh ? null : takeEarly(manifestUrl);
      opening = true;
      failed = false;
      if (last) expect();
      if (early) return takeEarlyWorker(early);
      prepare(manifestUrl + (fresh ? "?again=" + Date.now() + "." + ++tries : ""), base, Boolean(fresh)).then(function (made) {
        function here() { return startHere(made.client, made.message).catch(fail); }
        if (isHere()) return here();
        /* Where the browser forbids the worker, the page itself may do. */
        takeWorker(new Worker(made.client), here);
        receive(made.message);
      }).catch(fail);
    }

    /* It takes questions before it has opened, since it was asked to. If that fails, it is started as it is elsewhere. */
    function takeEarlyWorker(early) {
      takeWorker(early.worker, function () { start(false); }, true);
      opening = false;
      early.kept.forEach(function (event) { if (worker === early.worker) worker["on" + event.type](event); });
      put();
    }

    /* `otherwise` is done where it fails before it has said anything; of a hasty one also where a fault is all it says. */
    function takeWorker(mine, otherwise, hasty) {
      var heard = false;
      worker = mine;
      mine.onmessage = function (event) {
        if (worker !== mine) return;
        if (!heard && hasty && event.data.type === "failed") {
          end();
          return otherwise();
        }
        heard = true;
        hear(event.data);
      };
      mine.onerror = function (event) {
        event.preventDefault();
        if (worker !== mine) return;
        end();
        if (!heard) otherwise();
        else fail({ kind: "fault" });
      };
      receive = function (each) { mine.postMessage(each); };
    }

    function startHere(client, message) {
      return (root.sitegenWork ? Promise.resolve() : loadScript(client)).then(function () {
        var mine = root.sitegenWork.start(function (each) { if (receive === mine) hear(each); });
        receive = mine;
        receive(message);
      });
    }

    function end() {
      clearTimeout(watch);
      told.clear();
      if (worker) worker.terminate();
      worker = receive = sent = null;
      computing = opening = false;
    }

    function fail(error) {
      end();
      clearTimeout(patience);
      failed = true;
      tell({ type: "failed", kind: error.kind || "fault", file: error.file || "", question: last });
    }

    /* 2 Asking: of the questions that come while one is computed, only the last is put */

    function expect() {
      clearTimeout(patience);
      patience = setTimeout(function () { tell({ type: "loading", question: last }); }, PATIENCE);
    }

    function put() {
      if (!receive || opening || computing || !last || sent === last) return;
      sent = last;
      computing = true;
      receive({ type: "search", id: last.id, typed: last.typed, options: last.options });
    }

    function stop() {
      var stopped = sent;
      end();
      if (last === stopped) {
        last = null;
        clearTimeout(patience);
        tell({ type: "stopped", question: stopped });
      }
      start(false);
    }

    function hear(message) {
      if (message.type === "working") {
        clearTimeout(watch);
        if (worker) watch = setTimeout(stop, LONGEST);
        return;
      }
      clearTimeout(watch);
      if (message.type === "opened") {
        opening = false;
      } else if (message.type === "waiting") {
        /* A question that waits for a file may be overtaken. */
        if (sent && message.id === sent.id) computing = false;
      } else if (message.type === "answer") {
        if (sent && message.id === sent.id) computing = false;
        if (last && message.id === last.id) take(message);
      } else if (message.type === "snippets" || message.type === "failed" && told.has(message.id)) {
        takeTexts(message);
      } else if (message.type === "failed") {
        if (last && message.id < last.id) computing = computing && sent === last;
        else if (last && message.id === last.id && last.options.beside && message.kind !== "fault") lackBeside(message);
        else return fail(message);
      }
      put();
    }

    function take(message) {
      clearTimeout(patience);
      answered = last;
      tell({ type: "answer", question: last, answer: message.answer });
    }

    /* What would stand beside an answer could not be had: whoever waits for more may still ask. */
    function lackBeside(message) {
      clearTimeout(patience);
      computing = false;
      tell({ type: "beside", kind: message.kind, file: message.file, question: last });
    }

    /* Texts of an answer that is no longer shown are of no use. */
    function takeTexts(message) {
      var asked = told.get(message.id);
      told.delete(message.id);
      if (!asked || asked.question !== answered) return;
      if (message.type === "failed") tell({ type: "untold", kind: message.kind, file: message.file });
      else tell({ type: "snippets", docs: asked.docs, snippets: message.snippets });
    }

    return {
      /* Loads what every question needs. */
      start: function () { if (!receive && !opening && !failed) start(false); },
      ask: function (typed, options) {
        last = { id: ++count, typed: typed, options: options };
        expect();
        if (!receive && !opening) start(failed);
        else put();
      },
      /* The texts of some of the papers that the last answer named, with its words marked. */
      snippets: function (docs) {
        if (!receive || opening || !answered) return;
        told.set(++count, { docs: docs, question: answered });
        receive({ type: "snippets", id: count, docs: docs });
      },
      /* After a failure: everything anew, past the browser's store. */
      again: function () {
        end();
        start(true);
      }
    };
  }

  root.sitegenAsk = { open: open };
})(globalThis);
