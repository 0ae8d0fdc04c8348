// Why an objective slips: gathers what its diagnosis and its budget advice read from the figures.
import type { DiagnosisAnswer } from "../shared/api/objectives.ts";
import type { Kpi } from "../shared/kpi.ts";
import { catalogue } from "../shared/kpis/index.ts";
import type { MetricName } from "../shared/metrics.ts";
import { adviseBudget, type ChannelHistory } from "../shared/objectives/diagnosis/budget-advice.ts";
import { diagnose } from "../shared/objectives/diagnosis/diagnose.ts";
import { windowsOf } from "../shared/objectives/diagnosis/windows.ts";
import type { Segment } from "../shared/objectives/evidence.ts";
import type { ObjectiveDraft, Scope } from "../shared/objectives/objective.ts";
import { addDays, type Day, firstDayOf } from "../shared/period.ts";
import { evidenceOf } from "./evidence.ts";
import { scaleOf } from "./figures.ts";
import { countsPeople, openPast, type Past, wantedOf } from "./past.ts";
import type { Room } from "./room.ts";
import { type ChannelRow, channelSums, type Wanted } from "./store/daily.ts";
import { dayNumber, dayText } from "./store/facts.ts";
import { changes, objectives, type StoredObjective } from "./store/objectives.ts";
import { notes } from "./store/reviews.ts";

/** A year of weeks is what a curve of spending is drawn through. */
const BUDGET_DAYS = 371;

/** What is bought with a budget, the closest to money first. */
const BOUGHT: readonly MetricName[] = [
  ...(["revenue", "new_customers", "orders", "opps_won", "leads", "conversions"] as const),
  ...(["sessions", "clicks", "impressions"] as const),
];

/** KPIs that totals are enough to compute: any reading may look at any of them. */
const readable: readonly Kpi[] = catalogue.filter(({ kind }) => kind !== "statistic");

export function diagnosisNow(
  { sql, now }: Pick<Room, "sql" | "now">,
  { id, draft }: StoredObjective,
  from: Day | undefined,
): DiagnosisAnswer {
  const past = openPast(sql, now(), readable);
  const around = { objectives: objectives(sql), notes: notes(sql) };
  const names = new Set([...(draft.kpi === null ? [] : [draft.kpi]), ...draft.secondary]);
  const kpis = [...catalogue.filter(({ name }) => names.has(name)), ...readable];
  const evidence = evidenceOf(past, { ...draft, exclude: id }, around, [...new Set(kpis)]);
  const windows = windowsOf(draft, evidence, from);
  const spent = currenciesOf(past);
  // Amounts in several currencies have no total to share out.
  const budget =
    spent.length > 1 ? null : adviseBudget(draft, channelHistories(past, draft), spent[0] ?? null);
  if (windows === null) return { diagnosis: null, budget };
  const segments = segmentsOf(past, draft.scope ?? "all", windows);
  return { diagnosis: diagnose(draft, evidence, segments, windows, changedOn(sql, id)), budget };
}

/** The last day on which the objective turned to another KPI or scope. */
function changedOn(sql: SqlStorage, id: string): Day | null {
  const versions = changes(sql, id).map(({ at, draft }) => {
    const { kpi, scope } = JSON.parse(draft) as ObjectiveDraft;
    return { at, about: JSON.stringify([kpi, scope]) };
  });
  const turned = versions.findLast(({ about }, index) => index > 0 && versions[index - 1]?.about !== about);
  return turned ? new Date(turned.at).toISOString().slice(0, 10) : null;
}

type Period = { readonly from: Day; readonly to: Day };

/** The totals of every metric by channel, over both windows. */
function segmentsOf(
  past: Past,
  scope: Scope,
  { before, after }: { readonly before: Period; readonly after: Period },
): Segment[] {
  const wanted = [...new Map(readable.flatMap(({ args }) => args).flatMap(wantedByName)).values()];
  const byChannel = new Map<string, { before: Record<string, number>; after: Record<string, number> }>();
  const sides = [
    { side: "before", period: before },
    { side: "after", period: after },
  ] as const;
  for (const { side, period } of sides) {
    for (const row of channelRows(past, wanted, scope, period, false)) {
      const segment = byChannel.get(row.channel) ?? { before: {}, after: {} };
      byChannel.set(row.channel, segment);
      add(segment[side], row, wanted);
    }
  }
  return [...byChannel].map(([channel, segment]) => ({ channel, ...segment }));
}

function wantedByName(argument: Kpi["args"][number]): [MetricName, Wanted][] {
  return countsPeople(argument) ? [] : [[argument.metric, wantedOf(argument)]];
}

/** Those in which money was spent on channels. */
function currenciesOf({ tables }: Past): string[] {
  const spending = tables.filter(({ kind, metrics }) => kind !== "uniques" && metrics.includes("spend"));
  return [...new Set(spending.flatMap(({ connection }) => connection.currency || []))];
}

/** What each channel spent and brought in each whole week of the last year. */
function channelHistories(past: Past, { kpi, scope }: ObjectiveDraft): ChannelHistory[] {
  const args = catalogue.find(({ name }) => name === kpi)?.args ?? [];
  const result = BOUGHT.find((metric) => args.some((argument) => wantedOf(argument).stored === metric));
  if (result === undefined) return [];
  const wanted = (["spend", result] as const).map((name) => ({ name, stored: name, channels: undefined }));
  const from = firstDayOf(addDays(past.today, -BUDGET_DAYS), "week");
  const period = { from, to: addDays(firstDayOf(past.today, "week"), -1) };
  const weeks = new Map<string, Map<Day, Record<string, number>>>();
  for (const row of channelRows(past, wanted, scope ?? "all", period, true)) {
    const week = firstDayOf(dayText(row.day), "week");
    const channel = weeks.get(row.channel) ?? new Map<Day, Record<string, number>>();
    weeks.set(row.channel, channel);
    const sums = channel.get(week) ?? {};
    channel.set(week, sums);
    add(sums, row, wanted);
  }
  return [...weeks]
    .map(([channel, found]) => ({
      channel,
      weeks: [...found.keys()].sort().map((week) => ({
        spend: found.get(week)?.["spend"] ?? 0,
        result: found.get(week)?.[result] ?? 0,
      })),
    }))
    .filter((history) => history.weeks.some(({ spend }) => spend > 0));
}

function channelRows(
  { sql, tables }: Past,
  wanted: readonly Wanted[],
  scope: Scope,
  { from, to }: Period,
  byDay: boolean,
): ChannelRow[] {
  return tables.flatMap(({ connection, stream, kind, metrics }) => {
    const columns = wanted.filter(({ stored }) => metrics.includes(stored));
    if (kind === "uniques" || columns.length === 0) return [];
    const days = [dayNumber(from), dayNumber(to)] as const;
    return channelSums(sql, [connection.number, stream], columns, scope, days, byDay);
  });
}

function add(sums: Record<string, number>, row: ChannelRow, wanted: readonly Wanted[]): void {
  for (const { name } of wanted) {
    const value = row[name];
    if (typeof value === "number") sums[name] = (sums[name] ?? 0) + value / scaleOf(name);
  }
}
