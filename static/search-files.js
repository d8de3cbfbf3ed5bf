/* The files of search: loading them, refusing those that are not what they should be, and keeping some in memory.
 *
 * Each file is a script with one call, `sitegenSearch(name, generation, checksum, payload…)`, so that a page opened from
 * disk can load it as well. What is computed from files is written as if all of them were there already: `get` gives null
 * for one that is not, and `run` loads what was missed and computes again. */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers;

  var FORMAT = 2;
  var CALL = "sitegenSearch";
  var LATER = "later"; /* stands for the second script of the client among the files that are missed */
  var GIVEN_UP = {};
  var MOST_KEPT = 8e6; /* characters of payload that stay in memory between searches */

  /* 1 Faults. `kind` is "missing" (it could not be had, `status` says what the server said), "damaged" (it is not whole),
   * "foreign" (it belongs to another state of the site) or "format" (it is newer or older than this script can read). */

  var SENTENCES = {
    missing: "A file of the search could not be loaded",
    damaged: "A file of the search arrived damaged",
    foreign: "A file of the search belongs to another state of this site",
    format: "The search files are of another version than this page"
  };

  function fault(kind, file, status) {
    var error = new Error(SENTENCES[kind] + " (" + file + ").");
    error.kind = kind;
    error.file = file;
    error.status = status || 0;
    return error;
  }

  /* 2 Ways of reading: from an address to a promise of the call's arguments */

  /* The arguments of the one call in the text of a file. */
  function parse(text, file) {
    try {
      if (!text.startsWith(CALL + "(") || !/\);\n?$/.test(text.slice(-3))) throw fault("damaged", file);
      return JSON.parse("[" + text.slice(CALL.length + 1, text.lastIndexOf(")")) + "]");
    } catch (_error) {
      throw fault("damaged", file);
    }
  }

  function fetched(url, cache) {
    return root.fetch(url, { cache: cache }).then(function (response) {
      if (!response.ok) throw fault("missing", url, response.status);
      return response.text();
    }, function () {
      throw fault("missing", url);
    }).then(function (text) {
      return parse(text, url);
    });
  }

  /* Over http. The manifest has a fixed name and is asked for anew; all else never changes under its name. */
  function byFetch(url, fresh) {
    return fetched(url, fresh ? "no-cache" : "default");
  }

  /* The same, whatever caches hold. */
  function pastCaches(url) {
    return fetched(url, "reload");
  }

  /* From disk: as scripts of the page. */
  function byScript(url) {
    root[CALL] = function () {
      document.currentScript.sitegenReceived = Array.from(arguments);
    };
    return inserted(url).then(function (script) {
      if (script.sitegenReceived) return script.sitegenReceived;
      throw fault("damaged", url);
    });
  }

  function inserted(url) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.onload = function () {
        script.remove();
        resolve(script);
      };
      script.onerror = function () {
        script.remove();
        reject(fault("missing", url));
      };
      script.src = url;
      document.head.appendChild(script);
    });
  }

  /* Runs a script where this one runs: in a worker or in a page. */
  function runScript(url) {
    if (root.document) return inserted(url);
    return new Promise(function (resolve) {
      try {
        root.importScripts(url);
      } catch (error) {
        throw fault(error.name === "NetworkError" ? "missing" : "damaged", url);
      }
      resolve();
    });
  }

  /* 3 Checks */

  function checked(parts, name, generation, file) {
    var texts = parts.slice(3);
    if (!texts.length || !parts.every(function (part) { return typeof part === "string"; })) throw fault("damaged", file);
    if (parts[0] !== name || (generation !== null && parts[1] !== generation)) throw fault("foreign", file);
    if (numbers.checksum(texts) !== parts[2]) throw fault("damaged", file);
    return texts;
  }

  function manifestOf(parts, file) {
    var value = JSON.parse(checked(parts, "manifest", null, file)[0]);
    if (value.format !== FORMAT) throw fault("format", file);
    if (value.generation !== parts[1]) throw fault("foreign", file);
    return value;
  }

  function sizeOf(payload) {
    return payload.reduce(function (sum, text) { return sum + text.length; }, 0);
  }

  /* 4 The files of one generation */

  /* `manifest`: the arguments of the manifest's call; `base`: the address of the folder above the generations, with its
   * slash; `read`: from an address to a promise of a call's arguments, or a fault; `script`: from an address to a promise that
   * a script has run. */
  function open(options) {
    var manifest = manifestOf(options.manifest, options.base), kept = new Map(), loading = new Map();
    var missed = new Set(), fetched = [], received = 0, size = 0, runs = 0, hasRun = false;

    function addressOf(name) {
      return options.base + (name === LATER ? "../" + manifest.later : manifest.generation + "/" + name + ".js");
    }

    /* What a file holds, or null if it is not there yet: `run` then loads it. */
    function get(name) {
      var payload = kept.get(name);
      if (payload === undefined) {
        missed.add(name);
        return null;
      }
      kept.delete(name);
      kept.set(name, payload);
      return payload;
    }

    /* What a script of the client offers that first hits do without. While it is not there, what is computed is given up. */
    function later(name) {
      if (root[name]) return root[name];
      if (hasRun) throw fault("damaged", addressOf(LATER));
      missed.add(LATER);
      throw GIVEN_UP;
    }

    function read(name) {
      fetched.push(name);
      return options.read(addressOf(name)).then(function (parts) {
        var payload = checked(parts, name, manifest.generation, addressOf(name));
        kept.set(name, payload);
        size += sizeOf(payload);
        received += sizeOf(payload);
      });
    }

    function load(name) {
      if (kept.has(name)) return Promise.resolve();
      if (loading.has(name)) return loading.get(name);
      var promise = name === LATER ? options.script(addressOf(name)).then(function () { hasRun = true; }) : read(name);
      loading.set(name, promise);
      promise.then(done, done);
      function done() { loading.delete(name); }
      return promise;
    }

    /* While something is computed nothing is dropped: it may be what the next round needs. */
    function drop() {
      if (runs) return;
      Array.from(kept).some(function (entry) {
        if (size <= MOST_KEPT) return true;
        kept.delete(entry[0]);
        size -= sizeOf(entry[1]);
        return false;
      });
    }

    function rounds(compute, onLoad) {
      missed.clear();
      var value = unlessGivenUp(compute), names = Array.from(missed);
      missed.clear();
      if (!names.length) return value;
      if (onLoad) onLoad(names);
      return Promise.all(names.map(load)).then(function () { return rounds(compute, onLoad); });
    }

    function unlessGivenUp(compute) {
      try {
        return compute();
      } catch (error) {
        if (error !== GIVEN_UP) throw error;
        return null;
      }
    }

    /* A promise of what `compute` gives once all files that it asks for are there. It is called again after each loading;
     * `onLoad` hears of the names. */
    function run(compute, onLoad) {
      runs++;
      return new Promise(function (resolve) { resolve(rounds(compute, onLoad)); }).finally(function () {
        runs--;
        drop();
      });
    }

    return {
      manifest: manifest, get: get, later: later, run: run, fetched: fetched,
      has: function (name) { return kept.has(name); },
      /* Whether what is being computed has asked for a file that is not there: its value will not be used. */
      lacking: function () { return missed.size > 0; },
      /* Characters of payload that were loaded. */
      get bytes() { return received; },
      forget: function () {
        kept.clear();
        size = received = 0;
        fetched.length = 0;
      }
    };
  }

  /* Reads the manifest at an address, if its call is not `given`: a promise of the files beside it. */
  function load(url, read, given) {
    return (given ? Promise.resolve(given) : read(url, true)).then(function (manifest) {
      return open({ manifest: manifest, base: url.replace(/[^/]*$/, ""), read: read, script: runScript });
    });
  }

  root.sitegenFiles = { open: open, load: load, parse: parse, byFetch: byFetch, pastCaches: pastCaches, byScript: byScript, fault: fault };
})(globalThis);
