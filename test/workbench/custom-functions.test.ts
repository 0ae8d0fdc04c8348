// Custom functions in the grid: waiting cells, kept results, help.
import * as grid from "@odoo/o-spreadsheet";
import { expect, test } from "vitest";
import { readFunctions } from "../../workbench/google/add-on.ts";
import type { CellResult } from "../../workbench/google/cell-values.ts";
import { registerCustomFunctions } from "../../workbench/sheet/custom-functions.ts";

const CODE = `
/**
 * Twice the size.
 * @param {number} size What to double
 * @customfunction
 */
function TWICE(size, unit) {}
function notListed() {}
`;

/** A sheet whose functions answer a moment later: twice the first argument, or the error that it names. */
function openSlow(cells: Record<string, string>) {
  const calls: string[][] = [];
  const functions = registerCustomFunctions({
    grid,
    model: () => model,
    functions: readFunctions(CODE),
    execute: async (_, [json = "null"]): Promise<CellResult> => {
      calls.push([json]);
      await Promise.resolve();
      const size: unknown = JSON.parse(json);
      return typeof size === "number" ? { value: size * 2 } : { error: `not a number: ${String(size)}` };
    },
    timeZone: "Etc/UTC",
    category: "Test",
  });
  const model: grid.Model = new grid.Model({
    sheets: [{ id: "s", name: "S", colNumber: 5, rowNumber: 2000, cells }],
  });
  const show = (xc: string) => {
    const { col, row } = grid.helpers.toCartesian(xc);
    return model.getters.getEvaluatedCell({ sheetId: "s", col, row }).value;
  };
  const write = (xc: string, content: string) =>
    model.dispatch("UPDATE_CELL", { sheetId: "s", ...grid.helpers.toCartesian(xc), content });
  return { calls, functions, model, show, write };
}

test("a cell shows Loading... until its answer comes, and so does what counts with it", async () => {
  const { calls, show, functions } = openSlow({ A1: "4", B1: "=TWICE(A1)", C1: "=B1+1", D1: "=TWICE(B1)" });
  expect([show("B1"), show("C1"), show("D1")]).toEqual(["Loading...", "Loading...", "Loading..."]);
  await functions.settle();
  expect([show("B1"), show("C1"), show("D1")]).toEqual([8, 9, 16]);
  expect(calls).toEqual([["4"], ["8"]]);
});

test("a function over a range waits for the cells of the range that are still loading", async () => {
  const { calls, functions } = openSlow({ A1: "4", A2: "=TWICE(A1)", B1: "=TWICE(A1:A2)" });
  await functions.settle();
  expect(calls).toEqual([["4"], ["[[4],[8]]"]]);
});

test("the same function with the same arguments is executed once", async () => {
  const { calls, functions, show, write } = openSlow({ A1: "4", B1: "=TWICE(A1)", B2: "=TWICE(4)" });
  await functions.settle();
  write("C1", "=TWICE(2*2)");
  await functions.settle();
  expect([show("B1"), show("B2"), show("C1")]).toEqual([8, 8, 8]);
  expect(calls).toEqual([["4"]]);
});

test("a cell is computed again when an argument changes, and only then", async () => {
  const { calls, functions, show, write } = openSlow({ A1: "4", B1: "=TWICE(A1)" });
  await functions.settle();
  write("D1", "other");
  write("A1", "5");
  await functions.settle();
  expect(show("B1")).toBe(10);
  expect(calls).toEqual([["4"], ["5"]]);
});

test("a message of the function is the message of the cell", async () => {
  const { model, functions } = openSlow({ B1: '=TWICE("x")' });
  await functions.settle();
  expect(model.getters.getEvaluatedCell({ sheetId: "s", col: 1, row: 0 })).toMatchObject({
    value: "#ERROR",
    message: "not a number: x",
  });
});

test("an argument that changes by itself leaves the cell on Loading... and executes nothing", async () => {
  const { calls, functions, show } = openSlow({ B1: "=TWICE(RAND())", B2: "=TWICE(1)+RAND()*0" });
  await functions.settle();
  expect([show("B1"), show("B2")]).toEqual(["Loading...", 2]);
  expect(calls).toEqual([["1"]]);
});

test("a cell removed while its answer comes disturbs nothing", async () => {
  const { functions, show, write } = openSlow({ A1: "1", B1: "=TWICE(A1)", B2: "=TWICE(3)" });
  write("B1", "");
  await functions.settle();
  expect([show("B1"), show("B2")]).toEqual([null, 6]);
});

test("1,000 cells are evaluated again together, not one by one", async () => {
  const cells = Object.fromEntries(
    Array.from({ length: 1000 }, (_, row) => [`B${row + 1}`, `=TWICE(${row})`]),
  );
  const { model, functions, show } = openSlow(cells);
  let evaluations = 0;
  const { dispatch } = model;
  model.dispatch = ((type: "EVALUATE_CELLS", payload: object) => {
    if (type === "EVALUATE_CELLS") evaluations++;
    return dispatch(type, payload);
  }) as typeof dispatch;
  await functions.settle();
  expect(show("B1000")).toBe(1998);
  expect(evaluations).toBe(1);
});

test("the grid's help shows the declared parameters, and lists only what is marked", () => {
  openSlow({});
  const { content } = grid.registries.functionRegistry;
  expect(content["TWICE"]).toMatchObject({ description: "Twice the size.", category: "Test", hidden: false });
  expect(content["NOTLISTED"]?.hidden).toBe(true);
  // The help reads the description through a reactive proxy.
  const shown = new Proxy(content["TWICE"] as object, {}) as grid.FunctionDescription;
  expect(shown.args.map(({ name, description }) => [name, description])).toEqual([
    ["size", "What to double"],
    ["unit", ""],
  ]);
});
