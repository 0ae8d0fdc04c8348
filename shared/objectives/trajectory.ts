// Where an objective stands today, beside where its season says that it should.
import { sum } from "../number.ts";
import type { Kpi } from "../kpi.ts";
import { addDays, type Day } from "../period.ts";
import type { Progress, Status } from "./assessment.ts";
import type { Evidence, Series } from "./evidence.ts";
import { kpiOf } from "./feasibility.ts";
import { type Asked, askedOf } from "./horizon.ts";
import type { ObjectiveDraft } from "./objective.ts";
import { elapsed, seasonalShare, tolerance } from "./pace.ts";
import { cadenceOf, type Period, periodsIn, periodsUntil, valuesIn } from "./periods.ts";
import { progress } from "./progress.ts";
import { problemOf, progressWords } from "./progress-words.ts";
import { lastPoint, seriesOf } from "./reading.ts";
import { type Now, valueNow } from "./value-now.ts";

/** Periods of a sparkline at most. */
const DRAWN = 13;
/** What a level or a ratio may be off the straight line in any case: a first day says nothing. */
const LEAST_OFF = 0.05;

/**
 * A sum is counted from the start and compared with the share that last year had done by the same day; a ratio and a level go
 * from the baseline to the target in a straight line; a bound counts the periods within. Where the source fails, the last value
 * stays, with its age and the reason. Retired objectives are told by who keeps them.
 */
export function progressOf(draft: ObjectiveDraft, evidence: Evidence): Progress {
  const kpi = kpiOf(draft);
  const series = kpi && seriesOf(evidence, kpi.name);
  const asked = kpi && series ? askedOf(draft, kpi, series) : null;
  const last = kpi && series ? lastPoint(series, kpi) : undefined;
  const history = kpi && series && last ? drawn(series, kpi, draft, last.to) : [];
  const now = asked && last ? valueNow(asked, draft.cadence, last) : null;
  if (!asked || !last || !now || evidence.today < asked.span.from) {
    return without(statusWithout(draft, evidence, asked), draft, evidence, history, now);
  }
  const until = last.to < asked.span.to ? last.to : asked.span.to;
  const standing = asked.stay
    ? standingOfStay(asked, draft, now, until, evidence.today)
    : standingOfReach(asked, draft, now, until, evidence.today);
  const { status, share, expected, band } = standing;
  const words = progressWords(asked, evidence, now, last.to, standing);
  return { status, value: now.value, problem: null, share, expected, band, history, words };
}

export interface Standing extends Pick<Progress, "status" | "share" | "expected" | "band"> {
  /** How `expected` is known. */
  readonly by: "season" | "line" | null;
  /** Of a bound: whole periods within, out of how many. */
  readonly within: readonly [held: number, periods: number] | null;
}

function standingOfReach(asked: Asked, draft: ObjectiveDraft, now: Now, until: Day, today: Day): Standing {
  const { kpi, series, shape, span, target, atMost } = asked;
  const share =
    shape.kind === "sum"
      ? ratioOf(now.value, target)
      : shareFrom(draft.baseline?.value ?? null, target, now.value);
  const gone = elapsed(span, until);
  const season = shape.kind === "sum" ? seasonalShare(series, kpi, shape.over, span, until) : null;
  const expected = season ?? gone;
  const off = tolerance(gone) * expected;
  const wide = shape.kind === "sum" ? off : Math.max(off, LEAST_OFF);
  const over = today > span.to && until === span.to;
  const met = atMost ? now.value <= target : now.value >= target;
  const shared = { share, expected, band: [expected - wide, expected + wide], within: null } as const;
  const by = season === null ? "line" : "season";
  if (over) return { ...shared, by, status: met ? "reached" : "missed" };
  if (shape.kind === "sum" && met !== atMost) return { ...shared, by, status: atMost ? "missed" : "reached" };
  if (share === null) return { ...shared, by, status: met ? "ahead" : "on_track" };
  // Of a sum to keep under, what is spent too soon is late.
  const lead = shape.kind === "sum" && atMost ? expected - share : share - expected;
  const status: Status =
    lead > wide ? "ahead" : lead >= -wide ? "on_track" : lead >= -2 * wide ? "at_risk" : "off_track";
  return { ...shared, by, status };
}

/** A bound is kept while its last whole period is within; one period out is late, two in a row are very late. */
function standingOfStay(asked: Asked, draft: ObjectiveDraft, now: Now, until: Day, today: Day): Standing {
  const { kpi, series, span, target, atMost } = asked;
  const periods = periodsIn(span, until, cadenceOf(series, draft.cadence));
  const known = valuesIn(series, kpi, periods).filter(({ value }) => value !== null);
  const held = known.map(({ value }) => isWithin(value ?? now.value, target, atMost));
  const kept = sum(held.map(Number));
  const share = held.length > 0 ? kept / held.length : null;
  const over = today > span.to && until === span.to;
  const [previous = true, latest = isWithin(now.value, target, atMost)] =
    held.length > 1 ? held.slice(-2) : [true, held[0]];
  const status: Status = over
    ? kept === held.length && latest
      ? "reached"
      : "missed"
    : latest
      ? "on_track"
      : previous
        ? "at_risk"
        : "off_track";
  return { status, share, expected: null, band: null, by: null, within: [kept, held.length] };
}

function isWithin(value: number, target: number, atMost: boolean): boolean {
  return atMost ? value <= target : value >= target;
}

function ratioOf(value: number, target: number): number | null {
  return target > 0 ? value / target : null;
}

function shareFrom(baseline: number | null, target: number, value: number): number | null {
  return baseline === null || baseline === target ? null : progress({ baseline, target }, value);
}

/** The KPI by whole period of the cadence, the last ones, oldest first. */
function drawn(series: Series, kpi: Kpi, draft: ObjectiveDraft, last: Day): Period[] {
  const start = draft.start ?? addDays(last, 1);
  const spans = periodsUntil(last, start, cadenceOf(series, draft.cadence), DRAWN);
  const values = valuesIn(series, kpi, spans);
  const first = values.findIndex(({ value }) => value !== null);
  return first < 0 ? [] : values.slice(first);
}

function statusWithout(draft: ObjectiveDraft, evidence: Evidence, asked: Asked | null): Status {
  const { start } = draft;
  if (
    !asked &&
    (kpiOf(draft) === null || draft.target === null || start === null || draft.deadline === null)
  ) {
    return "draft";
  }
  // The first day is not over: there is nothing to read yet, and nothing is wrong.
  return start !== null && evidence.today <= start ? "not_started" : "no_data";
}

function without(
  status: Status,
  draft: ObjectiveDraft,
  evidence: Evidence,
  history: Progress["history"],
  now: Now | null,
): Progress {
  const problem = problemOf(status, draft, evidence);
  return {
    status,
    value: now?.value ?? null,
    problem: now ? null : problem,
    share: null,
    expected: null,
    band: null,
    history,
    words: problem,
  };
}
