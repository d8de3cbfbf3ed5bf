/* The search page: keeps words, filters and order in the address, and shows what the index has for them. */
(function (root) {
  "use strict";

  var ADDRESS_DELAY = 250, MANY = 5000, USUAL = "relevance";

  var filtering = root.sitegenFilters, part = root.sitegenResults.part;
  var named = document.currentScript.dataset, title = document.title;
  var FEW = 3; /* as search-early.js asks */
  var FIRST = 10, STEP = 20, address = root.sitegenAddress.open(USUAL, FIRST);
  var page = document.getElementById("search"), form = page.querySelector("form"), input = document.getElementById("q");
  var order = part("sort").parentElement, did = part("did"), instead = part("instead"), found = part("found");

  var base = new URL(".", location.href).href;
  var results = root.sitegenResults.open({
    base: base, index: new URL(named.index, base).href, held: null, told: false, few: FEW,
    away: function () { return input; },
    change: function (part) {
      if (part.more) change({ limit: current.limit + STEP });
      else change(part.any ? part : Object.assign({ limit: FIRST }, part));
      keep(part.more || part.any ? "replaceState" : "pushState");
    },
    answered: answered,
    failed: function () {
      found.hidden = false;
      did.hidden = true;
      if (!part("hits").firstElementChild) bare();
    }
  });
  var hits = results.hits, panel = results.panel;

  /* 1 The question */

  var current = null;

  function asked() {
    return Boolean(current.typed.trim()) || filtering.any(current.filters);
  }

  /* Nothing is listed: then what narrows a list is of no use, and other ways are. */
  function bare() {
    panel.hidden = order.hidden = true;
    order.parentElement.hidden = !part("count").textContent;
    instead.hidden = false;
  }

  function update() {
    results.want(asked() ? current : null, current.filters);
    if (asked()) return;
    did.hidden = found.hidden = true;
    bare();
    document.title = title;
  }

  function change(changed) {
    current = Object.assign({}, current, changed);
    update();
  }

  /* 2 What stands beside the hits */

  function answered(question, answer, partial) {
    showSuggestion(answer.suggestion);
    showMap(question.typed.trim(), answer.total);
    found.hidden = false;
    order.parentElement.hidden = false;
    panel.hidden = order.hidden = !answer.total && !filtering.any(current.filters);
    instead.hidden = answer.total > 0;
    document.title = question.typed.trim() ? question.typed.trim() + ": " + title : title;
    if (!partial) address.restoreScroll();
  }

  /* The map shows what all words find; with filters it would show more than is listed here. */
  function showMap(typed, total) {
    var link = part("map");
    if (!link) return;
    link.hidden = !typed || !total || current.any || filtering.any(current.filters);
    link.search = new URLSearchParams({ q: typed });
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

  /* 3 The address: the query, the filters and the order */

  var addressTimer = 0, settled = false; /* whether going back should lead to what stands in the address */

  function keep(method) {
    clearTimeout(addressTimer);
    if (method === "pushState") settled = true;
    address.keep(method, current);
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
    current = address.read();
    input.value = current.typed;
    settled = asked();
    update();
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

  function type() {
    change({ typed: input.value, typing: true, limit: FIRST, any: false });
    clearTimeout(addressTimer);
    addressTimer = setTimeout(keepTyped, ADDRESS_DELAY);
  }

  input.addEventListener("input", type);

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    submit();
  });

  window.addEventListener("popstate", readAddress);
  window.addEventListener("pagehide", keepAddress);
  results.list.addEventListener("click", keepAddress);

  /* Beside the results there is room for the filters; in a long list they are counted only when someone opens them. */
  panel.open = matchMedia("(min-width: 64rem)").matches && Number(named.total) <= MANY;
  var begun = input.value; /* before this script was there */
  readAddress();
  if (begun && begun !== input.value) {
    input.value = begun;
    type();
  }
  if (!input.value) input.focus({ preventScroll: true });
  ["focus", "keydown", "pointerdown"].forEach(function (name) { input.addEventListener(name, results.line.start); });
})(globalThis);
