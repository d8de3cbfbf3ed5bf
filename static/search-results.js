/* Papers with filters and an order, as the search page and all lists have them: asks the index for what is wanted, and
 * shows hits, chips, counts and faults. What is wanted, and its address, is the page's. */
(function (root) {
  "use strict";

  var SOON = 250;

  var say = root.sitegenSay, filtering = root.sitegenFilters;

  function part(name) {
    return document.getElementById("search-" + name);
  }

  /* The visitor's marks as the worker takes them. The stamp changes with the marks. */
  function markReader() {
    var stamp = 1;
    document.addEventListener("sitegenmarks", function () { stamp++; });
    return function () {
      var kept = root.sitegenMarks ? root.sitegenMarks.kept() : {};
      var list = Object.keys(kept).map(function (id) {
        var mark = root.sitegenMarks.get(id), star = kept[id].star;
        return [id, mark && mark.status || null, star ? star.value === true : null];
      }).filter(function (mark) { return mark[1] !== null || mark[2] !== null; });
      return list.length ? { stamp: stamp, list: list } : null;
    };
  }

  /* `page` has `base` (address of the site's root), `index` (of the index), `held` (filters of the list itself, or null),
   * `told` (whether rows are like those of lists), `few` (how many hits it begins with, if not with all that it wants: each
   * may take a file), `away` (gives what has the focus when nothing else can), and hears `change(part)`,
   * `answered(question, answer, partial)`, with `partial` true where more hits follow by themselves, and `failed()`. */
  function open(page) {
    var count = part("count"), sort = part("sort"), remark = part("remark"), fault = part("fault"), boxFault = part("boxes-fault");
    var list = part("hits"), more = part("more"), panel = part("filters"), speak = say.speaker(part("status"));
    var current = null, shown = null, shownTyped = null, timer = 0, marks = markReader(), begun = !page.few;

    var line = root.sitegenAsk.open(page.index, page.base, hear);
    var hits = root.sitegenList.open(list, page.base, line.snippets, page.told);
    var boxes = root.sitegenBoxes.open(panel.querySelector(".boxes"), page.held, choose);
    var chips = root.sitegenChips.open(part("chips"), choose, page.away);

    function choose(filters) {
      page.change({ filters: filters });
    }

    /* 1 Asking. Counts and names are asked for beside the hits, and when they fail the hits stay. */

    function question() {
      return {
        typing: Boolean(current.typing), limit: begun ? current.limit : page.few, any: Boolean(current.any),
        filters: filtering.question(current.filters), sort: current.sort, base: page.held, told: page.told
      };
    }

    function send(besides) {
      clearTimeout(timer);
      line.ask(current.typed, Object.assign(question(), { marks: marks() }, besides));
    }

    /* Counts are of use to who sees them, and are asked for once the reader pauses. */
    function besides() {
      clearTimeout(timer);
      if (panel.open) timer = setTimeout(function () { if (current) send({ counts: true, beside: true }); }, SOON);
      else if (!chips.knows(current.filters)) send({ labels: true, beside: true });
    }

    /* 2 Showing */

    function setBusy(yes) {
      list.setAttribute("aria-busy", String(yes));
    }

    function hear(event) {
      var aside = event.question && event.question.options.beside;
      if (!current && event.type !== "failed") return;
      if (event.type === "answer") answered(event.question, event.answer);
      else if (event.type === "snippets") hits.fill(event.docs, event.snippets);
      else if (event.type === "beside") offer(event, boxFault, "");
      else if (event.type === "failed") failed(event);
      else if (event.type === "untold") offer(event, fault, "");
      else if (event.type === "stopped") stopped();
      else if (!aside) tell(say.LOADING);
    }

    function tell(text) {
      count.textContent = text;
      if (text) count.parentElement.hidden = false;
      speak(text);
    }

    /* No hits: nothing was asked, or nothing could be answered. */
    function empty(text) {
      setBusy(false);
      list.style.minHeight = "";
      tell(text);
      hits.show([]);
      shown = shownTyped = null;
      remark.hidden = more.hidden = fault.hidden = true;
    }

    function stopped() {
      empty(say.STOPPED);
      page.failed();
    }

    /* When only filters or the order have changed, what was there before stays. */
    function failed(event) {
      var stays = shown !== null && event.question && event.question.typed === shownTyped && event.kind !== "format";
      setBusy(false);
      if (!stays) empty("");
      page.failed();
      offer(event, fault, stays ? say.BEFORE : "");
    }

    /* Says what is wrong and how it may be mended. */
    function offer(event, place, more) {
      var what = say.fault(event.kind), button = place.querySelector("button");
      place.hidden = false;
      place.querySelector("p").textContent = what.text + more;
      speak(what.text + more);
      button.textContent = what.button;
      button.onclick = function () {
        place.hidden = true;
        page.away().focus();
        if (event.kind === "format") return location.reload();
        shown = null;
        line.again();
      };
    }

    function answered(asked, answer) {
      var options = Object.assign({}, asked.options, { marks: asked.options.marks && asked.options.marks.stamp });
      ["counts", "labels", "beside"].forEach(function (name) { delete options[name]; });
      var key = JSON.stringify([asked.typed, options]);
      if (!current) return;
      if (answer.labels) chips.learn(answer.labels);
      if (answer.counts || answer.labels) chips.draw(current.filters);
      if (answer.counts) boxes.set(current.filters, answer.counts);
      boxFault.hidden = true;
      var partial = !begun && answer.hits.length < Math.min(current.limit, answer.total);
      begun = true;
      if (partial) send(null);
      else if (!asked.options.beside) besides();
      if (current.quiet) return;
      setBusy(partial);
      tell(say.count(asked, answer, filtering.any(current.filters), page.held));
      if (key === shown) return hits.watch();
      shown = partial ? null : key;
      shownTyped = asked.typed;
      /* What stands below the first hits would be pushed down by those that follow: it waits out of sight. */
      list.style.minHeight = partial ? "100vh" : "";
      hits.show(answer.hits);
      remark.textContent = answer.remarks.join(" ");
      remark.hidden = !answer.remarks.length;
      showMore(answer, partial);
      fault.hidden = true;
      page.answered(asked, answer, partial);
    }

    function showMore(answer, partial) {
      var button = more.querySelector("button"), left = answer.total - answer.hits.length;
      more.hidden = partial || !left && !answer.others;
      button.textContent = left ? "Show more (" + root.sitegenGrouped(left) + " left)"
        : say.papers(answer.others) + (answer.others === 1 ? " has" : " have") + " only some of the words: show";
      button.onclick = function () { page.change(left ? { more: true } : { any: true }); };
    }

    panel.addEventListener("toggle", function () { if (panel.open && current && (shown !== null || current.quiet)) send({ counts: true, beside: true }); });
    sort.addEventListener("change", function () { page.change({ sort: sort.value }); });

    return {
      hits: hits, line: line, panel: panel, list: list, empty: empty,
      /* Shows what is wanted: {typed, typing, any, limit, filters, sort}; `quiet` where it is only counted; null for
       * nothing, with the filters that are chosen all the same. */
      want: function (wanted, filters) {
        current = wanted;
        boxes.set(filters, null);
        chips.draw(filters);
        clearTimeout(timer);
        if (!current) return empty("");
        sort.value = current.sort;
        setBusy(!current.quiet);
        if (!current.quiet) return send(null);
        empty("");
        if (panel.open) send({ counts: true, beside: true });
      }
    };
  }

  root.sitegenResults = { open: open, part: part };
})(globalThis);
