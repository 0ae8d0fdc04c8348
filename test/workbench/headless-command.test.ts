// The command itself, as a process: what it writes where, and how it ends. Needs the built add-on.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const command = fileURLToPath(new URL("../../workbench/headless.ts", import.meta.url));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("one line of JSON for each formula, nothing else, and 0 when all were evaluated, errors included", () => {
  const { status, stdout, stderr } = run("--locale", "fr", "--eval", "=1+1,5", "=1/0", "={1\\2}");
  expect(
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { formula: "=1+1,5", value: 2.5 },
    { formula: "=1/0", error: "#DIV/0! The divisor must be different from zero." },
    { formula: "={1\\2}", value: [[1, 2]] },
  ]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test("2 and a sentence on the error output when the arguments cannot be understood", () => {
  const { status, stdout, stderr } = run("--csv", "absent.csv", "--eval", "1");
  expect(stderr).toMatch(/^There is no file absent\.csv\.\nUsage: /);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});
