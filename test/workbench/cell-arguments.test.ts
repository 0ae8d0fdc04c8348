// What a custom function receives from cells, ranges and left-out arguments.
import { expect, test } from "vitest";
import { openTiny } from "./tiny-add-on.ts";

const ECHO = `
function ECHO() {
  return JSON.stringify([].slice.call(arguments).map(function show(value) {
    if (value === undefined) return 'undefined';
    if (Array.isArray(value)) return value.map(function (row) { return row.map(show); });
    return value instanceof Date ? 'Date ' + value.toISOString() : value;
  }));
}`;

function received(args: string, options: Parameters<typeof openTiny>[1] = {}): unknown {
  const evaluation = openTiny(ECHO, options).evaluate(`=ECHO(${args})`);
  return "error" in evaluation ? evaluation : JSON.parse(String(evaluation.value));
}

const TABLE = { csv: "name,size\nalpha,1\n,2\n" };

test("a single cell arrives as its value", () => {
  expect(received("A2, B2", TABLE)).toEqual(["alpha", 1]);
});

test("a range arrives as rows of values", () => {
  expect(received("A1:B2", TABLE)).toEqual([
    [
      ["name", "size"],
      ["alpha", 1],
    ],
  ]);
});

test("a range of one cell arrives as a single value", () => {
  expect(received("B2:B2", TABLE)).toEqual([1]);
});

test("a blank cell arrives as an empty text, alone or inside a range", () => {
  expect(received("A3, A2:A3", TABLE)).toEqual(["", [["alpha"], [""]]]);
});

test("a whole column arrives with every row of the sheet", () => {
  const [column] = received("B:B", TABLE) as unknown[][];
  // Google Sheets makes sheets of 1,000 rows.
  expect(column).toHaveLength(1000);
  expect(column?.slice(0, 4)).toEqual([["size"], [1], [2], [""]]);
});

test("a percentage arrives as a fraction and a price as a number", () => {
  const csv = 'rate;price\n"12,5 %";"1 234,50 €"\n';
  expect(received("A2;B2", { csv, locale: "fr" })).toEqual([0.125, 1234.5]);
});

test("true and false arrive as booleans", () => {
  expect(received("TRUE, 1=2")).toEqual([true, false]);
});

test("an error arrives as its text, in Google's spelling", () => {
  expect(received("1/0, NA(), SQRT(0-1)")).toEqual(["#DIV/0!", "#N/A", "#ERROR!"]);
  expect(received("Missing!A1")).toEqual(["#REF!"]);
});

test("an argument left out arrives as undefined, and the ones that follow stay in place", () => {
  expect(received("1,,3")).toEqual([1, "undefined", 3]);
});

test("a function is called with fewer arguments than it declares, or with more", () => {
  const sheet = openTiny("function COUNTED(a, b) { return arguments.length + ' ' + typeof b; }");
  expect(sheet.evaluate("=COUNTED()")).toEqual({ value: "0 undefined" });
  expect(sheet.evaluate("=COUNTED(1)")).toEqual({ value: "1 undefined" });
  expect(sheet.evaluate("=COUNTED(1,2,3,4,5,6,7)")).toEqual({ value: "7 number" });
});

const DAYS = { csv: "day\n2026-01-02\n2026-07-14\n" };

test("a day arrives as midnight in the spreadsheet's zone, so the day before in UTC when in Paris", () => {
  // Paris is one hour ahead of UTC in winter and two in summer.
  expect(received("A2:A3", { ...DAYS, timeZone: "Europe/Paris" })).toEqual([
    [["Date 2026-01-01T23:00:00.000Z"], ["Date 2026-07-13T22:00:00.000Z"]],
  ]);
});

test("a day of a spreadsheet in New York arrives as five or four o'clock UTC of the same day", () => {
  expect(received("A2:A3", { ...DAYS, timeZone: "America/New_York" })).toEqual([
    [["Date 2026-01-02T05:00:00.000Z"], ["Date 2026-07-14T04:00:00.000Z"]],
  ]);
});

test("a day computed in the formula is a date too", () => {
  expect(received("A2+1", { ...DAYS, timeZone: "Etc/UTC" })).toEqual(["Date 2026-01-03T00:00:00.000Z"]);
});

test("the script's own clock is the manifest's zone", () => {
  const code = "function HOURS(day) { return [[day.getDate(), day.getHours(), day.getTimezoneOffset()]]; }";
  const options = { ...DAYS, timeZone: "Europe/Paris" };
  const inUtc = openTiny(code, options);
  expect(inUtc.evaluate("=HOURS(A2)")).toEqual({ value: [[1, 23, 0]] });
  const inParis = openTiny(code, { ...options, manifest: { timeZone: "Europe/Paris" } });
  expect(inParis.evaluate("=HOURS(A2)")).toEqual({ value: [[2, 0, -60]] });
});

test("function names are read without regard to case", () => {
  expect(openTiny(ECHO).evaluate("=echo(1)")).toEqual({ value: "[1]" });
});
