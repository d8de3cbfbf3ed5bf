/* A mouse drags the picture, and fingers move and zoom it two at a time: one finger is left to the page, which it scrolls.
 * The wheel scrolls the page too, and zooms with Ctrl. */
(function (root) {
  "use strict";

  var REACH = 16, TAP_REACH = 28, WHEEL = 0.0025, SLIP = 6, LINE = 16;

  /* `picture` and `card` are those of the page; `go` opens the paper of a point. */
  function open(svg, picture, card, go) {
    var held = new Map(), start = null, moved = false, touched = false;

    function middle() {
      var all = Array.from(held.values()), first = all[0], last = all[all.length - 1];
      return {
        clientX: (first.clientX + last.clientX) / 2, clientY: (first.clientY + last.clientY) / 2,
        apart: Math.hypot(first.clientX - last.clientX, first.clientY - last.clientY)
      };
    }

    function down(event) {
      if (event.button) return;
      touched = event.pointerType === "touch";
      held.set(event.pointerId, event);
      if (held.size === 1) moved = false;
      start = middle();
    }

    function drag(event) {
      if (!held.has(event.pointerId)) return;
      if (!event.buttons) return up(event); /* nobody said that it was let go */
      held.set(event.pointerId, event);
      if (held.size === 1 && touched) return;
      var now = middle(), unit = picture.unit(), at;
      if (!moved && held.size === 1 && Math.hypot(now.clientX - start.clientX, now.clientY - start.clientY) < SLIP) return;
      if (!moved) svg.classList.add("held");
      moved = true;
      picture.pan((start.clientX - now.clientX) * unit, (start.clientY - now.clientY) * unit);
      if (held.size > 1 && start.apart && now.apart) {
        at = picture.at(now);
        picture.zoom(now.apart / start.apart, at.x, at.y);
      }
      start = now;
      card.follow();
    }

    function up(event) {
      held.delete(event.pointerId);
      if (held.size) start = middle();
      else svg.classList.remove("held");
    }

    /* A mouse opens what it clicks; a tap shows the card first, whose link opens. Enter on a link comes as a click too. */
    function click(event) {
      if (!event.detail) return;
      event.preventDefault();
      if (moved) return;
      var point = picture.nearest(event, touched ? TAP_REACH : REACH);
      if (!point) return card.hide();
      picture.choose(point);
      card.show(point);
      if (!touched) go(point, event);
    }

    function hover(event) {
      if (event.pointerType === "touch" || held.size) return;
      var point = picture.nearest(event, REACH);
      svg.classList.toggle("over", Boolean(point));
      if (!point || card.shown() === point) return;
      picture.choose(point);
      card.show(point);
    }

    function twice(event) {
      var at = picture.at(event);
      event.preventDefault();
      if (!picture.nearest(event, REACH)) picture.zoom(2, at.x, at.y);
    }

    /* Pinching on a touch pad comes as a wheel with Ctrl. */
    function wheel(event) {
      if (!event.ctrlKey && !event.metaKey) return;
      var at = picture.at(event);
      event.preventDefault();
      picture.zoom(Math.exp(-event.deltaY * WHEEL * (event.deltaMode ? LINE : 1)), at.x, at.y);
      card.follow();
    }

    svg.addEventListener("pointerdown", down);
    svg.addEventListener("pointermove", hover);
    svg.addEventListener("click", click);
    svg.addEventListener("dblclick", twice);
    svg.addEventListener("wheel", wheel, { passive: false });
    svg.addEventListener("dragstart", function (event) { event.preventDefault(); });
    window.addEventListener("pointermove", drag);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
  }

  root.sitegenPointer = { open: open };
})(globalThis);
