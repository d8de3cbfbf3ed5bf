/* Stands in the head and runs before the first paint: says that scripts run, and sets the theme that was chosen. All other
 * scripts load with it what they need later. */
(function (self) {
  "use strict";
  var root = document.documentElement, themes = ["automatic", "light", "dark"], theme = "automatic";
  try { theme = localStorage.getItem("theme") || theme; } catch (error) { /* a browser may keep nothing */ }

  function set(name) {
    theme = themes.indexOf(name) < 0 ? themes[0] : name;
    if (theme === themes[0]) root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme);
  }

  /* A promise of a script that has run. */
  self.sitegenLoad = function (address) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  };

  /* 12,345. The browser's own way of writing numbers takes 30 ms to load when it is used first. */
  self.sitegenGrouped = function (number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
  };

  root.classList.add("js");
  /* Filters that are open on all lists (list-open.js): the room of their column is there from the first paint on. The key is
   * as marks.js makes it, which comes later. */
  try {
    if (localStorage.getItem("sitegen-filters:" + new URL("..", document.currentScript.src).pathname)) root.classList.add("filtering");
  } catch (error) { /* then they are closed */ }
  set(theme);
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("theme");
    if (!button) return;
    function name() { button.setAttribute("aria-label", "Theme: " + theme); button.title = "Theme: " + theme; }
    name();
    button.addEventListener("click", function () {
      set(themes[(themes.indexOf(theme) + 1) % themes.length]);
      try { localStorage.setItem("theme", theme); } catch (error) { /* then it lasts as long as the page */ }
      name();
    });
  });
})(self);
