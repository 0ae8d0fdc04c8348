// What is left of an objective, and at which step to look at it: days soon, weeks later, months for seasons or for levels.
import type { Kpi } from "../kpi.ts";
import { addDays, type Day, daysBetween } from "../period.ts";
import { overlap, type Step, stepsAfter, stepsBefore } from "./calendar.ts";
import type { Series } from "./evidence.ts";
import { type Past, pastOf } from "./history.ts";
import { type ObjectiveDraft, targetValue } from "./objective.ts";
import type { Span } from "./reading.ts";
import { type Shape, shapeOf } from "./shape.ts";

/** Fewer whole weeks (months, for figures by month) than `THIN` make no forecast, fewer than `LEAST` no chances. */
export const THIN = 8;
export const LEAST = 3;

/**
 * As far as days are forecast one by one, without and with two years of weeks to tell a season; and how many past ones serve:
 * their weekdays matter more than their year.
 */
const DAYS_AHEAD = 42;
const DAYS_AHEAD_OF_SEASONS = 28;
const DAYS_PAST = 182;
const WEEKS_PAST = 155;
/** Months that show a yearly season by themselves, three of each; and weeks, two of each. */
const SEASONAL_MONTHS = 36;
export const SEASONAL_WEEKS = 104;

/** An objective whose chances can be asked. */
export interface Asked {
  readonly kpi: Kpi;
  readonly shape: Shape;
  readonly series: Series;
  readonly target: number;
  readonly span: Span;
  readonly atMost: boolean;
  /** A bound to stay within period after period, rather than an end to reach. */
  readonly stay: boolean;
}

export interface Horizon {
  readonly past: Past;
  readonly step: Step;
  /** Whole weeks or months of past. */
  readonly periods: number;
  /** How many past steps serve, at most. */
  readonly most: number;
  /** What is left after the last settled day, and how much of each step is inside the objective. */
  readonly steps: readonly Span[];
  readonly weights: readonly number[];
}

/** The question that a draft asks of a series; null while it has no KPI, target or dates. */
export function askedOf(draft: ObjectiveDraft, kpi: Kpi, series: Series): Asked | null {
  const target = targetValue(draft);
  const { start, deadline, targetType } = draft;
  if (target === null || !Number.isFinite(target) || !start || !deadline || deadline < start) return null;
  return {
    kpi,
    shape: shapeOf(kpi),
    series,
    target,
    span: { from: start, to: deadline },
    atMost: targetType === "reach_at_most" || targetType === "stay_below",
    stay: targetType === "stay_above" || targetType === "stay_below",
  };
}

/** Null where nothing was read. */
export function horizonOf(asked: Asked, cadence: ObjectiveDraft["cadence"], today: Day): Horizon | null {
  const { series, kpi, span } = asked;
  const past = pastOf(series, kpi, today);
  const first = past?.slots[0];
  if (!past || !first) return null;
  const whole = (unit: Step): number => stepsBefore(past.last, first.span.from, unit).length;
  const step = stepOf(asked, cadence, past, whole);
  const steps = stepsAfter(past.last, span.to, step);
  const rest = { from: past.last < span.from ? span.from : addDays(past.last, 1), to: span.to };
  const weights = steps.map((one) => overlap(one, rest));
  // A month that the deadline cuts short has no figure of its own.
  const cut = series.step === "month" && asked.shape.kind === "level" && steps.length > 1;
  const kept = cut ? weights.lastIndexOf(1) + 1 || steps.length : steps.length;
  return {
    past,
    step,
    periods: whole(step === "month" ? "month" : "week"),
    most: step === "day" ? DAYS_PAST : WEEKS_PAST,
    steps: steps.slice(0, kept),
    weights: weights.slice(0, kept),
  };
}

function stepOf(
  { series, shape, stay, span }: Asked,
  cadence: ObjectiveDraft["cadence"],
  { last }: Past,
  whole: (step: Step) => number,
): Step {
  if (series.step === "month" || (shape.kind === "level" && !shape.stock)) return "month";
  if (stay) return cadence === "monthly" && whole("month") >= THIN ? "month" : "week";
  const daysAhead = whole("week") < SEASONAL_WEEKS ? DAYS_AHEAD : DAYS_AHEAD_OF_SEASONS;
  if (daysBetween(last, span.to) <= daysAhead || whole("week") < THIN) return "day";
  return shape.kind === "sum" || shape.kind === "ratio"
    ? whole("month") >= SEASONAL_MONTHS
      ? "month"
      : "week"
    : "week";
}
