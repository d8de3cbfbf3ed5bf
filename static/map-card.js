/* The card of the point that is focused, hovered or tapped: its entry of the list, near the point. */
(function (root) {
  "use strict";

  var GAP = 14;

  function open(card) {
    var shown = null;

    function line(name, content) {
      var element = document.createElement("p");
      element.className = name;
      element.append(content);
      return element;
    }

    function fill(point, told) {
      var link = document.createElement("a"), title = document.createElement("p");
      if (point.href) link.href = point.href;
      link.className = "plain";
      /* One link of a paper is enough to stop at. */
      link.tabIndex = -1;
      link.append.apply(link, told.title);
      title.className = "title";
      title.append(link);
      card.replaceChildren(title);
      if (told.by) card.append(line("small", told.by));
      card.append(line("small", told.topic));
      card.hidden = false;
    }

    /* Below the point, or above it where there is no room. */
    function place(point) {
      var box = card.parentNode.getBoundingClientRect(), rect = point.link.getBoundingClientRect();
      var picture = card.parentNode.querySelector("svg").getBoundingClientRect(), top = rect.bottom - box.top + GAP;
      if (top + card.offsetHeight > picture.height) top = rect.top - box.top - card.offsetHeight - GAP;
      card.style.left = Math.max(0, Math.min(rect.left - box.left - 24, box.width - card.offsetWidth)) + "px";
      card.style.top = Math.max(0, top) + "px";
    }

    function hide() {
      if (shown) shown.link.classList.remove("on");
      shown = null;
      card.hidden = true;
    }

    return {
      hide: hide,
      shown: function () { return shown; },
      show: function (point) {
        if (shown === point) return place(point);
        hide();
        shown = point;
        point.link.classList.add("on");
        point.tell(function (told) {
          if (shown !== point) return;
          fill(point, told);
          place(point);
        });
      },
      /* After the picture moved. */
      follow: function () { if (shown) requestAnimationFrame(function () { if (shown && !card.hidden) place(shown); }); }
    };
  }

  root.sitegenCard = { open: open };
})(globalThis);
