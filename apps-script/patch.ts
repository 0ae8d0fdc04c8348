// What the Worker gives to write, checked before a cell is touched: an answer of another shape changes nothing.
import type { Refresh, Tab } from "../shared/api/refresh.ts";
import type { Words } from "../shared/language.ts";

/** The tabs that Boussole owns. */
export const TABS: readonly Tab["key"][] = ["data", "uniques", "objectives"];

/** What a cell of Sheets holds at most. */
const LONGEST_TEXT = 50_000;
const LONGEST_TITLE = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

/** Whether a column of this format holds days or moments. */
export function isDateFormat(format: string): boolean {
  return format.includes("y");
}

export function isRefresh(body: unknown): body is Refresh {
  if (!isRecord(body) || !Array.isArray(body["tabs"]) || !Array.isArray(body["sources"])) return false;
  const keys = body["tabs"].map((tab: unknown) => isRecord(tab) && tab["key"]);
  return (
    (body["ranges"] === undefined || (Array.isArray(body["ranges"]) && body["ranges"].every(isAskedRange))) &&
    keys.length === new Set(keys).size &&
    body["tabs"].every(isTab) &&
    body["sources"].every(isSourceState)
  );
}

function isTab(tab: unknown): tab is Tab {
  if (!isRecord(tab)) return false;
  const { key, title, header, rows, formats, rowFormats, note, provenance } = tab;
  return (
    (TABS as readonly unknown[]).includes(key) &&
    isWords(title) &&
    [title.fr, title.en].every((name) => name !== "" && name.length <= LONGEST_TITLE) &&
    isTexts(header) &&
    header.length > 0 &&
    header.every((name) => name !== "") &&
    isTexts(formats) &&
    formats.length === header.length &&
    (rowFormats === undefined || isRowFormats(rowFormats, rows, header.length)) &&
    (note === null || isWords(note)) &&
    Array.isArray(provenance) &&
    provenance.every(isRecord) &&
    Array.isArray(rows) &&
    rows.every((row: unknown) => isRow(row, formats))
  );
}

/** One format a row, of columns that exist. */
function isRowFormats(found: unknown, rows: unknown, width: number): boolean {
  return (
    Array.isArray(found) &&
    Array.isArray(rows) &&
    found.every(
      (one: unknown) =>
        isRecord(one) &&
        Number.isInteger(one["column"]) &&
        Number(one["column"]) >= 0 &&
        Number(one["column"]) < width &&
        isTexts(one["formats"]) &&
        one["formats"].length === rows.length,
    )
  );
}

function isRow(row: unknown, formats: readonly string[]): boolean {
  return (
    Array.isArray(row) &&
    row.length === formats.length &&
    row.every((cell: unknown, column) => isCell(cell, formats[column] ?? ""))
  );
}

function isCell(cell: unknown, format: string): boolean {
  if (cell === null) return true;
  if (typeof cell === "number") return Number.isFinite(cell) && !isDateFormat(format);
  if (typeof cell !== "string" || cell.length > LONGEST_TEXT) return false;
  return !isDateFormat(format) || ((DAY.test(cell) || MOMENT.test(cell)) && !Number.isNaN(Date.parse(cell)));
}

function isAskedRange(range: unknown): boolean {
  if (!isRecord(range)) return false;
  const { id, place, columns } = range;
  return (
    typeof id === "string" &&
    /^\w+$/.test(id) &&
    isRecord(place) &&
    typeof place["a1"] === "string" &&
    Array.isArray(columns) &&
    columns.every((column) => isRecord(column) && typeof column["header"] === "string")
  );
}

function isSourceState(source: unknown): boolean {
  if (!isRecord(source)) return false;
  const { name, state, asOf, problem } = source;
  return (
    typeof name === "string" &&
    typeof state === "string" &&
    (asOf === null || isInstant(asOf)) &&
    (problem === null || (isRecord(problem) && isWords(problem["words"]) && isWords(problem["action"])))
  );
}

function isInstant(value: unknown): boolean {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}

function isWords(value: unknown): value is Words {
  return isRecord(value) && typeof value["fr"] === "string" && typeof value["en"] === "string";
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one: unknown) => typeof one === "string" && one.length <= 1000);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
