/* The choice of marks of one row, loaded when a bead is first pressed: a menu by the ways of the keyboard that menus have,
 * which gives the focus back to the bead. */
(function (root) {
  "use strict";

  var marks = root.sitegenMarks, rows = root.sitegenMarkRows, menu = document.createElement("div"), opener = null;

  function items() {
    return Array.from(menu.children);
  }

  function item(role, text, act) {
    var element = document.createElement(act ? "button" : "a");
    if (act) element.type = "button";
    element.setAttribute("role", role);
    element.tabIndex = -1;
    element.textContent = text;
    element.addEventListener("click", function () {
      if (act) act();
      close(act);
    });
    menu.append(element);
    return element;
  }

  function close(back) {
    var from = opener;
    if (!from) return;
    opener = null;
    menu.remove();
    from.setAttribute("aria-expanded", "false");
    if (back) from.focus();
  }

  function choice(status, now, id, sign) {
    var text = status || !now.site ? rows.WORDS[status] : "As listed: " + rows.WORDS[now.site].toLowerCase();
    var mark = marks.get(id), own = mark ? mark.status : "";
    var element = item("menuitemradio", text, function () { marks.set(id, { status: status }); });
    sign.querySelector("use").setAttribute("href", "#i-" + rows.ICONS[status || now.site]);
    element.prepend(sign);
    element.setAttribute("aria-checked", String(own === status));
  }

  /* `typed` are the keys that were pressed before the menu had come. */
  function open(button, typed) {
    var row = button.closest(".row"), id = row.dataset.id, now = rows.state(row), again = opener === button, star, note;
    close(true);
    if (again) return;
    menu.replaceChildren();
    ["to-read", "reading", "read", "skipped", ""].forEach(function (status) { choice(status, now, id, button.querySelector("svg").cloneNode(true)); });
    star = item("menuitemcheckbox", "Star", function () { marks.set(id, { star: !now.star }); });
    star.setAttribute("aria-checked", String(now.star));
    note = item("menuitem", "Write a note");
    note.href = row.querySelector(".title a").href.replace(/#.*/, "") + "#my-note";
    menu.setAttribute("aria-label", row.querySelector(".title").textContent.trim());
    button.setAttribute("aria-expanded", "true");
    button.after(menu);
    opener = button;
    (menu.querySelector("[role=menuitemradio][aria-checked=true]") || items()[0]).focus();
    (typed || []).forEach(press);
  }

  function press(key) {
    var at = document.activeElement;
    if (!opener) return; /* a key before this one has closed it */
    if (key === "Enter" || key === " ") at.click();
    else at.dispatchEvent(new KeyboardEvent("keydown", { key: key, bubbles: true, cancelable: true }));
  }

  function begins(letter, from) {
    var all = items(), later = all.slice(from + 1).concat(all.slice(0, from + 1));
    return later.find(function (each) { return each.textContent.toLowerCase().startsWith(letter.toLowerCase()); });
  }

  menu.className = "choices";
  menu.setAttribute("role", "menu");
  menu.addEventListener("keydown", function (event) {
    var all = items(), at = all.indexOf(document.activeElement), key = event.key;
    var next = { ArrowDown: all[(at + 1) % all.length], ArrowUp: all[(at + all.length - 1) % all.length], Home: all[0], End: all[all.length - 1] }[key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "Tab") return close(true);
    if (key.length === 1 && key !== " ") next = begins(key, at);
    if (key === "Escape") close(true);
    else if (next) next.focus();
    else if (key === " " && all[at].href) all[at].click(); /* a link hears only Enter */
    else if (key.length > 1 || key === " ") return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("click", function (event) {
    if (opener && !menu.contains(event.target) && !opener.contains(event.target)) close(false);
  });

  root.sitegenMenu = open;
})(globalThis);
