/* What My list shows: marked papers by what is to be done with them. Days are texts like 2026-11-20. */
(function (root) {
  "use strict";

  var MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  var LONGEST = 5; /* papers that have waited longest */
  var DAY = 86400000, MONTH = 30.44 * DAY;

  /* Every marked paper as {id, status, on, star, note, title, by, date, topics}. `kept` are the reader's marks, `listed` the
   * site's, entries by id with the same names; the reader's stand over them. */
  function entries(kept, listed) {
    return Array.from(new Set(Object.keys(kept).concat(Object.keys(listed)))).map(function (id) {
      var own = root.sitegenMerge.shown(kept[id]), site = listed[id] || {}, parts = kept[id] || {}, told = Boolean(own && own.status);
      var paper = Object.assign({ title: "", by: "", date: "", topics: [] }, parts.paper);
      ["title", "by", "date", "topics"].forEach(function (name) { if (site[name] && site[name].length) paper[name] = site[name]; });
      return {
        id: id, status: told ? own.status : site.status || "", on: (told ? own.on : site.on) || "", note: own ? own.note : "",
        star: parts.star ? parts.star.value === true : Boolean(site.star),
        title: paper.title, by: paper.by, date: paper.date, topics: paper.topics
      };
    }).filter(function (entry) { return entry.status || entry.star || entry.note; });
  }

  /* The latest day first, those without a day last; the id decides between equals, so that the order is always the same. */
  function newestFirst(one, other) {
    if (one.on !== other.on) return one.on > other.on ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  }

  function with_(all, status) {
    return all.filter(function (entry) { return entry.status === status; }).sort(newestFirst);
  }

  /* {reading, queue, waiting, months: [{month, entries}], skipped, starred, noted}; `month` is "" for those without a day. */
  function sections(all, today) {
    var queue = with_(all, "to-read"), dated = queue.filter(function (entry) { return entry.on && entry.on < today; }), months = [];
    with_(all, "read").forEach(function (entry) {
      var month = entry.on.slice(0, 7), last = months[months.length - 1];
      if (!last || last.month !== month) months.push({ month: month, entries: [entry] });
      else last.entries.push(entry);
    });
    return {
      reading: with_(all, "reading"), queue: queue, months: months, skipped: with_(all, "skipped"),
      /* A short queue shows by itself what has waited longest. */
      waiting: dated.length > LONGEST ? dated.slice(-LONGEST).reverse() : [],
      starred: all.filter(function (entry) { return entry.star; }).sort(newestFirst),
      noted: all.filter(function (entry) { return entry.note; }).sort(newestFirst)
    };
  }

  /* How many papers of each topic are read, and how many wait or are being read: {slug: {read, waiting}}. */
  function progress(all) {
    var found = Object.create(null);
    all.forEach(function (entry) {
      var name = { read: "read", "to-read": "waiting", reading: "waiting" }[entry.status];
      if (name) new Set(entry.topics).forEach(function (slug) { (found[slug] = found[slug] || { read: 0, waiting: 0 })[name] += 1; });
    });
    return found;
  }

  function progressText(read, waiting, total) {
    return (read ? read + " read, " : "") + (waiting ? waiting + " waiting, " : "") + "of " + total;
  }

  function monthText(month) {
    return month ? MONTHS[Number(month.slice(5, 7)) - 1] + " " + month.slice(0, 4) : "No day known";
  }

  /* `19 Nov 2026`, without the year where it is that of `today`. */
  function dayText(day, today) {
    var text = day ? Number(day.slice(8)) + " " + MONTHS[Number(day.slice(5, 7)) - 1].slice(0, 3) : "";
    return !day || today && day.slice(0, 4) === today.slice(0, 4) ? text : text + " " + day.slice(0, 4);
  }

  function count(number, noun) {
    return number + " " + noun + (number === 1 ? "" : "s");
  }

  /* For how long something has waited, in words. */
  function waitText(day, today) {
    var time = Date.parse(today) - Date.parse(day);
    if (!(time >= DAY)) return "since today";
    if (time < 2 * MONTH) return count(Math.round(time / DAY), "day");
    return time < 24 * MONTH ? count(Math.floor(time / MONTH), "month") : count(Math.floor(time / MONTH / 12), "year");
  }

  root.sitegenGroups = {
    entries: entries, sections: sections, progress: progress, progressText: progressText, monthText: monthText, dayText: dayText, waitText: waitText,
    count: count
  };
})(globalThis);
