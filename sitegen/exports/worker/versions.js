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
