/* On lists: what came since the last visit is marked as new, and what is read can be hidden. */
(function (root) {
  "use strict";

  var VISIT = 3 * 3600000; /* milliseconds without a list, after which the next one begins another visit */

  var marks = root.sitegenMarks, sources = document.currentScript.dataset.sources.split(" ").filter(Boolean);
  var hide = document.getElementById("hide-read"), fresh = since();

  /* 1 What is new: papers none of whose sources stood on the site when it was last visited */

  /* `before` are the sources at the end of the last visit, `seen` those of this one. */
  function since() {
    var kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(marks.keyOf("visit")));
      if (!kept || !Array.isArray(kept.seen)) kept = { before: sources };
      else if (Date.now() - kept.at > VISIT) kept.before = kept.seen;
      localStorage.setItem(marks.keyOf("visit"), JSON.stringify({ before: kept.before, seen: sources, at: Date.now() }));
    } catch (error) { /* without a memory nothing is new */ }
    return kept ? sources.filter(function (source) { return !kept.before.includes(source); }) : [];
  }

  function tag(row) {
    var line = row.querySelector(".nums"), sign = document.createElement("mark");
    var found = row.dataset.from.split(" ").every(function (source) { return fresh.includes(source); });
    if (!found || !line || line.querySelector("mark")) return;
    sign.textContent = "new";
    line.prepend(sign, " ");
  }

  function tell() {
    var here = document.getElementById("new-here"), count = document.querySelectorAll(".list .nums > mark").length;
    if (here) here.textContent = count ? count + " new since your last visit." : "";
    document.querySelectorAll("[data-source]").forEach(function (item) { item.hidden = !fresh.includes(item.dataset.source); });
    if (document.querySelector("[data-source]:not([hidden])")) document.getElementById("since").hidden = false;
  }

  /* 2 Hiding what is read, on this site until it is switched off */

  function cover() {
    var gone = 0, active = document.activeElement, left = active.closest(".mark, .choices") && active.closest(".list .row");
    var rows = Array.from(document.querySelectorAll(".list .row[data-mark]"));
    rows.forEach(function (row) {
      row.hidden = hide.checked && /^(read|skipped)$/.test(row.dataset.mark);
      gone += row.hidden;
    });
    if (left && left.hidden) setTimeout(goOn, 0, rows, rows.indexOf(left)); /* once the menu gave the focus back */
    document.querySelectorAll(".list .group").forEach(function (group) {
      group.hidden = !group.nextElementSibling.querySelector(".row:not([hidden])");
    });
    document.getElementById("hidden-here").textContent = gone ? gone + " hidden on this page." : "";
  }

  /* From a row that went to the bead of the next one, or of the last before it. */
  function goOn(rows, place) {
    var shown = rows.filter(function (row) { return row.getClientRects().length; });
    var next = shown.find(function (row) { return rows.indexOf(row) > place; }) || shown[shown.length - 1];
    (next ? next.querySelector("button.mark") : hide).focus();
  }

  function remember() {
    try { localStorage.setItem(marks.keyOf("hide"), hide.checked ? "1" : ""); } catch (error) { /* then for this page */ }
    cover();
  }

  document.querySelectorAll(".row[data-from]").forEach(tag);
  tell();
  if (!hide) return;
  try { hide.checked = Boolean(localStorage.getItem(marks.keyOf("hide"))); } catch (error) { /* then not */ }
  hide.addEventListener("change", remember);
  document.addEventListener("sitegenmarks", cover);
  cover();
})(globalThis);
