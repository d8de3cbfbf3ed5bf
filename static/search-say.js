/* What is said about an answer, and about faults. */
(function (root) {
  "use strict";

  var grouped = root.sitegenGrouped;

  function papers(count) {
    return grouped(count) + (count === 1 ? " paper" : " papers");
  }

  /* How many there are, and of what; `filtered` where topics, years and the like narrow the answer, `list` where it is a
   * list that is narrowed. */
  function count(question, answer, filtered, list) {
    var total = answer.total, has = total === 1 ? " has " : " have ", within = filtered ? " within the filters" : "";
    if (answer.kind === "empty") return question.typed.trim() ? "No word to look for yet: signs alone find nothing." : "";
    if (list && !total) return "None of " + papers(answer.unfiltered) + " fits.";
    if (list) return grouped(answer.total) + " of " + papers(answer.unfiltered) + ".";
    if (!total) {
      if (filtered && answer.unfiltered) return "Nothing found within the filters; " + papers(answer.unfiltered) + " without them.";
      return filtered ? "Nothing found within the filters." : "Nothing found. Fewer words, or the beginning of one, may find more.";
    }
    if (answer.kind === "some") {
      return question.options.any ? papers(total) + has + "some of the words" + within + "."
        : "No paper has all of the words" + within + ". " + papers(total) + has + "some of them.";
    }
    if (!question.typed.trim()) return papers(total) + within + ".";
    if (answer.words < 2) return papers(total) + (total === 1 ? " matches" : " match") + within + ".";
    return papers(total) + has + (answer.words === 2 ? "both words" : "all " + answer.words + " words") + within + ".";
  }

  var FAULTS = {
    missing: "A file of the index could not be loaded.",
    damaged: "A file of the index arrived damaged, so nothing is shown from it.",
    foreign: "The site was changed while this page was open.",
    format: "This page is older than the index, or newer. Reload it to search.",
    fault: "Search stopped with an error."
  };

  /* A sentence on a fault, and the name of the button that may mend it. */
  function fault(kind) {
    if (kind === "missing" && navigator.onLine === false) {
      return { text: "There is no connection, and this part of the index is not on this device.", button: "Try again" };
    }
    return { text: FAULTS[kind] || FAULTS.fault, button: kind === "format" ? "Reload" : "Try again" };
  }

  /* Filters could not be changed. */
  var BEFORE = " The filters and the order need it, so the papers below are still those from before.";

  var STOPPED = "This query took longer than two seconds, so it was stopped. Fewer or longer words are quicker.";

  var LOADING = "Loading the index…";

  /* A live region that speaks when the reader pauses, not at every key. */
  function speaker(element) {
    var timer = 0;
    return function (text) {
      clearTimeout(timer);
      timer = setTimeout(function () { if (element.textContent !== text) element.textContent = text; }, 600);
    };
  }

  root.sitegenSay = { papers: papers, count: count, fault: fault, STOPPED: STOPPED, BEFORE: BEFORE, LOADING: LOADING, speaker: speaker };
})(globalThis);
