/* A reader's own marks: how far one is with a paper, a star and a private note, kept in this browser for this site.
 *
 * `sitegenMarks.get(id)` gives {status, star, note, changed, …} or null, `set(id, {status, star, note})` changes what it
 * names, `all()` is a Map of all marks, and a `sitegenmarks` event on the document follows each change, also one made in
 * another tab. The rest is for the pages of marks. docs/marks.md says what is kept, and how.
 *
 * A mark is kept in parts, {status, star, note, paper}, each with the time `at` which it changed; of two, each part's newer
 * one is kept. So it does not matter in which order, or how often, marks of several tabs and files come together. */
(function (root) {
  "use strict";

  var STATUSES = ["to-read", "reading", "read", "skipped"];

  /* 1 Bringing marks together; what is not known here is kept as it is */

  function later(one, other) {
    var ages = [one, other].map(function (part) { return [part && part.at || "", JSON.stringify(part)]; });
    if (ages[0][0] !== ages[1][0]) return ages[0][0] > ages[1][0] ? one : other;
    return ages[0][1] >= ages[1][1] ? one : other;
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
    try {
      text = localStorage.getItem(KEY);
    } catch (error) {
      fault = "This browser keeps nothing for this site, so marks last only as long as the page.";
    }
    if (text === known || text === null) return;
    known = text;
    try {
      held = merged(held, taken(text));
    } catch (error) { /* not ours to throw away */
      try { localStorage.setItem(KEY + "damaged", text); } catch (again) { /* then the fault is told below */ }
    }
  }

  function write() {
    var text = JSON.stringify({ format: "sitegen-marks", version: 1, marks: held });
    try {
      localStorage.setItem(KEY, text);
      known = text;
      fault = "";
    } catch (error) {
      fault = "This browser did not keep the mark: its storage is full or forbidden. It lasts only as long as the page.";
    }
    document.dispatchEvent(new CustomEvent("sitegenmarks"));
    return !fault;
  }

  /* 3 What a page says of a paper, kept with its mark so that My list can show it */

  function text(node) {
    return node ? node.textContent.trim().replace(/\s+/g, " ").slice(0, 300) : "";
  }

  /* Authors without the organizations, and nothing where the page only says that none are listed. */
  function names(places) {
    return Array.from(places, function (place) {
      return Array.from(place.childNodes).filter(function (node) { return !/badge|quiet/.test(node.className); }).map(text).filter(Boolean).join(" ");
    }).filter(Boolean).slice(0, 8).join(", ");
  }

  /* `place` is a row, or the article of a paper's page, in which there are rows of others. */
  function seen(place) {
    var row = place.matches(".row"), date = row && place.querySelector(".nums time");
    var found = {
      title: text(place.querySelector(row ? ".title" : "h1")),
      by: names(place.querySelectorAll(row ? ".by" : ".names li")),
      date: row ? date && date.dateTime : place.dataset.date,
      topics: Array.from(place.querySelectorAll(row ? ".meta .topic" : ".tags .topic"), function (link) {
        return link.href.replace(/^.*\/|\.html$/g, "");
      })
    };
    Object.keys(found).forEach(function (key) { if (!found[key] || !found[key].length) delete found[key]; });
    return found;
  }

  function element(id) {
    return document.querySelector('[data-id="' + id + '"]');
  }

  /* Notes what the page says now; gives whether that is news. A row that says less takes nothing away. */
  function look(id, place, at) {
    var before = held[id].paper || {}, now = place ? Object.assign({}, before, seen(place)) : before;
    if (JSON.stringify(now) === JSON.stringify(before)) return false;
    held[id].paper = Object.assign(now, { at: at });
    return true;
  }

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
    look(id, element(id), now.toISOString());
    return write();
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
    if (known !== before) document.dispatchEvent(new CustomEvent("sitegenmarks"));
  }

  root.sitegenMarks = {
    get: get, set: set, all: all, add: add, rename: rename, base: base.href, key: KEY,
    kept: function () { return held; },
    fault: function () { return fault; }
  };

  addEventListener("storage", function (event) { if (event.key === KEY) refresh(); });
  addEventListener("pageshow", refresh);
  document.querySelectorAll("[data-was]").forEach(function (place) {
    rename(place.dataset.was.split(" ").map(function (former) { return [former, place.dataset.id]; }));
  });
  read();
  var news = Array.from(document.querySelectorAll("[data-id]")).filter(function (place) {
    return place.dataset.id in held && look(place.dataset.id, place, new Date().toISOString());
  });
  if (news.length) write();
})(globalThis);
