// The tab of what is counted once a period.
import type { Cell, Tab } from "../shared/api/refresh.ts";
import { dimensions } from "../shared/dimensions.ts";
import { type MetricName, metrics as catalogue } from "../shared/metrics.ts";
import type { Reader } from "./refresh.ts";
import * as words from "./refresh-words.ts";
import type { ConnectionRow } from "./store/connections.ts";
import type { UniqueValue } from "./store/report.ts";

/** A row per period, source and account. These counts hold for their own period only: they are never added up. */
export function uniquesTab(
  values: readonly UniqueValue[],
  connections: readonly ConnectionRow[],
  { language, timeZone }: Reader,
): Omit<Tab, "provenance"> {
  const moment = words.clock(timeZone);
  const metrics = [...new Set(values.map(({ metric }) => metric))].sort();
  const byNumber = new Map(connections.map((row) => [row.number, row]));
  const periods = new Map<string, { first: UniqueValue; values: Map<MetricName, number> }>();
  for (const value of values) {
    const key = `${value.connection} ${value.calendar} ${value.first}`;
    const period = periods.get(key) ?? { first: value, values: new Map() };
    period.values.set(value.metric, value.value);
    periods.set(key, period);
  }
  const rows = [...periods.values()].map(({ first, values: counts }): Cell[] => {
    const connection = byNumber.get(first.connection);
    return [
      words.periods[first.calendar][language],
      first.first,
      first.last,
      connection?.name ?? "",
      connection?.account ?? "",
      ...metrics.map((metric) => counts.get(metric) ?? null),
      moment(first.read_at),
      words.qualityWords(first.marks, language),
    ];
  });
  const { period, from, to, as_of: asOf, quality } = words.headers;
  const labels = [period, from, to, dimensions.source.label, dimensions.account.label];
  return {
    key: "uniques",
    title: words.titles.uniques,
    header: [...labels, ...metrics.map((metric) => catalogue[metric].label), asOf, quality].map(
      (label) => label[language],
    ),
    rows,
    formats: [
      words.textFormat,
      words.dayFormat,
      words.dayFormat,
      words.textFormat,
      words.textFormat,
      ...metrics.map(() => words.unitFormat("count")),
      words.momentFormat,
      words.textFormat,
    ],
    note: {
      fr: "Chaque nombre vaut pour sa seule période\u00a0: une personne revenue deux jours y compte une fois. Ne les additionnez pas.",
      en: "Each number holds for its own period only: someone who came on two days counts once in it. Do not add them up.",
    },
  };
}
