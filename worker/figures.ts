// The value of a KPI out of the stored facts.
import type { Figure } from "../shared/api/kpis.ts";
import { type Kpi, type KpiArgument, kpiFromTotals, metricOf, type Outcome } from "../shared/kpi.ts";
import type { MetricName } from "../shared/metrics.ts";
import { metrics as catalogue } from "../shared/metrics.ts";
import { sum } from "../shared/number.ts";
import { type Calendar, type Day, periodOf } from "../shared/period.ts";
import { explain } from "../shared/problem.ts";
import { counting } from "./counting.ts";
import { allConnections, type ConnectionRow } from "./store/connections.ts";
import { dayText } from "./store/facts.ts";
import * as report from "./store/report.ts";
import { streamsOf } from "./streams.ts";

export type By = "day" | Calendar | "channel" | "campaign" | "source";

export interface KpiQuestion {
  readonly from: Day;
  readonly to: Day;
  readonly channel?: string | undefined;
  readonly campaign?: string | undefined;
  /** A connection's id. */
  readonly connection?: string | undefined;
}

export interface KpiFigures {
  readonly figure: Figure;
  /** One total per argument. */
  readonly totals: Record<string, number>;
  readonly currency: string | null;
}

/** The figure of a KPI over a period, and the sums it is made of. */
export function kpiFigure(sql: SqlStorage, kpi: Kpi, question: KpiQuestion): KpiFigures {
  const asked = prepare(sql, question);
  const totals = totalsBy(sql, kpi, asked, question, undefined);
  return answer(kpi, asked, totals.get(ALL) ?? {});
}

/** The same, split by a dimension or a period of the calendar; groups in order. */
export function kpiRows(
  sql: SqlStorage,
  kpi: Kpi,
  question: KpiQuestion,
  by: By,
): (KpiFigures & { key: string })[] {
  const asked = prepare(sql, question);
  const totals = totalsBy(sql, kpi, asked, question, by);
  const common = totals.get(ALL);
  const keys = [...totals.keys()].filter((key) => key !== ALL).sort();
  return keys.map((key) => ({ key, ...answer(kpi, asked, { ...totals.get(key), ...common }) }));
}

/** The group of what is not split. */
const ALL = Symbol("all");
type Key = string | typeof ALL;

interface Asked {
  readonly connections: readonly ConnectionRow[];
  /** What was read over the period, with or without a fact: what it lacks is zero. */
  readonly covering: readonly {
    readonly connection: ConnectionRow;
    readonly stream: string;
    readonly metrics: readonly MetricName[];
  }[];
}

function prepare(sql: SqlStorage, { from, to, connection }: KpiQuestion): Asked {
  const connections = allConnections(sql).filter(({ id }) => connection === undefined || id === connection);
  const byNumber = new Map(connections.map((row) => [row.number, row]));
  // A source asked for by its name tells all it knows.
  const counted = connection === undefined ? counting(sql) : undefined;
  const covering = report.streamsCovering(sql, from, to).flatMap(({ connection: number, stream: name }) => {
    const row = byNumber.get(number);
    const stream = row && streamsOf(row).find((candidate) => candidate.name === name);
    return row && stream && stream.kind !== "uniques"
      ? [{ connection: row, stream: name, metrics: counted?.(row, stream) ?? stream.metrics }]
      : [];
  });
  return { connections, covering };
}

/** What of the period's reading holds the metric of an argument. */
function holding({ covering }: Asked, argument: KpiArgument): Asked["covering"] {
  const metric = storedMetric(argument);
  return covering.filter(({ metrics }) => metrics.includes(metric));
}

/** The metric whose facts an argument counts: organic sessions are sessions. */
function storedMetric(argument: KpiArgument): MetricName {
  return (metricOf(argument).of as MetricName | undefined) ?? argument.metric;
}

