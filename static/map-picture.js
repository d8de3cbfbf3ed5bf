/* The picture: what of it is seen, and which of its points one is at. */
(function (root) {
  "use strict";

  var plane = root.sitegenPlane;

  function open(svg, source) {
    var box = svg.viewBox.baseVal, whole = { x: box.x, y: box.y, w: box.width, h: box.height }, view = whole;
    var points = source.points, current = points[0], pending = 0;

    function draw() {
      pending = 0;
      var nearer = whole.w / view.w;
      svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].join(" "));
      svg.style.setProperty("--k", 1 / nearer);
      if (source.draw) source.draw(view, whole);
      svg.dataset.zoom = nearer < 1.9 ? 1 : nearer < 3.8 ? 2 : 3;
    }

    function look(next) {
      view = next;
      if (!pending) pending = requestAnimationFrame(draw);
    }

    /* A place on the screen in units of the picture. */
    function at(event) {
      var rect = svg.getBoundingClientRect();
      return { x: view.x + (event.clientX - rect.left) / rect.width * view.w, y: view.y + (event.clientY - rect.top) / rect.height * view.h };
    }

    function unit() {
      return view.w / svg.getBoundingClientRect().width;
    }

    function choose(point) {
      source.choose(point, current);
      current = point;
    }

    source.choose(current, current);
    if (source.draw) source.draw(view, whole);
    return {
      points: points, at: at, unit: unit, choose: choose,
      current: function () { return current; },
      zoom: function (factor, x, y) {
        look(plane.zoom(view, whole, factor, x === undefined ? view.x + view.w / 2 : x, y === undefined ? view.y + view.h / 2 : y));
      },
      pan: function (right, down) { look(plane.pan(view, whole, right, down)); },
      reset: function () { look(whole); },
      fit: function (some) { look(plane.around(some, whole)); },
      reveal: function (point) { look(plane.reveal(view, whole, point.x, point.y)); },
      nearest: function (event, pixels) {
        var place = at(event);
        return points[plane.nearest(points, place.x, place.y, pixels * unit())];
      },
      next: function (right, down) { return points[plane.next(points, points.indexOf(current), right, down)]; },
      /* Shows the points that `keep` says yes to, the others faintly; as hits they stand out. Gives those that are left. */
      filter: function (keep, hits) {
        points.forEach(function (each) { each.faint = !keep(each); });
        source.filter(hits);
        var left = points.filter(function (each) { return !each.faint; });
        if (left.length && (current.faint || points.indexOf(current) < 0)) choose(left[0]);
        return left;
      }
    };
  }

  root.sitegenPicture = { open: open };
})(globalThis);
