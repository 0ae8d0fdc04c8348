// Questions asked of the figures: totals by a dimension, lines of the data tab, people by period.
import { type MetricName, metrics as catalogue } from "../../shared/metrics.ts";
import type { Day } from "../../shared/period.ts";
import { dayNumber, dayText } from "./facts.ts";

/** Rows of the data tab: the series of one connection, account, channel and campaign make one line. */
const LINES = `SELECT number AS series,
  MIN(number) OVER (PARTITION BY connection, account, channel, campaign_id, campaign) AS line FROM series`;

export interface MonthSize extends Record<string, SqlStorageValue> {
  /** 202611 */
  month: number;
  /** Rows of the month, a day each. */
  daily: number;
  /** Rows of the month folded into one day. */
  folded: number;
}

/** How many rows each month would take in the data tab, newest first. */
export function monthSizes(sql: SqlStorage): MonthSize[] {
  return sql
    .exec<MonthSize>(
      `WITH lines AS (${LINES}), found AS (SELECT DISTINCT day, line FROM facts JOIN lines USING (series))
       SELECT day / 100 AS month, COUNT(*) AS daily, COUNT(DISTINCT line) AS folded FROM found GROUP BY 1 ORDER BY 1 DESC`,
    )
    .toArray();
}

export type DataRow = Record<string, SqlStorageValue> & {
  day: number;
  connection: number;
  /** Empty where it is the connection's. */
  account: string;
  channel: string;
  campaign: string;
};

/**
 * The rows of the data tab, newest first: those before the month `foldBefore` (202611) summed by month, on its first
 * day, those before `dropBefore` left out. A column for each metric, null where there is no fact; of a month, what tells
 * how things stood is that of its first or last day.
 */
export function dataRows(
  sql: SqlStorage,
  metrics: readonly MetricName[],
  foldBefore: number,
  dropBefore: number,
): DataRow[] {
  const columns = metrics.map((name) => {
    const { adds } = catalogue[name];
    const edge = adds === "first" || adds === "last" ? ` FILTER (WHERE facts.day = edges.${adds})` : "";
    return `SUM(sums ->> '${name}')${edge} AS ${name}`;
  });
  const shown = (day: string): string =>
    `CASE WHEN ${day} / 100 >= ?1 THEN ${day} ELSE ${day} / 100 * 100 + 1 END`;
  const edges = `LEFT JOIN edges ON edges.connection = facts.connection AND edges.stream = facts.stream
    AND edges.shown = ${shown("facts.day")}`;
  return sql
    .exec<DataRow>(
      `WITH lines AS (${LINES}), edges AS (
         SELECT connection, stream, ${shown("day")} AS shown, MIN(day) AS "first", MAX(day) AS "last"
         FROM coverage GROUP BY 1, 2, 3
       ), summed AS (
         SELECT ${shown("facts.day")} AS day, line, ${columns.join(", ") || "0"} FROM facts JOIN lines USING (series)
         ${columns.some((column) => column.includes("edges")) ? edges : ""}
         WHERE facts.day >= ?2 * 100 GROUP BY 1, 2
       )
       SELECT summed.*, connection, account, channel, campaign FROM summed JOIN series ON number = line
       ORDER BY day DESC, connection, account, channel, campaign`,
      foldBefore,
      dropBefore,
    )
    .toArray();
}

export type CoverageRow = Record<string, SqlStorageValue> & {
  connection: number;
  stream: string;
  day: number;
  read_at: number;
  marks: string;
};

/** How each day was read, by connection and stream. */
export function coverage(sql: SqlStorage): CoverageRow[] {
  return sql.exec<CoverageRow>("SELECT * FROM coverage ORDER BY connection, stream, day").toArray();
}

/** The newest day held of a connection. */
export function lastDay(sql: SqlStorage, connection: number): Day | null {
  type Row = { day: number | null };
  const { day } = sql
    .exec<Row>("SELECT MAX(day) AS day FROM coverage WHERE connection = ?", connection)
    .one();
  return day === null ? null : dayText(day);
}

export type UniqueValue = Record<string, SqlStorageValue> & {
  connection: number;
  calendar: "day" | "week" | "month";
  first: string;
  last: string;
  metric: MetricName;
  value: number;
  read_at: number;
  marks: string;
};

