// The past of one KPI over a scope: the totals of its arguments day by day, or month by month where people are counted.
import { type Kpi, type KpiArgument, metricOf } from "../shared/kpi.ts";
import type { Words } from "../shared/language.ts";
import type { MetricName } from "../shared/metrics.ts";
import { sum } from "../shared/number.ts";
import type { Point, Series } from "../shared/objectives/evidence.ts";
import type { Scope } from "../shared/objectives/objective.ts";
import { addDays, type Day, firstDayOf } from "../shared/period.ts";
import { countsPeople, type Past, type Table, wantedOf } from "./past.ts";
import { tablesOf, troubleOf } from "./series-sources.ts";
import * as words from "./series-words.ts";

/** The series of a KPI: without points, and with the reason, where its figures cannot be told over this scope. */
export function seriesOf(past: Past, kpi: Kpi, scope: Scope): Series {
  const step = kpi.args.some(countsPeople) ? "month" : "day";
  const { currency, problem } = unitOf(past, kpi, scope);
  const shared = { kpi: kpi.name, step, currency } as const;
  if (problem) return { ...shared, points: [], problem };
  const daily = dailyPoints(past, kpi, scope);
  const points = trimmed(step === "day" ? daily : monthlyPoints(past, kpi, daily));
  if (points.length === 0)
    return { ...shared, points, problem: troubleOf(past, kpi, scope) ?? words.nothingRead };
  const missing = (points.at(-1)?.to ?? "") < lastExpected(past.today, step);
  return {
    ...shared,
    points,
    problem: missing ? (troubleOf(past, kpi, scope) ?? words.lastDaysMissing) : null,
  };
}

function unitOf(
  past: Past,
  kpi: Kpi,
  scope: Scope,
): { readonly currency: string | null; readonly problem: Words | null } {
  if (kpi.kind === "statistic") return { currency: null, problem: words.notFromTotals };
  const currencies = new Set<string>();
  for (const argument of kpi.args) {
    const tables = tablesOf(past, argument, scope);
    const { unit } = metricOf(argument);
    if (tables.length === 0) {
      if (argument.fallback === undefined)
        return { currency: null, problem: words.noSource(argument, scope) };
      continue;
    }
    if (countsPeople(argument)) {
      if (scope !== "all") return { currency: null, problem: words.peopleOfScope(argument) };
      const sources = new Set(tables.map(({ connection }) => connection.name));
      if (new Set(tables.map(({ connection }) => connection.number)).size > 1)
        return { currency: null, problem: words.peopleOfSources(argument, [...sources]) };
    }
    if (unit === "money") for (const { connection } of tables) currencies.add(connection.currency ?? "");
  }
  currencies.delete("");
  const [currency = null, ...others] = [...currencies].sort();
  if (currency === null || others.length === 0) return { currency, problem: null };
  return { currency: null, problem: words.severalCurrencies([currency, ...others]) };
}

/** A point for each day; an argument is missing on a day when one of its tables was not read. */
function dailyPoints(past: Past, kpi: Kpi, scope: Scope): Point[] {
  const args = kpi.args
    .filter((argument) => !countsPeople(argument))
    .map((argument) => {
      const sums = past.daily(metricOf(argument).whole ? "all" : scope);
      return { argument, sums, tables: tablesOf(past, argument, scope) };
    })
    .filter(({ tables }) => tables.length > 0);
  return past.days.map(({ day, number }): Point => {
    const totals: Record<string, number> = {};
    let provisional = false;
    for (const { argument, sums, tables } of args) {
      const expected = tables.filter((table) => isExpected(table, number));
      if (expected.length === 0 || expected.some(({ days }) => !days.has(number))) continue;
      totals[argument.name] = sums.get(number)?.get(argument.metric) ?? 0;
      provisional ||= expected.some(({ days }) => days.get(number)?.split(" ").includes("provisional"));
    }
    return { from: day, to: day, totals, ...(provisional && { provisional }) };
  });
}

/** True from the first day that was ever read, for as long as the source is connected. */
function isExpected({ first, last, connection }: Table, number: number): boolean {
  return number >= first && (connection.removed === 0 || number <= last);
}

/** The whole months: people as they were counted, beside what the days of the month add up to. */
function monthlyPoints({ people, since, today }: Past, kpi: Kpi, daily: readonly Point[]): Point[] {
  const months: Point[] = [];
  for (let from = since; lastOfMonth(from) < today; from = addDays(lastOfMonth(from), 1)) {
    const to = lastOfMonth(from);
    const days = daily.filter((point) => point.from >= from && point.to <= to);
    const totals: Record<string, number> = {};
    for (const argument of kpi.args) {
      const value = countsPeople(argument)
        ? people.find(
            ({ first, last, metric }) => first === from && last === to && metric === stored(argument),
          )?.value
        : monthOf(argument, days);
      if (value !== undefined) totals[argument.name] = value;
    }
    months.push({
      from,
      to,
      totals,
      ...(days.some(({ provisional }) => provisional) && { provisional: true }),
    });
  }
  return months;
}

/** What an argument comes to over the days of a month; undefined where a day is missing. */
function monthOf(argument: KpiArgument, days: readonly Point[]): number | undefined {
  const values = days.map(({ totals }) => totals[argument.name]);
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0 || known.length < values.length) return undefined;
  const { adds } = metricOf(argument);
  if (adds === "first") return known[0];
  return adds === "last" ? known.at(-1) : sum(known);
}

function stored(argument: KpiArgument): MetricName {
  return wantedOf(argument).stored;
}

function lastOfMonth(day: Day): Day {
  return addDays(firstDayOf(addDays(firstDayOf(day, "month"), 31), "month"), -1);
}

/** The last day that a series should tell. */
function lastExpected(today: Day, step: Series["step"]): Day {
  return step === "day" ? addDays(today, -1) : addDays(firstDayOf(today, "month"), -1);
}

/** Without the empty points before the first figure and after the last one. */
function trimmed(points: readonly Point[]): Point[] {
  const filled = points.map(({ totals }) => Object.keys(totals).length > 0);
  return points.slice(
    filled.indexOf(true) < 0 ? points.length : filled.indexOf(true),
    filled.lastIndexOf(true) + 1,
  );
}
