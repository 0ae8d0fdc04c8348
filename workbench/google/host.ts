// What the script host asks of the machine it runs on: its ports, all in values that survive JSON.

/** How much Google lets a script do, by what started it. */
export type AuthMode = "NONE" | "LIMITED" | "CUSTOM_FUNCTION" | "FULL";

/** The parts of `appsscript.json` that the host obeys. */
export interface Manifest {
  timeZone: string;
  oauthScopes?: string[];
  urlFetchWhitelist?: string[];
}

/** A rectangle of cells; `row` and `column` count from 0. */
export interface Area {
  sheet: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What a cell holds: a day or a time is the spreadsheet's own number of days since 1899-12-30. */
export type CellValue = string | number | boolean | null | { date: number } | { error: string };

/** What a script writes: a text is understood as if it had been typed, `null` empties the cell. */
export type CellInput = string | number | boolean | null | { date: number };

/** The looks of a cell; `null` goes back to the default. */
export interface CellFormat {
  numberFormat?: string | null;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  color?: string | null;
  background?: string | null;
  fontSize?: number;
  horizontal?: "left" | "center" | "right" | null;
  vertical?: "top" | "middle" | "bottom" | null;
  wrap?: boolean;
}

export interface BookInfo {
  id: string;
  url: string;
  name: string;
  /** As Google writes it: `fr_FR`. */
  locale: string;
  timeZone: string;
}

export interface SheetInfo {
  id: string;
  name: string;
  rows: number;
  columns: number;
  hidden: boolean;
  frozenRows: number;
  frozenColumns: number;
  tabColor: string | null;
}

export interface NamedArea {
  name: string;
  area: Area;
}

/** The workbook. Sheets are named by `id`; rows and columns count from 0. */
export interface Book {
  info(): BookInfo;
  sheets(): SheetInfo[];
  activeSheet(): string;
  activate(sheet: string): void;
  /** Adds an empty sheet before position `index` and gives its id. */
  addSheet(name: string, index: number): string;
  deleteSheet(sheet: string): void;
  changeSheet(
    sheet: string,
    change: {
      name?: string;
      hidden?: boolean;
      frozenRows?: number;
      frozenColumns?: number;
      index?: number;
      /** `null` takes the colour away. */
      tabColor?: string | null;
    },
  ): void;
  insertLines(sheet: string, kind: "row" | "column", at: number, count: number): void;
  deleteLines(sheet: string, kind: "row" | "column", at: number, count: number): void;
  /** Moves columns to stand before column `before`, which counts as they were. */
  moveColumns(sheet: string, at: number, count: number, before: number): void;
  /** `width` in pixels, or as wide as the content needs. */
  resizeColumns(sheet: string, at: number, count: number, width: number | "auto"): void;
  values(area: Area): CellValue[][];
  /** As shown, in the workbook's locale. */
  displays(area: Area): string[][];
  /** As written, `""` where there is none. */
  formulas(area: Area): string[][];
  numberFormats(area: Area): string[][];
  write(area: Area, values: CellInput[][]): void;
  format(area: Area, format: CellFormat | CellFormat[][]): void;
  clear(area: Area, what: { contents: boolean; formats: boolean }): void;
  merge(area: Area, merged: boolean): void;
  /** Rows and columns up to the last cell that holds something. */
  extent(sheet: string): { rows: number; columns: number };
  selection(): { area: Area; row: number; column: number };
  select(area: Area): void;
  names(): NamedArea[];
  /** `null` forgets the name. */
  setName(name: string, area: Area | null): void;
  /** Ends when no custom function is pending any more. */
  flush(): void;
}

/** Small texts kept with the workbook; a scope is `script`, `document`, `user`, `cache:user`, `triggers`… */
export interface Store {
  get(scope: string, key: string): string | null;
  set(scope: string, key: string, value: string): void;
  delete(scope: string, key: string): void;
  all(scope: string): Record<string, string>;
}

export type MenuEntry =
  | { kind: "item"; label: string; handler: string }
  | { kind: "separator" }
  | { kind: "menu"; menu: Menu };

/** A menu of the menu bar; an add-on's own menu (`addOn`) is named by the page, as Google names it. */
export interface Menu {
  addOn: boolean;
  name: string;
  entries: MenuEntry[];
}

export interface Panel {
  title: string;
  html: string;
  width: number | null;
  height: number | null;
}

export type Button = "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
export type ButtonSet = "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";

export interface Question {
  title: string;
  message: string;
  buttons: ButtonSet;
}

/** What a script shows. */
export interface Ui {
  menu(menu: Menu): void;
  sidebar(panel: Panel): void;
  dialog(panel: Panel, modal: boolean): void;
  alert(question: Question): Button;
  prompt(question: Question): { button: Button; text: string };
  toast(message: string, title: string, seconds: number): void;
}

/** Who is at the keyboard. */
export interface User {
  email(): string;
  /** An OpenID Connect token about this user, or `null`. */
  identityToken(): string | null;
}

export interface NetRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  followRedirects: boolean;
}

/** `error` says why no answer came. */
type NetResponse = { status: number; headers: Record<string, string>; body: string } | { error: string };

/** The way out, which waits for the answer. */
export interface Net {
  fetch(request: NetRequest): NetResponse;
}

export interface Machine {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): void;
  uuid(): string;
  log(level: "log" | "info" | "warn" | "error", text: string): void;
}

/** What does not change while the add-on is loaded. */
export interface Settings {
  manifest: Manifest;
  /** HTML files of the project, by name without extension. */
  files: Record<string, string>;
  /** The user's language: `fr`, `en`. */
  locale: string;
}

export interface Host extends Settings {
  book: Book;
  store: Store;
  ui: Ui;
  user: User;
  net: Net;
  machine: Machine;
}

/** The same port served by a page, which may take its time. */
export type Served<Port> = {
  [Name in keyof Port]: Port[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Result | Promise<Result>
    : never;
};
