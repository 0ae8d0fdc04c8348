// What a service sent that this code does not know, by connection: noticed once, and kept until the source is reconnected.

/** How many names are kept of one connection, and how long each may be. */
const MOST_NAMES = 20;
const LONGEST_NAME = 80;

export function noteUnknown(
  sql: SqlStorage,
  connection: number,
  names: readonly string[],
  now: number,
): void {
  const room = MOST_NAMES - unknownNames(sql, connection).length;
  for (const name of names.slice(0, Math.max(room, 0))) {
    sql.exec("INSERT OR IGNORE INTO notices VALUES (?, ?, ?)", connection, name.slice(0, LONGEST_NAME), now);
  }
}

export function unknownNames(sql: SqlStorage, connection: number): string[] {
  type Row = { name: string };
  return sql
    .exec<Row>("SELECT name FROM notices WHERE connection = ? ORDER BY since, name", connection)
    .toArray()
    .map(({ name }) => name);
}

export function forgetUnknown(sql: SqlStorage, connection: number): void {
  sql.exec("DELETE FROM notices WHERE connection = ?", connection);
}
