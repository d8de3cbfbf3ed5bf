/* Marks as a file, for another browser or for `sitegen marks`; docs/marks.md has the format. */
(function (root) {
  "use strict";

  var FORMAT = "sitegen-marks", VERSION = 1;
  var TYPES = { status: "string", star: "boolean", note: "string", paper: undefined };

  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /* The whole file, its papers sorted by id, so that two exports can be compared line by line. */
  function write(marks, site, now) {
    var sorted = {};
    Object.keys(marks).sort().forEach(function (id) {
      Object.defineProperty(sorted, id, { value: marks[id], enumerable: true });
    });
    return JSON.stringify({ format: FORMAT, version: VERSION, exported: now.toISOString(), site: site, marks: sorted }, null, 1) + "\n";
  }

  /* A part as it is kept here, or null where it cannot be read. What is not known is kept as it is. */
  function part(name, given) {
    var time;
    if (!(name in TYPES)) return given;
    time = isObject(given) ? new Date(given.at) : NaN;
    if (isNaN(time) || TYPES[name] && typeof given.value !== TYPES[name]) return null;
    return Object.assign({}, given, { at: time.toISOString() });
  }

  function mark(given) {
    var parts = Object.create(null);
    if (!isObject(given)) return null;
    Object.keys(given).forEach(function (name) { parts[name] = part(name, given[name]); });
    return Object.keys(parts).some(function (name) { return parts[name] === null; }) ? null : parts;
  }

  /* What a file holds, as {marks, odd}: `odd` are the ids of papers whose marks cannot be read. Throws an Error that says in
   * a sentence why it is no file of marks. */
  function read(text, name) {
    var found, marks = Object.create(null), odd = [];
    function fail(why) { throw new Error(name + " " + why + " Nothing was changed."); }
    try { found = JSON.parse(text.replace(/^\ufeff/, "")); } catch (error) { fail("is damaged, or no file of marks: it is not JSON."); }
    if (!isObject(found) || found.format !== FORMAT) fail("is not a file of marks.");
    if (found.version !== VERSION) fail("was written by a newer sitegen (version " + found.version + " of the format).");
    if (!isObject(found.marks)) fail("is damaged: it holds no marks.");
    Object.keys(found.marks).forEach(function (id) {
      var read = mark(found.marks[id]);
      if (read) marks[id] = read;
      else odd.push(id);
    });
    return { marks: marks, odd: odd };
  }

  /* How marks of a file differ from those that are here: ids of papers, each in one of {added, newer, same}. */
  function compare(here, given) {
    var result = { added: [], newer: [], same: [] }, all = root.sitegenMerge.merged(here, given);
    Object.keys(given).forEach(function (id) {
      var changes = Object.keys(all[id]).filter(function (name) { /* what a page said of the paper is no mark */
        return name !== "paper" && (!here[id] || JSON.stringify(all[id][name]) !== JSON.stringify(here[id][name]));
      });
      (changes.length ? here[id] ? result.newer : result.added : result.same).push(id);
    });
    return result;
  }

  root.sitegenMarksFile = { write: write, read: read, compare: compare };
})(globalThis);
