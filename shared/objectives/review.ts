// When an objective is looked at again, and what a decision turned out to change.
import type { Words } from "../language.ts";
import { addDays, type Day, daysBetween, firstDayOf } from "../period.ts";
import { lastOfMonth } from "./calendar.ts";
import { changeOf } from "./diagnosis/change.ts";
import type { Windows } from "./diagnosis/windows.ts";
import type { Evidence } from "./evidence.ts";
import { kpiOf } from "./feasibility.ts";
import { figureOf } from "./figure.ts";
import type { Cadence, ObjectiveDraft } from "./objective.ts";
import { lastPoint, seriesOf } from "./reading.ts";
import { fill } from "./rules/rule.ts";

/** What a decision was followed by: the KPI over as many days before and after it. */
export interface Effect {
  readonly before: number;
  readonly after: number;
  /** Whether the difference is more than chance at this volume. */
  readonly significant: boolean;
  readonly words: Words;
}

/**
 * A cadence after the last review, or after the start; the day after the deadline for the last one. Null without a cadence or
 * dates, and once the objective was reviewed after its deadline.
 * @param reviewed the days of the reviews held, in any order
 */
export function nextReview(draft: ObjectiveDraft, reviewed: readonly Day[]): Day | null {
  const { cadence, start, deadline } = draft;
  if (!cadence || !start || !deadline) return null;
  const closing = addDays(deadline, 1);
  const last = lastOf(reviewed, start);
  if (last >= closing) return null;
  const next = later(last, cadence);
  return next < closing ? next : closing;
}

/** True where no review was held for two cadences. */
export function isToReview(draft: ObjectiveDraft, reviewed: readonly Day[], today: Day): boolean {
  const { cadence, start } = draft;
  if (!cadence || !start || nextReview(draft, reviewed) === null) return false;
  return today > later(later(lastOf(reviewed, start), cadence), cadence);
}

function lastOf(reviewed: readonly Day[], start: Day): Day {
  return reviewed.reduce((latest, day) => (day > latest ? day : latest), start);
}

/** A week later, or the same date of the next month (its last day where it is shorter). */
function later(day: Day, cadence: Cadence): Day {
  if (cadence === "weekly") return addDays(day, 7);
  const first = addDays(lastOfMonth(day), 1);
  const same = addDays(first, daysBetween(firstDayOf(day, "month"), day));
  const last = lastOfMonth(first);
  return same < last ? same : last;
}

const LONGEST_WEEKS = 4;

const EFFECTS = {
  moved: {
    fr: "{after} sur les {days} jours qui suivent, contre {before} sur les {days} jours d'avant\u00a0: plus que le hasard à ce volume, sans prouver que la décision en est la cause.",
    en: "{after} over the {days} days after, against {before} over the {days} days before: more than chance at this volume, without proof that the decision caused it.",
  },
  steady: {
    fr: "{after} sur les {days} jours qui suivent, contre {before} sur les {days} jours d'avant\u00a0: l'écart ne se distingue pas du hasard.",
    en: "{after} over the {days} days after, against {before} over the {days} days before: the difference cannot be told from chance.",
  },
} satisfies Readonly<Record<string, Words>>;

/**
 * The KPI over the whole weeks after a decision (one to four; a monthly cadence waits for four) and over as many before it, the
 * day itself left out. Null while too few settled days have passed, or were read before. For figures by month, the month after.
 */
export function effectOf(draft: ObjectiveDraft, evidence: Evidence, on: Day): Effect | null {
  const kpi = kpiOf(draft);
  const series = kpi && seriesOf(evidence, kpi.name);
  const last = kpi && series && lastPoint(series, kpi, true);
  if (!kpi || !series || !last) return null;
  const windows =
    series.step === "month" ? monthsAround(on, last.to) : weeksAround(on, last.to, draft.cadence);
  const change = windows && changeOf(series, kpi, windows);
  if (!windows || !change) return null;
  const { before, after, way } = change;
  const significant = way !== "steady";
  const holes = {
    before: figureOf(before, kpi.unit, series.currency),
    after: figureOf(after, kpi.unit, series.currency),
    days: String(daysBetween(windows.after.from, windows.after.to) + 1),
  };
  return { before, after, significant, words: fill(significant ? EFFECTS.moved : EFFECTS.steady, holes) };
}

function weeksAround(on: Day, last: Day, cadence: Cadence | null): Windows | null {
  const weeks = Math.min(LONGEST_WEEKS, Math.floor(daysBetween(on, last) / 7));
  if (weeks < (cadence === "monthly" ? LONGEST_WEEKS : 1)) return null;
  return {
    before: { from: addDays(on, -7 * weeks), to: addDays(on, -1) },
    after: { from: addDays(on, 1), to: addDays(on, 7 * weeks) },
  };
}

function monthsAround(on: Day, last: Day): Windows | null {
  const from = addDays(lastOfMonth(on), 1);
  const to = lastOfMonth(from);
  const end = addDays(firstDayOf(on, "month"), -1);
  return to > last ? null : { before: { from: firstDayOf(end, "month"), to: end }, after: { from, to } };
}
