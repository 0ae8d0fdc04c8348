// How much a statistic takes at once; beyond, a cell would keep its user waiting.
import type { Words } from "../language.ts";
import { fail } from "../problem.ts";

export interface Limits {
  /** Rows of a table of customers, or of orders. */
  readonly rows: number;
  /** Values of a series, and steps to come. */
  readonly values: number;
  readonly steps: number;
  /** Customers times months to come. */
  readonly predictions: number;
}

/** What a cell computes within a few seconds, where a script runs several times slower than on one's own machine. */
export const IN_A_CELL: Limits = { rows: 100_000, values: 2_000, steps: 400, predictions: 2_000_000 };

const WHAT: Readonly<Record<keyof Limits, Words>> = {
  rows: { fr: "lignes", en: "rows" },
  values: { fr: "valeurs", en: "values" },
  steps: { fr: "périodes à prévoir", en: "periods to forecast" },
  predictions: { fr: "clients × mois", en: "customers × months" },
};

export function checkSize(limits: Limits, what: keyof Limits, found: number): void {
  const most = limits[what];
  if (found > most) fail({ kind: "too_large", what: WHAT[what], found, most });
}
