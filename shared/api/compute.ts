// A statistic computed by the Worker, for data that are too many for a cell.
import type { Words } from "../language.ts";

/** Bytes of a request at most: some 200,000 rows of three columns. */
export const LARGEST_COMPUTATION = 12_000_000;

/** Cells of a range at most, the blank ones at its end included. */
export const LARGEST_RANGE = 2_000_000;

/** A cell in JSON; a date is its instant, in milliseconds since 1970. */
export type SentCell = string | number | boolean | null | { readonly date: number };

/** A range in JSON: its cells from left to right and down, those that are blank at the end left out. */
export interface SentRange {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly SentCell[];
}

/** POST /v1/compute → ComputeAnswer */
export interface ComputeRequest {
  /** The English name of a statistic. */
  readonly function: string;
  readonly arguments: readonly (SentCell | SentRange)[];
}

export type ComputeAnswer =
  | { readonly value: number }
  | { readonly header: readonly Words[]; readonly rows: readonly (readonly (SentCell | Words)[])[] };
