/* What the service worker answers to a request. */
(function (self) {
  "use strict";
  var at = self.sitegenKept, PATIENCE = 5000; /* milliseconds */

  /* Keeps a page that was visited; `response` came before the server is asked, so it is of no later version. */
  function keep(address, response) {
    return at.served().then(function (state) {
      if (!state) return null;
      return state.version === SITE.version ? at.put(address, response) : self.registration.update();
    });
  }

  /* The page that says that one is offline, at any depth: its addresses start at the root of the server. */
  function standIn() {
    return at.kept(SITE.offline).then(function (response) { return response.text(); }).then(function (text) {
      var rooted = text.replace(/ (href|src|action)="(?![a-z]+:|[#/])/g, function (start) { return start + at.ROOT.pathname; });
      rooted = rooted.replace("<html ", "<html data-stands-in ");
      return new Response(rooted, { headers: { "Content-Type": "text/html; charset=utf-8" } });
    });
  }

  /* The kept page after a while, for a connection that is there but brings nothing; never, if there is none. */
  function inTheEnd(address) {
    return new Promise(function (done) {
      setTimeout(function () {
        at.kept(address).then(function (found) { if (found) done(found); });
      }, PATIENCE);
    });
  }

  /* From the server, asked anew; without one, as it was kept. */
  function page(event, address) {
    var options = { cache: "no-cache", credentials: "same-origin", redirect: "manual" };
    return Promise.race([inTheEnd(address), fetch(event.request.url, options).then(function (response) {
      if (response.status === 200 && at.isPage(address)) event.waitUntil(keep(address, response.clone()));
      return response;
    }, function () {
      return at.kept(address).then(function (found) { return found || standIn(); });
    })]);
  }

  function part(event, address) {
    return fetch(new Request(event.request, { cache: "no-cache" })).then(function (response) {
      if (response.status === 200) event.waitUntil(keep(address, response.clone()));
      return response;
    }, function () {
      return at.kept(address).then(function (found) { return found || Response.error(); });
    });
  }

  function fixed(event, address) {
    return at.kept(address).then(function (found) {
      return found || fetch(event.request).then(function (response) {
        if (response.status === 200) event.waitUntil(at.put(address, response.clone()));
        return response;
      }, function () { return Response.error(); });
    });
  }

  self.addEventListener("fetch", function (event) {
    var request = event.request, address = at.addressOf(request.url);
    if (request.method !== "GET" || address === null || request.cache === "no-store" || request.headers.has("range")) return;
    if (address === SITE.state || address === SITE.files) return;
    if (request.mode === "navigate") event.respondWith(page(event, address));
    else if (at.isFixed(address)) event.respondWith(fixed(event, address));
    else event.respondWith(part(event, address));
  });
})(self);
