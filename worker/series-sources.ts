// Which sources a KPI comes from, how fresh they are, and what is wrong with them.
import { type Kpi, type KpiArgument, metricOf } from "../shared/kpi.ts";
import type { Words } from "../shared/language.ts";
import type { Freshness, Series } from "../shared/objectives/evidence.ts";
import type { Cadence, Scope } from "../shared/objectives/objective.ts";
import { addDays, firstDayOf } from "../shared/period.ts";
import { instant } from "./describe.ts";
import { describe } from "./failure-words.ts";
import { countsPeople, type Past, type Table, wantedOf } from "./past.ts";
import * as words from "./series-words.ts";
import type { ConnectionRow } from "./store/connections.ts";

const DAYS: Readonly<Record<Cadence, number>> = { weekly: 7, monthly: 30 };

/** The tables that hold the metric of an argument over a scope: facts, or people where it counts them. */
export function tablesOf(past: Past, argument: KpiArgument, scope: Scope): Table[] {
  const { whole } = metricOf(argument);
  const people = countsPeople(argument);
  const { stored } = wantedOf(argument);
  const known = past.connectionsIn(whole ? "all" : scope);
  return past.tables.filter(
    ({ kind, metrics, connection }) =>
      metrics.includes(stored) && (kind === "uniques") === people && (people || known.has(connection.number)),
  );
}

/** @param series the KPI's, null where none is chosen yet: then all sources are told */
export function freshnessOf(
  past: Past,
  kpi: Kpi | null,
  scope: Scope,
  cadence: Cadence,
  series: Series | null,
): Freshness {
  const tables = kpi === null ? past.tables : kpi.args.flatMap((argument) => tablesOf(past, argument, scope));
  const connections = connectionsOf(tables).filter(({ removed }) => removed === 0);
  const asOf = connections.map((connection) => connection.as_of);
  const oldest = asOf.includes(null) || asOf.length === 0 ? null : Math.min(...asOf.map(Number));
  return {
    asOf: instant(oldest),
    completeness: series === null ? 0 : completenessOf(past, series, cadence),
    problem: kpi === null ? null : troubleOf(past, kpi, scope),
    sources: connectionsOf(tables).map(({ name }) => name),
  };
}

/** The share of the days of the last cadence on which the KPI's totals are all there; for months, of the last one. */
function completenessOf({ today }: Past, { points, step }: Series, cadence: Cadence): number {
  const most = points.reduce((count, { totals }) => Math.max(count, Object.keys(totals).length), 0);
  const whole = points.filter(({ totals }) => most > 0 && Object.keys(totals).length === most);
  if (step === "month") return whole.some(({ to }) => to === addDays(firstDayOf(today, "month"), -1)) ? 1 : 0;
  const from = addDays(today, -DAYS[cadence]);
  return whole.filter((point) => point.from >= from).length / DAYS[cadence];
}

/** What is wrong with a source that a KPI comes from; null while all are well. */
export function troubleOf(past: Past, kpi: Kpi, scope: Scope): Words | null {
  for (const argument of kpi.args) {
    const connections = connectionsOf(tablesOf(past, argument, scope));
    const live = connections.filter(({ removed }) => removed === 0);
    for (const { name, problem, paused } of live) {
      if (problem !== null) return words.ofSource(name, describe(problem).words);
      if (paused) return words.ofSource(name, words.paused);
    }
    const [gone] = connections;
    if (gone && live.length === 0) return words.ofSource(gone.name, words.disconnected);
  }
  return null;
}

function connectionsOf(tables: readonly Table[]): ConnectionRow[] {
  return [...new Map(tables.map(({ connection }) => [connection.number, connection])).values()];
}
