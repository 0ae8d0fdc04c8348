// Runs every test. Those of the page and of the journey mostly wait, so the four runs go side by side.
import { spawn } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const RUNS = [["node", "worker"], ["page"], ["sources"], ["journey"]];

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

const codes = await Promise.all(RUNS.map(run));
process.exitCode = Math.max(...codes);
