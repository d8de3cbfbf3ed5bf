var SITE = {"version":"067543298e313c2b","core":["offline.html","index.html","static/charts.3baaccd20d.css","static/icon.65a791c156.svg","static/keys-help.8c6fc0c509.js","static/keys-table.7747e7669e.js","static/list-open.e94f7c7d0f.js","static/list-page.8cc17a65de.js","static/map-page.f6728f6a8f.js","static/map.92a56b4a52.css","static/marks-list.6c0397471b.js","static/marks-menu.74585c5d6e.js","static/marks-page.2cefad7f87.js","static/marks-titles.68a58713ea.js","static/my-list.7d195d7928.css","static/offline-page.c87ff52551.js","static/page.faedbde25d.js","static/paper.509c88f28a.js","static/search-dialog.3e21d74ab1.js","static/search-page.afb2d93051.js","static/style.b78be019f1.css","static/theme.0164cda4fb.js"],"offline":"offline.html","state":"offline/state.json","files":"offline/files.json"};
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
/* A new version of the site: it brings along what the old one kept, and takes its place when it is whole. */
(function (self) {
  "use strict";
  var at = self.sitegenKept, MOST_VISITED = 200, MOST_CHANGED = 3000;

  function olds() {
    return at.others().then(function (names) {
      return Promise.all(names.map(function (name) { return caches.open(name); }));
    });
  }

  function firstMatch(old, address) {
    return Promise.all(old.map(function (cache) { return cache.match(at.urlOf(address)); })).then(function (found) {
      return found.filter(Boolean)[0];
    });
  }

  function bring(old, address, isSame) {
    return (isSame || at.isFixed(address) ? firstMatch(old, address) : Promise.resolve()).then(function (found) {
      return found || at.ask(address, at.isFixed(address) ? "default" : "no-cache");
    }).then(function (response) { return at.put(address, response); });
  }

  /* The pages that were kept, newest last, and those that are open now. */
  function visited(old) {
    return Promise.all([self.clients.matchAll({ type: "window", includeUncontrolled: true })].concat(old.map(function (cache) {
      return cache.keys();
    }))).then(function (lists) {
      var known = lists.slice(1).flat().concat(lists[0]).map(function (entry) { return at.addressOf(entry.url); });
      return Array.from(new Set(known.filter(function (address) { return address && at.isPage(address); }))).slice(-MOST_VISITED);
    });
  }

  function digests(listing) {
    return new Map(listing.files.map(function (file) { return [file[0], file[2]]; }));
  }

  /* The whole site again, if it was kept: what is the same is copied. After too great a change it is left to the reader to ask. */
  function bringWhole(old) {
    return firstMatch(old, SITE.files).then(function (response) {
      return response && Promise.all([response.json(), at.ask(SITE.files, "no-cache").then(function (now) { return now.json(); })]);
    }).then(function (listings) {
      if (!listings || listings[1].version !== SITE.version) return;
      var before = digests(listings[0]), files = listings[1].files;
      function isSame(file) { return before.get(file[0]) === file[2]; }
      if (files.length - files.filter(isSame).length > MOST_CHANGED) return;
      return at.each(files, function (file) { return bring(old, file[0], isSame(file)); }).then(function () {
        return at.put(SITE.files, new Response(JSON.stringify(listings[1])));
      });
    });
  }

  function again(old, address) {
    return at.kept(address).then(function (found) {
      return found || bring(old, address, false);
    }).catch(function () { /* the page is gone */ });
  }

  function prepare() {
    return olds().then(function (old) {
      return at.each(SITE.core, function (address) { return bring(old, address, false); }).then(function () {
        return bringWhole(old);
      }).then(function () {
        return visited(old);
      }).then(function (pages) {
        return at.each(pages, function (address) { return again(old, address); });
      });
    }).then(at.served).then(function (now) {
      if (!now || now.version !== SITE.version) throw new Error("the site changed while it was kept");
    });
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(caches.delete(at.NAME).then(prepare).then(function () { return self.skipWaiting(); }, function (fault) {
      return caches.delete(at.NAME).then(function () { throw fault; });
    }));
  });

  self.addEventListener("activate", function (event) {
    event.waitUntil(at.others().then(function (names) {
      return Promise.all(names.map(function (name) { return caches.delete(name); }));
    }).then(function () { return self.clients.claim(); }));
  });
})(self);
/* What the page `offline.html` asks the service worker for. */
(function (self) {
  "use strict";
  var at = self.sitegenKept, MOST_TITLES = 100;

  function title(address) {
    return at.kept(address).then(function (response) { return response.text(); }).then(function (text) {
      return [address, (/<title>([^<]*)<\/title>/.exec(text) || [])[1] || address];
    });
  }

  /* {version, whole, pages, titles, served}: how many pages are kept, the newest with their titles as HTML, and the state of
   * the site on the server, or null. */
  function state() {
    return at.mine().then(function (cache) {
      return Promise.all([cache.keys(), cache.match(at.urlOf(SITE.files)), at.served()]);
    }).then(function (found) {
      var pages = found[0].map(function (request) { return at.addressOf(request.url); }).filter(function (address) {
        return at.isPage(address) && address !== SITE.offline && address !== "404.html";
      });
      return Promise.all(found[1] ? [] : pages.reverse().slice(0, MOST_TITLES).map(title)).then(function (titles) {
        return { version: SITE.version, whole: !!found[1], pages: pages.length, titles: titles, served: found[2] };
      });
    });
  }

  /* Files of the list {version, addresses}: they are put into the cache together, once it is sure of which version they are. */
  function keepAll(asked) {
    var found = [];
    if (asked.version !== SITE.version) return Promise.resolve({ stale: true });
    return at.each(asked.addresses, function (address) {
      return at.kept(address).then(function (there) {
        return there || at.ask(address, at.isFixed(address) ? "default" : "no-cache").then(function (response) {
          found.push([address, response]);
        });
      });
    }).then(at.served).then(function (now) {
      if (!now || now.version !== SITE.version) return { stale: !!now, lost: !now };
      return Promise.all(found.map(function (pair) { return at.put(pair[0], pair[1]); })).then(function () {
        return { done: asked.addresses.length };
      }, function () { return { full: true }; });
    }, function () { return { lost: true }; });
  }

  function keepWhole(asked) {
    if (asked.version !== SITE.version) return Promise.resolve({ stale: true });
    return at.ask(SITE.files, "no-cache").then(function (response) { return response.json(); }).then(function (listing) {
      if (listing.version !== SITE.version) return { stale: true };
      return at.put(SITE.files, new Response(JSON.stringify(listing))).then(function () { return { done: listing.files.length }; });
    }).catch(function () { return { lost: true }; });
  }

  function forget() {
    return at.mine().then(function (cache) {
      return cache.keys().then(function (requests) {
        var extra = requests.filter(function (request) { return SITE.core.indexOf(at.addressOf(request.url)) < 0; });
        return Promise.all(extra.map(function (request) { return cache.delete(request); }));
      });
    }).then(state);
  }

  var ANSWERS = { state: state, keep: keepAll, whole: keepWhole, forget: forget };

  self.addEventListener("message", function (event) {
    var port = event.ports[0], answer = ANSWERS[event.data && event.data.type];
    if (port && answer) event.waitUntil(answer(event.data).then(function (value) { port.postMessage(value); }));
  });
})(self);
