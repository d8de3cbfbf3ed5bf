/* The marks of the visitor beside those of the site: by document its status, and whether it is starred. Marks come from
 * the page by paper; only where there are any the files of ids are loaded, to know which documents are meant. */
(function (root) {
  "use strict";

  var NONE = { stamp: 0, list: [] };

  function open(files, columns) {
    var manifest = files.manifest, places = null, marks = NONE, made = {};

    /* The number of the document of each paper; null while a file is not there. */
    function documents() {
      var payloads = [];
      if (places) return places;
      for (var part = 0; part * manifest.refs < manifest.count; part++) payloads.push(files.get("r" + part));
      if (!payloads.every(Boolean)) return null;
      places = new Map();
      payloads.forEach(function (payload, number) {
        payload[0].split("\n").forEach(function (ref, line) { places.set(ref, number * manifest.refs + line); });
      });
      return places;
    }

    /* What the site says of every paper, with what the visitor says in its place where `own` finds that: it gets a mark
     * and gives a number, or -1. Null while a file is not there. */
    function joined(name, site, own) {
      var docs = marks.list.length ? documents() : new Map();
      if (!site || !docs) return null;
      if (!made[name]) {
        made[name] = Uint8Array.from(site);
        marks.list.forEach(function (mark) {
          var doc = docs.get(mark[0]), value = own(mark);
          if (doc !== undefined && value >= 0) made[name][doc] = value;
        });
      }
      return made[name];
    }

    /* The place of each paper's status in the manifest's marks. */
    function statuses() {
      var states = columns.states();
      return joined("statuses", states && states.status, function (mark) {
        return manifest.marks.findIndex(function (each) { return each[0] === mark[1]; });
      });
    }

    /* 1 for each paper that is starred. */
    function stars() {
      var told = columns.told();
      return joined("stars", told && told.map(function (number) { return number >> 1; }), function (mark) {
        return mark[2] === null ? -1 : mark[2] ? 1 : 0;
      });
    }

    return {
      statuses: statuses,
      stars: stars,
      /* `given` is {stamp, list: [[paper, status, whether it is starred]]}, null where what the site says stands, or nothing; what has the
       * stamp of before is that of before. */
      set: function (given) {
        if ((given || NONE).stamp === marks.stamp) return;
        marks = given || NONE;
        made = {};
      },
      stamp: function () { return marks.stamp; },
      any: function () { return marks.list.length > 0; }
    };
  }

  root.sitegenMarkColumn = { open: open };
})(globalThis);
