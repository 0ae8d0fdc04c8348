// What the sidebar may ask of the script, and what it is answered: JSON in both directions.
import type { AskedRange, RangePlace, SentCell } from "../shared/api/ranges.ts";
import type { Cell } from "../shared/api/refresh.ts";
import type { ApiAnswer, ApiCall } from "./backend.ts";
import type { Paired, PairRequest } from "./pairing.ts";
import type { RefreshState } from "./refresh-state.ts";
import type { Schedule } from "./schedule.ts";

/** A cell or a range, as a formula writes it; without `sheet`, on the sheet where the formula stands. */
export interface Reference {
  readonly sheet?: string;
  /** Relative or absolute: `B2`, `$B$2:$B$31`, `B:B`, `2:5`. */
  readonly a1: string;
}

/** What a formula is given: cells, a number, or a text. */
export type FormulaArgument = Reference | number | string;

/** A formula to write in the current cell: `=NAME(arguments)`. */
export interface Insertion {
  readonly name: string;
  readonly args: readonly FormulaArgument[];
  /** The cell whose content the user agreed to replace, as an earlier refusal named it. */
  readonly replace?: string;
}

export interface Inserted {
  readonly cell: string;
  /** What the cell shows; empty while the spreadsheet is still computing. */
  readonly display: string;
  /** Why the cell shows an error, in a sentence of the user's language. */
  readonly reason?: string;
  /** What should be known of the value, a sentence each in the user's language. */
  readonly warnings?: readonly string[];
}

/** The number that the selected cell holds, and where it is; null where it holds none. */
export interface CellValue {
  readonly reference: Reference;
  readonly value: number | null;
}

/** A range as the sidebar shows it: its first rows, of all those that it holds. */
export interface ShownRange {
  readonly place: RangePlace;
  /** The name of its tab. */
  readonly tab: string;
  /** The row of the sheet in which it begins. */
  readonly first: number;
  readonly rows: readonly (readonly SentCell[])[];
  readonly total: number;
}

/** A tab to make: a header, then rows; a format a column, where days are `2026-01-31`. */
export interface NewTab {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly formats: readonly string[];
}

/** The calls, by name; the dispatcher in `main.ts` lets nothing else through. */
export interface Door {
  /** Locales as Google writes them: `fr`, `en_GB`. */
  readonly locale: () => { readonly user: string; readonly sheet: string };
  /** The selected cells, with their sheet where the spreadsheet has several. */
  readonly selection: () => Reference;
  readonly selectedNumber: () => CellValue;
  /** The address of the user; null where Google does not tell it. */
  readonly me: () => string | null;
  readonly insert: (insertion: Insertion) => Inserted;
  readonly paired: () => Paired;
  readonly pair: (request: PairRequest) => ApiAnswer<null>;
  readonly rotateKey: () => ApiAnswer<null>;
  readonly unpair: () => null;
  /** A call to the Worker, of those whose answer holds no key. */
  readonly api: (call: ApiCall) => ApiAnswer;
  readonly refresh: () => RefreshState;
  readonly freshness: () => Freshness;
  /** The range at a place; without one, the selected one. */
  readonly range: (place: RangePlace | null) => ShownRange;
  readonly addTab: (tab: NewTab) => RangePlace;
  /** Sends the rows of a range to the Worker, which answers with the connection. */
  readonly sendRange: (range: Pick<AskedRange, "id" | "place" | "columns">) => ApiAnswer;
}

/** How fresh the figures of this spreadsheet are. */
export interface Freshness {
  /** Null before the first refresh. */
  readonly last: RefreshState | null;
  readonly schedule: Schedule;
  /** The name of the tab of figures; null before the first refresh, or once deleted. */
  readonly dataTab: string | null;
}

/** Why the script did not do what was asked; the sidebar has the words. */
export type Refusal =
  | { readonly kind: "no_cell" }
  | { readonly kind: "no_such_range"; readonly range: string }
  | { readonly kind: "own_cell"; readonly cell: string; readonly range: string }
  | { readonly kind: "not_empty"; readonly cell: string; readonly content: string }
  | { readonly kind: "not_writable"; readonly cell: string }
  | { readonly kind: "own_tab"; readonly tab: string }
  | { readonly kind: "no_new_tab" }
  | { readonly kind: "unexpected" };

export type Answer<Value> = { readonly value: Value } | { readonly refusal: Refusal };
