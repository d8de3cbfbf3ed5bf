/* Where papers stand as rows: their beads become buttons that open the choice of marks. Every change of a mark is said to
 * who cannot see it, and to all where it is not kept. */
(function (root) {
  "use strict";

  var ICONS = { "": "none", "to-read": "todo", reading: "reading", read: "read", skipped: "skip" };
  var WORDS = { "": "Not marked", "to-read": "To read", reading: "Reading", read: "Read", skipped: "Skipped" };

  var marks = root.sitegenMarks, own = document.currentScript, loading, wanted, typed = [], told = document.createElement("p");

  /* The bead of a row as a button that remembers what the site says. */
  function bead(row) {
    var found = row.querySelector(".mark"), button;
    if (found.localName === "button") return found;
    button = document.createElement("button");
    button.type = "button";
    button.className = "mark";
    button.dataset.site = Object.keys(ICONS).find(function (status) { return ICONS[status] === found.dataset.status; }) || "";
    button.dataset.star = row.querySelector(".star") ? "yes" : "";
    button.setAttribute("aria-haspopup", "menu");
    button.append(found.querySelector("svg"));
    found.replaceWith(button);
    return button;
  }

  /* What holds for a row: {status, star, site}. */
  function state(row) {
    var button = bead(row), mark = marks.get(row.dataset.id), kept = marks.kept()[row.dataset.id];
    return {
      status: mark && mark.status || button.dataset.site, site: button.dataset.site,
      star: kept && kept.star ? kept.star.value === true : Boolean(button.dataset.star)
    };
  }

  function paint(row) {
    var now = state(row), button = bead(row), star = row.querySelector(".star"), line = row.querySelector(".nums");
    row.dataset.mark = now.status;
    button.dataset.status = ICONS[now.status];
    button.querySelector("use").setAttribute("href", "#i-" + ICONS[now.status]);
    button.setAttribute("aria-label", WORDS[now.status] + ". Change mark of " + row.querySelector(".title").textContent.trim());
    if (!now.star && star) star.remove();
    if (!now.star || star || !line) return;
    star = document.createElement("span");
    star.className = "star";
    star.textContent = "★ starred";
    line.append(" ", star);
  }

  function show(event) {
    var part = event && event.detail || {};
    document.querySelectorAll(".row[data-id]").forEach(paint);
    say(marks.fault() || ("status" in part ? (part.status ? "Marked: " + WORDS[part.status].toLowerCase() + "." : "Mark removed.") :
      "star" in part ? (part.star ? "Starred." : "Star removed.") : ""), Boolean(marks.fault()));
  }

  function say(text, isFault) {
    told.className = isFault ? "note said" : "vh";
    told.textContent = text;
  }

  /* The menu is loaded as soon as one comes near a bead, so that it is there when the bead is pressed. Where it is late, it
   * opens with the keys that were meant for it, unless one has gone elsewhere. */
  function come(event) {
    var button = event.target.closest("button.mark"), pressed = event.type === "click";
    if (event.type !== "pointerover" && button !== wanted) want(null);
    if (!button) return;
    if (pressed && root.sitegenMenu) return root.sitegenMenu(button);
    if (pressed && !wanted) want(button);
    if (loading) return;
    loading = root.sitegenLoad(new URL(own.dataset.menu, marks.base)).then(function () {
      if (wanted && wanted.isConnected) root.sitegenMenu(wanted, typed);
      want(null);
    }, function () {
      loading = null;
      if (wanted) say("The choice of marks could not be loaded.", true);
      want(null);
    });
  }

  function want(button) {
    wanted = button;
    typed = [];
  }

  function keep(event) {
    if (!wanted || event.target !== wanted || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!/^(.|Enter|Escape|Home|End|Arrow(Up|Down))$/.test(event.key)) return;
    if (!event.repeat) typed.push(event.key);
    event.preventDefault();
    event.stopPropagation();
  }

  ["pointerover", "focusin", "click"].forEach(function (name) { document.addEventListener(name, come); });
  document.addEventListener("keydown", keep, true);

  told.setAttribute("role", "status");
  document.body.append(told);
  root.sitegenMarkRows = { state: state, paint: paint, WORDS: WORDS, ICONS: ICONS };
  show();
  document.addEventListener("sitegenmarks", show);
  new MutationObserver(function (changes) {
    var added = changes.flatMap(function (change) { return Array.from(change.addedNodes); });
    added.forEach(function (node) { if (node.matches && node.matches(".row[data-id]")) paint(node); });
  }).observe(document.getElementById("main"), { childList: true, subtree: true });
})(globalThis);
