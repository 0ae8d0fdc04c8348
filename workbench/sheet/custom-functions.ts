// Registers the add-on's functions in the grid: names and help from the JSDoc, values converted as Sheets does.
import type * as Grid from "@odoo/o-spreadsheet";
import type { AddOnFunction } from "../google/add-on.ts";
import type { CellResult } from "../google/cell-values.ts";
import { argumentsKey } from "./arguments-key.ts";
import { describe } from "./function-help.ts";
import { type GridArgument, readResult, writeArgument } from "./grid-values.ts";
import { isVolatile } from "./volatile.ts";

export interface CustomFunctionOptions {
  grid: typeof Grid;
  /** The model whose cells are evaluated again when an answer arrives. */
  model: () => Grid.Model | undefined;
  functions: readonly AddOnFunction[];
  /** Runs one function, at once or later; each argument is JSON. */
  execute: (name: string, args: readonly string[]) => CellResult | Promise<CellResult>;
  /** The spreadsheet's time zone, which turns a day cell into an instant. */
  timeZone: string;
  /** Where the functions are listed in the grid's menus: the add-on's name. */
  category: string;
  /** What a cell shows while its function is pending. */
  loading?: string;
}

export interface CustomFunctions {
  /** Ends when no function is pending and every cell that waited is evaluated again. */
  settle(): Promise<void>;
}

/** A known result, or the cells that wait for it (`null`: one that is no cell, like a chart's). */
type Answer = { result: CellResult } | { waiting: Set<number | null> };

/** What Google Sheets shows meanwhile, in English. */
const LOADING = "Loading...";

/**
 * Results are kept by function and arguments, as Sheets keeps them: a cell is computed again only when an
 * argument changes.
 */
export function registerCustomFunctions(options: CustomFunctionOptions): CustomFunctions {
  const { grid, functions, execute, category, loading = LOADING } = options;
  const answers = new Map<string, Answer>();
  const jsonOf = new WeakMap<object, string>();
  const due = new Set<number | null>();
  let pending = 0;
  const idle: (() => void)[] = [];
  // An error for the grid, so that no formula counts with it.
  grid.registries.errorTypes.add(loading);

  /** A range is the same object for every formula of one evaluation: its JSON is written once. */
  const json = (argument: GridArgument): string => {
    if (!Array.isArray(argument)) return writeArgument(options, argument);
    let text = jsonOf.get(argument);
    if (text === undefined) jsonOf.set(argument, (text = writeArgument(options, argument)));
    return text;
  };

  /** Cells whose answers came together are evaluated together. */
  const evaluateSoon = (): void => {
    if (due.size > 0) return;
    setTimeout(() => {
      const model = options.model();
      const cells = [...due].filter((id) => id === null || model?.getters.tryGetCellPosition(id));
      due.clear();
      const isWhole = cells.includes(null);
      if (cells.length > 0) model?.dispatch("EVALUATE_CELLS", isWhole ? {} : { cellIds: cells as number[] });
      if (pending > 0 || due.size > 0) return;
      for (const resume of idle.splice(0)) resume();
    });
  };

  const wait = (key: string, coming: Promise<CellResult>, cell: number | null): void => {
    const waiting = new Set([cell]);
    answers.set(key, { waiting });
    pending++;
    const arrive = (result: CellResult): void => {
      answers.set(key, { result });
      pending--;
      evaluateSoon();
      for (const id of waiting) due.add(id);
    };
    coming.then(arrive, (failure: unknown) => {
      const message = failure instanceof Error ? failure.message : String(failure);
      arrive({ error: message });
    });
  };

  for (const script of functions) {
    const known = grid.registries.functionRegistry.content[script.name.toUpperCase()];
    if (script.name.endsWith("_") || (known && known.category !== category)) continue;
    const compute = function (this: Grid.EvalContext, ...args: GridArgument[]) {
      const { __originCellPosition: position } = this;
      const cell = position && this.getters.getCell(position);
      const texts = args.map(json);
      const isWaiting = texts.some((text) => text.includes(`"${loading}"`));
      if (isWaiting || (cell?.isFormula && isVolatile(grid, cell, this.getters, script.name)))
        return { value: loading };
      const key = argumentsKey(script.name, texts);
      const answer = answers.get(key);
      if (answer && "result" in answer) return readResult(options, answer.result, this.locale);
      if (answer) {
        answer.waiting.add(cell?.id ?? null);
        return { value: loading };
      }
      const result = execute(script.name, texts);
      if (result instanceof Promise) {
        wait(key, result, cell?.id ?? null);
        return { value: loading };
      }
      answers.set(key, { result });
      return readResult(options, result, this.locale);
    };
    describe(grid, script, category, compute);
  }

  return {
    settle: () =>
      new Promise((resolve) => {
        if (pending === 0 && due.size === 0) resolve();
        else idle.push(resolve);
      }),
  };
}
