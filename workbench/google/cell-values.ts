// Values between a cell and a custom function, as Google Sheets converts them.

/** What a cell shows; `null` is blank, `date` is milliseconds since 1970. */
export type CellOutput = string | number | boolean | null | { date: number } | { error: string };

/** What a custom function gives back to its cell. */
export type CellResult =
  | { value: CellOutput }
  /** A spill. */
  | { rows: CellOutput[][] }
  /** Thrown by the function: the sentence under `#ERROR!`. */
  | { error: string };

const DATE_MARK = '{"date":';

/**
 * One argument out of its JSON: a cell's value, or rows of values for a range. A blank cell is `""`,
 * `{"date": ms}` becomes a `Date` of the script, `null` (left out by the formula) is `undefined`.
 */
export function readArgument(json: string, ScriptDate: DateConstructor): unknown {
  const value: unknown = JSON.parse(json);
  if (value === null) return undefined;
  if (!json.includes(DATE_MARK)) return value;
  const revive = (cell: unknown) =>
    typeof cell === "object" && cell !== null && "date" in cell ? new ScriptDate(cell.date as number) : cell;
  return Array.isArray(value) ? value.map((row: unknown[]) => row.map(revive)) : revive(value);
}

/**
 * A function's return value for its cell: rows spill, a flat list is a column, rows of several
 * lengths are filled up with blanks.
 */
export function writeResult(returned: unknown): CellResult {
  if (!Array.isArray(returned)) return { value: output(returned) };
  const list: readonly unknown[] = returned;
  const rows = list.map((row): readonly unknown[] => (Array.isArray(row) ? row : [row]));
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width === 0) return { value: null };
  const cells = rows.map((row) => Array.from({ length: width }, (_, at) => output(row[at])));
  return { rows: cells };
}

function output(value: unknown): CellOutput {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (Object.prototype.toString.call(value) === "[object Date]") {
    const instant = (value as Date).getTime();
    return Number.isNaN(instant) ? { error: "#NUM!" } : { date: instant };
  }
  return { error: "#ERROR" };
}