/** The totals of the arguments in each group; what is a whole whatever the group stands under `ALL`. */
function totalsBy(
  sql: SqlStorage,
  kpi: Kpi,
  asked: Asked,
  question: KpiQuestion,
  by: By | undefined,
): Map<Key, Record<string, number>> {
  const groups = new Map<Key, Record<string, number>>();
  const group = (key: Key): Record<string, number> => groups.get(key) ?? groups.set(key, {}).get(key) ?? {};
  for (const argument of kpi.args) {
    const { whole, where, adds } = metricOf(argument);
    const streams = holding(asked, argument);
    if (streams.length === 0) continue;
    const split = whole && !isPeriod(by) ? undefined : by;
    if (split === undefined) group(ALL)[argument.name] = 0;
    const rows = report.sums(sql, {
      ranges: streams.flatMap(({ connection, stream }) => {
        const days = { connection: connection.number, stream, from: question.from, to: question.to };
        return adds === "first" || adds === "last" ? edges(sql, days, adds, split) : [days];
      }),
      metric: storedMetric(argument),
      channels: whole ? undefined : channelsOf(question, where?.values),
      campaign: whole ? undefined : question.campaign,
      by: isPeriod(split) ? "day" : split,
    });
    for (const { key, total } of rows) {
      const totals = group(split === undefined ? ALL : keyOf(key, split, asked.connections));
      totals[argument.name] = sum([
        totals[argument.name] ?? 0,
        (total ?? 0) / scaleOf(storedMetric(argument)),
      ]);
    }
  }
  return groups;
}

/** The one day that stands for a period, for what tells how things stood: the first or last of its days read. */
function edges(
  sql: SqlStorage,
  days: report.Range,
  edge: "first" | "last",
  by: By | undefined,
): readonly report.Range[] {
  const read = report.coveredDays(sql, days);
  const byPeriod = new Map<string, Day>();
  for (const day of edge === "last" ? read : read.toReversed()) {
    byPeriod.set(isPeriod(by) ? (by === "day" ? day : periodOf(day, by)) : "", day);
  }
  return [...byPeriod.values()].map((day) => ({ ...days, from: day, to: day }));
}

/** The channels to count: the one asked for, among those the metric is limited to. */
function channelsOf(
  { channel }: KpiQuestion,
  limited: readonly string[] | undefined,
): readonly string[] | undefined {
  if (channel === undefined) return limited;
  return limited === undefined || limited.includes(channel) ? [channel] : [];
}

function isPeriod(by: By | undefined): by is "day" | Calendar {
  return by !== undefined && by !== "channel" && by !== "campaign" && by !== "source";
}

function keyOf(key: report.SumRow["key"], by: By, connections: readonly ConnectionRow[]): string {
  if (by === "source") return connections.find(({ number }) => number === key)?.name ?? "";
  if (by === "channel" || by === "campaign") return String(key ?? "");
  const day = dayText(Number(key));
  return by === "day" ? day : periodOf(day, by);
}

function answer(kpi: Kpi, asked: Asked, found: Readonly<Record<string, number>>): KpiFigures {
  const totals = { ...found };
  const currencies = new Set<string>();
  for (const argument of kpi.args) {
    const streams = holding(asked, argument);
    if (streams.length > 0) totals[argument.name] ??= 0;
    if (metricOf(argument).unit === "money")
      streams.forEach(({ connection }) => currencies.add(connection.currency));
  }
  const [currency = null, ...others] = [...currencies].sort();
  if (currency !== null && others.length > 0) {
    const problem = { kind: "several_currencies", currencies: [currency, ...others] } as const;
    return { figure: figureOf({ problem }), totals, currency: null };
  }
  const nothing = asked.covering.length === 0;
  const outcome: Outcome = nothing ? { problem: { kind: "no_rows" } } : kpiFromTotals(kpi, totals);
  return { figure: figureOf(outcome), totals, currency };
}

/** Money is stored in millionths. */
const MICROS = 1e6;

/** How many stored units make one. */
export function scaleOf(metric: MetricName): number {
  const { unit, adds } = catalogue[metric];
  return unit === "money" || (unit === "number" && adds === "sum") ? MICROS : 1;
}

function figureOf(outcome: Outcome): Figure {
  if ("value" in outcome) return { value: outcome.value };
  const { problem } = outcome;
  return {
    value: null,
    problem: { code: problem.kind, words: { fr: explain(problem, "fr"), en: explain(problem, "en") } },
  };
}
