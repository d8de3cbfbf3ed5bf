/* What is kept, and how files come into it; the first part of the service worker. docs/offline.md says how it works as a
 * whole. Before it stands `SITE`: the version of the site, and the addresses that the worker needs.
 *
 * There is one cache for each version, and pages are put into it only when the server has just said that this is the version
 * it serves. A new version fills a cache of its own, and takes over when that is whole; then the old one is dropped. So
 * what is read offline is of one version, always. */
(function (self) {
  "use strict";

  var ROOT = new URL("./", self.location.href), PREFIX = "sitegen:" + ROOT.pathname + ":", NAME = PREFIX + SITE.version;
  var AT_ONCE = 8;

  /* 1 Addresses: from that of a request to the one, from the site's root, under which a file is kept */

  function addressOf(url) {
    var at = new URL(url), address;
    if (at.origin !== ROOT.origin || !at.pathname.startsWith(ROOT.pathname)) return null;
    address = at.pathname.slice(ROOT.pathname.length);
    if (!address || address.endsWith("/")) return address + "index.html";
    return /\.[^/]*$/.test(address) ? address : address + ".html"; /* some servers leave the ending out */
  }

  function urlOf(address) {
    return new URL(address, ROOT).href;
  }

  /* A name with a digest never means another content. */
  function isFixed(address) {
    return /\.[0-9a-f]{10}\.\w+$|^search\/[0-9a-f]{10,}\//.test(address);
  }

  function isPage(address) {
    return address.endsWith(".html");
  }

  /* 2 The network, and the cache of this version */

  function ask(address, mode) {
    return fetch(urlOf(address), { cache: mode, credentials: "same-origin" }).then(function (response) {
      if (response.status !== 200) throw new Error(address + ": " + response.status);
      /* Some servers send on to a nicer address; what is kept must be an answer to this one. */
      return !response.redirected ? response : response.blob().then(function (body) {
        return new Response(body, { headers: response.headers });
      });
    });
  }

  /* The state of the site on the server now; null when it cannot be had. */
  function served() {
    return ask(SITE.state, "no-store").then(function (response) { return response.json(); }).catch(function () { return null; });
  }

  /* The names of the caches of other versions of this site. */
  function others() {
    return caches.keys().then(function (names) {
      return names.filter(function (name) { return name.startsWith(PREFIX) && name !== NAME; });
    });
  }

  function mine() {
    return caches.open(NAME);
  }

  function kept(address) {
    return mine().then(function (cache) { return cache.match(urlOf(address)); });
  }

  function put(address, response) {
    return mine().then(function (cache) { return cache.put(urlOf(address), response); });
  }

  /* Calls `work` for each of a list, some at once. After a fault no more are begun, and it waits for those that were. */
  function each(list, work) {
    var next = 0, fault = null;
    function failed(error) {
      fault = fault || error;
    }
    function go() {
      return next < list.length && !fault ? work(list[next++]).then(go, failed) : undefined;
    }
    return Promise.all(Array.from({ length: AT_ONCE }, go)).then(function () {
      if (fault) throw fault;
    });
  }

  self.sitegenKept = {
    ROOT: ROOT, NAME: NAME, addressOf: addressOf, urlOf: urlOf, isFixed: isFixed, isPage: isPage,
    ask: ask, served: served, others: others, mine: mine, kept: kept, put: put, each: each
  };
})(self);
