// The figures: additive facts by day and series, people counted once by period, and how each day was read.
import type { Day } from "../../shared/period.ts";
import type { FactRow, QualityMark, SeriesNames, UniqueRow } from "../connector.ts";

/** How many rows go in one statement: well under 1 MB of JSON, of the 2 MB that a value may hold. */
const CHUNK = 5000;

/** A day as facts hold it: 20261121. */
export function dayNumber(day: Day): number {
  return Number(day.replaceAll("-", ""));
}

/** The day of such a number. */
export function dayText(number: number): Day {
  const digits = String(number);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/**
 * The number of each series of these rows; new ones are added, names that changed are brought up to date. A row without
 * the name of its campaign leaves the one that is known.
 */
export function seriesNumbers(
  sql: SqlStorage,
  connection: number,
  rows: readonly (SeriesNames & { readonly key: string })[],
): Map<string, number> {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const json = JSON.stringify(
    [...byKey.values()].map((row) => [
      row.key,
      row.channel,
      row.source,
      row.medium,
      row.campaignId,
      row.campaign,
      row.account ?? "",
    ]),
  );
  sql.exec(
    `INSERT INTO series (connection, key, channel, source, medium, campaign_id, campaign, account)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
     FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET channel = excluded.channel,
       campaign = iif(excluded.campaign = '', campaign, excluded.campaign)
       WHERE channel <> excluded.channel OR excluded.campaign NOT IN ('', campaign)`,
    connection,
    json,
  );
  type Row = { key: string; number: number };
  const found = sql.exec<Row>(
    "SELECT key, number FROM series WHERE connection = ? AND key IN (SELECT value ->> 0 FROM json_each(?))",
    connection,
    json,
  );
  return new Map(found.toArray().map(({ key, number }) => [key, number]));
}

/** Sets aside the rows of a page until its window is complete. A row that comes twice counts once; zeros are left out. */
export function stage(sql: SqlStorage, connection: number, window: number, rows: readonly FactRow[]): void {
  const series = seriesNumbers(sql, connection, rows);
  for (let start = 0; start < rows.length; start += CHUNK) {
    const facts = rows.slice(start, start + CHUNK).map(({ day, key, values }) => {
      const sums = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== 0));
      return [dayNumber(day), series.get(key), sums];
    });
    sql.exec(
      `INSERT INTO staged SELECT ?, value ->> 0, value ->> 1, value -> 2 FROM json_each(?) WHERE true
       ON CONFLICT DO UPDATE SET sums = excluded.sums`,
      window,
      JSON.stringify(facts),
    );
  }
}

/** How many rows, each once, a window has set aside. */
export function countStaged(sql: SqlStorage, window: number): number {
  return sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM staged WHERE window = ?", window).one().n;
}

export interface WindowOfDays {
  readonly connection: number;
  readonly stream: string;
  readonly from: Day;
  readonly to: Day;
}

/** Puts what a window has set aside in the place of what its days held: rows that vanished vanish. */
export function replaceFacts(
  sql: SqlStorage,
  window: number,
  { connection, stream, from, to }: WindowOfDays,
): void {
  sql.exec(
    "DELETE FROM facts WHERE connection = ? AND stream = ? AND day BETWEEN ? AND ?",
    connection,
    stream,
    dayNumber(from),
    dayNumber(to),
  );
  sql.exec(
    "INSERT INTO facts SELECT ?, ?, day, series, sums FROM staged WHERE window = ? AND sums <> '{}'",
    connection,
    stream,
    window,
  );
}

export function hasFacts(sql: SqlStorage, { connection, stream, from, to }: WindowOfDays): boolean {
  const found = sql.exec(
    "SELECT 1 FROM facts WHERE connection = ? AND stream = ? AND day BETWEEN ? AND ? LIMIT 1",
    connection,
    stream,
    dayNumber(from),
    dayNumber(to),
  );
  return found.toArray().length > 0;
}

/** Puts counts of people in the place of those whose period begins in a window. */
export function replaceUniques(
  sql: SqlStorage,
  { connection, from, to }: WindowOfDays,
  calendar: UniqueRow["calendar"],
  rows: readonly UniqueRow[],
  readAt: number,
  marks: string,
): void {
  sql.exec(
    "DELETE FROM uniques WHERE connection = ? AND calendar = ? AND first BETWEEN ? AND ?",
    connection,
    calendar,
    from,
    to,
  );
  const values = rows.flatMap((row) =>
    Object.entries(row.values).map(([name, value]) => [row.from, row.to, name, value]),
  );
  sql.exec(
    `INSERT OR REPLACE INTO uniques
     SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, ?4, ?5 FROM json_each(?3)`,
    connection,
    calendar,
    JSON.stringify(values),
    readAt,
    marks,
  );
}

/** Notes that days were read, and with what marks. */
export function cover(
  sql: SqlStorage,
  window: Pick<WindowOfDays, "connection" | "stream">,
  days: readonly { day: Day; marks: string }[],
  readAt: number,
): void {
  sql.exec(
    `INSERT OR REPLACE INTO coverage
     SELECT ?1, ?2, value ->> 0, ?4, value ->> 1 FROM json_each(?3)`,
    window.connection,
    window.stream,
    JSON.stringify(days.map(({ day, marks }) => [dayNumber(day), marks])),
    readAt,
  );
}

/** Marks in the form they are stored in: each once, in order, spaces between. */
export function joinMarks(stored: string, more: readonly (QualityMark | "provisional")[]): string {
  const marks = [...stored.split(" "), ...more].filter((mark) => mark !== "");
  return [...new Set(marks)].sort().join(" ");
}

/** Forgets every figure of a connection. */
export function dropFigures(sql: SqlStorage, connection: number): void {
  for (const table of ["facts", "uniques", "coverage", "series", "entities", "derived", "cursors"]) {
    sql.exec(`DELETE FROM ${table} WHERE connection = ?`, connection);
  }
}
