// What a refresh writes into the spreadsheet.
import type { Words } from "../language.ts";
import type { Day } from "../period.ts";
import type { Instant } from "./call.ts";
import type { AskedRange } from "./ranges.ts";
import type { ConnectionState, SourceProblem } from "./sources.ts";

export type Cell = string | number | null;

/** One tab to write: the header in row 1, the rows below, one format a column. */
export interface Tab {
  readonly key: "data" | "uniques" | "objectives";
  readonly title: Words;
  readonly header: readonly string[];
  /** As many cells as the header has; days are `2026-01-31`, rates fractions, money decimal numbers. */
  readonly rows: readonly (readonly Cell[])[];
  /** A column's Sheets number format; `@` marks text, to be written as text whatever it holds. */
  readonly formats: readonly string[];
  /** Where the rows of a column are of several units: its place from 0, and the format of each row. */
  readonly rowFormats?:
    | readonly { readonly column: number; readonly formats: readonly string[] }[]
    | undefined;
  /** What a reader of the tab should know, such as which days were folded into months. */
  readonly note: Words | null;
  readonly provenance: readonly Provenance[];
}

/** Where the rows of a tab come from. */
export interface Provenance {
  readonly connection: string;
  readonly source: string;
  readonly account: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly timeZone: string | null;
  readonly currency: string | null;
  readonly asOf: Instant | null;
  readonly rows: number;
  readonly run: number;
}

export interface SourceState {
  readonly connection: string;
  readonly name: string;
  readonly state: ConnectionState;
  readonly asOf: Instant | null;
  readonly problem: SourceProblem | null;
}

/** GET /v1/refresh, with an `ETag`: 304 when `If-None-Match` shows the same. */
export interface Refresh {
  readonly generation: string;
  readonly tabs: readonly Tab[];
  readonly sources: readonly SourceState[];
  /** The ranges of this spreadsheet that feed the workspace, to be read before the next refresh. */
  readonly ranges?: readonly AskedRange[] | undefined;
}
