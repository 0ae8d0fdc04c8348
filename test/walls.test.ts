// The walls between the rooms: what must not compile does not compile.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const folder = join(root, "node_modules/.cache/walls");

/** What the compiler says of each of these files, which would stand in a room. */
function compiled(room: string, sources: readonly string[]): string[] {
  const place = join(folder, room);
  mkdirSync(place, { recursive: true });
  sources.forEach((source, index) => writeFileSync(join(place, `planted${index}.ts`), source));
  const settings = {
    extends: `../../../../${room}/tsconfig.json`,
    compilerOptions: { rootDir: "../../../..", outDir: "./out" },
    include: ["planted*.ts"],
    references: [{ path: "../../../../shared" }],
  };
  writeFileSync(join(place, "tsconfig.json"), JSON.stringify(settings));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", place, "--pretty", "false"], {
    encoding: "utf8",
  });
  const lines = stdout.split("\n");
  return sources.map((_, index) => lines.filter((line) => line.includes(`planted${index}.ts`)).join("\n"));
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("shared code has no network, no console, no spreadsheet; what belongs there compiles", () => {
  expect(
    compiled("shared", [
      "export const x = fetch('https://example.com');",
      "console.log(1);\nexport {};",
      "export const x = SpreadsheetApp.getActive();",
      "import { sum } from '../../../../shared/number.ts';\nexport const x = sum([1, 2]);",
    ]),
  ).toEqual([
    expect.stringContaining("Cannot find name 'fetch'"),
    expect.stringContaining("Cannot find name 'console'"),
    expect.stringContaining("Cannot find name 'SpreadsheetApp'"),
    "",
  ]);
}, 20_000);

test("the add-on cannot import the Worker, nor use what Apps Script lacks; what belongs there compiles", () => {
  expect(
    compiled("apps-script", [
      "import '../../../../worker/secret.ts';",
      "export const x = new URL('https://example.com');",
      "export const x = SpreadsheetApp.getActive();",
    ]),
  ).toEqual([expect.stringContaining("TS6307"), expect.stringContaining("Cannot find name 'URL'"), ""]);
}, 20_000);
