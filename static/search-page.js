/* The search page: keeps query, filters and order in the address, asks the index, and shows what comes back. */
(function (root) {
  "use strict";

  var FIRST = 10, STEP = 20, ADDRESS_DELAY = 250, COUNTS_DELAY = 250, MANY = 5000;

  var row = root.sitegenRow, say = root.sitegenSay, filtering = root.sitegenFilters;
  var named = document.currentScript.dataset, title = document.title;
  function part(name) { return document.getElementById("search-" + name); }
  var page = document.getElementById("search"), form = page.querySelector("form"), input = document.getElementById("q");
  var count = part("count"), sort = part("sort"), order = sort.parentElement, remark = part("remark"), did = part("did"), fault = part("fault");
  var list = part("hits"), more = part("more"), instead = part("instead"), results = part("found");
  var panel = part("filters"), chips = part("chips"), speak = say.speaker(part("status"));

  var base = new URL(".", location.href).href;
  var line = root.sitegenAsk.open(new URL(named.index, base).href, base, hear);
  var boxes = filtering.open(panel.querySelector(".boxes"), chips, function (filters) {
    change({ filters: filters, limit: FIRST });
    keep("pushState");
  });

  var hits = root.sitegenList.open(list, base, line.snippets);

  /* 1 The question */

  var current = null, shown = null, countsTimer = 0;

  function asked() {
    return Boolean(current.typed.trim()) || filtering.any(current.filters);
  }

  function send(counts) {
    clearTimeout(countsTimer);
    line.ask(current.typed, {
      typing: current.typing, limit: current.limit, any: current.any, filters: filtering.question(current.filters),
      sort: current.sort, counts: Boolean(counts)
    });
  }

  function update() {
    boxes.set(current.filters, null);
    sort.value = current.sort;
    if (asked()) return send(false);
    clearTimeout(countsTimer);
    shown = null;
    empty("");
  }

  function change(changed) {
    current = Object.assign({}, current, changed);
    update();
  }

  /* Counts are of use to who sees them, and are asked for once the reader pauses. */
  function countSoon() {
    clearTimeout(countsTimer);
    if (panel.open) countsTimer = setTimeout(function () { if (asked()) send(true); }, COUNTS_DELAY);
  }

  /* 2 Showing */

  function hear(event) {
    if (!asked()) {
      if (event.type === "failed") failed(event);
    } else if (event.type === "answer") answered(event.question, event.answer);
    else if (event.type === "snippets") hits.fill(event.docs, event.snippets);
    else if (event.type === "failed") failed(event);
    else if (event.type === "untold") offer(event);
    else if (event.type === "stopped") empty(say.STOPPED);
    else if (!event.question.options.counts) tell(say.LOADING);
  }

  function tell(text) {
    count.textContent = text;
    speak(text);
  }

  /* No hits: nothing was asked, or nothing could be answered. */
  function empty(text) {
    tell(text);
    hits.show([]);
    remark.hidden = did.hidden = more.hidden = fault.hidden = true;
    results.hidden = !asked() && !text;
    panel.hidden = order.hidden = true;
    instead.hidden = asked() || Boolean(text);
    document.title = title;
  }

  function failed(event) {
    empty("");
    results.hidden = false;
    offer(event);
  }

  /* Says what is wrong and how it may be mended. */
  function offer(event) {
    var what = say.fault(event.kind), button = fault.querySelector("button");
    fault.hidden = false;
    fault.querySelector("p").textContent = what.text;
    speak(what.text);
    button.textContent = what.button;
    button.onclick = function () {
      fault.hidden = true;
      input.focus();
      if (event.kind === "format") return location.reload();
      shown = null;
      line.again();
    };
  }

  function answered(question, answer) {
    var key = JSON.stringify([question.typed, Object.assign({}, question.options, { counts: false })]);
    if (answer.counts) boxes.set(current.filters, answer.counts);
    else countSoon();
    tell(say.count(question, answer, filtering.any(current.filters)));
    if (key === shown) return hits.watch();
    shown = key;
    hits.show(answer.hits);
    remark.textContent = answer.remarks.join(" ");
    remark.hidden = !answer.remarks.length;
    showSuggestion(answer.suggestion);
    showMore(answer);
    results.hidden = false;
    fault.hidden = true;
    panel.hidden = order.hidden = !answer.total && !filtering.any(current.filters);
    instead.hidden = answer.total > 0;
    document.title = question.typed.trim() ? question.typed.trim() + ": " + title : title;
    restoreScroll();
  }

  function showSuggestion(suggestion) {
    var button = did.querySelector("button");
    did.hidden = !suggestion;
    if (!suggestion) return;
    button.textContent = suggestion.typed.trim();
    button.onclick = function () {
      input.value = suggestion.typed.trim();
      input.focus();
      submit();
    };
  }

  function showMore(answer) {
    var button = more.querySelector("button"), left = answer.total - answer.hits.length;
    more.hidden = !left && !answer.others;
    button.textContent = left ? "Show more (" + left.toLocaleString("en") + " left)"
      : say.papers(answer.others) + (answer.others === 1 ? " has" : " have") + " only some of the words: show";
    button.onclick = function () {
      change(left ? { limit: current.limit + STEP } : { any: true });
      keepAddress();
    };
  }

  /* 3 The address: the query, the filters and the order; in the history's state how much of the answer was shown */

  var addressTimer = 0, scrollTo = 0, settled = false; /* whether going back should lead to what stands in the address */

  function address() {
    var url = new URL(location.href), params = url.searchParams;
    url.hash = "";
    ["q", "sort"].forEach(function (name) { params.delete(name); });
    if (current.typed.trim()) params.set("q", current.typed);
    filtering.write(params, current.filters);
    if (current.sort === "date") params.set("sort", "date");
    return url.href;
  }

  function keep(method) {
    var state = { typing: current.typing, limit: current.limit, any: current.any, scroll: window.scrollY };
    clearTimeout(addressTimer);
    if (method === "pushState") settled = true;
    if (address() === location.href) method = "replaceState";
    try { history[method](state, "", address()); } catch (error) { /* some browsers refuse it from disk */ }
  }

  function keepAddress() {
    keep("replaceState");
  }

  /* The first letters of another query begin an entry of their own, and those that follow change it. */
  function keepTyped() {
    keep(settled ? "pushState" : "replaceState");
    settled = false;
  }

  function readAddress() {
    var state = history.state || {}, params = new URLSearchParams(location.search);
    current = {
      typed: params.get("q") || "", filters: filtering.read(params), sort: params.get("sort") === "date" ? "date" : "relevance",
      typing: Boolean(state.typing), limit: state.limit || FIRST, any: Boolean(state.any)
    };
    scrollTo = state.scroll || 0;
    input.value = current.typed;
    settled = asked();
    update();
  }

  /* The rows come after the browser has tried to scroll back to where the reader was. */
  function restoreScroll() {
    if (scrollTo) window.scrollTo(0, scrollTo);
    scrollTo = 0;
  }

  /* 4 Keys and events */

  function submit() {
    change({ typed: input.value, typing: false, limit: FIRST, any: false });
    keep("pushState");
  }

  page.addEventListener("keydown", function (event) {
    var inList = hits.focused();
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    if (event.key === "Escape" && (inList || event.target === input && input.value)) {
      input.value = "";
      input.focus();
      change({ typed: "", typing: true, limit: FIRST, any: false });
      keepAddress();
    } else if (event.key === "ArrowDown" && (inList || event.target === input)) { if (!hits.move(1, input)) return; }
    else if (event.key === "ArrowUp" && inList) hits.move(-1, input);
    else return;
    event.preventDefault();
  });

  input.addEventListener("input", function () {
    change({ typed: input.value, typing: true, limit: FIRST, any: false });
    clearTimeout(addressTimer);
    addressTimer = setTimeout(keepTyped, ADDRESS_DELAY);
  });

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    submit();
  });

  sort.addEventListener("change", function () {
    change({ sort: sort.value, limit: FIRST });
    keep("pushState");
  });

  panel.addEventListener("toggle", function () { if (panel.open && shown) send(true); });
  window.addEventListener("popstate", readAddress);
  window.addEventListener("pagehide", keepAddress);
  list.addEventListener("click", keepAddress);

  /* Beside the results there is room for the filters; in a long list they are counted only when someone opens them. */
  panel.open = matchMedia("(min-width: 64rem)").matches && Number(named.total) <= MANY;
  readAddress();
  if (!input.value) input.focus({ preventScroll: true });
  ["focus", "keydown", "pointerdown"].forEach(function (name) { input.addEventListener(name, line.start); });
})(globalThis);
