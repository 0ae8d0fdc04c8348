// What a script finds around it: Apps Script's globals, fresh at each execution, and named gaps.
import { expect, test } from "vitest";
import { answer, failure, openTiny } from "./tiny-add-on.ts";

test("what browsers and Node have and Apps Script lacks is undefined", () => {
  const absent =
    "fetch setTimeout setInterval queueMicrotask structuredClone URL URLSearchParams TextEncoder TextDecoder atob btoa crypto performance process require module Buffer global window document navigator self localStorage Worker AbortController Headers Request Response FormData Blob File Event EventTarget DOMException Temporal";
  const found = `'${absent}'.split(' ').filter(function (name) {
    return new Function('return typeof ' + name)() !== 'undefined';
  })`;
  expect(answer(`return ${found};`)).toEqual([]);
});

test("the language, console and WebAssembly are there", () => {
  const present = "[typeof Promise, typeof Intl, typeof WebAssembly, typeof console.log, typeof globalThis]";
  expect(answer(`return ${present};`)).toEqual(["function", "object", "object", "function", "object"]);
});

test("the script is evaluated anew for each execution", () => {
  const { runtime } = openTiny("var count = 0; function next() { count += 1; return count; }");
  expect([runtime.call("next", []), runtime.call("next", [])]).toEqual([1, 1]);
});

test("values that cross the border are the script's own", () => {
  const { runtime } = openTiny(
    "function own(list) { return [list instanceof Array, list[0] instanceof Object]; }",
  );
  expect(runtime.call("own", [[{}]])).toEqual([true, true]);
});

test("a service or a member that the host lacks throws by its name", () => {
  expect(failure(() => answer("DriveApp.getFiles();"))).toBe("not in the local host: DriveApp.getFiles");
  expect(failure(() => answer("SpreadsheetApp.getActiveSheet().getRange('A1').protect();"))).toBe(
    "not in the local host: Range.protect",
  );
});

test("a function that is not there, or private, cannot be called from the sidebar", () => {
  const { runtime } = openTiny("function hidden_() { return 1; }");
  expect(failure(() => runtime.call("hidden_", []))).toBe("Script function not found: hidden_");
  expect(failure(() => runtime.call("absent", []))).toBe("Script function not found: absent");
  expect(runtime.names).toEqual([]);
});

test("a private function is not a formula either, but a menu may name it", () => {
  const sheet = openTiny("function hidden_() { return 1; }");
  expect(sheet.evaluate("=HIDDEN_()")).toEqual({ error: '#NAME? Unknown function: "HIDDEN_"' });
  expect(() => sheet.runtime.entry("hidden_", "FULL")).not.toThrow();
});

test("a custom function shares its name with no function of the grid: the grid's is kept", () => {
  expect(openTiny("function SUM() { return 'mine'; }").evaluate("=SUM(1,2)")).toEqual({ value: 3 });
});
