/* The points of a map whose list is long. They are corners of paths, one for each topic; what they are stands in files of
 * a hundred names, read when one looks at a point. A single link stands at the point that is looked at. */
(function (root) {
  "use strict";

  var NAMES = 100, ENTRY = 11, DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var SVG = "http://www.w3.org/2000/svg", PAPERS = "papers/";

  function number(digits) {
    return Array.from(digits).reduce(function (sum, each) { return sum * 64 + DIGITS.indexOf(each); }, 0);
  }

  /* Five digits for an id: thirty bits of FNV-1a. */
  function digits(id) {
    var value = 2166136261, found = "";
    for (var at = 0; at < id.length; at++) value = Math.imul(value ^ id.charCodeAt(at), 16777619) >>> 0;
    value >>>= 2;
    for (at = 0; at < 5; at++) {
      found = DIGITS[value & 63] + found;
      value >>>= 6;
    }
    return found;
  }

  /* Where some ids stand: {x, y, group} by id. */
  function placesOf(text, ids) {
    var wanted = new Map(ids.map(function (id) { return [digits(id), id]; })), found = new Map();
    for (var at = 0; at < text.length; at += ENTRY) {
      var id = wanted.get(text.slice(at, at + 5));
      if (id !== undefined) {
        found.set(id, { x: number(text.slice(at + 5, at + 7)), y: number(text.slice(at + 7, at + 9)), group: number(text.slice(at + 9, at + 11)) });
      }
    }
    return found;
  }

  function pairs(d) {
    var all = d.slice(1).split(" ").map(Number), found = [];
    for (var at = 0; at < all.length; at += 2) found.push({ x: all[at], y: all[at + 1] });
    return found;
  }

  /* Files are scripts, so that they can be read from disk; each is asked for once. */
  function reader(files) {
    var asked = new Map(), read = null;
    root.sitegenMap = function (name, value) { read = value; };
    return function (number) {
      if (!asked.has(number)) {
        /* A script is run just before it says that it was loaded. */
        asked.set(number, root.sitegenLoad(files[number]).then(function () { return read; }, function (fault) {
          asked.delete(number);
          throw fault;
        }));
      }
      return asked.get(number);
    };
  }

  function element(name, attributes) {
    var made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (each) { made.setAttribute(each, attributes[each]); });
    return made;
  }

  function topic(path) {
    var made = document.createElement("span");
    made.className = "topic";
    if (path.dataset.t) made.dataset.t = path.dataset.t;
    made.dataset.s = path.dataset.s;
    made.textContent = path.dataset.label;
    return made;
  }

  /* `files` are the addresses of the files of names, and at last that of the places. */
  function open(svg, files) {
    var paths = Array.from(svg.querySelectorAll(".dots")), layer = svg.querySelector("#map-marks"), read = reader(files), points = [], here = null;
    var cursor = element("a", { id: "map-here", tabindex: 0, href: "#map" }), mark = element("use", {});
    cursor.append(mark);
    var groups = paths.map(function (path) {
      var own = pairs(path.getAttribute("d")).map(function (each, place) { return point(path, each, Number(path.dataset.start) + place); });
      points.push.apply(points, own);
      return { path: path, points: own, faint: false };
    });
    var drawn = points.length, canvas = root.sitegenCanvas.open(svg, groups);
    layer.before(cursor);

    function point(path, at, place) {
      return {
        link: cursor, x: at.x, y: at.y, topic: path.dataset.topic, path: path, faint: false, href: "",
        tell: function (done) {
          var own = this;
          read(Math.floor(place / NAMES)).then(function (names) {
            var name = names[place % NAMES];
            own.href = PAPERS + name[0] + ".html";
            done({ title: [document.createTextNode(name[1])], by: name[2], topic: topic(path) });
          }, function () { done({ title: [document.createTextNode("Its name could not be loaded.")], by: "", topic: topic(path) }); });
        }
      };
    }

    /* Enter may come before the name: the paper is opened when it is known, if one is still there. */
    cursor.addEventListener("click", function (event) {
      var point = here;
      if (event.detail || point.href) return;
      event.preventDefault();
      point.tell(function () { if (point === here && point.href) location.href = point.href; });
    });

    function choose(point) {
      here = point;
      if (point.link !== cursor) return;
      mark.setAttribute("href", "#m" + point.path.dataset.s);
      mark.setAttribute("x", point.x);
      mark.setAttribute("y", point.y);
      if (point.path.dataset.t) cursor.dataset.t = point.path.dataset.t;
      else delete cursor.dataset.t;
      cursor.setAttribute("aria-label", "A paper on " + point.path.dataset.label);
      cursor.setAttribute("href", point.href || "#map");
      point.tell(function (told) {
        if (point !== here) return;
        cursor.setAttribute("href", point.href || "#map");
        cursor.setAttribute("aria-label", told.title[0].textContent);
      });
    }

    /* A hit as a point with a link of its own; it may be a paper that is not drawn else. */
    function hitPoint(hit, place) {
      var path = paths.find(function (each) { return Number(each.dataset.group) === place.group; }) || paths[0];
      var title = hit.title.map(function (piece) { return piece[0]; }).join("");
      var link = element("a", { class: "hit", href: hit.href, tabindex: -1, "aria-label": title });
      if (path.dataset.t) link.dataset.t = path.dataset.t;
      link.append(element("use", { href: "#m" + path.dataset.s, x: place.x, y: place.y }));
      layer.append(link);
      return {
        link: link, x: place.x, y: place.y, topic: path.dataset.topic, path: path, faint: false, href: hit.href,
        tell: function (done) { done({ title: [document.createTextNode(title)], by: "", topic: topic(path) }); }
      };
    }

    function clear() {
      points.length = drawn;
      layer.replaceChildren();
    }

    return {
      points: points,
      choose: function (next, before) {
        if (before.link !== cursor) before.link.tabIndex = -1;
        cursor.tabIndex = next.link === cursor ? 0 : -1;
        next.link.tabIndex = 0;
        choose(next);
      },
      /* A promise of the file of places. */
      read: function () { return read(files.length - 1); },
      /* Puts the hits of a search among the points, by that file. */
      put: function (hits, text) {
        var places = placesOf(text, hits.map(function (hit) { return hit.ref; }));
        clear();
        hits.forEach(function (hit) { if (places.has(hit.ref)) points.push(hitPoint(hit, places.get(hit.ref))); });
      },
      clear: clear,
      filter: function (hits) {
        groups.forEach(function (group) { group.faint = hits || group.points[0].faint; });
        cursor.classList.toggle("faint", hits);
        canvas.again();
      },
      draw: canvas.draw
    };
  }

  root.sitegenMany = { open: open, digits: digits, placesOf: placesOf };
})(globalThis);
