/* Search off the page's own thread: loads what the page names, then answers. */
"use strict";

var opened = null;

self.onmessage = function (event) {
  var message = event.data;
  if (message.type === "open") {
    try {
      message.scripts.forEach(function (url) { importScripts(url); });
      opened = self.sitegenAnswer.open(self.sitegenIndex.open(self.lunr, self.sitegenSearchIndex), self.sitegenSearchPapers);
      self.postMessage({ type: "opened", count: opened.count });
    } catch (error) {
      self.postMessage({ type: "failed", reason: String(error && error.message) });
    }
  } else if (message.type === "search") {
    try {
      self.postMessage({ type: "answer", id: message.id, answer: opened.search(message.typed, message.options) });
    } catch (error) {
      self.postMessage({ type: "answer", id: message.id, failure: String(error && error.message) });
    }
  }
};
