/* A hit as a row of the list, like those that the other pages have. Everything from papers is inserted as text. */
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

  function markedText(pieces) {
    return pieces.map(function (piece) { return piece[1] ? make("mark", {}, piece[0]) : piece[0]; });
  }

  function numbers(hit) {
    var parts = [];
    if (!hit.date) parts.push(make("span", { class: "quiet" }, "no date"));
    else if (hit.date[1]) parts.push(make("time", { datetime: hit.date[1] }, hit.date[0]));
    else parts.push(make("span", {}, hit.date[0]));
    if (hit.date && hit.date[2]) parts.push(make("span", { class: "inf" }, hit.date[2]));
    if (hit.rating) {
      parts.push(make("span", { class: "rating" }, [
        make("span", { "aria-hidden": "true" }, hit.rating[0]), make("span", { class: "vh" }, hit.rating[1])
      ]));
    }
    if (hit.code) parts.push(make("span", { class: "ways" }, make("span", { class: "badge" }, [icon("code"), "code"])));
    return make("p", { class: "nums" }, parts);
  }

  function byline(hit) {
    var line = make("p", { class: "by" }, hit.by.length ? markedText(hit.by) : make("span", { class: "quiet" }, "Authors not listed"));
    hit.organizations.forEach(function (name) { line.append(" ", make("span", { class: "badge" }, name)); });
    return line;
  }

  function row(hit) {
    var bead = make("span", { class: "mark", "data-status": hit.mark ? hit.mark[0] : "none" }, icon(hit.mark ? hit.mark[0] : "none"));
    if (hit.mark) bead.append(make("span", { class: "vh" }, hit.mark[1] + ": "));
    var item = make("li", { class: "row" }, [
      bead,
      make("h3", { class: "title" }, make("a", { href: hit.href }, markedText(hit.title))),
      byline(hit)
    ]);
    if (hit.say.length) {
      item.append(make("p", { class: "say" }, (hit.note ? [make("span", { class: "quiet" }, "Note: ")] : []).concat(markedText(hit.say))));
    }
    if (hit.topics.length) {
      item.append(make("p", { class: "meta" }, hit.topics.flatMap(function (topic) {
        return [make("a", { class: "topic", href: topic[1], "data-t": topic[2], "data-s": topic[3] }, topic[0]), " "];
      })));
    }
    item.append(numbers(hit));
    return item;
  }

  root.sitegenRow = row;
})(globalThis);
