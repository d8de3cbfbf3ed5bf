/* Loading and refusing files: node --test tests/search/files.test.mjs */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadScripts } from "./load.mjs";

loadScripts("search-numbers.js", "search-files.js");
const { load, parse, fault } = globalThis.sitegenFiles;
const { checksum } = globalThis.sitegenNumbers;

const call = (name, generation, ...payload) => [name, generation, checksum(payload), ...payload];
const manifest = (more) => call("manifest", "g1", JSON.stringify({ format: 2, generation: "g1", ...more }));

/* A folder of files by address, each the arguments of its call; `asked` tells what was read. */
function folder(entries) {
  const asked = [];
  const read = (url) => {
    asked.push(url);
    return url in entries ? Promise.resolve(entries[url]) : Promise.reject(fault("missing", url, 404));
  };
  return { asked, read };
}

const two = { "s/index.js": manifest(), "s/g1/t0.js": call("t0", "g1", "a", "b"), "s/g1/t1.js": call("t1", "g1", "c") };

test("what is asked for is loaded at once, and computed again", async () => {
  const { asked, read } = folder(two), files = await load("s/index.js", read), rounds = [];
  const joined = () => [files.get("t0"), files.get("t1")].map((payload) => (payload || ["-"]).join("")).join("|");
  assert.equal(await files.run(joined, (names) => rounds.push(names)), "ab|c");
  assert.deepEqual(rounds, [["t0", "t1"]]);
  assert.equal(await files.run(joined, (names) => rounds.push(names)), "ab|c");
  assert.deepEqual(asked, ["s/index.js", "s/g1/t0.js", "s/g1/t1.js"]);
  assert.deepEqual([files.fetched, files.bytes, rounds.length], [["t0", "t1"], 3, 1]);
});

test("two searches at a time load a file once", async () => {
  const { asked, read } = folder(two), files = await load("s/index.js", read);
  await Promise.all([files.run(() => files.get("t0")), files.run(() => files.get("t0"))]);
  assert.equal(asked.length, 2);
});

test("what was forgotten is loaded again", async () => {
  const { asked, read } = folder(two), files = await load("s/index.js", read);
  await files.run(() => files.get("t1"));
  files.forget();
  assert.deepEqual([files.fetched, files.has("t1")], [[], false]);
  await files.run(() => files.get("t1"));
  assert.equal(asked.length, 3);
});

test("a file that is not what it should be is refused, and asked for again the next time", async () => {
  const cases = {
    missing: undefined,
    foreign: call("t0", "g0", "a", "b"),
    damaged: ["t0", "g1", checksum(["a"]), "a", "b"],
  };
  for (const [kind, parts] of [...Object.entries(cases), ["foreign", call("t1", "g1", "a")], ["damaged", ["t0", "g1"]]]) {
    const entries = { ...two };
    if (parts) entries["s/g1/t0.js"] = parts;
    else delete entries["s/g1/t0.js"];
    const files = await load("s/index.js", folder(entries).read);
    const refused = { kind, file: "s/g1/t0.js", status: kind === "missing" ? 404 : 0 };
    await assert.rejects(files.run(() => files.get("t0")), refused);
    entries["s/g1/t0.js"] = two["s/g1/t0.js"];
    assert.deepEqual(await files.run(() => files.get("t0")), ["a", "b"]);
  }
});

test("a manifest of another format is refused", async () => {
  const reading = (parts) => load("s/index.js", folder({ "s/index.js": parts }).read);
  await assert.rejects(reading(manifest({ format: 3 })), { kind: "format" });
  await assert.rejects(reading(manifest({ generation: "g2" })), { kind: "foreign" });
  await assert.rejects(reading(call("t0", "g1", "{}")), { kind: "foreign" });
});

test("the text of a file is read without running it", () => {
  assert.deepEqual(parse('sitegenSearch("t0","g1","00","a)","é");\n', "t0"), ["t0", "g1", "00", "a)", "é"]);
  for (const text of ["", "<!doctype html>", 'sitegenSearch("t0","g1","00","a', 'sitegenSearch(x);\n', 'other("t0");\n']) {
    assert.throws(() => parse(text, "t0"), { kind: "damaged" });
  }
});

test("an error in what is computed comes out", async () => {
  const files = await load("s/index.js", folder(two).read);
  await assert.rejects(files.run(() => { throw new RangeError("no"); }), RangeError);
});

test("a script that comes later is run when it is asked for, once, and all is computed again", async () => {
  const entries = { ...two, "s/index.js": manifest({ later: "s/later.js" }) }, ran = [], rounds = [];
  const runScript = async (url) => {
    await null;
    if (ran.push(url) > 1) globalThis.sitegenLater = { answer: 42 };
    else throw fault("missing", url);
  };
  const files = globalThis.sitegenFiles.open({ manifest: entries["s/index.js"], base: "s/", read: folder(entries).read, script: runScript });
  const compute = () => files.get("t1") + files.later("sitegenLater").answer;
  await assert.rejects(files.run(compute), { kind: "missing", file: "s/../s/later.js" });
  const both = [files.run(compute, (names) => rounds.push(names)), files.run(compute)];
  assert.deepEqual(await Promise.all(both), ["c42", "c42"]);
  assert.deepEqual([ran, rounds, files.fetched], [["s/../s/later.js", "s/../s/later.js"], [["later"]], ["t1"]]);
});

test("a script that does not bring what it should is damaged, and not asked for again", async () => {
  let runs = 0;
  const files = globalThis.sitegenFiles.open({
    manifest: manifest({ later: "s/later.js" }), base: "s/", read: folder(two).read, script: async () => void runs++,
  });
  for (let time = 0; time < 2; time++) {
    await assert.rejects(files.run(() => files.later("sitegenNowhere")), { kind: "damaged", file: "s/../s/later.js" });
  }
  assert.equal(runs, 1);
});
