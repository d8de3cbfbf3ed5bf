/* A reader's own marks, kept in this browser for this site; docs/marks.md says what is kept, and how others ask for it.
 * Each part of a mark has the time `at` which it changed, and of two the newer one is kept: so it does not matter in which
 * order, or how often, marks of several tabs and files come together. */
(function (root) {
  "use strict";

  var STATUSES = ["to-read", "reading", "read", "skipped"];

  /* 1 Bringing marks together; what is not known here is kept as it is */

  function later(one, other) {
    var keys = [one, other].map(function (part) { /* texts and lists have a method of this name */
      return [part && typeof part.at === "string" ? part.at : "", JSON.stringify(part)];
    }), at = keys[0][0] === keys[1][0] ? 1 : 0;
    return keys[0][at] >= keys[1][at] ? one : other;
  }

  /* A new object with the entries of both; `choose` decides where both have one. */
  function joined(one, other, choose) {
    var all = Object.create(null);
    Object.keys(one).forEach(function (key) { all[key] = one[key]; });
    Object.keys(other).forEach(function (key) { all[key] = key in all ? choose(all[key], other[key]) : other[key]; });
    return all;
  }

  function mergedMark(one, other) {
    return joined(one, other, later);
  }

  function merged(one, other) {
    return joined(one, other, mergedMark);
  }

  /* Marks with those of a paper's former id under the one that it has now. */
  function moved(marks, from, to) {
    var all = joined(marks, {}, null);
    if (from === to || !(from in all)) return all;
    all[to] = to in all ? mergedMark(all[to], all[from]) : all[from];
    delete all[from];
    return all;
  }

  /* What pages show of a kept mark; null where nothing is marked (any more). */
  function shown(kept) {
    function value(name, empty) { return kept && kept[name] && kept[name].value || empty; }
    var status = value("status", ""), star = value("star", false) === true, note = value("note", "");
    if (!STATUSES.includes(status)) status = "";
    if (!status && !star && !note) return null;
    return Object.freeze({
      status: status, star: star, note: String(note), on: status && kept.status.on || "",
      changed: ["status", "star", "note"].reduce(function (last, name) {
        return kept[name] && kept[name].at > last ? kept[name].at : last;
      }, "")
    });
  }

  root.sitegenMerge = { later: later, merged: merged, moved: moved, shown: shown, STATUSES: STATUSES };
  if (!root.document) return;

  /* 2 Keeping them; `held` is newer than what is stored where the browser keeps nothing */

  var base = new URL("..", document.currentScript.src), KEY = "sitegen-marks:" + base.pathname;
  var held = Object.create(null), known = null, fault = "";

  function taken(text) {
    var found = JSON.parse(text);
    if (!found || typeof found.marks !== "object") throw new Error("no marks");
    Object.keys(found.marks).forEach(function (id) { if (!found.marks[id] || typeof found.marks[id] !== "object") delete found.marks[id]; });
    return found.marks;
  }

  function read() {
    var text = null;
    try { text = localStorage.getItem(KEY); } catch (error) { /* said when there is something to keep */ }
    if (text === known || text === null) return;
    known = text;
    try {
      held = merged(held, taken(text));
    } catch (error) { /* not ours to throw away */
      try { localStorage.setItem(KEY + "damaged", text); } catch (again) { /* then the fault is told below */ }
    }
  }

  function write(changed) {
    var text = JSON.stringify({ format: "sitegen-marks", version: 1, marks: held });
    try {
      localStorage.setItem(KEY, text);
      known = text;
      fault = "";
    } catch (error) {
      fault = "This browser did not keep the mark: its storage is full or forbidden. It lasts only as long as the page.";
    }
    tell(changed);
    return !fault;
  }

  /* `changed` is what `set` was given. */
  function tell(changed) {
    document.dispatchEvent(new CustomEvent("sitegenmarks", { detail: changed || {} }));
  }

  /* 3 What a page says of a paper, kept with its mark so that My list can show it */

  function text(node) {
    return node ? node.textContent.trim().replace(/\s+/g, " ").slice(0, 300) : "";
  }

  /* Authors without the organizations, and nothing where the page only says that none are listed. */
  function names(line) {
    var nodes = line ? Array.from(line.childNodes) : [];
    return nodes.filter(function (node) { return !/badge|quiet/.test(node.className); }).map(function (node) { return node.textContent; }).join("").trim();
  }

  /* `place` is a row, or the article of a paper's page, in which there are rows of others. */
  function seen(place) {
    var row = place.matches(".row"), date = row && place.querySelector(".nums time");
    var found = {
      title: text(place.querySelector(row ? ".title" : "h1")),
      by: row ? names(place.querySelector(".by:not(.as)")) : place.dataset.by,
      date: row ? date && date.dateTime : place.dataset.date,
      topics: (place.dataset.topics || "").split(" ").filter(Boolean).concat(Array.from(
        place.querySelectorAll(row ? ".meta .topic" : ".tags .topic"), function (link) { return link.href.replace(/^.*\/|\.html$/g, ""); }
      ))
    };
    Object.keys(found).forEach(function (key) { if (!found[key] || !found[key].length) delete found[key]; });
    return found;
  }

  /* Notes what the page says now; gives whether that is news. A row that says less takes nothing away. */
  function look(place) {
    var mark = held[place.dataset.id], before = mark && mark.paper || {}, found = mark ? seen(place) : {};
    if (before.by && place.querySelector(".why")) delete found.by; /* names of related papers are cut short */
    found = Object.assign({}, before, found);
    if (JSON.stringify(found) === JSON.stringify(before)) return false;
    mark.paper = Object.assign(found, { at: new Date().toISOString() });
    return true;
  }

  function places() {
    return Array.from(document.querySelectorAll("[data-id]"));
  }

  /* As clocks here have it, like 2026-11-20. */
  function day(date) {
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(function (part) { return String(part).padStart(2, "0"); }).join("-");
  }

  function get(id) {
    return shown(held[id]);
  }

  function set(id, part) {
    read();
    var now = new Date(), mark = joined(held[id] || {}, {}, null);
    ["status", "star", "note"].forEach(function (name) {
      var before = mark[name], last = before && Date.parse(before.at) || 0;
      if (!(name in part)) return;
      /* A clock that was set back does not make a mark older than the one that it replaces. */
      mark[name] = { value: part[name], at: new Date(Math.max(now.getTime(), last + 1)).toISOString() };
      if (name === "status") mark[name].on = day(now);
    });
    held[id] = mark;
    places().forEach(function (place) { if (place.dataset.id === id) look(place); });
    return write(part);
  }

  /* Takes marks in, as of a file. */
  function add(marks) {
    read();
    held = merged(held, marks);
    return write();
  }

  /* `pairs` are [former id, id]. */
  function rename(pairs) {
    read();
    var old = pairs.filter(function (pair) { return pair[0] in held; });
    old.forEach(function (pair) { held = moved(held, pair[0], pair[1]); });
    if (old.length) write();
  }

  function all() {
    return new Map(Object.keys(held).map(function (id) { return [id, shown(held[id])]; }).filter(function (pair) { return pair[1]; }));
  }

  function refresh() {
    var before = known;
    read();
    if (known !== before) tell();
  }

  root.sitegenMarks = {
    get: get, set: set, all: all, add: add, rename: rename, day: day, base: base.href, key: KEY,
    /* Where a browser keeps something else for this site. */
    keyOf: function (name) { return KEY.replace("marks", name); },
    kept: function () { return held; },
    fault: function () { return fault; }
  };

  addEventListener("storage", function (event) { if (event.key === KEY) refresh(); });
  addEventListener("pageshow", refresh);
  document.querySelectorAll("[data-was]").forEach(function (place) {
    rename(place.dataset.was.split(" ").map(function (former) { return [former, place.dataset.id]; }));
  });
  read();
  if (places().filter(look).length) write();
})(globalThis);
