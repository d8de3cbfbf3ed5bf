/* On a paper's page: shares its address, or copies it, and says so. */
(function () {
  "use strict";
  var share = document.getElementById("share"), copy = document.getElementById("copy");
  var said = document.getElementById("copied"), canonical = document.querySelector("link[rel=canonical]");
  if (!copy) return;

  function address() {
    return canonical ? canonical.href : location.href.split("#")[0];
  }

  function say(text) {
    said.textContent = "";
    setTimeout(function () { said.textContent = text; }, 50);
  }

  /* Without a secure address there is no clipboard; a field that is selected can still be copied. */
  function copied(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    var field = document.createElement("textarea");
    field.value = text;
    field.className = "vh";
    document.body.append(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    copy.focus();
    return done ? Promise.resolve() : Promise.reject(new Error("no clipboard"));
  }

  copy.addEventListener("click", function () {
    copied(address()).then(function () { say("Link copied."); }, function () { say("Copy this: " + address()); });
  });

  if (share && navigator.share) {
    share.hidden = false;
    share.addEventListener("click", function () {
      navigator.share({ title: document.querySelector("h1").textContent, url: address() }).catch(function (error) {
        if (error.name !== "AbortError") say("This could not be shared; the link can be copied.");
      });
    });
  }
})();
