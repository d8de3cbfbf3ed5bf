/* What narrows a list: as one value, in the address, as the worker is asked, and in words. Nothing here needs a page. */
(function (root) {
  "use strict";

  var NONE = "none";
  /* What is a list of slugs, with the facet that counts it. */
  var LISTS = { topic: "topics", not: "topics", author: "authors", organization: "organizations", subject: "subjects", dump: "dumps", status: "states" };
  /* Ranges, with the worker's names for them and for what has no such number. */
  var SPANS = { year: ["years", "undated"], score: ["scores", "unscored"], rating: ["ratings", "unrated"] };
  var CODE = { yes: "with code", no: "without code" };
  var ORDERS = { date: "newest first", oldest: "oldest first", score: "by score", title: "by title", rating: "by rating", added: "last added" };

  /* 1 The value: lists by name; `all` of the topics; ranges as {from, to, none} or null, each end null where it is open;
   * `code` "yes", "no" or ""; `star` and `unread`. */

  function none() {
    var filters = { all: false, code: "", star: false, unread: false };
    Object.keys(LISTS).forEach(function (name) { filters[name] = []; });
    Object.keys(SPANS).forEach(function (name) { filters[name] = null; });
    return filters;
  }

  function any(filters) {
    return Object.keys(LISTS).some(function (name) { return filters[name].length; }) ||
      Object.keys(SPANS).some(function (name) { return filters[name]; }) || Boolean(filters.code) || filters.star || filters.unread;
  }

  /* A range, its ends in order; null where both are open. */
  function span(from, to) {
    if (from === null && to === null) return null;
    return from === null || to === null || from <= to ? { from: from, to: to, none: false } : { from: to, to: from, none: false };
  }

  function without() {
    return { from: null, to: null, none: true };
  }

  /* 2 The address */

  /* `2021`, `2021-2023`, `2021-`, `-2023` or `none`. */
  function spanOf(text) {
    var match = /^(\d{1,4}(?:\.\d{1,3})?)?(-)?(\d{1,4}(?:\.\d{1,3})?)?$/.exec(text || "");
    if (text === NONE) return without();
    if (!match || !match[1] && !match[3] || !match[2] && match[3]) return null;
    if (!match[2]) return span(Number(match[1]), Number(match[1]));
    return span(match[1] ? Number(match[1]) : null, match[3] ? Number(match[3]) : null);
  }

  function textOf(range) {
    if (range.none) return NONE;
    if (range.from === range.to) return String(range.from);
    return (range.from === null ? "" : range.from) + "-" + (range.to === null ? "" : range.to);
  }

  function read(params) {
    var filters = none();
    Object.keys(LISTS).forEach(function (name) {
      filters[name] = Array.from(new Set(params.getAll(name).filter(Boolean)));
    });
    Object.keys(SPANS).forEach(function (name) { filters[name] = spanOf(params.get(name)); });
    filters.all = params.get("match") === "all" && filters.topic.length > 1;
    filters.code = params.get("code") in CODE ? params.get("code") : "";
    filters.star = params.get("star") === "yes";
    filters.unread = params.get("hide") === "read";
    return filters;
  }

  /* Always in the same order, whatever was chosen first: one question, one address. */
  function write(params, filters) {
    Object.keys(LISTS).concat(Object.keys(SPANS), "match", "code", "star", "hide").forEach(function (name) { params.delete(name); });
    Object.keys(LISTS).forEach(function (name) {
      filters[name].forEach(function (value) { params.append(name, value); });
      if (name === "topic" && filters.all && filters.topic.length > 1) params.set("match", "all");
    });
    Object.keys(SPANS).forEach(function (name) { if (filters[name]) params.set(name, textOf(filters[name])); });
    if (filters.code) params.set("code", filters.code);
    if (filters.star) params.set("star", "yes");
    if (filters.unread) params.set("hide", "read");
  }

  /* The order that an address names; `usual` where it names none that there is. */
  function order(params, usual) {
    return Object.keys(ORDERS).includes(params.get("sort")) ? params.get("sort") : usual;
  }

  /* 3 As the worker is asked */

  function question(filters) {
    var asked = {};
    Object.keys(LISTS).forEach(function (name) { if (filters[name].length) asked[name] = filters[name]; });
    Object.keys(SPANS).forEach(function (name) {
      var range = filters[name];
      if (range && range.none) asked[SPANS[name][1]] = true;
      else if (range) asked[SPANS[name][0]] = [range.from, range.to];
    });
    if (filters.all && filters.topic.length > 1) asked.all = true;
    ["code", "star", "unread"].forEach(function (name) { if (filters[name]) asked[name] = filters[name]; });
    return asked;
  }

  /* 4 In words */

  function spanLabel(name, range) {
    if (range.none) return "no " + name;
    if (name === "rating") {
      if (range.to === null || range.to >= 5) return range.from === 5 ? "rated 5" : "rated " + range.from + " or more";
      return range.from === range.to ? "rated " + range.from : "rated " + (range.from === null ? "up to " : range.from + "–") + range.to;
    }
    var lead = name === "score" ? "score " : "";
    if (range.from === range.to) return lead + range.from;
    if (range.from === null) return lead + (name === "year" ? "until " : "up to ") + range.to;
    if (range.to === null) return name === "year" ? "since " + range.from : lead + "from " + range.from;
    return lead + range.from + "–" + range.to;
  }

  /* Each thing that is chosen as {label, part}: taking it away changes filters by `part`. `name` gives the name of a slug. */
  function chosen(filters, name) {
    var list = Object.keys(LISTS).flatMap(function (key) {
      return filters[key].map(function (slug) {
        var part = {};
        part[key] = filters[key].filter(function (each) { return each !== slug; });
        return { label: (key === "not" ? "not " : "") + name(LISTS[key], slug), part: part };
      });
    });
    Object.keys(SPANS).forEach(function (key) {
      var part = {};
      part[key] = null;
      if (filters[key]) list.push({ label: spanLabel(key, filters[key]), part: part });
    });
    if (filters.code) list.push({ label: CODE[filters.code], part: { code: "" } });
    if (filters.star) list.push({ label: "starred", part: { star: false } });
    if (filters.unread) list.push({ label: "not read", part: { unread: false } });
    return list;
  }

  root.sitegenFilters = {
    LISTS: LISTS, SPANS: SPANS, ORDERS: ORDERS, none: none, any: any, span: span, without: without, read: read, write: write,
    order: order, question: question, chosen: chosen
  };
})(globalThis);
