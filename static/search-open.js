/* On every page: "/", Ctrl or Command with K, and the link in the header open the search; all else is loaded then. */
(function () {
  "use strict";
  var named = document.currentScript.dataset, link = document.querySelector(".find"), dialog, loading;

  var MARKUP = '<form class="dhead" role="search"><svg class="i" aria-hidden="true"><use href="#i-find"/></svg>' +
    '<input name="q" role="combobox" aria-label="Search papers" aria-controls="finder-hits" aria-expanded="false" ' +
    'aria-autocomplete="list" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">' +
    '<button class="btn bare" type="button" aria-label="Close search"><svg class="i" viewBox="0 0 16 16" aria-hidden="true">' +
    '<path d="m4 4 8 8m0-8-8 8"/></svg></button></form><div class="found"><p class="tip"></p></div>';

  function at(path) {
    return new URL(path, link.href).href;
  }

  function make() {
    dialog = document.createElement("dialog");
    dialog.className = "finder";
    dialog.setAttribute("aria-label", "Search");
    dialog.innerHTML = MARKUP;
    dialog.querySelector("form").action = link.href;
    dialog.querySelector("button").onclick = function () { dialog.close(); };
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
  }

  function open() {
    if (!dialog) make();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").select();
    loading = loading || self.sitegenLoad(at(named.dialog)).then(function () {
      self.sitegenDialog(dialog, at(named.index), at("."));
    }).catch(function () {
      loading = null;
      dialog.querySelector(".tip").textContent = "Search could not be loaded. Close this and open it again to retry.";
    });
  }

  function search(event) {
    var page = document.getElementById("search");
    event.preventDefault();
    if (!page) open();
    else page.querySelector("input").select();
  }

  document.addEventListener("keydown", function (event) {
    var key = event.key, command = event.ctrlKey !== event.metaKey && (key === "k" || key === "K") && !event.shiftKey;
    var slash = key === "/" && !event.ctrlKey && !event.metaKey && document.documentElement.dataset.keys !== "off";
    if (!slash && !command || event.altKey || event.isComposing || event.repeat || event.defaultPrevented) return;
    if (!event.target.closest("input, textarea, select, [contenteditable], dialog")) search(event);
  });

  link.addEventListener("click", function (event) {
    if (!event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) search(event);
  });
})();
