/* Runs in Chromium beside one search library: loads its index and asks it. peers.py and browser.py call it.
 *
 * Each library is a function that loads it, to a promise of a function from a query to a promise of its answer: how many
 * `hits`, and `workerMs` where a worker found them. */
(function (root) {
  "use strict";

  var MANIFEST = "search/index.js";
  var FIRST = 10; /* hits that the search page asks for at first */

  function json(url) {
    return fetch(url).then(function (response) { return response.json(); });
  }

  function text(url) {
    return fetch(url).then(function (response) { return response.text(); });
  }

  function script(url) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.onload = resolve;
      element.onerror = reject;
      element.src = url;
      document.head.appendChild(element);
    });
  }

  /* 1 The site's own client */

  /* Runs in the worker before the client: puts into each answer how long it took since the message, without the times when
   * nothing was done but to wait for files. */
  function clock() {
    var began = new Map(), waited = new Map(), since = new Map(), post = self.postMessage.bind(self);
    self.addEventListener("message", function (event) { began.set(event.data.id, performance.now()); });
    self.postMessage = function (message) {
      var id = message.id, now = performance.now();
      if (message.type === "waiting") since.set(id, now);
      if (message.type === "working" && since.has(id)) {
        waited.set(id, (waited.get(id) || 0) + now - since.get(id));
        since.delete(id);
      }
      if (message.type === "answer") message.workerMs = now - began.get(id) - (waited.get(id) || 0);
      post(message);
    };
  }

  /* Starts the worker. Gives a function from a query and its options to a promise of the answer. */
  async function openWorker(client) {
    var manifest = new URL(MANIFEST, document.baseURI).href, waiting = new Map(), last = 0;
    var source = "(" + clock + ")(); importScripts(" + JSON.stringify(new URL(client, document.baseURI).href) + ");";
    var worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
    function expect(key) {
      return new Promise(function (resolve, reject) { waiting.set(key, { resolve: resolve, reject: reject }); });
    }
    worker.onmessage = function (event) {
      var message = event.data, key = message.type === "opened" ? "opened" : message.id;
      if (message.type === "working" || message.type === "waiting") return;
      var settle = waiting.get(key) || waiting.get("opened");
      if (message.type === "failed") settle.reject(new Error(message.kind + ": " + message.reason));
      else settle.resolve(message.type === "answer" ? Object.assign({ workerMs: message.workerMs }, message.answer) : message);
    };
    var opened = expect("opened");
    worker.postMessage({ type: "open", manifest: manifest });
    await opened;
    return function (query, options) {
      var id = ++last, answer = expect(id);
      worker.postMessage({ type: "search", id: id, typed: query, options: options });
      return answer;
    };
  }

  /* 2 Libraries: all words must match, and a hit in a title counts most, wherever a library can be told so. */
  var LIBRARIES = {
    lunr: async function () {
      var loaded = await Promise.all([script("lunr.min.js"), json("index.json")]);
      var index = root.lunr.Index.load(loaded[1]);
      return async function (query) {
        return { hits: index.search(query.split(" ").map(function (word) { return "+" + word; }).join(" ")).length };
      };
    },
    minisearch: async function (boosts) {
      var loaded = await Promise.all([script("index.js"), text("index.json")]);
      var index = root.MiniSearch.loadJSON(loaded[1], { idField: "ref", fields: Object.keys(boosts) });
      return async function (query) {
        return { hits: index.search(query, { combineWith: "AND", boost: boosts }).length };
      };
    },
    flexsearch: async function (boosts) {
      var loaded = await Promise.all([script("flexsearch.bundle.min.js"), json("index.json")]);
      var index = new root.FlexSearch.Document({ document: { id: "ref", index: Object.keys(boosts) } });
      loaded[1].forEach(function (part) { index.import(part[0], part[1]); });
      return async function (query) {
        return { hits: index.search(query, { merge: true }).length };
      };
    },
    /* Its answer is a list of promises of what hits show: the first ten are awaited, as a page does. */
    pagefind: async function () {
      var pagefind = await import(new URL("pagefind/pagefind.js", document.baseURI).href);
      await pagefind.init();
      return async function (query) {
        var answer = await pagefind.search(query);
        await Promise.all(answer.results.slice(0, 10).map(function (result) { return result.data(); }));
        return { hits: answer.results.length };
      };
    },
    /* The site's own client in its worker. */
    sitegen: async function (_boosts, client) {
      var ask = await openWorker(client);
      return async function (query) {
        var answer = await ask(query, { limit: FIRST });
        return { hits: answer.total, workerMs: answer.workerMs };
      };
    }
  };

  /* Milliseconds from nothing to an index that answers. `client` is the address of the site's own client. */
  root.loadLibrary = async function (name, boosts, client) {
    var start = performance.now();
    root.askLibrary = await LIBRARIES[name](boosts, client);
    return performance.now() - start;
  };

  /* Of each query the milliseconds from the question to the answer, those of them in the worker, and how many hits. */
  root.timeQueries = async function (queries) {
    var times = [], worker = [], hits = [];
    for (var query of queries) {
      var start = performance.now(), answer = await root.askLibrary(query);
      times.push(performance.now() - start);
      worker.push(answer.workerMs === undefined ? 0 : answer.workerMs);
      hits.push(answer.hits);
    }
    return { times: times, worker: worker, hits: hits };
  };
})(globalThis);
