/* A hit as a row of the list, like those that the other pages have, or as a choice of the dialog. All that comes from
 * papers is inserted as text. */
(function (root) {
  "use strict";

  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    element.append.apply(element, [].concat(children === undefined ? [] : children));
    return element;
  }

  function icon(name) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS(svg.namespaceURI, "use");
    svg.setAttribute("class", "i");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#i-" + name);
    svg.append(use);
    return svg;
  }

  function hidden(text) {
    return make("span", { class: "vh" }, text);
  }

  /* Pieces of text, each [text, is found]. */
  function marked(pieces) {
    return pieces.map(function (piece) { return piece[1] ? make("mark", {}, piece[0]) : piece[0]; });
  }

  function plain(pieces) {
    return pieces.map(function (piece) { return piece[0]; }).join("");
  }

  function topic(each, base) {
    return make("a", { class: "topic", href: base + each[1], "data-t": each[2], "data-s": each[3] }, each[0]);
  }

  function date(hit) {
    if (!hit.date) return [make("span", { class: "quiet" }, "no date")];
    var shown = hit.date[1] ? make("time", { datetime: hit.date[1] }, hit.date[0]) : make("span", {}, hit.date[0]);
    return hit.date[2] ? [shown, make("span", { class: "inf" }, hit.date[2])] : [shown];
  }

  function ways(hit) {
    var parts = [];
    if (hit.code) parts.push(make("span", { class: "badge" }, [icon("code"), "code"]));
    if (hit.url) {
      parts.push(" ", make("a", { class: "out plain", href: hit.url[1] }, [hit.url[0], hidden(": " + plain(hit.title))]));
    }
    return parts.length ? [make("span", { class: "ways" }, parts)] : [];
  }

  function numbers(hit) {
    var rating = hit.rating ? [make("span", { class: "rating" }, [
      make("span", { "aria-hidden": "true" }, hit.rating[0]), hidden(hit.rating[1])
    ])] : [];
    var points = hit.points ? [make("span", { class: "score" }, "score " + hit.points)] : [];
    return make("p", { class: "nums" }, date(hit).concat(points, rating, hit.star ? make("span", { class: "star" }, "★ starred") : [], ways(hit)));
  }

  function byline(hit) {
    var line = make("p", { class: "by" }, hit.by.length ? marked(hit.by) : make("span", { class: "quiet" }, "Authors not listed"));
    hit.organizations.forEach(function (name) { line.append(" ", make("span", { class: "badge" }, name)); });
    return line;
  }

  function bead(hit) {
    var name = hit.mark ? hit.mark[0] : "none";
    return make("span", { class: "mark", "data-status": name }, [icon(name)].concat(hit.mark ? hidden(hit.mark[1] + ": ") : []));
  }

  /* A row without its text, for which it holds the place; `fill` puts it there. With `told` only summaries are shown. */
  function row(hit, base, told) {
    var id = hit.href.replace(/^.*\/|\.html$/g, ""), item = make("li", { class: "row", "data-doc": hit.doc, "data-id": id }, [
      bead(hit),
      make("h3", { class: "title" }, make("a", { href: base + hit.href }, marked(hit.title))),
      byline(hit)
    ]);
    if (!told || hit.summary) item.append(make("p", { class: "say held" }));
    if (hit.topics.length) {
      item.append(make("p", { class: "meta" }, hit.topics.flatMap(function (each) { return [topic(each, base), " "]; })));
    }
    item.append(numbers(hit));
    return item;
  }

  /* `found` is {say, note}: pieces of an abstract, or of a note. The place keeps its height, however short the text is: rows that
   * are read do not move. */
  function fill(item, found) {
    var place = item.querySelector(".say");
    if (!found.say.length) place.replaceChildren(make("span", { class: "quiet" }, "No abstract in any listing."));
    else place.replaceChildren.apply(place, (found.note ? [make("span", { class: "quiet" }, "Note: ")] : []).concat(marked(found.say)));
  }

  /* A choice of a list box: a link all the same, so that it can be opened beside or copied. */
  function option(hit, base, number) {
    var year = hit.date && hit.date[1] ? hit.date[1].slice(0, 4) : "";
    var details = [/^\d{4}$/.test(year) ? year : "", hit.mark ? hit.mark[1].toLowerCase() : ""].filter(Boolean);
    var names = hit.by.length ? marked(hit.by) : [make("span", { class: "quiet" }, "Authors not listed")];
    return make("a", { role: "option", id: "finder-hit-" + number, href: base + hit.href, tabindex: "-1", "aria-selected": "false" }, [
      make("span", { class: "title" }, marked(hit.title)),
      make("span", { class: "small" }, [make("span", { class: "names" }, names), make("span", { class: "when" }, details.map(function (each) { return " · " + each; }))])
    ]);
  }

  root.sitegenRow = { make: make, icon: icon, hidden: hidden, row: row, fill: fill, option: option };
})(globalThis);
