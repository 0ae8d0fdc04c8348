// A spreadsheet without a screen: tabs of CSV cells, and formulas evaluated through the built add-on.
import * as grid from "@odoo/o-spreadsheet";
import type { Host, Manifest } from "./google/host.ts";
import { memoryStore, nobody, nodeMachine, noNet, noUi } from "./google/node-ports.ts";
import { createNodeRuntime, type NodeRuntime } from "./google/node-runtime.ts";
import { openBook } from "./sheet/book.ts";
import { type CsvTab, workbookOf } from "./sheet/csv-workbook.ts";
import { registerCustomFunctions } from "./sheet/custom-functions.ts";
import { canonicalFormula } from "./sheet/formula-text.ts";
import { googleError } from "./sheet/grid-values.ts";
import { teachWriting } from "./sheet/write-cells.ts";

/** What a build leaves behind. */
export interface AddOn {
  code: string;
  manifest: Manifest;
  /** HTML files, by name without extension. */
  files: Record<string, string>;
}

export interface HeadlessOptions {
  addOn: AddOn;
  tabs: readonly CsvTab[];
  locale: "fr" | "en";
  /** The spreadsheet's; a day cell is midnight there. */
  timeZone?: string;
  /** Ports to put in place of those that have nothing behind them. */
  ports?: Partial<Ports>;
}

type JsonValue = string | number | boolean;
type Evaluation = { value: JsonValue | JsonValue[][] } | { error: string };

export interface HeadlessSheet {
  /** A formula typed in the sheet's language, seen from the first tab. */
  evaluate(formula: string): Evaluation;
  runtime: NodeRuntime;
  model: grid.Model;
}

type Ports = Pick<Host, "store" | "ui" | "user" | "net" | "machine">;

/** The last sheet opened is the one that the add-on's functions run in. */
export function openHeadlessSheet(options: HeadlessOptions): HeadlessSheet {
  const { addOn, tabs, locale, timeZone = "Europe/Paris", ports } = options;
  const gridLocale = grid.DEFAULT_LOCALES.find(({ code }) => code.startsWith(locale)) ?? grid.DEFAULT_LOCALE;
  const blank = { name: locale === "fr" ? "Feuille 1" : "Sheet1", rows: [] };
  teachWriting(grid);
  const model = new grid.Model({
    settings: { locale: gridLocale },
    ...workbookOf(grid, tabs.length > 0 ? tabs : [blank]),
  });
  const info = { id: "headless", url: "about:blank", name: "Boussole", timeZone };
  const runtime = createNodeRuntime(addOn.code, {
    ...addOn,
    locale,
    book: openBook(grid, model, info),
    store: memoryStore(),
    ui: noUi,
    user: nobody,
    net: noNet,
    machine: nodeMachine,
    ...ports,
  });
  registerCustomFunctions({
    grid,
    model: () => model,
    functions: runtime.functions,
    execute: (name, args) => runtime.customFunction(name, args),
    timeZone,
    category: "Boussole",
  });
  return {
    model,
    runtime,
    evaluate: (formula) => {
      const typed = formula.startsWith("=") ? formula : `=${formula}`;
      const [sheet = ""] = model.getters.getSheetIds();
      const canonical = canonicalFormula(grid, typed, gridLocale);
      return readEvaluation(model.getters.evaluateFormulaResult(sheet, canonical));
    },
  };
}

type GridResult = grid.FunctionResultObject;

function readEvaluation(result: GridResult | GridResult[][]): Evaluation {
  if (Array.isArray(result)) {
    const [first = []] = result;
    const rows = first.map((_, row) => result.map((column) => readCell(column[row] ?? { value: "" })));
    const [only] = rows.flat();
    return rows.length === 1 && result.length === 1 && only !== undefined ? { value: only } : { value: rows };
  }
  const { value, message } = result;
  if (!grid.helpers.isEvaluationError(value)) return { value: readCell(result) };
  // A sentence thrown by a function stands alone; the grid's own explanations follow the error they explain.
  const code = googleError(value);
  if (!message) return { error: code };
  return { error: value === "#ERROR" ? message : `${code} ${message}` };
}

/** A day is written as a day: `2026-01-31`. */
function readCell({ value, format }: GridResult): JsonValue {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return grid.helpers.isEvaluationError(value) ? googleError(value) : value;
  if (typeof value !== "number" || !format || !grid.helpers.isDateTimeFormat(format)) return value;
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(value * 86_400_000)).toISOString();
  return Number.isInteger(value) ? iso.slice(0, 10) : iso.slice(0, 19);
}
