/* The dialog's inside: the best hits as one types, to choose by keys or by touch; `search-open.js` has made its frame. */
(function (root) {
  "use strict";

  var SHOWN = 8;
  var row = root.sitegenRow, say = root.sitegenSay, make = row.make;

  var HELP = [
    ["author:name", "by someone; so with title:, topic:, organization:, abstract: and note:"], ["\"two words\"", "as they stand, side by side"],
    ["-without", "papers that do not have the word"], ["begin*", "all words that begin so"], ["almst~1", "with a letter wrong"]
  ];

  function key(name) {
    return make("kbd", {}, name);
  }

  function start(dialog, indexUrl, base) {
    var form = dialog.querySelector("form"), input = form.querySelector("input"), found = dialog.querySelector(".found");
    var hint = found.querySelector(".tip"), chosen = -1;
    var list = make("div", { role: "listbox", id: "finder-hits", "aria-label": "Papers" });
    var message = make("p", { class: "told" }), count = make("p", {}), all = make("a", { href: form.action }, "All results"), button = make("button", { type: "button", class: "btn" });
    var status = make("p", { role: "status", class: "vh" }), speak = say.speaker(status);
    var line = root.sitegenAsk.open(indexUrl, base, hear);

    hint.replaceWith(hint = make("div", { class: "tip" }, [make("p", {}, "Words must all match, in any order."), make("dl", {}, HELP.map(function (each) {
      return make("div", {}, [make("dt", {}, make("code", {}, each[0])), make("dd", {}, each[1])]);
    }))]));
    found.prepend(message, button);
    found.append(list);
    dialog.append(status, make("div", { class: "dfoot" }, [
      count, all,
      make("p", { class: "keys" }, [key("↑"), " ", key("↓"), " choose ", key("Enter"), " open ", key("Esc"), " close"])
    ]));

    /* 1 Showing */

    /* What is said stands where one looks: above the hits, but for a plain count of them. */
    function tell(text, below) {
      count.textContent = below ? text : "";
      message.textContent = below ? "" : text;
      message.hidden = !message.textContent;
      speak(text);
    }

    function offer(name, then) {
      button.hidden = !name;
      button.textContent = name || "";
      button.onclick = then;
    }

    function choose(number) {
      var options = list.children;
      if (options[chosen]) options[chosen].setAttribute("aria-selected", "false");
      chosen = options[number] ? number : -1;
      if (chosen < 0) return input.removeAttribute("aria-activedescendant");
      options[chosen].setAttribute("aria-selected", "true");
      options[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[chosen].id);
    }

    /* Who has chosen a hit before the last answer came keeps it. */
    function show(hits) {
      var kept = chosen < 0 ? null : list.children[chosen].href;
      choose(-1);
      list.replaceChildren.apply(list, hits.map(function (hit, number) { return row.option(hit, base, number); }));
      list.removeAttribute("aria-busy");
      if (kept) choose(Array.from(list.children).findIndex(function (option) { return option.href === kept; }));
      list.hidden = !hits.length;
      hint.hidden = hits.length > 0;
      input.setAttribute("aria-expanded", String(hits.length > 0));
      found.scrollTop = 0;
    }

    function answered(question, answer) {
      show(answer.hits.slice(0, SHOWN));
      tell(say.count(question, answer, false), answer.kind === "all");
      if (answer.suggestion) {
        offer("Did you mean “" + answer.suggestion.typed.trim() + "”?", function () {
          input.value = answer.suggestion.typed.trim();
          input.focus();
          ask();
        });
      } else {
        offer("");
      }
    }

    function failed(event) {
      var fault = say.fault(event.kind);
      show([]);
      hint.hidden = true;
      tell(fault.text);
      offer(fault.button, function () {
        if (event.kind === "format") location.reload();
        else line.again();
        input.focus();
      });
    }

    function hear(event) {
      if (event.question && event.question.typed !== input.value) return;
      if (event.type === "answer") answered(event.question, event.answer);
      else if (event.type === "failed") failed(event);
      else if (event.type === "stopped") {
        show([]);
        offer("");
        tell(say.STOPPED);
      } else if (event.type === "loading" && input.value.trim()) tell(say.LOADING, !list.hidden);
    }

    /* 2 Asking */

    function ask() {
      var typed = input.value, address = new URL(form.action);
      if (typed.trim()) address.searchParams.set("q", typed.trim());
      all.href = address.href;
      all.textContent = typed.trim() ? "All results" : "Search page, with filters";
      if (!typed.trim()) {
        show([]);
        offer("");
        return tell("");
      }
      list.setAttribute("aria-busy", "true");
      line.ask(typed, { typing: true, limit: SHOWN, any: false, filters: {}, sort: "relevance", counts: false });
    }

    input.addEventListener("input", function () {
      choose(-1);
      ask();
    });

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      location.href = chosen < 0 ? all.href : list.children[chosen].href;
    });

    dialog.addEventListener("keydown", function (event) {
      var last = list.children.length - 1;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
      if (event.key === "Escape") dialog.close();
      else if (event.target !== input || last < 0) return;
      else if (event.key === "ArrowDown") choose(chosen === last ? 0 : chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen < 0 ? last : chosen - 1);
      else return;
      event.preventDefault();
    });

    offer("");
    ask();
    line.start();
  }

  root.sitegenDialog = start;
})(globalThis);
