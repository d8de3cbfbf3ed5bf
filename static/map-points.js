/* The points of a map whose list is short: each is a link of the page, and has its entry in the list beside. */
(function (root) {
  "use strict";

  function open(svg) {
    var points = Array.from(svg.querySelectorAll("g[data-topic] > a")).map(function (link) {
      var use = link.firstElementChild, entry = document.getElementById(link.getAttribute("aria-labelledby"));
      /* Where the entry is folded away it gives no name. */
      link.setAttribute("aria-label", entry.textContent);
      return {
        link: link, x: use.x.baseVal.value, y: use.y.baseVal.value, topic: link.parentNode.dataset.topic, faint: false,
        href: new URL(link.getAttribute("href"), document.baseURI).href, entry: entry,
        /* What the card shows: the title as nodes, a line about it, and the topic's name as an element. */
        tell: function (done) {
          var by = entry.nextElementSibling;
          done({
            title: Array.from(entry.cloneNode(true).childNodes), by: by ? by.textContent : "",
            topic: entry.closest("details").querySelector(".topic").cloneNode(true)
          });
        }
      };
    });
    return {
      points: points,
      /* The one point that the Tab key leads to. */
      choose: function (point, before) {
        before.link.tabIndex = -1;
        point.link.tabIndex = 0;
      },
      filter: function (hits) {
        points.forEach(function (each) {
          each.link.classList.toggle("faint", each.faint);
          each.link.classList.toggle("hit", !each.faint && hits);
        });
      }
    };
  }

  root.sitegenPoints = { open: open };
})(globalThis);
