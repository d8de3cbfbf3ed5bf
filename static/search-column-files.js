/* What the columns hold of every paper, as lists by document number (sitegen/search/column_parts.py says how they are
 * made). Each function gives null while a file is not there: `files.run` loads it and computes again. */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers, facts = root.sitegenFacts;

  var LAST = 0xffffffff; /* among ages in days */

  function open(files) {
    var manifest = files.manifest, total = manifest.count, known = new Map();

    /* What `make` makes of a column, once: it gets a function from the number of a text to the numbers of all papers. A
     * column that has no files is of zeros. */
    function read(name, make) {
      var payloads = [], here = manifest.columns.has.includes(name);
      if (!known.has(name)) {
        for (var part = 0; here && part * manifest.columns.per < total; part++) payloads.push(files.get(name + part));
        if (!payloads.every(Boolean)) return null;
        known.set(name, make(function (text) {
          return here ? numbers.joined(payloads.map(function (payload) { return numbers.list(payload[text]); })) : new Uint32Array(total);
        }));
      }
      return known.get(name);
    }

    function plain(name) {
      return function () { return read(name, function (texts) { return texts(0); }); };
    }

    /* The year of each paper; 0 is none. */
    function years() {
      return read("years", function (texts) {
        return texts(0).map(function (age) { return age && manifest.newest + 1 - age; });
      });
    }

    /* Where the topics of each paper begin, and the topics of all. */
    function topics() {
      return read("topics", function (texts) {
        var starts = facts.startsOf(texts(0));
        return { starts: starts, places: manifest.columns.has.includes("topics") ? facts.rise(texts(1), starts) : [] };
      });
    }

    /* By paper the place of its status in the manifest's marks, its rating (0 for none), and 1 where there is code. */
    function states() {
      return read("states", function (texts) {
        var all = Array.from(texts(0), facts.stateOf);
        function column(name) { return Uint8Array.from(all, function (state) { return state[name]; }); }
        return { status: column("status"), rating: column("rating"), code: column("code") };
      });
    }

    /* The rank of each paper by its date, 0 for the newest and equal for equal dates; how many ranks there are, and the
     * rank of papers without a year, which is the last. What is not known of a date comes after what is known. */
    function dates() {
      var dated = years(), days = read("days", function (texts) { return { months: texts(0), days: texts(1), ranks: null }; });
      if (!dated || !days) return null;
      if (!days.ranks) {
        var ages = Array.from(dated, function (year, doc) {
          return year ? ((manifest.newest + 1 - year) * 13 - days.months[doc]) * 32 - days.days[doc] : LAST;
        });
        var sorted = Array.from(new Set(ages)).sort(function (one, other) { return one - other; });
        var rankOf = new Map(sorted.map(function (age, rank) { return [age, rank]; }));
        days.ranks = {
          each: Uint32Array.from(ages, function (age) { return rankOf.get(age); }), count: sorted.length,
          undated: sorted[sorted.length - 1] === LAST ? sorted.length - 1 : sorted.length
        };
      }
      return days.ranks;
    }

    return {
      years: years, topics: topics, states: states, dates: dates,
      scores: plain("scores"), titles: plain("titles"), added: plain("added"), told: plain("told")
    };
  }

  root.sitegenColumnFiles = { open: open };
})(globalThis);
