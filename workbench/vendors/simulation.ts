// What the simulators remember: the day they believe in, what tests ordered, and the requests they received.
import { dayIn } from "./days.ts";
import type { Fault } from "./faults.ts";
import type { Adjustment } from "./shop.ts";

export type Simulation = {
  /** The shop's today; the clock's day in the shop's time zone when null. */
  day: string | null;
  timeZone: string;
  currency: string;
  adjustments: Adjustment[];
  /** What Google Analytics says of its own answers. */
  quality: { thresholding: boolean; otherRow: boolean; sampling: { read: number; of: number } | null };
  /** The most rows that a page of a report holds, whatever it was asked for. */
  mostRows: number;
  faults: Fault[];
  /** How long an access token lives, in seconds; the grant can also be withdrawn, and the property closed. */
  tokenSeconds: number;
  grantWithdrawn: boolean;
  propertyClosed: boolean;
  /** What is left of the property's tokens in an hour (counted since 1970); other hours start anew. */
  quota: { hour: number; left: number };
  /** By access token; `expires` is in milliseconds since 1970. */
  tokens: Record<string, { account: string; scope: string; expires: number }>;
};

export type SeenRequest = { at: string; method: string; path: string; page: string; status: number };

/** Where the simulation is kept: on disk in the workbench, in a variable in tests. */
export type Memory = {
  simulation: () => Simulation;
  keep: (simulation: Simulation) => void;
  note: (request: SeenRequest) => void;
  seen: () => SeenRequest[];
  forget: () => void;
};

/** A shop in Paris where nothing goes wrong. */
export const INITIAL: Simulation = {
  day: null,
  timeZone: "Europe/Paris",
  currency: "EUR",
  adjustments: [],
  quality: { thresholding: false, otherRow: false, sampling: null },
  mostRows: 250_000,
  faults: [],
  tokenSeconds: 3600,
  grantWithdrawn: false,
  propertyClosed: false,
  quota: { hour: 0, left: 0 },
  tokens: {},
};

/** The day it is in the shop. */
export function today(simulation: Simulation, now: number): string {
  return simulation.day ?? dayIn(simulation.timeZone, now);
}
