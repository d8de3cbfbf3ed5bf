/* A list page: filters and order stand in the address, and what they leave takes the place of the rows that the page came
 * with. Without any the page is as it came. */
(function (root) {
  "use strict";

  var FIRST = 20, STEP = 40;

  var filtering = root.sitegenFilters, part = root.sitegenResults.part;

  root.sitegenListPage = function (named) {
    var sort = part("sort"), own = document.getElementById("list-rows"), order = document.getElementById("list-order");
    var hide = document.getElementById("hide-read"), current = null;
    var usual = Array.from(sort.options).find(function (option) { return option.defaultSelected; }).value;
    var address = root.sitegenAddress.open(usual, FIRST), page = {
      base: new URL(named.root, location.href).href, index: new URL(named.index, location.href).href, held: JSON.parse(named.held),
      told: true, change: change, answered: answered, failed: function () {},
      away: function () { return results.panel.querySelector("summary"); }
    };
    var results = root.sitegenResults.open(page);

    function isAsked() {
      return filtering.any(current.filters) || current.sort !== usual;
    }

    /* The rows that the page came with, or those that were found. */
    function show(found) {
      own.hidden = found;
      results.list.hidden = !found;
      if (order) order.hidden = found;
    }

    /* Whoever hides on all lists what has been read sees none of it here either. */
    function wanted() {
      var filters = Object.assign({}, current.filters, hide && hide.checked ? { unread: true } : {});
      /* Only the page itself has the papers of a listing in the order in which it printed them. */
      var order = isAsked() && current.sort === "printed" ? "date" : current.sort;
      return Object.assign({}, current, { filters: filters, sort: order, quiet: !isAsked() });
    }

    function update() {
      results.want(wanted(), current.filters);
      if (!isAsked()) show(false);
    }

    function answered() {
      show(true);
      address.restoreScroll();
    }

    function change(changed) {
      var more = changed.more ? { limit: current.limit + STEP } : Object.assign({ limit: FIRST }, changed);
      current = Object.assign({}, current, more);
      update();
      keep(changed.more ? "replaceState" : "pushState");
    }

    function keep(method) {
      address.keep(method, current);
    }

    function readAddress() {
      current = Object.assign(address.read(), { typed: "" });
      update();
    }

    window.addEventListener("popstate", readAddress);
    window.addEventListener("pagehide", function () { if (isAsked()) keep("replaceState"); });
    results.list.addEventListener("click", function () { keep("replaceState"); });
    if (hide) hide.addEventListener("change", update);
    var chosen = sort.value;
    readAddress();
    /* What made the page load all this. */
    if (chosen !== sort.value && !isAsked()) change({ sort: chosen });
  };
})(globalThis);
