// `npm run mutations [-- WORDS]`: plants known bugs in a copy of the code, one at a time, and tells which test noticed each.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Mutation, mutations } from "./mutations.ts";

const ROOT = join(import.meta.dirname, "../..");
const LEFT_OUT = new Set(["node_modules", ".git", ".wrangler", "dist"]);

/** A copy of the tree, on the same packages. */
function copy(): string {
  const tree = mkdtempSync(join(tmpdir(), "boussole-mutations-"));
  const filter = (path: string): boolean => path === ROOT || !LEFT_OUT.has(basename(path));
  cpSync(ROOT, tree, { recursive: true, filter });
  symlinkSync(join(ROOT, "node_modules"), join(tree, "node_modules"));
  build(tree);
  return tree;
}

/** Tests of the add-on run what is built of it. */
function build(tree: string): void {
  execFileSync(process.execPath, ["apps-script/build.ts"], { cwd: tree, stdio: "ignore" });
}

interface Report {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs the tests of a mutation. @returns the name of the first that fails, undefined where all pass */
function failing(tree: string, { project, tests, named }: Mutation): string | undefined {
  const output = join(tree, "report.json");
  const flags = ["--config", "test/vitest.config.ts", "--project", project, tests, "--reporter", "json"];
  const chosen = named === undefined ? [] : ["-t", named];
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  rmSync(output, { force: true });
  spawnSync(process.execPath, [vitest, "run", ...flags, "--outputFile", output, "--bail", "1", ...chosen], {
    cwd: tree,
    stdio: "ignore",
  });
  const { testResults } = JSON.parse(readFileSync(output, "utf8")) as Report;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (!all.some(({ status }) => status === "passed" || status === "failed")) {
    throw new Error(
      `No test ran: ${tests} ${named ?? ""}\n${testResults.map(({ message }) => message).join("\n")}`,
    );
  }
  return all.find(({ status }) => status === "failed")?.fullName;
}

/** Plants a bug. @returns what takes it away again */
function plant(tree: string, { bug, edits }: Mutation): () => void {
  const files = [...new Set(edits.map(({ file }) => join(tree, file)))];
  const before = files.map((file) => readFileSync(file, "utf8"));
  for (const { file, from, to } of edits) {
    const text = readFileSync(join(tree, file), "utf8");
    if (text.split(from).length !== 2)
      throw new Error(`${bug}: ${file} does not hold this text once: ${from}`);
    writeFileSync(
      join(tree, file),
      text.replace(from, () => to),
    );
  }
  const isAddOn = edits.some(({ file }) => file.startsWith("apps-script/"));
  if (isAddOn) build(tree);
  return () => {
    files.forEach((file, index) => writeFileSync(file, before[index] ?? ""));
    if (isAddOn) build(tree);
  };
}

const words = process.argv.slice(2).join(" ");
const chosen = mutations.filter(({ bug }) => bug.includes(words));
const tree = copy();
let caught = 0;
try {
  for (const mutation of chosen) {
    const before = failing(tree, mutation);
    if (before !== undefined) throw new Error(`Fails without any bug: ${before}`);
    const restore = plant(tree, mutation);
    const by = failing(tree, mutation);
    restore();
    if (by !== undefined) caught += 1;
    console.log(`${by === undefined ? "✗" : "✓"} ${mutation.bug}\n    ${by ?? "no test noticed"}`);
  }
} finally {
  rmSync(tree, { recursive: true, force: true });
}
console.log(`\nBugs caught / planted: ${caught} / ${chosen.length}`);
process.exitCode = caught === chosen.length ? 0 : 1;
