// Ranges of this spreadsheet that feed the workspace: read, and sent to the Worker where they changed.
import {
  type AskedRange,
  MOST_RANGE_ROWS,
  LARGEST_RANGE,
  type RangePlace,
  type SentCell,
  type SentRange,
} from "../shared/api/ranges.ts";
import type { Words } from "../shared/language.ts";
import { DEEPEST_HEADER, sentRows } from "../shared/range/table.ts";
import { type ApiAnswer, callApi } from "./backend.ts";
import type { ShownRange } from "./door.ts";
import { lastRefresh, saveRefresh } from "./refresh-state.ts";
import { activeSpreadsheet } from "./services.ts";
import { refuse } from "./sheet.ts";
import { isOwnTab } from "./tab-writer.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows that the sidebar is shown: it proposes and previews with these. */
const MOST_SHOWN = 1000;

/** Cells of a range, and the row of the sheet in which they begin. */
interface Found {
  readonly first: number;
  readonly cells: readonly (readonly SentCell[])[];
}

/** The range at a place, or the one that is selected. */
export function showRange(place: RangePlace | null): ShownRange {
  const at = place ?? selectedPlace();
  const sheet = sheetOf(at) ?? refuse({ kind: "no_such_range", range: at.a1 });
  if (isOwnTab(sheet)) refuse({ kind: "own_tab", tab: sheet.getName() });
  const { first, cells } = read(sheet, at.a1, MOST_SHOWN);
  return { place: at, tab: sheet.getName(), first, rows: cells, total: sheet.getLastRow() - first + 1 };
}

/** What is selected; the whole tab where it is one row, and all rows to come where it goes down to the last one. */
function selectedPlace(): RangePlace {
  const range = SpreadsheetApp.getActiveRange() ?? refuse({ kind: "no_cell" });
  const sheet = range.getSheet();
  const whole =
    range.getNumRows() === 1 ? sheet.getRange(1, 1, 2, Math.max(1, sheet.getLastColumn())) : range;
  const [left = "", right = left] = whole.getA1Notation().split(":");
  const open = whole !== range || range.getLastRow() >= sheet.getLastRow();
  const top = whole.getRow() === 1 && open ? letters(left) : left;
  return { sheet: String(sheet.getSheetId()), a1: `${top}:${open ? letters(right) : right}` };
}

function letters(a1: string): string {
  return a1.replace(/\d/g, "");
}

function sheetOf({ sheet }: RangePlace): Sheet | null {
  return activeSpreadsheet().getSheetById(Number(sheet));
}

/** Cells of `A:F`, `B3:F` or `B3:F200` as far as the sheet is filled: dates as days on the spreadsheet's calendar. */
function read(sheet: Sheet, a1: string, most: number): Found {
  const [, left = "", top = "", right = "", bottom = ""] = /^([A-Z]+)(\d*):([A-Z]+)(\d*)$/.exec(a1) ?? [];
  const first = Number(top) || 1;
  const column = columnNumber(left);
  const height = Math.min(sheet.getLastRow(), Number(bottom) || Infinity) - first + 1;
  const width = Math.min(sheet.getLastColumn(), columnNumber(right)) - column + 1;
  if (height < 1 || width < 1) return { first, cells: [] };
  const values = sheet.getRange(first, column, Math.min(height, most), width).getValues() as unknown[][];
  const zone = activeSpreadsheet().getSpreadsheetTimeZone();
  const days = new Map<number, string>();
  const asSent = (value: unknown): SentCell => {
    if (Object.prototype.toString.call(value) !== "[object Date]") return value as SentCell;
    const at = (value as Date).getTime();
    const day = days.get(at) ?? Utilities.formatDate(value as Date, zone, "yyyy-MM-dd");
    days.set(at, day);
    return day;
  };
  return { first, cells: values.map((row) => row.map(asSent)) };
}

function columnNumber(name: string): number {
  return Array.from(name).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Reads and sends one range, changed or not. What it was before is forgotten: the next refresh tells it anew. */
export function sendRange(range: Pick<AskedRange, "id" | "place" | "columns">): ApiAnswer {
  const last = lastRefresh();
  if (last) saveRefresh({ ...last, ranges: last.ranges?.filter(({ id }) => id !== range.id) });
  return send(range.id, contentOf(range));
}

/**
 * Sends the ranges that changed since the Worker took them, and once a day those that did not, so that it knows.
 * @returns why one could not be sent
 */
export function sendRanges(ranges: readonly AskedRange[], now: Date): Words | null {
  const zone = activeSpreadsheet().getSpreadsheetTimeZone();
  const dayOf = (at: Date): string => Utilities.formatDate(at, zone, "yyyy-MM-dd");
  let unsent: Words | null = null;
  for (const { id, digest, asOf, problem, ...range } of ranges) {
    const content = contentOf(range);
    const known =
      "problem" in content
        ? content.problem === problem
        : problem === null &&
          asOf !== null &&
          dayOf(new Date(asOf)) === dayOf(now) &&
          digestOf(content) === digest;
    const answer = known ? null : send(id, content);
    if (answer && !answer.ok && answer.problem) {
      const { detail } = answer.problem;
      unsent = {
        fr: `Une plage de ce classeur n'a pas été relue\u00a0: ${detail}`,
        en: `A range of this spreadsheet was not read again: ${detail}`,
      };
    }
  }
  return unsent;
}

function send(id: string, body: SentRange): ApiAnswer {
  return callApi({ method: "put", path: `/v1/connections/${id}/rows`, body });
}

function contentOf({ place, columns }: Pick<AskedRange, "place" | "columns">): SentRange {
  const sheet = sheetOf(place);
  const most = MOST_RANGE_ROWS + DEEPEST_HEADER;
  const { first, cells } = sheet ? read(sheet, place.a1, most + 1) : { first: 1, cells: [] };
  if (cells.length === 0) return { problem: "range_gone" };
  const content = sentRows(cells, first, columns);
  const large = cells.length > most || JSON.stringify(content).length > LARGEST_RANGE;
  return large ? { problem: "too_large" } : content;
}

/** As the Worker makes it of what it received. */
function digestOf(content: SentRange): string {
  const { DigestAlgorithm, Charset } = Utilities;
  return Utilities.computeDigest(DigestAlgorithm.SHA_256, JSON.stringify(content), Charset.UTF_8)
    .map((byte) => (byte & 255).toString(16).padStart(2, "0"))
    .join("");
}
