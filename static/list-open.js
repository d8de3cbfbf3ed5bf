/* On list pages: waits until someone filters or sorts, or follows a link that does; all else is loaded then. */
(function (root) {
  "use strict";
  var named = document.currentScript.dataset, panel = document.getElementById("search-filters"), sort = document.getElementById("search-sort");
  var place = panel.querySelector(".boxes"), loading = null;
  var NAMES = "topic not author organization subject dump status year score rating code star hide sort".split(" ");

  function start() {
    if (loading) return;
    place.textContent = "Loading…";
    loading = root.sitegenLoad(named.scripts.split(" ")).then(function () {
      place.textContent = "";
      root.sitegenListPage(named);
    }).catch(function () {
      loading = null;
      panel.open = true;
      place.textContent = "The filters could not be loaded. Close them and open them again to retry.";
    });
  }

  panel.addEventListener("toggle", function () { if (panel.open) start(); });
  sort.addEventListener("change", start);
  var asked = new URLSearchParams(location.search);
  if (NAMES.some(function (name) { return asked.has(name); })) start();
})(globalThis);
