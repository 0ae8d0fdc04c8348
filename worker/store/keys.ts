// Keys that the workspace makes for itself, sealed.

export function keyRecord(sql: SqlStorage, name: string): string | undefined {
  return sql.exec<{ record: string }>("SELECT record FROM keys WHERE name = ?", name).toArray()[0]?.record;
}

/** Keeps the first record of a name. @returns the one that is kept */
export function addKey(sql: SqlStorage, name: string, record: string): string {
  sql.exec("INSERT OR IGNORE INTO keys VALUES (?, ?)", name, record);
  return keyRecord(sql, name) ?? record;
}

export function replaceKey(sql: SqlStorage, name: string, record: string): void {
  sql.exec("UPDATE keys SET record = ? WHERE name = ?", record, name);
}

export function deleteKey(sql: SqlStorage, name: string): void {
  sql.exec("DELETE FROM keys WHERE name = ?", name);
}
