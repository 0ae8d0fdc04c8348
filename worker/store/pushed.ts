// Sources whose rows are sent here instead of being asked for: what was last taken of each.
import { type Day } from "../../shared/period.ts";
import type { LeftOut } from "../../shared/range/rejection.ts";
import type { FactRow } from "../connector.ts";
import { dayNumber, seriesNumbers } from "./facts.ts";

const CHUNK = 5000;

interface PushedRow extends Record<string, SqlStorageValue> {
  connection: number;
  /** Of what was last sent; null where it must be read again whatever it holds. */
  digest: string | null;
  /** JSON. */
  left_out: string;
}

export interface Pushed {
  readonly digest: string | null;
  readonly leftOut: LeftOut;
}

/** Undefined for a source that is asked. */
export function pushedOf(sql: SqlStorage, connection: number): Pushed | undefined {
  const [row] = sql.exec<PushedRow>("SELECT * FROM pushed WHERE connection = ?", connection).toArray();
  return row && { digest: row.digest, leftOut: JSON.parse(row.left_out) as LeftOut };
}

export function savePushed(sql: SqlStorage, connection: number, { digest, leftOut }: Pushed): void {
  sql.exec("INSERT OR REPLACE INTO pushed VALUES (?, ?, ?)", connection, digest, JSON.stringify(leftOut));
}

/** Has whatever is sent next read, even if it is the same as before. */
export function forgetDigest(sql: SqlStorage, connection: number): void {
  sql.exec("UPDATE pushed SET digest = NULL WHERE connection = ?", connection);
}

/** Fills an empty table of a connection; zeros are left out. */
export function fillTable(
  sql: SqlStorage,
  connection: number,
  stream: string,
  rows: readonly FactRow[],
): void {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const some = rows.slice(start, start + CHUNK);
    const series = seriesNumbers(sql, connection, some);
    const facts = some.flatMap(({ day, key, values }) => {
      const sums = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== 0));
      return Object.keys(sums).length > 0 ? [[dayNumber(day), series.get(key), sums]] : [];
    });
    sql.exec(
      "INSERT INTO facts SELECT ?, ?, value ->> 0, value ->> 1, value -> 2 FROM json_each(?)",
      connection,
      stream,
      JSON.stringify(facts),
    );
  }
}

/** Forgets the figures of a connection and which days are known, before all are told again. */
export function emptyTables(sql: SqlStorage, connection: number): void {
  for (const table of ["facts", "coverage"])
    sql.exec(`DELETE FROM ${table} WHERE connection = ?`, connection);
}

/** Days in order, each once. */
export function daysOf(rows: readonly Pick<FactRow, "day">[]): Day[] {
  return [...new Set(rows.map(({ day }) => day))].sort();
}
