// What google.script.run lets through.
import { expect, test } from "vitest";
import { checkArguments } from "../../workbench/google/script-run.ts";
import { answer, failure } from "./tiny-add-on.ts";

test("plain values travel as copies; undefined inside a list becomes null, inside an object it goes", () => {
  const sent = { list: [1, undefined], none: undefined, text: "a" };
  const [received] = checkArguments([sent]);
  expect(received).toEqual({ list: [1, null], text: "a" });
  expect(received).not.toBe(sent);
});

test("a date, a function or a cycle among the arguments fails the call, however deep", () => {
  const cycle: Record<string, unknown> = {};
  cycle["self"] = cycle;
  for (const value of [new Date(0), { at: [new Date(0)] }, () => 1, cycle])
    expect(() => checkArguments([value])).toThrow("Failed due to illegal value in property:");
});

test("an object used twice is no cycle", () => {
  const twice = { a: 1 };
  expect(checkArguments([[twice, twice]])).toEqual([[twice, twice]]);
});

test("a result that holds a date arrives as null", () => {
  expect(answer("return { at: new Date(0) };")).toBeNull();
  expect(answer("return { at: new Date(0).toISOString() };")).toEqual({ at: "1970-01-01T00:00:00.000Z" });
});

test("a script's error reaches the caller with its message", () => {
  expect(failure(() => answer("throw new Error('no figure');"))).toBe("no figure");
});
