// The answer of a computation as a tab, once it is known to be one.
import type { ComputeAnswer, SentCell } from "../shared/api/compute.ts";
import type { Cell } from "../shared/api/refresh.ts";
import type { Language, Words } from "../shared/language.ts";
import { isWords } from "../shared/statistics/answer.ts";
import type { WrittenTab } from "./tab-writer.ts";

const YES: Words = { fr: "oui", en: "yes" };
const NO: Words = { fr: "non", en: "no" };

type AnswerCell = SentCell | Words;

export function isComputeAnswer(body: unknown): body is ComputeAnswer {
  if (typeof body !== "object" || body === null) return false;
  const { value, header, rows } = body as Record<string, unknown>;
  if (typeof value === "number") return true;
  if (!Array.isArray(header) || !header.every(isWords) || !Array.isArray(rows)) return false;
  return rows.every(
    (row: unknown) => Array.isArray(row) && row.length === header.length && row.every(isAnswerCell),
  );
}

function isAnswerCell(cell: unknown): cell is AnswerCell {
  if (typeof cell !== "object" || cell === null) return cell !== undefined;
  return isWords(cell) || typeof (cell as { date?: unknown }).date === "number";
}

/**
 * @param formula what was computed, by which the tab is found again
 * @param name what a new tab is called, and the header of a number that stands alone
 * @param onSheetClock an instant as `2026-01-31 14:30` where the spreadsheet is
 */
export function computedTab(
  answer: ComputeAnswer,
  { formula, name }: { readonly formula: string; readonly name: string },
  language: Language,
  onSheetClock: (instant: number) => string,
): WrittenTab {
  const title = { fr: name, en: name };
  if ("value" in answer) {
    return { key: formula, title, header: [name], formats: ["General"], rows: [[answer.value]] };
  }
  const plain = (cell: AnswerCell): Cell => {
    if (typeof cell === "boolean") return (cell ? YES : NO)[language];
    if (typeof cell !== "object" || cell === null) return cell;
    return "date" in cell ? onSheetClock(cell.date) : cell[language];
  };
  const rows = answer.rows.map((row) => row.map(plain));
  const formats = answer.header.map((_, column) => {
    const cells = answer.rows.map((row) => row[column]).filter((cell) => cell !== null);
    const dates = cells.every((cell) => typeof cell === "object" && "date" in cell);
    if (!dates || cells.length === 0) return "General";
    return rows.every((row) => / 00:00$|^$/.test(String(row[column] ?? "")))
      ? "yyyy-mm-dd"
      : "yyyy-mm-dd hh:mm";
  });
  return { key: formula, title, header: answer.header.map((words) => words[language]), formats, rows };
}
