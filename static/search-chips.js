/* What is chosen, as buttons above the list that take it away again. */
(function (root) {
  "use strict";

  var make = root.sitegenRow.make, filtering = root.sitegenFilters;

  /* `changed` gets other filters; `away` gives what has the focus when the last button is gone. */
  function open(chips, changed, away) {
    var names = {};

    function nameOf(facet, slug) {
      return names[facet] && names[facet][slug] || slug.replace(/-/g, " ");
    }

    function chip(filters, each) {
      var button = make("button", { type: "button", class: "btn" }, [
        root.sitegenRow.hidden("Without "), each.label, make("span", { "aria-hidden": "true" }, "×")
      ]);
      button.onclick = function () { changed(Object.assign({}, filters, each.part)); };
      return button;
    }

    function draw(filters) {
      var place = Array.from(chips.children).indexOf(document.activeElement);
      var list = filtering.chosen(filters, nameOf).map(function (each) { return chip(filters, each); });
      if (list.length > 1) {
        list.push(make("button", { type: "button", class: "btn clear" }, "Clear all"));
        list[list.length - 1].onclick = function () { changed(filtering.none()); };
      }
      chips.replaceChildren.apply(chips, list);
      chips.hidden = !list.length;
      if (place >= 0) (list[Math.min(place, list.length - 1)] || away()).focus();
    }

    return {
      draw: draw,
      /* Takes names of slugs in, as {facet: {slug: name}}. */
      learn: function (labels) {
        Object.keys(labels).forEach(function (facet) { names[facet] = Object.assign(names[facet] || {}, labels[facet]); });
      },
      /* Whether the name of everything that is chosen is known. */
      knows: function (filters) {
        return Object.keys(filtering.LISTS).every(function (name) {
          return filters[name].every(function (slug) { return names[filtering.LISTS[name]] && names[filtering.LISTS[name]][slug]; });
        });
      }
    };
  }

  root.sitegenChips = { open: open };
})(globalThis);
