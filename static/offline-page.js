/* The page about reading offline, which also stands in for pages that are not kept: it says what is kept, and keeps more. */
(function () {
  "use strict";
  var BATCH = 40;
  var place = document.getElementById("offline"), root = document.querySelector(".find").href;
  var said = place.querySelector("[role=status]"), bar = place.querySelector("progress"), list = document.getElementById("kept");
  var keep = document.getElementById("offline-keep"), stop = document.getElementById("offline-stop"), drop = document.getElementById("offline-drop");
  var workers = navigator.serviceWorker, words = keep.textContent, registration, stopped = false;
  var count = self.sitegenGrouped;

  function say(text) {
    said.textContent = text;
  }

  function size(bytes) {
    return bytes < 1e6 ? Math.ceil(bytes / 1e3) + "\u00a0kB" : (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0) + "\u00a0MB";
  }

  /* 1 The worker */

  function tell(message) {
    return new Promise(function (done) {
      var line = new MessageChannel();
      line.port1.onmessage = function (event) { done(event.data); };
      registration.active.postMessage(message, [line.port2]);
    });
  }

  function listing() {
    return fetch(new URL(place.dataset.files, root), { cache: "no-store" }).then(function (response) {
      if (!response.ok) throw new Error(place.dataset.files + ": " + response.status);
      return response.json();
    });
  }

  /* A promise of the worker's state, for a version that the server has, too. */
  function state() {
    return tell({ type: "state" }).then(function (state) {
      if (!state.served) throw fault({ lost: true });
      return state;
    });
  }

  /* The same, once it is of the version that the server has; where that is newer, it is waited for. */
  function upToDate() {
    return state().then(function (now) {
      return now.version === now.served.version ? now : updated().then(state).then(function (then) {
        if (then.version !== then.served.version) throw fault({ stale: true });
        return then;
      });
    });
  }

  /* A promise that a newer worker is in charge, or that the server has none, or that it could not be had. */
  function updated() {
    return registration.update().then(function () {
      var next = registration.installing || registration.waiting;
      return next && new Promise(function (done) {
        workers.addEventListener("controllerchange", done, { once: true });
        next.addEventListener("statechange", function () { if (next.state === "redundant") done(); });
      });
    });
  }

  /* 2 What is kept */

  /* A button goes, or comes. Who was at it is led on to the one that takes its place. */
  function hide(button, is, next) {
    var left = is && document.activeElement === button;
    button.hidden = is;
    if (left) next.focus();
  }

  function text(html) {
    return new DOMParser().parseFromString(html, "text/html").documentElement.textContent;
  }

  function isPaper(title) {
    return /^papers\/(?!index\.|page-)/.test(title[0]);
  }

  function entry(title) {
    var item = document.createElement("li"), link = document.createElement("a");
    link.href = new URL(title[0], root);
    link.textContent = text(title[1]).replace(/ · [^·]*$/, "");
    item.append(link);
    return item;
  }

  function show(state) {
    var offer = state.served;
    var papers = state.titles.filter(isPaper), others = state.titles.filter(function (title) { return !isPaper(title); });
    list.replaceChildren.apply(list, papers.concat(others).map(entry));
    document.getElementById("kept-say").textContent = state.whole ? "The whole list, with its search." :
      (state.pages === 1 ? "One page" : count(state.pages) + " pages") +
      (state.pages > state.titles.length ? ", of which these came last." : ".");
    document.getElementById("kept-ways").hidden = !state.whole;
    keep.disabled = !offer;
    if (state.whole) hide(drop, false);
    hide(keep, state.whole, drop);
    hide(drop, !state.whole && state.pages < 2, keep);
    if (state.whole) say("The whole list is kept in this browser, and follows the site.");
    else if (offer) say("All pages and the search: " + count(offer.files) + " files, " + size(offer.bytes) + ".");
    else say("Once there is a connection, the whole list can be kept here.");
  }

  function refresh() {
    return tell({ type: "state" }).then(show);
  }

  /* 3 Keeping all of it */

  function busy(is) {
    bar.hidden = !is;
    hide(is ? stop : keep, false);
    hide(is ? keep : stop, true, is ? stop : keep);
    drop.disabled = is;
  }

  function fault(answer) {
    var error = new Error(answer.stale ? "The list changed meanwhile. Keep it again to have the new one." :
      answer.lost ? "The connection was lost. What arrived is kept; go on when it is back." :
      answer.full ? "There is no more room in this browser. What arrived is kept." : "Stopped. What arrived is kept; go on whenever you like.");
    error.told = true;
    return error;
  }

  function batches(all, from) {
    var files = all.files.slice(from, from + BATCH);
    bar.value = from / all.files.length;
    say(count(from) + " of " + count(all.files.length) + " files are kept.");
    if (!files.length) return tell({ type: "whole", version: all.version });
    if (stopped) throw fault({});
    return tell({ type: "keep", version: all.version, addresses: files.map(function (file) { return file[0]; }) }).then(function (answer) {
      if (!answer.done) throw fault(answer);
      return batches(all, from + BATCH);
    });
  }

  /* The browser may refuse what does not fit; it is better said before. */
  function hasRoom(bytes) {
    if (!navigator.storage || !navigator.storage.estimate) return Promise.resolve();
    return navigator.storage.estimate().then(function (room) {
      var left = room.quota - room.usage, error;
      if (left > bytes * 1.1) return;
      error = new Error("There is no room: the list needs " + size(bytes) + ", and this browser has " + size(left) + " left for it.");
      error.told = true;
      throw error;
    });
  }

  keep.addEventListener("click", function () {
    stopped = false;
    busy(true);
    say("Looking at what there is to keep…");
    upToDate().then(function (state) {
      return hasRoom(state.served.bytes);
    }).then(function () {
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () { /* it may go when room is short */ });
      return listing();
    }).then(function (all) { return batches(all, 0); }).then(function (answer) {
      if (!answer.done) throw fault(answer);
      busy(false);
      return refresh();
    }).catch(function (error) {
      busy(false);
      say(error.told ? error.message : "This could not be kept. Is there a connection, and room on the device?");
      keep.textContent = "Go on";
    });
  });

  stop.addEventListener("click", function () { stopped = true; });
  drop.addEventListener("click", function () {
    keep.textContent = words;
    tell({ type: "forget" }).then(refresh);
  });

  /* 4 In the place of a page that is not kept, as the worker says */

  if ("standsIn" in document.documentElement.dataset) {
    document.getElementById("offline-title").textContent = "This page is not kept";
    document.title = document.title.replace(/^[^·]*/, "Offline ");
    document.getElementById("offline-lede").hidden = true;
    document.getElementById("main").append(place.closest("section"));
    document.getElementById("offline-missing").hidden = false;
    document.getElementById("offline-again").addEventListener("click", function () { location.reload(); });
    addEventListener("online", function () { location.reload(); });
  }

  self.sitegenOffline.then(function (found) {
    registration = found;
    if (found) {
      refresh();
      workers.addEventListener("controllerchange", function () { if (stop.hidden) refresh(); });
    } else {
      say("This browser keeps nothing from here. It needs an address that begins with https, and a window that is not private.");
      keep.hidden = true;
      list.closest("section").hidden = true;
    }
  });
})();
