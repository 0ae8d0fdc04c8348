// A1 notation: `B2`, `B2:C9`, `H:H`, `2:4`, `'Feuille 1'!A1:B2`.

/** Rows and columns count from 0; an open end is `null`. */
export interface A1 {
  sheet: string | null;
  top: number;
  left: number;
  bottom: number | null;
  right: number | null;
}

const A1_NOTATION =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]{1,3})?\$?(\d+)?(?::\$?([A-Z]{1,3})?\$?(\d+)?)?$/i;

/** `null` when the text is not A1 notation. */
export function parseA1(text: string): A1 | null {
  const match = A1_NOTATION.exec(text.trim());
  if (!match) return null;
  const [, quoted, plain, left, top, right, bottom] = match;
  const isRange = text.lastIndexOf(":") > text.lastIndexOf("!");
  if ((!isRange && (!left || !top)) || (isRange && ((!left && !top) || (!right && !bottom)))) return null;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain ?? null,
    top: top ? Number(top) - 1 : 0,
    left: left ? columnNumber(left) : 0,
    bottom: isRange ? lineOrOpen(bottom) : Number(top) - 1,
    right: isRange ? (right ? columnNumber(right) : null) : columnNumber(left ?? ""),
  };
}

const lineOrOpen = (line: string | undefined) => (line ? Number(line) - 1 : null);

function columnNumber(letters: string): number {
  return (
    Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** `B2`, or `B2:C9` when there is more than one cell. */
export function writeA1(area: { row: number; column: number; rows: number; columns: number }): string {
  const first = columnLetters(area.column) + (area.row + 1);
  const last = columnLetters(area.column + area.columns - 1) + (area.row + area.rows);
  return first === last ? first : `${first}:${last}`;
}
