/* What single keys do: one table, which the help shows as it is, so that the two cannot differ. */
(function (root) {
  "use strict";
  var keys = root.sitegenKeys, main = document.getElementById("main"), hint = document.createElement("p"), begun = "", helping;

  var STATUSES = [["t", "to-read", "To read"], ["r", "reading", "Reading"], ["d", "read", "Read"], ["s", "skipped", "Skipped"], ["n", "", "No mark"]];

  /* 1 The line at the foot of the window that says what a key began or did */

  function say(text) {
    hint.textContent = text;
  }

  function begin(key, rows) {
    begun = key;
    rows.forEach(function (row) {
      var name = document.createElement("kbd"), choice = document.createElement("span");
      name.textContent = row.keys[1];
      choice.append(name, " " + row.says + " ");
      hint.append(choice);
    });
  }

  /* 2 Rows: what has the focus is what the keys are about */

  function isShown(element) {
    return element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0;
  }

  function links() {
    var found = main.querySelectorAll(".row .title a");
    if (!found.length && !main.querySelector("article[data-id]")) found = main.querySelectorAll(".index a, .terms dt a");
    return Array.from(found).filter(isShown);
  }

  function around(link) {
    return link.closest(".row, li, dt");
  }

  function placeOf(list) {
    return list.findIndex(function (link) { return around(link).contains(document.activeElement); });
  }

  /* Without a row: the first one after what has the focus, or else below the window's upper edge. */
  function placeAfter(list) {
    var active = document.activeElement, inMain = active !== main && main.contains(active);
    var place = list.findIndex(function (link) {
      return inMain ? active.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING : link.getBoundingClientRect().top >= 0;
    });
    return place < 0 ? list.length : place;
  }

  function goTo(list, place) {
    var link = list[Math.max(0, Math.min(place, list.length - 1))];
    if (!link) return say("There is no list on this page.");
    link.focus({ preventScroll: true });
    around(link).scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    return function () {
      var list = links(), place = placeOf(list);
      if (place >= 0) goTo(list, place + by);
      else goTo(list, by > 0 ? placeAfter(list) : placeAfter(list) - 1);
    };
  }

  /* 3 Marks. The row may go, or be drawn anew: the focus then stays at its place in the list. */

  function stay(place) {
    if (place >= 0 && placeOf(links()) < 0) goTo(links(), place);
  }

  function mark(change) {
    var place = placeOf(links()), paper = document.activeElement.closest("[data-id]") || main.querySelector("article[data-id]");
    if (!paper) return say("Choose a paper first, with j or k.");
    say(change(paper.dataset.id, root.sitegenMarks.get(paper.dataset.id) || {}));
    setTimeout(stay, 0, place);
  }

  function star(id, now) {
    root.sitegenMarks.set(id, { star: !now.star });
    return now.star ? "Star taken away." : "Starred.";
  }

  function status(name, words) {
    return function (id) {
      root.sitegenMarks.set(id, { status: name });
      return name ? "Marked: " + words.toLowerCase() + "." : "Mark removed.";
    };
  }

  function marks() {
    if (!root.sitegenMarks) return [];
    return STATUSES.map(function (each) {
      return { group: "Marks", keys: ["m", each[0]], says: each[2], run: function () { mark(status(each[1], each[2])); } };
    }).concat({ group: "Marks", keys: ["s"], says: "Star, or take it away", run: function () { mark(star); } });
  }

  /* 4 Ways around */

  function filters() {
    var box = Array.from(main.querySelectorAll(".filters")).filter(isShown)[0], field;
    if (!box) return say("This page has no filters.");
    box.open = true;
    field = Array.from(box.querySelectorAll("input, select, button, a")).filter(isShown)[0] || box.querySelector("summary");
    if (field) field.focus();
  }

  function follow(relation, words) {
    return function () {
      var link = document.querySelector("a[rel=" + relation + "]");
      if (link) link.click();
      else say("There is no " + words + " page.");
    };
  }

  function ways() {
    return Array.from(document.querySelectorAll("a[data-key]"), function (link) {
      return { group: "Go to", keys: ["g", link.dataset.key], says: link.matches(".brand") ? "Home" : link.textContent, run: function () { link.click(); } };
    });
  }

  function help() {
    helping = helping || keys.load(keys.helper);
    return helping.then(function () { root.sitegenHelp(table(), keys); }, function (fault) {
      helping = null;
      say("The help could not be loaded.");
      throw fault;
    });
  }

  /* 5 The table. A row without `run` is what the browser or `search-open.js` does; one with `again` goes on while the key is held. */

  function table() {
    return [
      { group: "Anywhere", keys: ["/"], says: "Search" },
      { group: "Anywhere", keys: ["?"], says: "This help", run: function () { help().catch(function () { /* it was said */ }); } },
      { group: "Anywhere", keys: ["Esc"], says: "Close what is open" },
      { group: "In a list", keys: ["j"], says: "Next paper", run: step(1), again: true },
      { group: "In a list", keys: ["k"], says: "Previous paper", run: step(-1), again: true },
      { group: "In a list", keys: ["Enter"], says: "Open it" },
      { group: "In a list", keys: ["f"], says: "Filters", run: filters },
      { group: "In a list", keys: ["n"], says: "Next page, or older paper", run: follow("next", "next") },
      { group: "In a list", keys: ["p"], says: "Previous page, or newer paper", run: follow("prev", "previous") }
    ].concat(marks(), ways(), keys.more);
  }

  /* 6 Keys */

  /* What is printed on the key, whatever the layout. Where that is no Latin letter, the place of the key counts. */
  function nameOf(event) {
    var key = event.key, code = /^Key([A-Z])$/.exec(event.code);
    if (key.length === 1 && key > "~" && code) key = code[1];
    return event.shiftKey ? key : key.toLowerCase();
  }

  keys.press = function (event) {
    var before = begun, name, rows;
    if (event && /^(Shift|CapsLock)$/.test(event.key)) return;
    if (begun || hint.textContent) say(begun = "");
    if (!event) return;
    name = nameOf(event);
    rows = table().filter(function (row) {
      return row.run && (before ? row.keys[0] === before && row.keys[1] === name : row.keys[0] === name);
    });
    if (!rows.length) return;
    event.preventDefault();
    if (rows[0].keys.length > (before ? 2 : 1)) begin(name, rows);
    else if (rows[0].again || !event.repeat) rows[0].run();
  };
  keys.help = help;

  hint.className = "did-key";
  hint.setAttribute("role", "status");
  document.body.append(hint);
  document.addEventListener("pointerdown", function () { say(begun = ""); });
})(globalThis);
