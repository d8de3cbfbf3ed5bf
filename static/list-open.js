/* On list pages: waits until someone filters or sorts, or follows a link that does; all else is loaded then. */
(function (root) {
  "use strict";
  var named = document.currentScript.dataset, panel = document.getElementById("search-filters"), sort = document.getElementById("search-sort");
  var place = panel.querySelector(".boxes"), loading = null, WIDE = "(min-width: 64rem)";
  var NAMES = "topic not author organization subject dump status year score rating code star hide sort".split(" ");

  function start() {
    if (loading) return;
    place.textContent = "Loading…";
    loading = root.sitegenLoad(named.filters).then(function () {
      place.textContent = "";
      root.sitegenListPage(named);
    }).catch(function () {
      loading = null;
      panel.open = true;
      place.textContent = "The filters could not be loaded. Close them and open them again to retry.";
    });
  }

  /* Beside the rows there is room for the filters: there they stay as the reader left them, on every list. */
  function keep() {
    var key = root.sitegenMarks.keyOf("filters");
    if (!matchMedia(WIDE).matches) return;
    document.documentElement.classList.toggle("filtering", panel.open);
    try {
      if (panel.open) localStorage.setItem(key, "open");
      else localStorage.removeItem(key);
    } catch (error) { /* then for this page */ }
  }

  panel.addEventListener("toggle", function () {
    keep();
    if (panel.open) start();
  });
  sort.addEventListener("change", start);
  /* theme.js has read what was kept. */
  panel.open = document.documentElement.classList.contains("filtering") && matchMedia(WIDE).matches;
  var asked = new URLSearchParams(location.search);
  if (NAMES.some(function (name) { return asked.has(name); })) start();
})(globalThis);
