/* Talks with the client of a built site as a page does, a JSON value a line: first {"site", of which folder}, answered by null,
 * then {"send": messages, "ends": how many of the replies end something}, answered by all replies, in their order. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate as turn } from "node:timers/promises";
import { loadBundle } from "./client.mjs";

const ENDS = ["opened", "answer", "snippets", "failed"];
const TURNS = 50;

function read(url) {
  try {
    return Promise.resolve(readFileSync(url, "utf8")).then((text) => globalThis.sitegenFiles.parse(text, url));
  } catch {
    return Promise.reject(globalThis.sitegenFiles.fault("missing", url));
  }
}

/* Replies until so many have ended something; then some more turns, in which nothing may follow. */
async function replies(port, { send, ends }) {
  const got = (port.got = []);
  for (const message of send) port.onmessage({ data: message });
  while (got.filter(({ type }) => ENDS.includes(type)).length < ends) await turn();
  for (let each = 0; each < TURNS; each++) await turn();
  return got;
}

const port = { got: [], postMessage: (message) => port.got.push(message) };
let started = false;
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  if (started) {
    process.stdout.write(JSON.stringify(await replies(port, question)) + "\n");
  } else {
    loadBundle(question.site);
    globalThis.sitegenWork.start(port, (url) => read(join(question.site, url)));
    process.stdout.write("null\n");
    started = true;
  }
}
