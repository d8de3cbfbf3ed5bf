/* Answers lines of JSON, {call, with}, with what the merging of marks makes of them. */
import { createInterface } from "node:readline";
import { loadScripts } from "../search/load.mjs";

loadScripts("marks.js");

for await (const line of createInterface({ input: process.stdin })) {
  const { call, with: values } = JSON.parse(line);
  console.log(JSON.stringify(globalThis.sitegenMerge[call](...values)));
}
