// Values of the grid as Google Sheets would hand them to a script, and back.
import type * as Grid from "@odoo/o-spreadsheet";
import type { CellOutput, CellResult } from "../google/cell-values.ts";
import { instantToSerial, serialToInstant } from "../google/time-zone.ts";

/** Errors that the grid and Google name differently. */
const GOOGLE_ERRORS: Record<string, string> = {
  "#ERROR": "#ERROR!",
  "#BAD_EXPR": "#ERROR!",
  "#REF": "#REF!",
  "#CYCLE": "#REF!",
  "#SPILL!": "#REF!",
};

export function googleError(error: string): string {
  return GOOGLE_ERRORS[error] ?? error;
}

type GridValue = Grid.FunctionResultObject;
/** What the grid hands over for an argument: a value, a matrix by columns, nothing when left out. */
export type GridArgument = GridValue | GridValue[][] | undefined;

export interface ValueTools {
  grid: typeof Grid;
  /** The spreadsheet's time zone: a day is midnight there, whatever the script's own zone. */
  timeZone: string;
}

/** One argument as JSON: see `readArgument` of cell-values.ts. A range of one cell is a single value. */
export function writeArgument(tools: ValueTools, argument: GridArgument): string {
  if (argument === undefined) return "null";
  if (!Array.isArray(argument)) return JSON.stringify(jsonValue(tools, argument));
  const height = argument[0]?.length ?? 0;
  const rows = Array.from({ length: height }, (_, row) =>
    argument.map((column) => jsonValue(tools, column[row] ?? { value: null })),
  );
  return JSON.stringify(height === 1 && argument.length === 1 ? rows[0]?.[0] : rows);
}

function jsonValue({ grid, timeZone }: ValueTools, { value, format }: GridValue): unknown {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return grid.helpers.isEvaluationError(value) ? googleError(value) : value;
  if (typeof value !== "number" || !format || !grid.helpers.isDateTimeFormat(format)) return value;
  return { date: serialToInstant(value, timeZone) };
}

/** A custom function's result as the grid takes it: a value, or a matrix by columns. */
export function readResult(
  tools: ValueTools,
  result: CellResult,
  locale: Grid.Locale,
): GridValue | GridValue[][] {
  if ("error" in result) return { value: "#ERROR", message: result.error };
  const one = (output: CellOutput) => gridValue(output, tools.timeZone, locale);
  if ("value" in result) return one(result.value);
  const [first = []] = result.rows;
  return first.map((_, column) => result.rows.map((row) => one(row[column] ?? null)));
}

/** A blank is an empty text: the grid shows 0 for a result that is nothing at all. */
function gridValue(output: CellOutput, timeZone: string, locale: Grid.Locale): GridValue {
  if (output === null) return { value: "" };
  if (typeof output !== "object") return { value: output };
  if ("error" in output) return { value: output.error };
  const value = instantToSerial(output.date, timeZone);
  const { dateFormat, timeFormat } = locale;
  return { value, format: Number.isInteger(value) ? dateFormat : `${dateFormat} ${timeFormat}` };
}
