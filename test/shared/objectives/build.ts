// Objectives and evidence to test with, a few words each.
import type { Evidence, Point, Series } from "../../../shared/objectives/evidence.ts";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import { addDays, type Day } from "../../../shared/period.ts";

/** Leads of the first quarter of 2026, at least 1,000 unless said otherwise. */
export function draftOf(said: Partial<ObjectiveDraft> = {}): ObjectiveDraft {
  return {
    title: "Générer 1 000 leads",
    wish: "",
    goal: null,
    kind: "continuous",
    kpi: "LEADS",
    secondary: [],
    scope: "all",
    targetType: "reach_at_least",
    baseline: null,
    target: { as: "value", value: 1000 },
    start: "2026-01-01",
    deadline: "2026-03-31",
    cadence: "weekly",
    owner: "Ana",
    audience: "",
    serves: "",
    budget: null,
    capacity: null,
    waived: {},
    ...said,
  };
}

export function evidenceOf(today: Day, series: readonly Series[], said: Partial<Evidence> = {}): Evidence {
  return {
    today,
    series,
    metrics: [],
    channels: [],
    campaigns: [],
    freshness: { asOf: `${today}T06:00:00Z`, completeness: 1, problem: null, sources: ["GA4"] },
    neighbours: [],
    notes: [],
    ...said,
  };
}

/** A point a day from a first one; null leaves a day unread. */
export function days(
  kpi: string,
  first: Day,
  totals: readonly (Readonly<Record<string, number>> | null)[],
): Series {
  const points = totals.flatMap((given, t): Point[] => {
    const day = addDays(first, t);
    return given ? [{ from: day, to: day, totals: given }] : [];
  });
  return { kpi, step: "day", points, problem: null, currency: "EUR" };
}

/** A point a month from a first day of month. */
export function months(kpi: string, first: Day, totals: readonly Readonly<Record<string, number>>[]): Series {
  let from = first;
  const points = totals.map((given): Point => {
    const next = addDays(`${addDays(from, 31).slice(0, 7)}-01`, 0);
    const point = { from, to: addDays(next, -1), totals: given };
    from = next;
    return point;
  });
  return { kpi, step: "month", points, problem: null, currency: "EUR" };
}
