/* My list: the sections, filled anew after each change; marks taken along as a file, and taken in from one. */
(function (root) {
  "use strict";

  var MOST = 300; /* rows of a section, until one asks for all */

  var marks = root.sitegenMarks, beads = root.sitegenMarkRows, groups = root.sitegenGroups, files = root.sitegenMarksFile;
  var top = document.getElementById("my-list"), both = document.getElementById("with-site"), told = document.getElementById("file-told");
  var file = document.getElementById("file"), listed = Object.create(null), whole = new Set(), asked = new Set();

  function make(tag, name, children) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    element.append.apply(element, children || []);
    return element;
  }

  function today() {
    return marks.day(new Date());
  }

  /* 1 What the site says, read from its rows before they are replaced */

  function list() {
    document.querySelectorAll(".mine .row").forEach(function (row) {
      var bead = row.querySelector(".mark").dataset, link = row.querySelector(".title a");
      listed[row.dataset.id] = {
        status: bead.site, star: bead.star === "yes", on: row.dataset.on, title: link.textContent, link: link.cloneNode(true),
        by: row.querySelector(".by .quiet") ? "" : row.querySelector(".by").textContent, date: row.dataset.date,
        topics: (row.dataset.topics || "").split(" ").filter(Boolean)
      };
    });
  }

  /* 2 Rows */

  function link(entry) {
    var site = listed[entry.id], element = site ? site.link.cloneNode(true) : document.createElement("a");
    if (!site) {
      element.href = new URL("papers/" + encodeURIComponent(entry.id) + ".html", marks.base).href;
      element.textContent = entry.title || entry.id;
      if (!entry.title) element.className = "id";
    }
    return element;
  }

  function row(entry, level, lead, text) {
    var site = listed[entry.id] || {}, icon = beads.ICONS[site.status || ""], bead = make("span", "mark"), nums = make("p", "nums");
    var item = make("li", "row", [bead, make(level, "title", [link(entry)])]), time = document.createElement("time");
    bead.innerHTML = '<svg class="i" aria-hidden="true"><use href="#i-' + icon + '"/></svg>';
    bead.dataset.status = icon;
    item.dataset.id = entry.id;
    item.append(make("p", "by", [entry.title && entry.by || make("span", "quiet", [entry.title ? "Authors not listed" : "Title not known here"])]));
    if (text) item.append(make("p", "note-text", [text]));
    time.dateTime = entry.on;
    time.textContent = typeof lead === "function" ? lead(entry.on) : groups.dayText(entry.on, today());
    if (entry.on) nums.append(make("span", "line", [typeof lead === "function" ? "" : lead, time]));
    if (site.star) nums.append(" ", make("span", "star", ["★ starred"]));
    item.append(nums);
    return item;
  }

  function rows(entries, level, lead, noted) {
    var element = make("ol", "rows compact");
    element.append.apply(element, entries.map(function (entry) { return row(entry, level, lead, noted && entry.note); }));
    return element;
  }

  /* A section with some of its rows, and a button for the rest. */
  function fill(id, lists, count) {
    var section = document.getElementById(id), number = section.querySelector("h2 .n"), left = whole.has(id) ? Infinity : MOST, button;
    section.hidden = !count;
    if (number) number.textContent = count;
    section.lastElementChild.replaceChildren.apply(section.lastElementChild, lists.flatMap(function (each) {
      var shown = each.entries.slice(0, left);
      left -= shown.length;
      return shown.length ? each.head.concat(rows(shown, each.head.length ? "h4" : "h3", each.lead, each.noted)) : [];
    }));
    if (count <= MOST || whole.has(id)) return;
    button = make("button", "btn", ["Show all " + count]);
    button.type = "button";
    button.onclick = function () {
      whole.add(id);
      show();
      section.querySelectorAll(".row .title a")[MOST].focus();
    };
    section.lastElementChild.append(make("p", "more", [button]));
  }

  function one(id, entries, lead, noted) {
    fill(id, [{ head: [], entries: entries, lead: lead, noted: noted }], entries.length);
  }

  function month(each) {
    return {
      head: [make("h3", "group", [groups.monthText(each.month) + " ", make("span", "n", [String(each.entries.length)])])],
      entries: each.entries, lead: ""
    };
  }

  /* 3 The whole page */

  function progress(all) {
    var found = groups.progress(all), items = Array.from(document.querySelectorAll(".prog"));
    items.forEach(function (item) {
      var count = found[item.dataset.slug] || { read: 0, waiting: 0 }, total = Number(item.dataset.total), bars = item.querySelectorAll("rect");
      function part(number) { return number && Math.max(1, Math.round(100 * Math.min(number, total) / total)); }
      item.hidden = !count.read && !count.waiting;
      item.dataset.count = count.read + count.waiting;
      item.querySelector(".n").textContent = groups.progressText(count.read, count.waiting, total);
      bars[0].setAttribute("width", part(count.read));
      bars[1].setAttribute("x", part(count.read));
      bars[1].setAttribute("width", part(count.waiting));
    });
    items.sort(function (one, other) { return other.dataset.count - one.dataset.count; }).forEach(function (item) { item.parentElement.append(item); });
    if (items.length) document.getElementById("progress").hidden = !items.some(function (item) { return !item.hidden; });
  }

  /* What no page has told of a paper is asked of the index of search, which is loaded only then. */
  function lookUp(all) {
    var ids = all.map(function (entry) { return entry.title ? "" : entry.id; }).filter(function (id) { return id && !asked.has(id); });
    if (!ids.length) return;
    ids.forEach(function (id) { asked.add(id); });
    (root.sitegenTitles ? Promise.resolve() : root.sitegenLoad(top.dataset.titles)).then(function () {
      root.sitegenTitles(ids, new URL(top.dataset.index, marks.base).href);
    }, function () { /* then they go by their ids */ });
  }

  function head(all, parts) {
    var done = parts.months.reduce(function (sum, each) { return sum + each.entries.length; }, 0), year = today().slice(0, 4);
    var recent = parts.months.reduce(function (sum, each) { return sum + (each.month.slice(0, 4) === year ? each.entries.length : 0); }, 0);
    top.querySelector("h1").textContent = all.length ? parts.reading.length + " in progress, " + parts.queue.length + " waiting" : "Nothing marked yet";
    document.getElementById("my-sentence").textContent = done ? "Read this year: " + recent + ", in all: " + done + "." : "";
    document.getElementById("my-start").hidden = all.length > 0;
    return done;
  }

  function show() {
    var active = document.activeElement, focused = active.closest(".mine .row"), id = focused && focused.dataset.id, parts, all, done, again;
    all = groups.entries(marks.kept(), both && !both.checked ? {} : listed);
    parts = groups.sections(all, today());
    done = head(all, parts);
    one("reading", parts.reading, "since ");
    one("queue", parts.queue, "added ");
    one("waiting", parts.waiting, function (day) { return groups.waitText(day, today()); });
    fill("done", parts.months.map(month), done);
    one("starred", parts.starred, "");
    one("noted", parts.noted, "", true);
    one("skipped", parts.skipped, "");
    progress(all);
    document.querySelectorAll(".mine .row").forEach(beads.paint);
    lookUp(all);
    again = id && document.querySelector('.mine [data-id="' + CSS.escape(id) + '"] ' + (active.matches(".title a") ? ".title a" : "button.mark"));
    if (again) again.focus();
    else if (id) top.querySelector("h1").focus();
  }

  /* 4 Files */

  function say(text) {
    told.hidden = false;
    told.textContent = text;
  }

  function save() {
    var link = document.createElement("a"), kept = marks.kept(), count = Object.keys(kept).length;
    link.href = URL.createObjectURL(new Blob([files.write(kept, marks.base, new Date())], { type: "application/json" }));
    link.download = "marks-" + today() + ".json";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    say("Marks of " + groups.count(count, "paper") + " exported as " + link.download + ".");
  }

  function take(text, name) {
    var found, change, held;
    try { found = files.read(text, name); } catch (error) { return say(error.message); }
    change = files.compare(marks.kept(), found.marks);
    held = marks.add(found.marks);
    follow();
    say(name + ": marks of " + groups.count(change.added.length, "paper") + " added, of " + change.newer.length + " changed, of " + change.same.length +
      " already here." + (found.odd.length ? " Could not be read, and left out: " + found.odd.join(", ") + "." : "") + (held ? "" : " " + marks.fault()));
  }

  /* Marks under former ids go to the papers that have them now. */
  function follow() {
    marks.rename(top.dataset.aliases.split(",").filter(Boolean).map(function (pair) { return pair.split(" "); }));
  }

  document.getElementById("export").addEventListener("click", save);
  document.getElementById("import").addEventListener("click", function () { file.click(); });
  file.addEventListener("change", function () {
    var chosen = file.files[0];
    if (chosen) chosen.text().then(function (text) { take(text, chosen.name); }, function () { say(chosen.name + " cannot be read."); });
    file.value = "";
  });
  if (both) {
    try { both.checked = localStorage.getItem(marks.keyOf("site")) !== "no"; } catch (error) { /* then as it is */ }
    both.addEventListener("change", function () {
      try { localStorage.setItem(marks.keyOf("site"), both.checked ? "" : "no"); } catch (error) { /* then for this page */ }
      show();
    });
  }
  top.querySelector("h1").tabIndex = -1;
  list();
  follow();
  show();
  document.addEventListener("sitegenmarks", function () { setTimeout(show, 0); }); /* once the menu gave the focus back */
})(globalThis);
