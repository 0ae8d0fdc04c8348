// The spreadsheet in use: what is selected, and writing a formula in the current cell.
import { findKpi } from "../shared/kpis/index.ts";
import { parseNumber } from "../shared/number.ts";
import { printArgument, printCellFormula, printReference } from "./cell-formula.ts";
import type { CellValue, FormulaArgument, Inserted, Insertion, Reference, Refusal } from "./door.ts";
import { call, warningsIn } from "./call.ts";
import { activeSpreadsheet } from "./services.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Thrown where the spreadsheet is not in a state to do what was asked. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** @throws Refused */
export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}

/** The selected range; a whole column is `B:B`, so that later rows count too. */
export function selection(): Reference {
  const range = SpreadsheetApp.getActiveRange() ?? refuse({ kind: "no_cell" });
  const sheet = range.getSheet();
  const a1 = range.getA1Notation();
  const wholeColumns = range.getNumRows() > 1 && range.getNumRows() === sheet.getMaxRows();
  const reference = { a1: wholeColumns ? a1.replace(/\d/g, "") : a1 };
  const alone = activeSpreadsheet().getSheets().length === 1;
  return alone ? reference : { sheet: sheet.getName(), ...reference };
}

/** The number in the first cell of the selection: a number, or a text that is one without ambiguity. */
export function selectedNumber(): CellValue {
  const range = (SpreadsheetApp.getActiveRange() ?? refuse({ kind: "no_cell" })).getCell(1, 1);
  const sheet = range.getSheet().getName();
  const value: unknown = range.getValue();
  const number = typeof value === "string" ? parseNumber(value) : value;
  return {
    reference: { sheet, a1: range.getA1Notation() },
    value: typeof number === "number" && Number.isFinite(number) ? number : null,
  };
}

/**
 * Writes a KPI's formula in the current cell and gives what the cell then shows. Refuses to write over a content
 * that the user has not agreed to replace, or in a cell that the formula reads.
 */
export function insert({ name, args, replace }: Insertion): Inserted {
  // The KPI that a formula over a table computes is its first argument.
  const [first] = args;
  const kpi = findKpi(name === "KPI" && typeof first === "string" ? first : name);
  const cell = SpreadsheetApp.getCurrentCell() ?? refuse({ kind: "no_cell" });
  const a1 = cell.getA1Notation();
  const sources = args.map((argument) => (isReference(argument) ? rangeOf(argument) : argument));
  for (const source of sources) {
    if (typeof source === "object" && contains(source, cell)) {
      refuse({ kind: "own_cell", cell: a1, range: source.getA1Notation() });
    }
  }
  const content = cell.getFormula() || cell.getDisplayValue();
  if (content !== "" && replace !== a1) refuse({ kind: "not_empty", cell: a1, content });
  try {
    const home = cell.getSheet().getName();
    const printed = args.map((argument) => printArgument(argument, home));
    cell.setFormula(printCellFormula(name, printed));
    if (kpi.unit === "rate" && !cell.getNumberFormat().includes("%")) cell.setNumberFormat("0.00%");
    SpreadsheetApp.flush();
  } catch {
    refuse({ kind: "not_writable", cell: a1 });
  }
  const display = cell.getDisplayValue();
  const shown = { cell: a1, display: /^(loading|chargement)/i.test(display) ? "" : display };
  const values = sources.map(valuesOf);
  if (display.startsWith("#")) return { ...shown, ...reasonOf(name, values) };
  const warnings = warningsIn(name, values);
  return warnings.length > 0 ? { ...shown, warnings } : shown;
}

function isReference(argument: FormulaArgument): argument is Reference {
  return typeof argument === "object";
}

function rangeOf(reference: Reference): Range {
  const printed = printReference(reference);
  try {
    return activeSpreadsheet().getRange(printed);
  } catch {
    return refuse({ kind: "no_such_range", range: printed });
  }
}

function contains(range: Range, cell: Range): boolean {
  const rows = cell.getRow() - range.getRow();
  const columns = cell.getColumn() - range.getColumn();
  return (
    range.getSheet().getName() === cell.getSheet().getName() &&
    rows >= 0 &&
    rows < range.getNumRows() &&
    columns >= 0 &&
    columns < range.getNumColumns()
  );
}

/** An argument as the spreadsheet would give it to the function. */
function valuesOf(source: Range | number | string): unknown {
  if (typeof source !== "object") return source;
  const rows: unknown[][] = source.getValues();
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

/** The sentence that hovering over the cell would show: the same function, called with the same values. */
function reasonOf(name: string, values: readonly unknown[]): { reason: string } | undefined {
  try {
    call(name, values);
    return undefined;
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
