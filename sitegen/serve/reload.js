// Part of the preview only: reloads the page after a good build, and lays a failed one over it.
(() => {
  "use strict";
  const here = document.currentScript.dataset.generation;
  let host = null;

  function hide() {
    if (host) host.remove();
    host = null;
  }

  function show(message) {
    hide();
    host = document.createElement("div");
    host.id = "sitegen-build-error";
    const box = document.createElement("section");
    box.setAttribute("role", "alert");
    Object.assign(box.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", maxHeight: "70vh", overflow: "auto",
      boxSizing: "border-box", padding: "1rem 1.25rem", background: "#2b0b0b", color: "#fff",
      borderTop: "4px solid #ff6b6b", font: "15px/1.5 system-ui, sans-serif", textAlign: "left",
    });
    const title = document.createElement("strong");
    title.textContent = "The build failed; this is the last good site.";
    const text = document.createElement("pre");
    text.textContent = message;
    Object.assign(text.style, {
      margin: ".5rem 0 0", whiteSpace: "pre-wrap", overflowWrap: "anywhere", color: "inherit", background: "none",
      font: "14px/1.5 ui-monospace, monospace",
    });
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Hide";
    Object.assign(close.style, { float: "right", font: "inherit", padding: ".25rem .75rem" });
    close.addEventListener("click", hide);
    box.append(close, title, text);
    // A shadow keeps the styles of the site away from it.
    host.attachShadow({ mode: "open" }).append(box);
    document.body.append(host);
  }

  const events = new EventSource("/_sitegen/events");
  events.addEventListener("message", (event) => {
    const status = JSON.parse(event.data);
    if (status.error !== null) show(status.error);
    else if (status.generation !== here) location.reload();
    else hide();
  });
  // An open stream would keep the page from being kept for going back, and would hold one of few connections.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
