// The names of the custom functions: Sheets must take each for a function, and for ours.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cellFunctions } from "../../apps-script/functions.ts";

const names = cellFunctions.map(({ name }) => name);

function builtIns(file: string): Set<string> {
  const text = readFileSync(join(import.meta.dirname, "../reference", file), "utf8");
  return new Set(text.split("\n").filter((line) => line !== "" && !line.startsWith("#")));
}

test.each([
  ["English", "sheets-functions.txt", "ACOS"],
  ["French", "sheets-functions-fr.txt", "TAUX"],
])("none is a built-in function in %s", (_, file, builtIn) => {
  const taken = builtIns(file);
  expect(taken).toContain(builtIn);
  expect(names.filter((name) => taken.has(name))).toEqual([]);
});

test("none can be read as a cell, in A1 or R1C1 notation", () => {
  // Columns go up to ZZZ, so LTV12 is a cell.
  expect(names.filter((name) => /^[A-Z]{1,3}\d+$|^R\d*C\d*$/.test(name))).toEqual([]);
});

test("all are capitals, digits and underscores, none at the end: a trailing one would hide the function", () => {
  expect(names.filter((name) => !/^[A-Z](?:[A-Z0-9_]*[A-Z0-9])?$/.test(name))).toEqual([]);
});

test("all differ, from the entry points too, for Sheets pays no regard to case", () => {
  const all = [...names, "onOpen", "onInstall", "showSidebar", "sidebar"].map((name) => name.toUpperCase());
  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
});
