/* The search page: keeps the query in the address, asks the index in a worker (or here, where a worker cannot be), and
 * shows what comes back. */
(function () {
  "use strict";

  var FORMAT = 1, FIRST = 30, STEP = 60, ADDRESS_DELAY = 250, PATIENCE = 300;

  var script = document.currentScript, title = document.title;
  var form = document.querySelector("#search form"), input = document.getElementById("q");
  var status = document.getElementById("search-status"), remark = document.getElementById("search-remark");
  var list = document.getElementById("search-hits"), more = document.getElementById("search-more");
  var retry = document.getElementById("search-retry"), instead = document.getElementById("search-instead");
  var heading = document.getElementById("search-results");

  /* 1 The index: `ask(typed, options, then)` wherever it runs */

  function loadScript(url) {
    return new Promise(function (done, failed) {
      var element = document.createElement("script");
      element.src = url;
      element.onload = done;
      element.onerror = function () { failed(new Error("load")); };
      document.head.append(element);
    });
  }

  function absolute(url) {
    return new URL(url, document.baseURI).href;
  }

  function openInWorker(manifest) {
    return new Promise(function (done, failed) {
      var worker = new Worker(absolute(manifest.worker)), waiting = new Map(), last = 0;
      worker.onerror = function (event) {
        event.preventDefault();
        worker.terminate();
        failed(new Error("worker"));
      };
      worker.onmessage = function (event) {
        var message = event.data;
        if (message.type === "opened") done(ask);
        else if (message.type === "failed") worker.onerror(new Event("error", { cancelable: true }));
        else if (waiting.has(message.id)) {
          waiting.get(message.id)(message.failure ? null : message.answer);
          waiting.delete(message.id);
        }
      };
      worker.postMessage({ type: "open", scripts: manifest.scripts.map(absolute) });
      function ask(typed, options, then) {
        waiting.set(++last, then);
        worker.postMessage({ type: "search", id: last, typed: typed, options: options });
      }
    });
  }

  function openHere(manifest) {
    var loaded = manifest.scripts.reduce(function (before, url) {
      return before.then(function () { return loadScript(url); });
    }, Promise.resolve());
    return loaded.then(function () {
      var index = self.sitegenIndex.open(self.lunr, self.sitegenSearchIndex);
      var opened = self.sitegenAnswer.open(index, self.sitegenSearchPapers);
      return function (typed, options, then) {
        var answer = null;
        try { answer = opened.search(typed, options); } catch (error) { /* said by the caller */ }
        then(answer);
      };
    });
  }

  /* A page opened from disk may start no worker. */
  function open(again) {
    return loadScript(script.dataset.manifest + (again ? "?again=" + again : "")).then(function () {
      var manifest = self.sitegenSearchManifest;
      if (manifest.format !== FORMAT) throw new Error("format");
      if (location.protocol === "file:" || typeof Worker === "undefined") return openHere(manifest);
      return openInWorker(manifest).catch(function () { return openHere(manifest); });
    });
  }

  /* 2 Asking: one question at a time, and of those typed meanwhile only the last */

  var ask = null, busy = false, queued = null, attempts = 0, patience = 0;
  var current = { typed: "", typing: false, limit: FIRST, any: false };

  function start() {
    retry.hidden = true;
    patience = setTimeout(function () { status.textContent = "Loading the index…"; }, PATIENCE);
    open(attempts++).then(function (opened) {
      ask = opened;
      send();
    }, function (error) {
      status.textContent = error.message === "format"
        ? "This page is older than the index. Reload it to search."
        : "The index could not be loaded.";
      retry.hidden = error.message === "format";
    }).finally(function () { clearTimeout(patience); });
  }

  function send() {
    if (!ask) return;
    var question = Object.assign({}, current);
    if (busy) {
      queued = question;
      return;
    }
    busy = true;
    ask(question.typed, { typing: question.typing, limit: question.limit, any: question.any }, function (answer) {
      busy = false;
      if (queued) {
        queued = null;
        send();
      } else {
        show(question, answer);
      }
    });
  }

  /* 3 Showing */

  function papers(count) {
    return count.toLocaleString("en") + (count === 1 ? " paper" : " papers");
  }

  function sentence(question, answer) {
    var count = answer.total, has = count === 1 ? " has " : " have ";
    if (answer.kind === "empty") return question.typed.trim() ? "No word to look for yet: signs alone find nothing." : "";
    if (answer.kind === "none") return "Nothing found. Fewer words, or the beginning of one, may find more.";
    if (answer.kind === "some") {
      return question.any ? papers(count) + has + "some of the words."
        : "No paper has all of the words. " + papers(count) + has + "some of them.";
    }
    if (answer.words < 2) return papers(count) + (count === 1 ? " matches." : " match.");
    return papers(count) + has + (answer.words === 2 ? "both words." : "all " + answer.words + " words.");
  }

  function show(question, answer) {
    if (!answer) {
      status.textContent = "This query could not be answered. Other words may do.";
      list.replaceChildren();
      more.hidden = true;
      return;
    }
    var focused = Array.prototype.indexOf.call(links(), document.activeElement);
    status.textContent = sentence(question, answer);
    remark.textContent = answer.remarks.join(" ");
    remark.hidden = !answer.remarks.length;
    list.replaceChildren.apply(list, answer.hits.map(self.sitegenRow));
    if (focused >= 0 && links()[focused]) links()[focused].focus();
    instead.hidden = answer.kind === "all" || answer.kind === "some";
    heading.textContent = answer.kind === "empty" ? "Or browse" : "Results";
    showMore(question, answer);
    document.title = question.typed.trim() ? question.typed.trim() + ": " + title : title;
    restoreScroll();
  }

  function showMore(question, answer) {
    var button = more.firstElementChild, left = answer.total - answer.hits.length;
    more.hidden = !left && !answer.others;
    button.textContent = left ? "Show more (" + left.toLocaleString("en") + " left)"
      : papers(answer.others) + (answer.others === 1 ? " has" : " have") + " only some of the words: show";
    button.onclick = function () {
      change(left ? { limit: question.limit + STEP } : { any: true });
      keepAddress();
    };
  }

  /* 4 The address: the query, and in the history's state how much of the answer was shown */

  var addressTimer = 0, scrollTo = 0;

  function addressOf(typed) {
    var address = new URL(location.href);
    address.hash = "";
    if (typed.trim()) address.searchParams.set("q", typed);
    else address.searchParams.delete("q");
    return address.href;
  }

  function keep(method) {
    var state = { typing: current.typing, limit: current.limit, any: current.any, scroll: window.scrollY };
    try { history[method](state, "", addressOf(current.typed)); } catch (error) { /* some browsers refuse it from disk */ }
  }

  function keepAddress() {
    clearTimeout(addressTimer);
    addressTimer = 0;
    keep("replaceState");
  }

  function readAddress() {
    var state = history.state || {};
    var typed = new URLSearchParams(location.search).get("q") || "";
    current = { typed: typed, typing: Boolean(state.typing), limit: state.limit || FIRST, any: Boolean(state.any) };
    scrollTo = state.scroll || 0;
    input.value = typed;
    send();
  }

  /* The rows come after the browser has tried to scroll back to where the reader was. */
  function restoreScroll() {
    if (scrollTo) window.scrollTo(0, scrollTo);
    scrollTo = 0;
  }

  function change(changed) {
    current = Object.assign({}, current, changed);
    send();
  }

  /* 5 Keys and events */

  function links() {
    return list.querySelectorAll(".title a");
  }

  function move(step) {
    var all = links(), at = Array.prototype.indexOf.call(all, document.activeElement) + step;
    if (at < 0) input.focus();
    else if (all[at]) all[at].focus();
    return Boolean(all.length);
  }

  function clear() {
    input.value = "";
    input.focus();
    change({ typed: "", typing: true, limit: FIRST, any: false });
    keepAddress();
  }

  document.getElementById("search").addEventListener("keydown", function (event) {
    var inList = document.activeElement && document.activeElement.matches("#search-hits .title a");
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    if (event.key === "Escape" && (input.value || inList)) clear();
    else if (event.key === "ArrowDown" && (inList || event.target === input)) { if (!move(1)) return; }
    else if (event.key === "ArrowUp" && inList) move(-1);
    else return;
    event.preventDefault();
  });

  input.addEventListener("input", function () {
    change({ typed: input.value, typing: true, limit: FIRST, any: false });
    clearTimeout(addressTimer);
    addressTimer = setTimeout(keepAddress, ADDRESS_DELAY);
  });

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(addressTimer);
    change({ typed: input.value, typing: false, limit: FIRST, any: false });
    keep(new URLSearchParams(location.search).get("q") === input.value ? "replaceState" : "pushState");
  });

  retry.firstElementChild.onclick = start;
  window.addEventListener("popstate", readAddress);
  window.addEventListener("pagehide", keepAddress);
  list.addEventListener("click", keepAddress);

  readAddress();
  if (!input.value) input.focus();
  start();
})();
