// What the data say about an objective: plain figures that the Worker gathers and that rules, chances and diagnosis read.
import type { Words } from "../language.ts";
import type { Day } from "../period.ts";

/**
 * The totals of a KPI's arguments over one day, or over one month for what people counted once allow. A day that was read
 * and holds nothing has totals of 0; a day without a point was not read.
 */
export interface Point {
  readonly from: Day;
  readonly to: Day;
  /** One total per argument of the KPI; an argument is missing where nothing was read. */
  readonly totals: Readonly<Record<string, number>>;
  /** True while the source may still restate it. */
  readonly provisional?: true;
}

/** The past of one KPI over one scope, oldest first, without the day in course. */
export interface Series {
  readonly kpi: string;
  /** `day`: totals add up over any period. `month`: they hold for their own month only (visitors, reach). */
  readonly step: "day" | "month";
  readonly points: readonly Point[];
  /** Why there are none, or why the last are missing. */
  readonly problem: Words | null;
  readonly currency: string | null;
}

/** One channel over the two periods that a diagnosis compares: totals by name of metric (shared/metrics.ts). */
export interface Segment {
  readonly channel: string;
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
}

export interface Freshness {
  /** When the data of this KPI were last read completely; null before the first time. */
  readonly asOf: string | null;
  /** The share of the days of the last cadence that were read, 0 to 1. */
  readonly completeness: number;
  /** What is wrong with the source, in words; null while it is well. */
  readonly problem: Words | null;
  /** The names of the sources it comes from. */
  readonly sources: readonly string[];
}

/** An event that someone wrote beside the figures: a price change, a strike, a new site. */
export interface Note {
  readonly id: string;
  readonly day: Day;
  readonly text: string;
  readonly by: string;
}

/** Another objective of the workspace, as far as rules of the set look at it. */
export interface Neighbour {
  readonly id: string;
  readonly title: string;
  readonly kpi: string;
  readonly scopeKey: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly start: Day | null;
  readonly deadline: Day | null;
}

export interface Evidence {
  /** Today where the data are counted. */
  readonly today: Day;
  /** The KPI of the objective, then its secondary KPIs and those its rules and identities look at. */
  readonly series: readonly Series[];
  /** Which metrics (shared/metrics.ts) any source of the workspace holds over this scope. */
  readonly metrics: readonly string[];
  /** What can be chosen as a scope, the largest first. */
  readonly channels: readonly string[];
  readonly campaigns: readonly string[];
  readonly freshness: Freshness;
  readonly neighbours: readonly Neighbour[];
  readonly notes: readonly Note[];
}
