// The built script: what Google's editor, menus and formula help find in it.
import { expect, test } from "vitest";
import { checkScript } from "../../apps-script/build.ts";
import { narrowed } from "../../apps-script/declaration.ts";
import { cellFunctions } from "../../apps-script/functions.ts";
import { builtFile, loadScript } from "./addon.ts";

const ENTRY_POINTS = [
  "onOpen",
  "onInstall",
  "showSidebar",
  "refreshFromMenu",
  "computeFromMenu",
  "refreshOnSchedule",
  "sidebar",
];
const GLOBALS = ["Boussole_", "B_", ...ENTRY_POINTS, ...cellFunctions.map(({ name }) => name)];

/** Every service that the add-on could reach for; touching one throws. */
const untouchable = Object.fromEntries(
  [
    "SpreadsheetApp",
    "HtmlService",
    "Session",
    "PropertiesService",
    "UrlFetchApp",
    "ScriptApp",
    "LockService",
    "Utilities",
    "console",
  ].map((name) => {
    const throws = (): never => {
      throw new Error(`${name} was touched`);
    };
    return [name, new Proxy({}, { get: throws, has: throws, apply: throws })];
  }),
);

/** The comment right above a function, and its declared parameters. */
function declarationOf(name: string): { comment: string[]; parameters: string[] } {
  const pattern = new RegExp(`/\\*\\* ((?:(?!\\*/)[^])*) \\*/\\nfunction ${name}\\(([^)]*)\\)`);
  const [, comment = "", parameters = ""] = pattern.exec(builtFile("Code.js")) ?? [];
  const lines = comment.split("\n").map((line) => line.replace(/^ \* /, ""));
  return { comment: lines, parameters: parameters.split(/, ?/).filter(Boolean) };
}

test("its globals are the entry points and the functions, and nothing else", () => {
  const before = Object.keys(untouchable);
  const found = Object.keys(loadScript(untouchable)).filter((name) => !before.includes(name));
  expect(found.sort()).toEqual(GLOBALS.sort());
});

test("loading it touches no service, so that the menu appears before any authorisation", () => {
  expect(() => loadScript(untouchable)).not.toThrow();
});

test("only the active spreadsheet is asked for", () => {
  expect(builtFile("Code.js")).toMatch(/^\/\*\* @OnlyCurrentDoc \*\/\n/);
});

test.each(cellFunctions.map((definition) => [definition.name, definition] as const))(
  "%s carries its help and its parameters' own names",
  (name, { description, parameters }) => {
    const { comment, parameters: declared } = declarationOf(name);
    expect(comment[0]).toBe(narrowed(description));
    expect(comment).toContain("@customfunction");
    expect(declared).toEqual(parameters.map((parameter) => parameter.name));
    expect(comment.filter((line) => line.startsWith("@param"))).toEqual(
      parameters
        .filter((parameter) => parameter.description !== "")
        .map((parameter) => narrowed(`@param {any} ${parameter.name} ${parameter.description}`)),
    );
  },
);

test("a function computes from the arguments that the cell gives, however many", () => {
  const script = loadScript();
  expect(script["CPA"]?.(1000, 48)).toBe(1000 / 48);
  expect(script["CPA"]?.(1000, 48, 200)).toBe(25);
  expect(script["COUT_PAR_ACQUISITION"]?.([[600], [400]], 48, 200)).toBe(25);
});

test("a name that is no function of the script is refused by the build", () => {
  const planted = `${builtFile("Code.js")}\nfunction helper() {}`;
  expect(() => checkScript(planted, GLOBALS)).toThrow("unexpected [helper]");
  expect(() => checkScript(builtFile("Code.js"), [...GLOBALS, "LOST"])).toThrow("missing [LOST]");
});

test.each([
  ["a private field", "class A { #x = 1; }"],
  ["a static field", "class A { static x = 1; }"],
  ["a module", "export const a = 1;"],
])("%s, which Apps Script cannot parse, is refused by the build", (_, planted) => {
  expect(() => checkScript(`${builtFile("Code.js")}\n${planted}`, GLOBALS)).toThrow(SyntaxError);
});

test("it weighs less than 190 kB, in characters of one byte", () => {
  expect(Buffer.byteLength(builtFile("Code.js"))).toBeLessThan(190_000);
  expect(builtFile("Code.js")).not.toMatch(/[^\0-\u00ff]/);
});
