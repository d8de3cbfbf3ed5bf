/* The marks of the visitor beside those of the site: by document its status, and whether it is starred. Marks come from
 * the page by paper; only where there are any the files of ids are loaded, to know which documents are meant. */
(function (root) {
  "use strict";

  var NONE = { stamp: 0, list: [] };

  function open(files, columns) {
    var manifest = files.manifest, places = null, marks = NONE, made = null;

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

    /* {status: places in the manifest's marks, star: 1 for what is starred}; null while a file is not there. */
    function states() {
      var site = columns.states(), told = columns.told(), docs = marks.list.length ? documents() : new Map();
      if (!site || !told || !docs) return null;
      if (!made) {
        made = { status: site.status.slice(), star: Uint8Array.from(told, function (number) { return number >> 1; }) };
        marks.list.forEach(function (mark) {
          var doc = docs.get(mark[0]), place = manifest.marks.findIndex(function (each) { return each[0] === mark[1]; });
          if (doc === undefined) return;
          if (place >= 0) made.status[doc] = place;
          if (mark[2] !== null) made.star[doc] = mark[2] ? 1 : 0;
        });
      }
      return made;
    }

    return {
      states: states,
      /* `given` is {stamp, list: [[paper, status, whether it is starred]]}, null where what the site says stands, or nothing; what has the
       * stamp of before is that of before. */
      set: function (given) {
        if ((given || NONE).stamp === marks.stamp) return;
        marks = given || NONE;
        made = null;
      },
      stamp: function () { return marks.stamp; },
      any: function () { return marks.list.length > 0; }
    };
  }

  root.sitegenMarkColumn = { open: open };
})(globalThis);
