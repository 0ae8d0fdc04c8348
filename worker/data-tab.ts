// The tab of figures: a row per day, source, account, channel and campaign, older days folded into months.
import type { Cell, Tab } from "../shared/api/refresh.ts";
import { dimensions } from "../shared/dimensions.ts";
import { type MetricName, metrics as catalogue } from "../shared/metrics.ts";
import { counting } from "./counting.ts";
import { scaleOf } from "./figures.ts";
import { type Folding, foldPlan } from "./fold.ts";
import type { Reader } from "./refresh.ts";
import * as words from "./refresh-words.ts";
import type { ConnectionRow } from "./store/connections.ts";
import { dayText, joinMarks } from "./store/facts.ts";
import * as report from "./store/report.ts";
import { streamsOf } from "./streams.ts";

const MOST_ROWS = 20_000;

/** How the days of one row were read. */
interface Read {
  at: number;
  marks: string;
  readonly metrics: Set<MetricName>;
}

/** The tab, and how many of its rows each connection has. */
export function dataTab(
  sql: SqlStorage,
  connections: readonly ConnectionRow[],
  coverage: readonly report.CoverageRow[],
  { language, timeZone }: Reader,
  most: number = MOST_ROWS,
): { tab: Omit<Tab, "provenance">; counts: ReadonlyMap<number, number> } {
  const moment = words.clock(timeZone);
  const folding = foldPlan(report.monthSizes(sql), most);
  const counted = countedBy(sql, connections);
  const reads = readsByRow(counted, coverage, folding);
  const read = new Set([...reads.values()].flatMap(({ metrics }) => [...metrics]));
  const columns = ORDER.filter((name) => read.has(name));
  const byNumber = new Map(connections.map((row) => [row.number, row]));
  const counts = new Map<number, number>();
  const found = report.dataRows(sql, columns, folding.foldBefore, folding.dropBefore);
  const rows = found.flatMap((row): Cell[][] => {
    const connection = byNumber.get(row.connection);
    const how = reads.get(`${row.connection} ${row.day}`);
    const cells = columns.map((name) => cellOf(row[name], name, counted.get(row.connection), how));
    if (cells.every((cell) => cell === null)) return [];
    counts.set(row.connection, (counts.get(row.connection) ?? 0) + 1);
    const line = [
      dayText(row.day),
      connection?.name ?? "",
      row.account || (connection?.account ?? ""),
      row.channel,
      row.campaign,
      connection?.currency ?? "",
      ...cells,
      how ? moment(how.at) : null,
      words.qualityWords(how?.marks ?? "", language),
    ];
    return [line];
  });
  const { date, source, account, channel, campaign, currency } = dimensions;
  const labels = [date, source, account, channel, campaign, currency].map(({ label }) => label[language]);
  const tab = {
    key: "data",
    title: words.titles.data,
    header: [
      ...labels,
      ...columns.map((name) => catalogue[name].label[language]),
      words.headers.as_of[language],
      words.headers.quality[language],
    ],
    rows,
    formats: [
      words.dayFormat,
      ...labels.slice(1).map(() => words.textFormat),
      ...columns.map((name) => words.unitFormat(catalogue[name].unit)),
      words.momentFormat,
      words.textFormat,
    ],
    note: noteOf(folding, rows),
  } as const;
  return { tab, counts };
}

const ORDER = Object.keys(catalogue) as MetricName[];

/** The metrics that count, of each connection, by stream. */
type CountedBy = ReadonlyMap<number, ReadonlyMap<string, readonly MetricName[]>>;

function countedBy(sql: SqlStorage, connections: readonly ConnectionRow[]): CountedBy {
  const counted = counting(sql);
  return new Map(
    connections.map((row) => {
      return [row.number, new Map(streamsOf(row).map((stream) => [stream.name, counted(row, stream)]))];
    }),
  );
}

/**
 * Blank where the metric was not read for that day, or where another source counts it: only what was read and not found is
 * zero.
 */
function cellOf(
  value: SqlStorageValue | undefined,
  name: MetricName,
  counted: ReadonlyMap<string, readonly MetricName[]> | undefined,
  how: Read | undefined,
): number | null {
  if (![...(counted?.values() ?? [])].some((metrics) => metrics.includes(name))) return null;
  if (typeof value === "number") return value / scaleOf(name);
  return how?.metrics.has(name) ? 0 : null;
}

function readsByRow(
  counted: CountedBy,
  coverage: readonly report.CoverageRow[],
  { foldBefore }: Folding,
): Map<string, Read> {
  const reads = new Map<string, Read>();
  for (const { connection, stream, day, read_at: at, marks } of coverage) {
    const folded = Math.trunc(day / 100) < foldBefore;
    const key = `${connection} ${folded ? Math.trunc(day / 100) * 100 + 1 : day}`;
    const read = reads.get(key) ?? { at, marks: folded ? "month" : "", metrics: new Set() };
    read.at = Math.min(read.at, at);
    if (marks !== "") read.marks = joinMarks(`${read.marks} ${marks}`, []);
    for (const metric of counted.get(connection)?.get(stream) ?? []) read.metrics.add(metric);
    reads.set(key, read);
  }
  return reads;
}

function noteOf({ foldBefore, dropBefore }: Folding, rows: readonly Cell[][]): Tab["note"] {
  const oldest = String(rows.at(-1)?.[0] ?? "").slice(0, 7);
  const month = (number: number): string =>
    `${Math.trunc(number / 100)}-${String(number % 100).padStart(2, "0")}`;
  const newest = String(rows[0]?.[0] ?? "").slice(0, 7);
  const folded =
    oldest !== "" && oldest < month(foldBefore) ? (foldBefore > 999_900 ? newest : month(foldBefore)) : null;
  return words.foldingNote(folded, dropBefore > 0 ? month(dropBefore) : null);
}
