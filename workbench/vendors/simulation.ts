// What the simulators remember: the day they believe in, what tests ordered, and the requests they received.
import type { Code } from "./consent.ts";
import { dayIn, startOf } from "./days.ts";
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
  /** The most objects that a search of HubSpot reaches, whatever its pages. */
  searchCap: number;
  /** How many days of messages the e-mail automation keeps before it forgets them. */
  messageDays: number;
  /** How many campaigns LinkedIn shows for each of the shop's: the others gather one impression a day. */
  campaignCopies: number;
  /** The most rows of a question that Meta finds light enough, and the insights that it has removed. */
  heaviestQuery: number;
  removedInsights: string[];
  /** Whether the shop's Salesforce holds amounts in several currencies. */
  severalCurrencies: boolean;
  /** The calls that Brevo counted in an hour (since 1970), of the most it allows. */
  brevoCalls: { hour: number; count: number; most: number };
  /** What is left of the property's tokens in an hour (counted since 1970); other hours start anew. */
  quota: { hour: number; left: number };
  /** By access token; `expires` is in milliseconds since 1970. */
  tokens: Record<string, { account: string; scope: string; expires: number }>;
  /** What people agreed to: codes still to be exchanged, and by refresh token what was. */
  codes: Record<string, Code>;
  grants: Record<string, { client: string; scope: string }>;
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
  searchCap: 10_000,
  messageDays: 180,
  campaignCopies: 1,
  heaviestQuery: 100_000,
  removedInsights: [],
  severalCurrencies: true,
  brevoCalls: { hour: 0, count: 0, most: 100 },
  quota: { hour: 0, left: 0 },
  tokens: {},
  codes: {},
  grants: {},
};

/** The day it is in the shop. */
export function today(simulation: Simulation, now: number): string {
  return simulation.day ?? dayIn(simulation.timeZone, now);
}

/** The instant it is in the shop: the clock's, or the clock's time on the day that a test has set. */
export function instantOf({ day }: Simulation, now: number): number {
  return day === null ? now : startOf(day) + (now % 86_400_000);
}
