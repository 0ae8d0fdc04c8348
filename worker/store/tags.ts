// The names that visits and paid clicks bear, over some days.
import type { Day } from "../../shared/period.ts";
import type { UtmRow } from "../../shared/utm-check.ts";
import { dayNumber, dayText } from "./facts.ts";

/** A table of a connection. */
export interface Held {
  readonly connection: number;
  readonly stream: string;
}

/** Visits and clicks by source and combination of names; combinations with neither are left out. */
export function tagRows(sql: SqlStorage, tables: readonly Held[], from: Day, to: Day): UtmRow[] {
  type Row = Record<string, SqlStorageValue> & UtmRow;
  return sql
    .exec<Row>(
      `SELECT connections.name AS "by", channel, source, medium, campaign,
         COALESCE(SUM(sums ->> 'sessions'), 0) AS sessions, COALESCE(SUM(sums ->> 'clicks'), 0) AS clicks
       FROM json_each(?) AS asked CROSS JOIN facts
         ON facts.connection = asked.value ->> 0 AND facts.stream = asked.value ->> 1 AND day BETWEEN ? AND ?
         CROSS JOIN series ON series.number = facts.series
         CROSS JOIN connections ON connections.number = facts.connection
       GROUP BY connections.number, channel, source, medium, campaign
       HAVING sessions > 0 OR clicks > 0
       ORDER BY sessions DESC, clicks DESC, channel, source, medium, campaign`,
      JSON.stringify(tables.map(({ connection, stream }) => [connection, stream])),
      dayNumber(from),
      dayNumber(to),
    )
    .toArray();
}

/** The last day that a table has read; null before the first. */
export function lastDayOf(sql: SqlStorage, { connection, stream }: Held): Day | null {
  const { day } = sql
    .exec<{ day: number | null }>(
      "SELECT MAX(day) AS day FROM coverage WHERE connection = ? AND stream = ?",
      connection,
      stream,
    )
    .one();
  return day === null ? null : dayText(day);
}
