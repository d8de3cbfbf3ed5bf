/* What is asked for, in the address; in the history's state how much of the answer was shown, and where the reader was. */
(function (root) {
  "use strict";

  var filtering = root.sitegenFilters;

  /* `usual` is the order that no address names, `first` how many papers are shown at first. */
  function open(usual, first) {
    var scrollTo = 0;

    function href(current) {
      var url = new URL(location.href), params = url.searchParams;
      url.hash = "";
      ["q", "sort"].forEach(function (name) { params.delete(name); });
      if (current.typed.trim()) params.set("q", current.typed);
      filtering.write(params, current.filters);
      if (current.sort !== usual) params.set("sort", current.sort);
      return url.href;
    }

    return {
      /* `method` is that of the history; the same address is no step in it. */
      keep: function (method, current) {
        var state = { typing: current.typing, limit: current.limit, any: current.any, scroll: window.scrollY }, address = href(current);
        if (address === location.href) method = "replaceState";
        try { history[method](state, "", address); } catch (error) { /* some browsers refuse it from disk */ }
      },
      read: function () {
        var state = history.state || {}, params = new URLSearchParams(location.search);
        scrollTo = state.scroll || 0;
        return {
          typed: params.get("q") || "", filters: filtering.read(params), sort: filtering.order(params, usual),
          typing: Boolean(state.typing), limit: state.limit || first, any: Boolean(state.any)
        };
      },
      /* Rows come after the browser has tried to scroll back to where the reader was. */
      restoreScroll: function () {
        if (scrollTo) window.scrollTo(0, scrollTo);
        scrollTo = 0;
      }
    };
  }

  root.sitegenAddress = { open: open };
})(globalThis);
