/* The choices that narrow a list, each with the number of papers that it would leave. */
(function (root) {
  "use strict";

  var make = root.sitegenRow.make, icon = root.sitegenRow.icon, filtering = root.sitegenFilters, number = root.sitegenGrouped;

  var SHOWN = 8;

  function topicSign(each) {
    return [make("span", { class: "topic", "data-t": each.colour, "data-s": each.shape }, each.label)];
  }

  function nameSign(each) {
    return [each.label];
  }

  function statusSign(each) {
    return [icon(each.mark), each.label];
  }

  function starSign(each) {
    var stars = "★".repeat(each.from) + "☆".repeat(5 - each.from);
    return [make("span", { class: "rating" }, [
      make("span", { "aria-hidden": "true" }, stars), root.sitegenRow.hidden(each.from + " stars")
    ]), each.from < 5 ? " or more" : ""];
  }

  /* `changed` gets other filters; what `base` holds, as the worker is asked, is not offered: the whole list has it. */
  function open(box, base, changed) {
    var filters = filtering.none(), counts = null, wide = new Set();

    function change(part) {
      changed(Object.assign({}, filters, part));
    }

    /* The filters with a slug of a list taken out or put in. */
    function toggled(name, slug, on) {
      var others = filters[name].filter(function (each) { return each !== slug; }), part = {};
      part[name] = on ? others.concat(slug) : others;
      return part;
    }

    /* A choice with its count; `sign` is what stands before it. */
    function entry(type, name, value, count, checked, sign, then) {
      var input = make("input", { type: type, name: name, value: value });
      input.checked = checked;
      input.onchange = function () { then(input.checked); };
      return make("label", {}, [input].concat(sign, make("span", { class: "n" }, count === null ? "" : number(count))));
    }

    function facet(name, title, entries, first) {
      var shown = wide.has(name) ? entries : entries.filter(function (each, place) { return place < SHOWN || each.chosen; });
      var set = make("fieldset", { class: "facet" }, [make("legend", {}, title)].concat(first || [], shown.map(function (each) { return each.element; })));
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
    function choicesOf(name) {
      var held = [].concat(base && base[name] || []);
      return (counts[filtering.LISTS[name]] || []).filter(function (each) {
        return !held.includes(each.slug) && (each.count || isChosen(name, each));
      }).sort(function (a, b) { return b.count - a.count; });
    }

    function isChosen(name, each) {
      return filters[name].includes(each.slug) || name === "topic" && filters.not.includes(each.slug);
    }

    function listFacet(name, title, sign) {
      var choices = choicesOf(name);
      return choices.length ? facet(name, title, choices.map(function (each) {
        return { chosen: isChosen(name, each), element: entry("checkbox", name, each.slug, each.count, filters[name].includes(each.slug), sign(each), function (on) {
          change(toggled(name, each.slug, on));
        }) };
      })) : "";
    }

    /* Topics may also be kept out, and with several chosen either any or all of them are wanted. */
    function topicFacet() {
      var choices = choicesOf("topic"), first = [];
      if (filters.topic.length > 1) {
        var match = make("select", { name: "match", "aria-label": "Match" }, [
          make("option", { value: "any" }, "any of these"), make("option", { value: "all" }, "all of these")
        ]);
        match.value = filters.all ? "all" : "any";
        match.onchange = function () { change({ all: match.value === "all" }); };
        first.push(make("p", { class: "pair" }, match));
      }
      return choices.length ? facet("topic", "Topic", choices.map(function (each) {
        return { chosen: isChosen("topic", each), element: make("div", { class: "either" }, [topicEntry(each), notButton(each)]) };
      }), first) : "";
    }

    function topicEntry(each) {
      var out = filters.not.includes(each.slug);
      return entry("checkbox", "topic", each.slug, out ? null : each.count, filters.topic.includes(each.slug), topicSign(each), function (on) {
        change(Object.assign(toggled("not", each.slug, false), toggled("topic", each.slug, on)));
      });
    }

    function notButton(each) {
      var out = filters.not.includes(each.slug);
      var button = make("button", { type: "button", class: "btn bare", name: "not", value: each.slug, "aria-pressed": String(out) }, [
        "not", root.sitegenRow.hidden(" " + each.label)
      ]);
      button.onclick = function () { change(Object.assign(toggled("topic", each.slug, false), toggled("not", each.slug, !out))); };
      return button;
    }

    /* One range of several, or from one number to another. */
    function spanFacet(name, title, sign, most) {
      var now = filters[name], choices = (counts[filtering.SPANS[name][0]] || []), entries = [];
      var left = choices.filter(function (each) { return each.count || isOne(each); });
      if (!now && left.length < 2) return "";
      entries.push(radio("", ["any " + name], null, !now, null));
      left.forEach(function (each) {
        var range = each.from === null ? filtering.without() : filtering.span(each.from, each.to);
        entries.push(radio(each.slug, each.from === null ? ["no " + name] : sign(each), each.count, isOne(each), range));
      });
      var set = facet(name, title, entries);
      if (!most) set.append(pair(name, choices.map(function (each) { return each.from; }), now, pick));
      return set;

      function isOne(each) {
        return Boolean(now) && (each.from === null ? now.none : !now.none && now.from === each.from && now.to === each.to);
      }

      function radio(value, label, count, chosen, range) {
        return { chosen: chosen, element: entry("radio", name, value, count, chosen, label, function () { pick(range); }) };
      }

      function pick(range) {
        var part = {};
        part[name] = range;
        change(part);
      }
    }

    function codeFacet() {
      var choices = (counts.code || []).filter(function (each) { return each.count || filters.code === each.slug; });
      if (choices.length < 2 && !filters.code) return "";
      return facet("code", "Code", [["", "with or without", null]].concat(choices.map(function (each) {
        return [each.slug, each.label, each.count];
      }).reverse()).map(function (each) {
        return { chosen: true, element: entry("radio", "code", each[0], each[2], filters.code === each[0], [each[1]], function () { change({ code: each[0] }); }) };
      }));
    }

    /* The visitor's own: what is starred, and all but what has been read. */
    function ownFacet() {
      var found = {};
      (counts.mine || []).forEach(function (each) { found[each.slug] = each.count; });
      if (!("star" in found) && !filters.star && !filters.unread) return "";
      return facet("mine", "My marks", [["star", "Starred"], ["unread", "Not read yet"]].map(function (each) {
        return { chosen: true, element: entry("checkbox", each[0], "yes", each[0] in found ? found[each[0]] : null, filters[each[0]], [each[1]], function (on) {
          var part = {};
          part[each[0]] = on;
          change(part);
        }) };
      }));
    }

    function facets() {
      return [
        topicFacet(), spanFacet("year", "Year", nameSign, false), listFacet("status", "Status", statusSign), ownFacet(), codeFacet(),
        spanFacet("score", "Score", function (each) { return [each.label + " or more"]; }, false), spanFacet("rating", "Rating", starSign, true),
        listFacet("author", "Author", nameSign), listFacet("organization", "Organization", nameSign), listFacet("subject", "Subject", nameSign)
      ].filter(Boolean);
    }

    /* What had the focus has it again. */
    function draw() {
      var focused = box.contains(document.activeElement) ? document.activeElement : null;
      box.replaceChildren.apply(box, counts ? facets() : []);
      if (!focused) return;
      var again = Array.from(box.querySelectorAll("input, select, button")).find(function (each) {
        return each.name === focused.name && (each.type === "select-one" || each.value === focused.value);
      });
      (again || box.querySelector("input") || box.closest("details").firstElementChild).focus();
    }

    return {
      /* `given` are counts of the answer, or null while they are not known: then the last ones stay. */
      set: function (chosen, given) {
        filters = chosen;
        counts = given || counts;
        draw();
      }
    };
  }

  /* From one number to another, as two lists of numbers; `then` gets the range. */
  function pair(name, numbers, now, then) {
    var range = now && !now.none ? now : { from: null, to: null }, from = select("from", range.from), to = select("to", range.to);
    return make("p", { class: "pair" }, [from, make("span", { "aria-hidden": "true" }, "–"), to]);

    function select(end, value) {
      var element = make("select", { name: name + "-" + end, "aria-label": end + " " + name });
      var listed = Array.from(new Set(numbers.concat(value))).filter(function (each) { return each !== null; });
      element.append(make("option", { value: "" }, end));
      listed.sort(function (a, b) { return b - a; }).forEach(function (each) { element.append(make("option", { value: each }, String(each))); });
      element.value = value === null ? "" : value;
      element.onchange = function () {
        then(filtering.span(from.value === "" ? null : Number(from.value), to.value === "" ? null : Number(to.value)));
      };
      return element;
    }
  }

  root.sitegenBoxes = { open: open };
})(globalThis);
