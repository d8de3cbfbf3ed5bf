/* On a paper's page: one's own mark, star and private note. */
(function (root) {
  "use strict";

  var WAIT = 500; /* milliseconds after the last key, until a note is kept */

  var marks = root.sitegenMarks, article = document.querySelector("article[data-id]"), id = article.dataset.id, timer = 0;
  var radios = Array.from(document.querySelectorAll(".thread input")), star = document.getElementById("star");
  var note = document.getElementById("my-note"), kept = document.getElementById("note-kept"), state = document.querySelector(".state");
  var listed = star.getAttribute("aria-pressed") === "true";

  /* A line for each that was written, and one to go on in. */
  function fit() { note.rows = Math.min(16, note.value.split("\n").length + 1); }

  function show() {
    var mark = marks.get(id) || { status: "", note: "" }, whole = marks.kept()[id];
    radios.forEach(function (radio) { radio.checked = radio.value === mark.status; });
    if (state) state.classList.toggle("over", Boolean(mark.status));
    star.setAttribute("aria-pressed", String(whole && whole.star ? whole.star.value === true : listed));
    if (!timer) note.value = mark.note;
    fit();
  }

  function keep() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    if (note.value === ((marks.get(id) || {}).note || "")) return;
    if (marks.set(id, { note: note.value })) kept.textContent = "Kept in this browser.";
  }

  radios.forEach(function (radio) {
    radio.addEventListener("change", function () { marks.set(id, { status: radio.value }); });
  });
  star.addEventListener("click", function () { marks.set(id, { star: star.getAttribute("aria-pressed") !== "true" }); });
  note.addEventListener("input", function () {
    clearTimeout(timer);
    kept.textContent = "";
    fit();
    timer = setTimeout(keep, WAIT);
  });
  note.addEventListener("blur", keep);
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
  document.addEventListener("sitegenmarks", show);
  show();
  if (location.hash === "#my-note") note.focus();
})(globalThis);
