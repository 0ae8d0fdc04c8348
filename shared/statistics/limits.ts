// How much a statistic takes at once: in a cell, which must not keep its user waiting, and in the Worker, which has more time.
import type { Words } from "../language.ts";
import { fail } from "../problem.ts";

export interface Limits {
  readonly on: "cell" | "server";
  /** Rows of a table of customers, or of orders. */
  readonly rows: number;
  /** Values of a series, and steps to come. */
  readonly values: number;
  readonly steps: number;
  /** Customers times months to come. */
  readonly predictions: number;
}

/** What a cell computes within a few seconds, where a script runs several times slower than on one's own machine. */
export const IN_A_CELL: Limits = {
  on: "cell",
  rows: 100_000,
  values: 2_000,
  steps: 400,
  predictions: 2_000_000,
};

/**
 * What a Worker computes within the 30 seconds and the 128 MB that it has for a request: a table of 200,000 customers takes
 * 115 MB with its answer (https://developers.cloudflare.com/workers/platform/limits/).
 */
export const ON_THE_SERVER: Limits = {
  on: "server",
  rows: 200_000,
  values: 20_000,
  steps: 2_000,
  predictions: 10_000_000,
};

const WHAT: Readonly<Record<Exclude<keyof Limits, "on">, Words>> = {
  rows: { fr: "lignes", en: "rows" },
  values: { fr: "valeurs", en: "values" },
  steps: { fr: "périodes à prévoir", en: "periods to forecast" },
  predictions: { fr: "clients × mois", en: "customers × months" },
};

export function checkSize(limits: Limits, what: keyof typeof WHAT, found: number): void {
  const most = limits[what];
  if (found <= most) return;
  const advice = limits.on === "cell" && found <= ON_THE_SERVER[what] ? "compute_on_server" : "give_less";
  fail({ kind: "too_large", what: WHAT[what], found, most, on: limits.on, advice });
}
