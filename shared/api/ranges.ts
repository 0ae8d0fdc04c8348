// Ranges of a spreadsheet that feed the workspace: what the add-on reads of them, and what it sends.
import type { Instant } from "./call.ts";
import type { SourceProblemCode } from "./sources.ts";
import type { RangeMapping } from "../range/mapping.ts";

/** The name of their connector. */
export const RANGE = "range";

/** Rows under the header, at most. */
export const MOST_RANGE_ROWS = 20_000;
/** Characters of what is sent, at most. */
export const LARGEST_RANGE = 4_000_000;

/** Where a range is: the number of its sheet, which no renaming changes, and `A:F`, `B3:F` or `B3:F200`. */
export interface RangePlace {
  readonly sheet: string;
  readonly a1: string;
}

/** POST /v1/ranges → 201 Connection; PUT /v1/ranges/:id → Connection. The range is one of the calling spreadsheet. */
export interface WantedRange {
  readonly name: string;
  readonly place: RangePlace;
  readonly mapping: RangeMapping;
}

/** A cell as it is sent: blank is `""`, a date the day `2026-01-31` on the spreadsheet's own calendar. */
export type SentCell = string | number | boolean;

/** A column that is sent: no other leaves the spreadsheet. */
export interface AskedColumn {
  readonly header: string;
  /** Its values only tell rows apart: numbers are sent in their place. */
  readonly hidden: boolean;
}

/** A range as a refresh asks for it. */
export interface AskedRange {
  /** The connection that it feeds. */
  readonly id: string;
  readonly place: RangePlace;
  readonly columns: readonly AskedColumn[];
  /** Of what the Worker last took (SHA-256 of the JSON sent, in hexadecimal); null where it must be sent. */
  readonly digest: string | null;
  /** When the Worker last took it. */
  readonly asOf: Instant | null;
  readonly problem: SourceProblemCode | null;
}

/** PUT /v1/connections/:id/rows → Connection: the rows of a range, or why they cannot be read. */
export type SentRange = SentRows | { readonly problem: "range_gone" | "too_large" };

export interface SentRows {
  /** The row of the sheet in which the header stands. */
  readonly first: number;
  /** The header, then the rows, blank ones included. */
  readonly rows: readonly (readonly SentCell[])[];
}
