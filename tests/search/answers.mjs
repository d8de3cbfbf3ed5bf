/* Runs the client of a built site as a page from disk does, then answers questions, a JSON value a line: first {"site", of
 * which folder}, which is answered by null, then {"typed", "options"}, answered by the very file that pages load; the texts stand in the hits. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";

function openSite(site) {
  const waiting = new Map();
  const client = readdirSync(join(site, "search")).find((name) => /^client\.\w+\.js$/.test(name));
  const run = (path) => runInThisContext(readFileSync(path, "utf8"), { filename: path });
  run(join(site, "search", client));
  globalThis.importScripts = run; // as a worker has it, for the part of the client that comes later
  const receive = globalThis.sitegenWork.start(({ type, id, ...message }) => {
    if (type === "failed") throw new Error(message.reason);
    if (type === "answer" || type === "snippets") waiting.get(id)(message[type]);
  }, (url) => Promise.resolve(globalThis.sitegenFiles.parse(readFileSync(url, "utf8"), url)));
  receive({ type: "open", manifest: join(site, "search", "index.js") });
  return (message) => new Promise((done) => {
    const id = waiting.size + 1;
    waiting.set(id, done);
    receive({ id, ...message });
  });
}

let ask = null;
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  if (!ask) {
    ask = openSite(question.site);
    process.stdout.write("null\n");
    continue;
  }
  const options = { limit: 20, typing: false, ...question.options };
  const answer = await ask({ type: "search", typed: question.typed, options });
  const texts = await ask({ type: "snippets", docs: answer.hits.map((hit) => hit.doc) });
  answer.hits.forEach((hit, place) => Object.assign(hit, texts[place]));
  process.stdout.write(JSON.stringify(answer) + "\n");
}
