/* Answers lines of JSON, {call, with}, with what My list's own functions say; a fault is {fault: its sentence}. */
import { createInterface } from "node:readline";
import { loadScripts } from "../search/load.mjs";

loadScripts("marks.js", "marks-groups.js", "marks-file.js");

const calls = {
  ...globalThis.sitegenGroups,
  ...globalThis.sitegenMarksFile,
  write: (marks, site, now) => globalThis.sitegenMarksFile.write(marks, site, new Date(now)),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { call, with: values } = JSON.parse(line);
  try {
    console.log(JSON.stringify(calls[call](...values)));
  } catch (error) {
    console.log(JSON.stringify({ fault: error.message }));
  }
}
