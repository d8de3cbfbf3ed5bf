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
