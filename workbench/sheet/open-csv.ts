// Reads CSV files that the user opens.
import { readCsv, type CsvCell } from "./csv.ts";
import type { Words } from "./words.ts";

const MOST_CELLS = 500_000;

/** A file to open as a tab, or the sentence that says why it cannot. */
export type ReadFile = { name: string; rows: CsvCell[][] } | { refused: string };

/** Reads a CSV file, in UTF-8 or as older spreadsheets write it (Windows-1252). */
export async function readCsvFile(file: File, words: Words): Promise<ReadFile> {
  const bytes = await file.arrayBuffer();
  if (new Uint8Array(bytes).includes(0)) return { refused: words.notCsv(file.name) };
  const rows = readCsv(decode(bytes));
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) return { refused: words.emptyCsv(file.name) };
  if (rows.length * columns > MOST_CELLS) return { refused: words.largeCsv(file.name, MOST_CELLS) };
  return { name: file.name.replace(/\.\w+$/, ""), rows };
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
