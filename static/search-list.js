/* The list of hits: rows at once, their texts when they are seen or soon will be, and the way through them by keys. */
(function (root) {
  "use strict";

  var row = root.sitegenRow;

  /* `ask` gets the numbers of the papers whose texts are wanted; with `told` these are only summaries, as in lists. */
  function open(list, base, ask, told) {
    var wanted = new Set(), timer = 0;
    var watcher = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        watcher.unobserve(entry.target);
        wanted.add(Number(entry.target.dataset.doc));
      });
      if (wanted.size && !timer) timer = setTimeout(want, 0);
    }, { rootMargin: "50% 0%" });

    function want() {
      timer = 0;
      if (wanted.size) ask(Array.from(wanted));
      wanted.clear();
    }

    function links() {
      return Array.from(list.querySelectorAll(".title a"));
    }

    /* Asks for the texts that are not there: of rows that were not seen, or whose answer another question cut off. */
    function watch() {
      watcher.disconnect();
      wanted.clear();
      list.querySelectorAll(".row:not([data-told]):has(.say)").forEach(function (item) { watcher.observe(item); });
    }

    /* A paper that stays keeps its text until the one with the new marks is there. */
    function show(hits) {
      var focused = links().indexOf(document.activeElement), before = new Map();
      list.querySelectorAll(".row").forEach(function (item) { 
        if (item.querySelector(".say")) before.set(item.dataset.doc, item.querySelector(".say"));
      });
      list.replaceChildren.apply(list, hits.map(function (hit) {
        var item = row.row(hit, base, told), text = before.get(String(hit.doc));
        if (text) item.querySelector(".say").replaceWith(text);
        return item;
      }));
      if (focused >= 0 && links().length) links()[Math.min(focused, links().length - 1)].focus();
      watch();
    }

    function fill(docs, snippets) {
      list.querySelectorAll(".row").forEach(function (item) {
        var place = docs.indexOf(Number(item.dataset.doc));
        if (place < 0 || !item.querySelector(".say")) return;
        item.dataset.told = "";
        row.fill(item, snippets[place]);
      });
    }

    return {
      show: show, fill: fill, watch: watch,
      /* Whether the focus is on a hit. */
      focused: function () { return links().includes(document.activeElement); },
      /* Moves the focus by one hit; before the first one stands `input`. Gives whether there are hits. */
      move: function (step, input) {
        var all = links(), at = all.indexOf(document.activeElement) + step;
        if (at < 0) input.focus();
        else if (all[at]) all[at].focus();
        return all.length > 0;
      }
    };
  }

  root.sitegenList = { open: open };
})(globalThis);
