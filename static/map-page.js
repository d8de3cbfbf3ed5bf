/* The map's page: keys and buttons move the picture, words and a topic choose what stands out, and the address keeps both.
 * The list beside the picture goes along. */
(function (root) {
  "use strict";

  var STEP = 1.5;
  var ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  var named = document.currentScript.dataset, base = new URL(".", location.href).href;
  var area = document.querySelector("#map .map"), svg = area.querySelector("svg"), list = document.getElementById("map-list");
  var form = document.querySelector("#map form"), input = document.getElementById("q"), topic = document.getElementById("map-topic");
  var said = document.getElementById("map-said");
  var source = named.files ? root.sitegenMany.open(svg, named.files.split(" ")) : root.sitegenPoints.open(svg);
  var picture = root.sitegenPicture.open(svg, source), card = root.sitegenCard.open(document.getElementById("map-card"));
  var points = source.points, ask = root.sitegenMapHits.open(new URL(named.index, base).href, base, answered), typed = "";

  root.sitegenPointer.open(svg, picture, card, function (point, event) {
    point.tell(function () {
      var address = point.href && new URL(point.href, base).href;
      if (!address) return; /* its name could not be loaded */
      if (event.ctrlKey || event.metaKey || event.shiftKey) root.open(address);
      else location.href = address;
    });
  });

  /* 1 Keys and buttons */

  function zoom(factor) {
    var point = picture.current();
    if (card.shown() === point) picture.zoom(factor, point.x, point.y);
    else picture.zoom(factor);
    card.follow();
  }

  function whole() {
    picture.reset();
    card.follow();
  }

  function go(point) {
    if (!point) return;
    picture.choose(point);
    picture.reveal(point);
    point.link.focus({ preventScroll: true });
    card.show(point);
    card.follow();
  }

  area.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    var arrow = ARROWS[event.key];
    if (arrow) go(picture.next(arrow[0], arrow[1]));
    else if (event.key === "+" || event.key === "=") zoom(STEP);
    else if (event.key === "-") zoom(1 / STEP);
    else if (event.key === "0") whole();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  /* The card covers other points, also where it came by mouse. */
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") card.hide(); });

  /* Browsers let Tab stop at a picture that listens for the focus itself. */
  area.addEventListener("focusin", function (event) {
    var link = event.target.closest("svg a"), point = picture.current();
    if (!link) return;
    if (point.link !== link) point = points.find(function (each) { return each.link === link; });
    picture.choose(point);
    card.show(point);
  });

  document.getElementById("map-in").addEventListener("click", function () { zoom(STEP); });
  document.getElementById("map-out").addEventListener("click", function () { zoom(1 / STEP); });
  document.getElementById("map-whole").addEventListener("click", whole);
  window.addEventListener("resize", card.follow);

  /* 2 The list: an entry shows its point */

  function entered(event) {
    var link = event.target.closest("a"), point = link && points.find(function (each) { return each.entry === link; });
    if (!point || point.faint) return;
    picture.reveal(point);
    card.show(point);
    card.follow();
  }

  ["focusin", "pointerover"].forEach(function (name) { list.addEventListener(name, entered); });

  function thin(hits) {
    points.forEach(function (each) { if (each.entry) each.entry.parentNode.hidden = each.faint; });
    list.querySelectorAll("details").forEach(function (each, number) {
      var some = each.querySelectorAll("li:not([hidden])").length, all = each.querySelectorAll("li").length;
      each.querySelector("summary .n").textContent = (some < all ? root.sitegenGrouped(some) + " of " : "") + root.sitegenGrouped(all);
      each.hidden = !some;
      each.open = some > 0 && (hits || Boolean(topic.value) || number === 0);
    });
  }

  /* 3 What stands out */

  function fits(point) {
    return !topic.value || point.topic === topic.value;
  }

  function filter(keep, hits) {
    card.hide();
    var left = picture.filter(keep, hits);
    thin(hits);
    svg.classList.toggle("chosen", hits || Boolean(topic.value));
    if (hits || topic.value) picture.fit(left);
    return left.length;
  }

  function papers(number) {
    return root.sitegenGrouped(number) + (number === 1 ? " paper stands out" : " papers stand out");
  }

  function answered(answer) {
    if (!typed) return;
    if (answer.fault) return fail(answer.fault);
    var asked = typed, known = new Set(answer.hits.map(function (hit) { return new URL(hit.href, base).href; }));
    function isHit(point) {
      return source.read ? point.link.classList.contains("hit") : known.has(new URL(point.href, base).href);
    }
    function show() {
      var shown = filter(function (point) { return fits(point) && isHit(point); }, true);
      said.textContent = (shown ? papers(shown) : "No paper on the map matches") +
        (answer.total > answer.hits.length ? ": the best " + answer.hits.length + " of " + root.sitegenGrouped(answer.total) + " matches." : ".");
    }
    if (!source.read) return show();
    source.read().then(function (places) {
      if (typed !== asked) return;
      source.put(answer.hits, places);
      show();
    }, function () { if (typed === asked) fail("The map's files could not be loaded."); });
  }

  function fail(fault) {
    if (source.clear) source.clear();
    filter(fits, false);
    said.textContent = fault;
  }

  function update() {
    typed = input.value.trim();
    if (typed) {
      said.textContent = "Searching…";
      return ask(typed);
    }
    if (source.clear) source.clear();
    var shown = filter(fits, false);
    said.textContent = topic.value ? papers(shown) + "." : "";
    if (!topic.value) whole();
  }

  /* 4 The address */

  function read() {
    var params = new URLSearchParams(location.search);
    input.value = params.get("q") || "";
    topic.value = params.get("topic") || "";
    if (topic.selectedIndex < 0) topic.value = "";
    update();
  }

  function submit(event) {
    var url = new URL(location.href);
    if (event) event.preventDefault();
    [["q", input.value.trim()], ["topic", topic.value]].forEach(function (pair) {
      if (pair[1]) url.searchParams.set(pair[0], pair[1]);
      else url.searchParams.delete(pair[0]);
    });
    try { if (url.href !== location.href) history.pushState(null, "", url.href); } catch (error) { /* some browsers refuse it from disk */ }
    update();
  }

  form.addEventListener("submit", submit);
  topic.addEventListener("change", function () { submit(); });
  input.addEventListener("search", function () { if (!input.value) submit(); });
  window.addEventListener("popstate", read);
  if (location.search) read();
})(globalThis);
