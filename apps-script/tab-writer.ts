// The one writer of the tabs that Boussole owns: new values replace old ones in a single call, and nothing else moves.
import type { Cell, Tab } from "../shared/api/refresh.ts";
import type { Language } from "../shared/language.ts";
import { isDateFormat } from "./patch.ts";
import { activeSpreadsheet } from "./services.ts";
import { layoutOf, STATE_PREFIX } from "./tab-columns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a tab is written from; `key` finds it again, whatever the user renames it to. */
export type WrittenTab = Pick<Tab, "title" | "header" | "rows" | "formats" | "rowFormats"> & {
  readonly key: string;
};

/** Marks a tab as ours, whatever the user renames it to. */
const MARK = "boussole.tab";
/** Keeps the names of our columns as they were last written, as JSON. */
const COLUMNS = "boussole.columns";
const DAY_LENGTH = 86_400_000;
/** The day that spreadsheets count from. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/**
 * Writes a tab, and its state in the header after our columns. Every value goes in one call, padded with blanks over
 * what was there before, so that a reader sees the old figures or the new ones and never a mix. The columns after ours
 * belong to the user, and stay beside them when ours grow.
 * @returns the headers of the user's own columns that stood among ours and were moved after them
 */
export function writeTab(tab: WrittenTab, state: string, language: Language): string[] {
  const sheet = ownSheet(tab.key) ?? createSheet(tab, language);
  const known = knownColumns(sheet);
  const { own, moved } = clearTheWay(sheet, known);
  const names = [...tab.header, STATE_PREFIX];
  const width = Math.max(names.length, own);
  const height = Math.max(tab.rows.length + 1, sheet.getLastRow());
  if (own > 0 && width > own) sheet.insertColumnsAfter(own, width - own);
  makeRoom(sheet, height, width);
  const blanks = (count: number): string[] => Array.from({ length: count }, () => "");
  const values = [
    [...tab.header.map(asText), asText(state), ...blanks(width - names.length)],
    ...tab.rows.map((row) => [
      ...row.map((cell, column) => asWritten(cell, tab.formats[column] ?? "")),
      ...blanks(width - row.length),
    ]),
  ];
  while (values.length < height) values.push(blanks(width));
  const cells = sheet.getRange(1, 1, height, width);
  // A format comes first, so that a day is never read as a number; but where figures still stand, it comes after.
  const late = (format: string, column: number): boolean =>
    isDateFormat(format) && known[column] !== undefined && known[column] !== tab.header[column];
  formatColumns(sheet, tab, height, (format, column) => !late(format, column));
  cells.setValues(values);
  formatColumns(sheet, tab, height, late);
  for (const { column, formats } of tab.rowFormats ?? []) {
    const rows = formats.map((format) => [format]);
    if (rows.length > 0) sheet.getRange(2, column + 1, rows.length, 1).setNumberFormats(rows);
  }
  keepMetadata(sheet, COLUMNS, JSON.stringify(names));
  return moved;
}

/** The tab with this key, found by its mark; `null` before it is first written or after the user deleted it. */
export function ownSheet(key: string): Sheet | null {
  const marks = activeSpreadsheet().createDeveloperMetadataFinder().withKey(MARK).withValue(key).find();
  return marks[0]?.getLocation().getSheet() ?? null;
}

/** The names of our columns as they were last written, the state's last. */
export function knownColumns(sheet: Sheet): readonly string[] {
  const kept = sheet.getDeveloperMetadata().find((metadata) => metadata.getKey() === COLUMNS);
  return JSON.parse(kept?.getValue() ?? "[]") as string[];
}

/** True for a tab that Boussole writes. */
export function isOwnTab(sheet: Sheet): boolean {
  return sheet.getDeveloperMetadata().some((metadata) => metadata.getKey() === MARK);
}

/** A name that no tab bears yet. */
export function freeName(title: string): string {
  const spreadsheet = activeSpreadsheet();
  let name = title;
  for (let copy = 2; spreadsheet.getSheetByName(name); copy += 1) name = `${title} ${copy}`;
  return name;
}

function createSheet(tab: WrittenTab, language: Language): Sheet {
  const spreadsheet = activeSpreadsheet();
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(freeName(tab.title[language]), spreadsheet.getSheets().length);
  sheet.addDeveloperMetadata(MARK, tab.key);
  sheet.setFrozenRows(1);
  spreadsheet.setActiveSheet(active);
  return sheet;
}

/** Moves the user's own columns that stand among ours after them, in their order, and says which. */
function clearTheWay(sheet: Sheet, known: readonly string[]): { own: number; moved: string[] } {
  const last = sheet.getLastColumn();
  if (known.length === 0 || last === 0) return { own: known.length, moved: [] };
  const found = sheet.getRange(1, 1, 1, last).getDisplayValues()[0] ?? [];
  const { own, foreign } = layoutOf(found, known);
  const moved = foreign.map((place) => found[place] || columnLetters(sheet, place + 1));
  let destination = own + foreign.length + 1;
  for (const place of [...foreign].reverse()) {
    sheet.moveColumns(sheet.getRange(1, place + 1, sheet.getMaxRows(), 1), destination);
    destination -= 1;
  }
  return { own, moved };
}

function columnLetters(sheet: Sheet, column: number): string {
  return sheet.getRange(1, column).getA1Notation().replace(/\d/g, "");
}

export function makeRoom(sheet: Sheet, height: number, width: number): void {
  const rows = height - sheet.getMaxRows();
  const columns = width - sheet.getMaxColumns();
  if (rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), rows);
  if (columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), columns);
}

function formatColumns(
  sheet: Sheet,
  { formats }: WrittenTab,
  height: number,
  chosen: (format: string, column: number) => boolean,
): void {
  if (height < 2) return;
  formats.forEach((format, column) => {
    // A column of texts needs no format: each is written as a text.
    if (format === "@" || !chosen(format, column)) return;
    sheet.getRange(2, column + 1, height - 1, 1).setNumberFormat(format);
  });
}

function keepMetadata(sheet: Sheet, key: string, value: string): void {
  const kept = sheet.getDeveloperMetadata().find((metadata) => metadata.getKey() === key);
  if (!kept) sheet.addDeveloperMetadata(key, value);
  else if (kept.getValue() !== value) kept.setValue(value);
}

/** Days and moments are on the sheet's own clock: the number of days since the one that spreadsheets count from. */
export function asWritten(cell: Cell, format: string): string | number {
  if (cell === null) return "";
  if (typeof cell === "number") return cell;
  if (!isDateFormat(format)) return asText(cell);
  const instant = cell.length > 10 ? `${cell.replace(" ", "T")}:00Z` : `${cell}T00:00:00Z`;
  return (Date.parse(instant) - DAY_ZERO) / DAY_LENGTH;
}

/** Text as text: the apostrophe keeps `=IMPORTXML(…)` a name and `0012` four characters; it is not part of the value. */
export function asText(text: string): string {
  return text === "" ? "" : `'${text}`;
}
