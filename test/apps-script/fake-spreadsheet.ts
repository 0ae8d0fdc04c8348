// A spreadsheet just large enough for what the add-on does with one: select, read, write a formula.

type Box = { row: number; column: number; rows: number; columns: number };
type Cell = { value: unknown; formula: string; display: string; format: string };

export interface Given {
  /** Values of each sheet by name, from A1; the first is the active one. */
  readonly sheets: Readonly<Record<string, unknown[][]>>;
  /** The selection of the active sheet; its first cell is the current one. */
  readonly selected?: string;
  readonly locale?: string;
  /** What a cell shows once a formula is written in it. */
  readonly shows?: string;
  /** What writing throws, as Google does for a protected cell. */
  readonly protection?: string;
}

const ROWS = 1000;

/** `SpreadsheetApp` over the given spreadsheet, and its cells by `Sheet!A1`. */
export function fakeSpreadsheet({ sheets, selected, locale, shows = "", protection }: Given) {
  const cells = new Map<string, Cell>();
  for (const [sheet, rows] of Object.entries(sheets)) {
    rows.forEach((row, y) =>
      row.forEach((value, x) => {
        cells.set(`${sheet}!${a1({ row: y + 1, column: x + 1, rows: 1, columns: 1 })}`, {
          value,
          formula: "",
          display: String(value),
          format: "",
        });
      }),
    );
  }
  const [active = ""] = Object.keys(sheets);
  const blank: Cell = { value: "", formula: "", display: "", format: "0.###############" };

  const sheetNamed = (name: string) => ({ getName: () => name, getMaxRows: () => ROWS });
  const rangeOf = (sheet: string, box: Box) => {
    const key = `${sheet}!${a1({ ...box, rows: 1, columns: 1 })}`;
    const cell = (): Cell => cells.get(key) ?? blank;
    return {
      getSheet: () => sheetNamed(sheet),
      getA1Notation: () => a1(box),
      getRow: () => box.row,
      getColumn: () => box.column,
      getNumRows: () => box.rows,
      getNumColumns: () => box.columns,
      getCell: (row: number, column: number) =>
        rangeOf(sheet, { row: box.row + row - 1, column: box.column + column - 1, rows: 1, columns: 1 }),
      getFormula: () => cell().formula,
      getDisplayValue: () => cell().display,
      getNumberFormat: () => cell().format,
      getValue: () => cell().value,
      getValues: () =>
        Array.from({ length: box.rows }, (_, y) =>
          Array.from({ length: box.columns }, (__, x) => {
            const one = { row: box.row + y, column: box.column + x, rows: 1, columns: 1 };
            return cells.get(`${sheet}!${a1(one)}`)?.value ?? "";
          }),
        ),
      setFormula: (formula: string) => {
        if (protection !== undefined) throw new Error(protection);
        cells.set(key, { ...cell(), formula, display: shows });
      },
      setNumberFormat: (format: string) => cells.set(key, { ...cell(), format }),
    };
  };
  const find = (text: string) => {
    const [, quoted, bare = active, notation = text] = /^(?:'(.+)'|(.+))!(.+)$/.exec(text) ?? [];
    const sheet = quoted?.replace(/''/g, "'") ?? bare;
    if (!(sheet in sheets)) throw new Error(`Range not found: ${text}`);
    return rangeOf(sheet, boxOf(notation));
  };
  const selection = selected === undefined ? null : find(selected);
  const SpreadsheetApp = {
    getActiveSpreadsheet: () => ({
      getSheets: () => Object.keys(sheets).map(sheetNamed),
      getRange: find,
      getSpreadsheetLocale: () => locale,
    }),
    getActiveRange: () => selection,
    getCurrentCell: () =>
      selection && rangeOf(active, { ...boxOf(selection.getA1Notation()), rows: 1, columns: 1 }),
    flush: () => undefined,
  };
  return { SpreadsheetApp, cells };
}

function a1({ row, column, rows, columns }: Box): string {
  const first = `${String.fromCharCode(64 + column)}${row}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${String.fromCharCode(63 + column + columns)}${row + rows - 1}`;
}

/** The box of `B2`, `B2:C31` or `B:C`, on columns A to Z. */
function boxOf(text: string): Box {
  const [, left = "A", top = "1", right = left, bottom = text.includes(":") ? String(ROWS) : top] =
    /^([A-Z])(\d+)?(?::([A-Z])(\d+)?)?$/.exec(text) ?? [];
  const column = left.charCodeAt(0) - 64;
  return {
    row: Number(top),
    column,
    rows: Number(bottom) - Number(top) + 1,
    columns: right.charCodeAt(0) - 64 - column + 1,
  };
}
