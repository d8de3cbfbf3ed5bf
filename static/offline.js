/* On every page that a server sends: lets the browser keep what is visited, and install the list. `sitegenOffline` is a promise
 * of the service worker's registration, or of null where there can be none. */
(function (root) {
  "use strict";
  var PATIENCE = 1000; /* what is kept for later must not take the processor from what a first visitor waits for */
  var named = document.currentScript.dataset, home = document.querySelector(".find").href, link = document.createElement("link");

  /* `sitegen serve` adds a script of its own. A preview shows each build as it is, so nothing may stand in between. */
  function register() {
    var workers = navigator.serviceWorker;
    if (!document.querySelector("script[data-generation]")) {
      return workers.register(new URL(named.worker, home), { updateViaCache: "none" }).then(function () { return workers.ready; });
    }
    return workers.getRegistration(home).then(function (found) { return found && found.unregister(); }).then(function () { return null; });
  }

  root.sitegenOffline = new Promise(function (done) {
    if (!/^http/.test(location.protocol)) return done(null);
    link.rel = "manifest";
    link.href = new URL(named.manifest, home);
    document.head.append(link);
    if (!navigator.serviceWorker) return done(null);
    addEventListener("load", function () {
      var asked = document.getElementById("offline"); /* the page that tells what is kept waits for nothing else */
      setTimeout(function () { done(register().catch(function () { return null; })); }, asked || navigator.serviceWorker.controller ? 0 : PATIENCE);
    });
  });
})(globalThis);
