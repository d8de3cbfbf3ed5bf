/* The keyboard help: the table of keys as a dialog, and the switch that turns single keys off. Loaded when someone asks. */
(function (root) {
  "use strict";
  var dialog;

  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    element.append.apply(element, [].concat(children === undefined ? [] : children));
    return element;
  }

  function keys(row) {
    return row.keys.flatMap(function (key, place) { return (place ? [" then "] : []).concat(make("kbd", {}, key)); });
  }

  function group(name, rows) {
    return make("section", { class: "tip" }, [make("h3", {}, name), make("dl", {}, rows.map(function (row) {
      return make("div", {}, [make("dt", {}, keys(row)), make("dd", {}, row.says)]);
    }))]);
  }

  function groups(table) {
    var names = Array.from(new Set(table.map(function (row) { return row.group; })));
    return names.map(function (name) {
      return group(name, table.filter(function (row) { return row.group === name; }));
    });
  }

  function head() {
    var close = make("button", { class: "btn bare", type: "button", "aria-label": "Close the help" });
    close.innerHTML = '<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="m4 4 8 8m0-8-8 8"/></svg>';
    close.addEventListener("click", leave);
    return make("div", { class: "dhead" }, [make("h2", { id: "keys-title" }, "Keyboard"), close]);
  }

  function foot(keys) {
    var box = make("input", { type: "checkbox" });
    box.checked = keys.isOn();
    box.addEventListener("change", function () { keys.turn(box.checked); });
    return make("div", { class: "dfoot" }, [
      make("label", {}, [box, " Single keys are on"]),
      make("p", {}, "They do nothing while you type. Without them, this help is at the foot of each page.")
    ]);
  }

  /* The focus is out of the dialog at once, so that the next key is heard. */
  function leave() {
    dialog.close();
    if (dialog.contains(document.activeElement)) document.activeElement.blur();
  }

  /* Shows the rows of `table`, each {group, keys, says}; `keys` has the switch. */
  function show(table, keys) {
    if (!dialog) {
      dialog = make("dialog", { class: "finder", "aria-labelledby": "keys-title" });
      dialog.addEventListener("click", function (event) { if (event.target === dialog) leave(); });
      dialog.addEventListener("keydown", function (event) {
        if (event.key !== "Escape") return;
        event.preventDefault();
        leave();
      });
      document.body.append(dialog);
    }
    dialog.replaceChildren(head(), make("div", { class: "found", tabindex: "0", role: "region", "aria-labelledby": "keys-title" }, [
      make("div", { class: "keymap" }, groups(table))
    ]), foot(keys));
    if (!dialog.open) dialog.showModal();
  }

  root.sitegenHelp = show;
})(globalThis);
