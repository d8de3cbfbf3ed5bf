/* Topics, years, authors and statuses that narrow an answer: as boxes with counts, as chips, and in the address. */
(function (root) {
  "use strict";

  var make = root.sitegenRow.make, icon = root.sitegenRow.icon;

  var SHOWN = 8, NO_YEAR = "none";
  var LISTS = ["topic", "author", "status"];
  var FACET_OF = { topic: "topics", author: "authors", status: "states" };

  /* 1 The address */

  /* `years` are [from, to], each null where that end is open. */
  function none() {
    return { topic: [], author: [], status: [], years: null, undated: false };
  }

  function any(filters) {
    return Boolean(filters.years) || filters.undated || LISTS.some(function (name) { return filters[name].length; });
  }

  /* `2021`, `2021-2023`, `2021-` or `-2023`. */
  function yearsOf(text) {
    var match = /^(\d{1,4})?(-)?(\d{1,4})?$/.exec(text || ""), from = match && match[1], to = match && match[3];
    if (!from && !to) return null;
    if (!match[2]) return [Number(from), Number(from)];
    return ordered(from ? Number(from) : null, to ? Number(to) : null);
  }

  function ordered(from, to) {
    if (from === null && to === null) return null;
    return from === null || to === null || from <= to ? [from, to] : [to, from];
  }

  function textOf(years) {
    if (years[0] === years[1]) return String(years[0]);
    return (years[0] === null ? "" : years[0]) + "-" + (years[1] === null ? "" : years[1]);
  }

  function labelOf(years) {
    if (years[0] === years[1]) return String(years[0]);
    if (years[0] === null) return "until " + years[1];
    return years[1] === null ? "since " + years[0] : years[0] + "–" + years[1];
  }

  function read(params) {
    var filters = none(), year = params.get("year");
    LISTS.forEach(function (name) {
      filters[name] = Array.from(new Set(params.getAll(name).filter(Boolean)));
    });
    filters.undated = year === NO_YEAR;
    filters.years = filters.undated ? null : yearsOf(year);
    return filters;
  }

  /* Always in the same order, whatever was chosen first: one question, one address. */
  function write(params, filters) {
    LISTS.forEach(function (name) {
      params.delete(name);
      filters[name].forEach(function (value) { params.append(name, value); });
    });
    params.delete("year");
    if (filters.years || filters.undated) params.set("year", filters.years ? textOf(filters.years) : NO_YEAR);
  }

  /* As the worker is asked. */
  function question(filters) {
    var asked = {};
    LISTS.forEach(function (name) { if (filters[name].length) asked[name] = filters[name]; });
    if (filters.years) asked.years = filters.years;
    if (filters.undated) asked.undated = true;
    return asked;
  }

  /* 2 The boxes and the chips; `changed` gets other filters */

  function open(box, chips, changed) {
    var filters = none(), counts = null, labels = new Map(), wide = new Set();

    function change(part) {
      changed(Object.assign({}, filters, part));
    }

    function toggle(name, value, on) {
      var others = filters[name].filter(function (each) { return each !== value; }), part = {};
      part[name] = on ? others.concat(value) : others;
      change(part);
    }

    /* A box or a year with its count; `sign` is what stands before the name. */
    function entry(type, name, value, count, checked, sign, then) {
      var input = make("input", { type: type, name: name, value: value });
      input.checked = checked;
      input.onchange = function () { then(input.checked); };
      return make("label", {}, [input].concat(sign, make("span", { class: "n" }, count === null ? "" : count.toLocaleString("en"))));
    }

    function facet(name, title, entries) {
      var shown = wide.has(name) ? entries : entries.filter(function (each, place) { return place < SHOWN || each.chosen; });
      var set = make("fieldset", { class: "facet" }, [make("legend", {}, title)].concat(shown.map(function (each) { return each.element; })));
      var left = entries.length - shown.length;
      if (left || wide.has(name)) {
        var more = make("button", { type: "button", class: "btn bare more", name: name + "-more" }, left ? left + " more" : "Fewer");
        more.onclick = function () {
          if (left) wide.add(name);
          else wide.delete(name);
          draw();
        };
        set.append(more);
      }
      return set;
    }

    /* What is chosen, then what there is most of; what would leave nothing is not offered. */
    function listFacet(name, title, sign) {
      var choices = (counts[FACET_OF[name]] || []).filter(function (each) {
        return each.count || filters[name].includes(each.slug);
      }).sort(function (a, b) { return b.count - a.count; });
      return choices.length ? facet(name, title, choices.map(function (each) {
        var chosen = filters[name].includes(each.slug);
        return { chosen: chosen, element: entry("checkbox", name, each.slug, each.count, chosen, sign(each), function (on) {
          toggle(name, each.slug, on);
        }) };
      })) : "";
    }

    function yearFacet() {
      function isOne(each) {
        return Boolean(filters.years) && filters.years[0] === each.year && filters.years[1] === each.year;
      }
      var years = (counts.years || []).filter(function (each) { return each.count || isOne(each); });
      if (!years.length && !filters.years && !filters.undated) return "";
      var entries = [choice("", "any year", null, !filters.years && !filters.undated, { years: null, undated: false })];
      years.forEach(function (each) {
        if (each.year === null) entries.push(choice(NO_YEAR, "no year", each.count, filters.undated, { years: null, undated: true }));
        else entries.push(choice(each.year, each.label, each.count, isOne(each), { years: [each.year, each.year], undated: false }));
      });
      var set = facet("year", "Year", entries);
      set.append(range(years));
      return set;

      function choice(value, label, count, chosen, part) {
        return { chosen: chosen, element: entry("radio", "year", value, count, chosen, [label], function () { change(part); }) };
      }
    }

    /* From one year to another. */
    function range(years) {
      var known = years.map(function (each) { return each.year; }).filter(Boolean), now = filters.years || [null, null];
      var from = select("from", now[0]), to = select("to", now[1]);
      return make("p", { class: "pair" }, [from, make("span", { "aria-hidden": "true" }, "–"), to]);

      function select(name, value) {
        var element = make("select", { name: name, "aria-label": name + " year" });
        var listed = Array.from(new Set(known.concat(value || []))).sort(function (a, b) { return b - a; });
        element.append(make("option", { value: "" }, name));
        listed.forEach(function (year) { element.append(make("option", { value: year }, year)); });
        element.value = value === null ? "" : value;
        element.onchange = function () {
          change({ years: ordered(Number(from.value) || null, Number(to.value) || null), undated: false });
        };
        return element;
      }
    }

    function topicSign(each) {
      return [make("span", { class: "topic", "data-t": each.colour, "data-s": each.shape }, each.label)];
    }

    function nameSign(each) {
      return [each.label];
    }

    function statusSign(each) {
      return [icon(each.mark), each.label];
    }

    function drawBoxes() {
      var focused = box.contains(document.activeElement) ? document.activeElement : null;
      box.replaceChildren.apply(box, counts ? [
        listFacet("topic", "Topic", topicSign), yearFacet(), listFacet("author", "Author", nameSign),
        listFacet("status", "Status", statusSign)
      ].filter(Boolean) : []);
      if (!focused) return;
      var again = Array.from(box.querySelectorAll("input, select, button")).find(function (each) {
        return each.name === focused.name && (each.type !== "checkbox" && each.type !== "radio" || each.value === focused.value);
      });
      (again || box.querySelector("input") || document.getElementById("q")).focus();
    }

    function chip(label, part) {
      var button = make("button", { type: "button", class: "btn" }, [
        root.sitegenRow.hidden("Without "), label, make("span", { "aria-hidden": "true" }, "×")
      ]);
      button.onclick = function () { change(part); };
      return button;
    }

    function drawChips() {
      var place = Array.from(chips.children).indexOf(document.activeElement);
      var list = LISTS.flatMap(function (name) {
        return filters[name].map(function (value) {
          var part = {};
          part[name] = filters[name].filter(function (each) { return each !== value; });
          return chip(labels.get(name + " " + value) || value.replace(/-/g, " "), part);
        });
      });
      if (filters.years) list.push(chip(labelOf(filters.years), { years: null }));
      if (filters.undated) list.push(chip("no year", { undated: false }));
      if (list.length > 1) {
        list.push(make("button", { type: "button", class: "btn clear" }, "Clear all"));
        list[list.length - 1].onclick = function () { change(none()); };
      }
      chips.replaceChildren.apply(chips, list);
      chips.hidden = !list.length;
      if (place >= 0) (list[Math.min(place, list.length - 1)] || document.getElementById("q")).focus();
    }

    function draw() {
      drawBoxes();
      drawChips();
    }

    return {
      /* `given` are counts of the answer, or null while they are not known: then the last ones stay. */
      set: function (chosen, given) {
        filters = chosen;
        if (given) {
          counts = given;
          LISTS.forEach(function (name) {
            (counts[FACET_OF[name]] || []).forEach(function (each) { labels.set(name + " " + each.slug, each.label); });
          });
        }
        draw();
      }
    };
  }

  root.sitegenFilters = { open: open, none: none, any: any, read: read, write: write, question: question };
})(globalThis);
