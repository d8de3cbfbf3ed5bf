/* On every page: hears the single keys, unless one types or has turned them off. What they do is loaded at the first one. */
(function (root) {
  "use strict";
  var page = document.documentElement, named = document.currentScript.dataset, button = document.getElementById("keys"), loading;
  var TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [role=textbox], [role=combobox], dialog";

  /* `press` comes with the table: it takes a key that may be ours, or null for one that is not. */
  var keys = root.sitegenKeys = {
    press: null,
    help: null,
    more: [], /* rows that a page adds to the table, so that the help has its own keys too */
    isOn: function () { return page.dataset.keys !== "off"; },
    turn: function (on) {
      if (on) delete page.dataset.keys;
      else page.dataset.keys = "off";
      try { localStorage.setItem("keys", on ? "on" : "off"); } catch (error) { /* then it lasts as long as the page */ }
    },
    load: function (path) { return root.sitegenLoad(new URL(path, document.querySelector(".find").href)); },
    helper: named.help
  };

  function isOurs(event) {
    var target = event.target;
    return keys.isOn() && !(event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) &&
      !(target.isContentEditable || target.closest(TYPING) || document.querySelector("dialog[open]"));
  }

  function start() {
    loading = loading || keys.load(named.table);
    loading.catch(function () { loading = null; });
    return loading;
  }

  document.addEventListener("keydown", function (event) {
    var ours = isOurs(event);
    if (keys.press) return keys.press(ours ? event : null);
    if (!loading && (!ours || event.key.length > 1)) return;
    var opens = ours && event.key === "Enter" && !event.shiftKey;
    if (opens || ours && /^[a-z?]$/i.test(event.key)) event.preventDefault();
    start().then(function () {
      keys.press(ours ? event : null);
      if (opens) document.activeElement.click(); /* what the keys before have led to */
    }, function () { /* the next key tries again */ });
  });

  button.addEventListener("click", function () {
    start().then(function () { keys.help(); }).catch(function () { button.textContent = "The help could not be loaded"; });
  });
  try { if (localStorage.getItem("keys") === "off") page.dataset.keys = "off"; } catch (error) { /* a browser may keep nothing */ }
})(globalThis);