/** People counted by period, newest first: all months and weeks, and the days since `daysFrom`. */
export function uniqueValues(sql: SqlStorage, daysFrom: Day): UniqueValue[] {
  return sql
    .exec<UniqueValue>(
      `SELECT connection, calendar, first, last, metric, value, read_at, marks
       FROM uniques WHERE calendar <> 'day' OR first >= ?
       ORDER BY calendar = 'day', calendar = 'week', first DESC, connection, metric`,
      daysFrom,
    )
    .toArray();
}

/** Days of a table of a connection, both included. */
export interface Range {
  readonly connection: number;
  readonly stream: string;
  readonly from: Day;
  readonly to: Day;
}

export interface Question {
  /** Where the metric is held: tables, each of a connection, and the days of each to count. */
  readonly ranges: readonly Range[];
  readonly metric: MetricName;
  readonly channels?: readonly string[] | undefined;
  readonly campaign?: string | undefined;
  /** What the sum is split by, if by anything. */
  readonly by?: "day" | "channel" | "campaign" | "source" | undefined;
}

export interface SumRow extends Record<string, SqlStorageValue> {
  key: string | number | null;
  /** Null where the rows hold nothing of the metric. */
  total: number | null;
}

const SPLITS: Readonly<Record<NonNullable<Question["by"]>, string>> = {
  day: "facts.day",
  channel: "series.channel",
  campaign: "series.campaign",
  source: "facts.connection",
};

/** Sums of a metric over days: the days of a connection's stream are one range of the table's own order. */
export function sums(sql: SqlStorage, { ranges, metric, channels, campaign, by }: Question): SumRow[] {
  const filters = [
    ...(channels === undefined ? [] : ["series.channel IN (SELECT value FROM json_each(?))"]),
    ...(campaign === undefined ? [] : ["series.campaign = ?"]),
  ];
  const needsSeries = filters.length > 0 || by === "channel" || by === "campaign";
  return sql
    .exec<SumRow>(
      `SELECT ${by ? SPLITS[by] : "NULL"} AS key, SUM(facts.sums ->> ?) AS total
       FROM json_each(?) AS asked CROSS JOIN facts
         ON facts.connection = asked.value ->> 0 AND facts.stream = asked.value ->> 1
           AND facts.day BETWEEN asked.value ->> 2 AND asked.value ->> 3
       ${needsSeries ? "CROSS JOIN series ON series.number = facts.series" : ""}
       ${filters.length > 0 ? `WHERE ${filters.join(" AND ")}` : ""}
       GROUP BY 1 ORDER BY 1`,
      metric,
      JSON.stringify(
        ranges.map(({ connection, stream, from, to }) => [
          connection,
          stream,
          dayNumber(from),
          dayNumber(to),
        ]),
      ),
      ...(channels === undefined ? [] : [JSON.stringify(channels)]),
      ...(campaign === undefined ? [] : [campaign]),
    )
    .toArray();
}

/** The streams that read at least one of these days, by connection. */
export function streamsCovering(
  sql: SqlStorage,
  from: Day,
  to: Day,
): { connection: number; stream: string }[] {
  type Row = { connection: number; stream: string };
  return sql
    .exec<Row>(
      `SELECT DISTINCT connection, stream FROM coverage WHERE day BETWEEN ? AND ?`,
      dayNumber(from),
      dayNumber(to),
    )
    .toArray();
}

/** The days of a range that were read, in order. */
export function coveredDays(sql: SqlStorage, { connection, stream, from, to }: Range): Day[] {
  return sql
    .exec<{ day: number }>(
      "SELECT day FROM coverage WHERE connection = ? AND stream = ? AND day BETWEEN ? AND ? ORDER BY day",
      connection,
      stream,
      dayNumber(from),
      dayNumber(to),
    )
    .toArray()
    .map(({ day }) => dayText(day));
}

/** The first and last day covered, null before the first sync. */
export function coveredPeriod(sql: SqlStorage): { from: Day; to: Day } | null {
  type Row = { from: number | null; to: number | null };
  const { from, to } = sql.exec<Row>('SELECT MIN(day) AS "from", MAX(day) AS "to" FROM coverage').one();
  return from === null || to === null ? null : { from: dayText(from), to: dayText(to) };
}
