// Runs every test: what computes beside what mostly waits, then the two that type into a page.
import { spawn } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
/** The projects of each run; runs of one round go side by side. */
const ROUNDS = [
  [["node", "worker"], ["journey"]],
  [["page"], ["waiting"]],
];

/** One run of vitest, its output printed whole when it ends. @returns its exit code. */
function run(projects: readonly string[]): Promise<number> {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const flags = [
    "run",
    "--config",
    "test/vitest.config.ts",
    ...projects.flatMap((name) => ["--project", name]),
  ];
  const child = spawn(process.execPath, [vitest, ...flags], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  return new Promise((resolve) => {
    child.on("close", (code) => {
      console.log(output);
      resolve(code ?? 1);
    });
  });
}

for (const round of ROUNDS) {
  const codes = await Promise.all(round.map(run));
  process.exitCode = Math.max(Number(process.exitCode ?? 0), ...codes);
}
