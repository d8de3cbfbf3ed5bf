/* Thousands of points on a canvas under the picture: there they can be drawn anew in a few milliseconds. Colours come from
 * the style sheet, and shapes are those of the page's symbols. */
(function (root) {
  "use strict";

  var RADIUS = 26, SMALL = 0.5, GROWING = 0.16, LEAST = 1.8, FAINT = 0.14;

  /* Shapes about the middle, in radii. */
  var SHAPES = {
    1: function (pen, r) { pen.arc(0, 0, r, 0, 2 * Math.PI); },
    2: function (pen, r) { pen.rect(-0.88 * r, -0.88 * r, 1.76 * r, 1.76 * r); },
    3: function (pen, r) { corners(pen, r, [[0, -1.19], [1.11, 0.96], [-1.11, 0.96]]); },
    4: function (pen, r) { corners(pen, r, [[0, -1.27], [1.27, 0], [0, 1.27], [-1.27, 0]]); }
  };

  function corners(pen, r, places) {
    places.forEach(function (place, number) { pen[number ? "lineTo" : "moveTo"](place[0] * r, place[1] * r); });
    pen.closePath();
  }

  /* `groups` have {path, points, faint}; what is drawn first lies under the rest. */
  function open(svg, groups) {
    var canvas = document.createElement("canvas"), pen = canvas.getContext("2d"), last = null, sharp = 1, wide = 0, high = 0;
    canvas.setAttribute("aria-hidden", "true");
    svg.before(canvas);

    function fit() {
      var rect = svg.getBoundingClientRect();
      sharp = root.devicePixelRatio || 1;
      wide = rect.width;
      high = rect.height;
      canvas.width = Math.round(wide * sharp);
      canvas.height = Math.round(high * sharp);
      canvas.style.width = wide + "px";
      canvas.style.height = high + "px";
      again();
    }

    /* One point of a group, painted once. */
    function stamp(group, r) {
      var made = document.createElement("canvas"), side = Math.ceil(r * 2.7 * sharp) + 2, own = made.getContext("2d");
      made.width = made.height = side;
      own.translate(side / 2, side / 2);
      own.fillStyle = getComputedStyle(group.path).color;
      own.beginPath();
      SHAPES[group.path.dataset.s](own, r * sharp);
      own.fill();
      return made;
    }

    function draw(view, whole) {
      var scale = wide / view.w * sharp, nearer = whole.w / view.w;
      var r = Math.max(LEAST, RADIUS * wide / whole.w * Math.min(1, SMALL + GROWING * Math.log2(nearer)));
      last = [view, whole];
      pen.clearRect(0, 0, canvas.width, canvas.height);
      groups.forEach(function (group) {
        var image = stamp(group, r), half = image.width / 2;
        pen.globalAlpha = group.faint ? FAINT : 1;
        group.points.forEach(function (each) {
          var x = (each.x - view.x) * scale, y = (each.y - view.y) * scale;
          if (x > -half && y > -half && x < canvas.width + half && y < canvas.height + half) pen.drawImage(image, x - half, y - half);
        });
      });
    }

    function again() {
      if (last) draw(last[0], last[1]);
    }

    new ResizeObserver(fit).observe(svg);
    new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    fit();
    return { draw: draw, again: again };
  }

  root.sitegenCanvas = { open: open };
})(globalThis);
