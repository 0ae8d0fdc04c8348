// The walls between the rooms: what must not compile does not compile.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const folder = join(root, "node_modules/.cache/walls");

/** What the compiler says of a file that would stand in a room. */
function compiled(room: string, source: string): string {
  const place = join(folder, room);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "planted.ts"), source);
  const settings = {
    extends: `../../../../${room}/tsconfig.json`,
    compilerOptions: { rootDir: "../../../..", outDir: "./out" },
    include: ["planted.ts"],
    references: [{ path: "../../../../shared" }],
  };
  writeFileSync(join(place, "tsconfig.json"), JSON.stringify(settings));
  try {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    return execFileSync(process.execPath, [tsc, "-p", place, "--pretty", "false"], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("shared code has no network, no console, no spreadsheet", () => {
  expect(compiled("shared", "export const x = fetch('https://example.com');")).toContain(
    "Cannot find name 'fetch'",
  );
  expect(compiled("shared", "console.log(1);\nexport {};")).toContain("Cannot find name 'console'");
  expect(compiled("shared", "export const x = SpreadsheetApp.getActive();")).toContain(
    "Cannot find name 'SpreadsheetApp'",
  );
});

test("the add-on cannot import the Worker, nor use what Apps Script lacks", () => {
  expect(compiled("apps-script", "import '../../../../worker/index.ts';")).toContain("TS6307");
  expect(compiled("apps-script", "export const x = new URL('https://example.com');")).toContain(
    "Cannot find name 'URL'",
  );
});

test("what belongs in a room compiles there", () => {
  expect(
    compiled("shared", "import { sum } from '../../../../shared/number.ts';\nexport const x = sum([1, 2]);"),
  ).toBe("");
  expect(compiled("apps-script", "export const x = SpreadsheetApp.getActive();")).toBe("");
});
