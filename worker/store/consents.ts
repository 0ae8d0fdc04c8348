// Consents asked of people and not yet in the hands of a connection.
import type { Consent, SourceProblemCode } from "../../shared/api/sources.ts";

export interface ConsentRow extends Record<string, SqlStorageValue> {
  id: string;
  connector: string;
  /** JSON: what was known when it was asked for. */
  settings: string;
  /** Who asked, and in which spreadsheet. */
  sub: string;
  email: string;
  spreadsheet: string;
  state: Consent["state"];
  expires: number;
  /** The hash of the one secret that the next step must show; null where no step is left. */
  key: string | null;
  /** The hash of what the browser that opened the page was given to remember. */
  browser: string | null;
  /** The hash of the code that the service came back with. */
  code: string | null;
  /** The refresh token, sealed. */
  record: string | null;
  problem: SourceProblemCode | null;
}

export type NewConsent = Pick<
  ConsentRow,
  "id" | "connector" | "settings" | "sub" | "email" | "spreadsheet" | "expires" | "key"
>;

export function insertConsent(sql: SqlStorage, row: NewConsent): void {
  sql.exec(
    `INSERT INTO consents (id, connector, settings, sub, email, spreadsheet, state, expires, key)
     VALUES (?, ?, ?, ?, ?, ?, 'asked', ?, ?)`,
    row.id,
    row.connector,
    row.settings,
    row.sub,
    row.email,
    row.spreadsheet,
    row.expires,
    row.key,
  );
}

export function consentById(sql: SqlStorage, id: string): ConsentRow | undefined {
  return sql.exec<ConsentRow>("SELECT * FROM consents WHERE id = ?", id).toArray()[0];
}

/** The consent whose next step this secret opens. */
export function consentByKey(sql: SqlStorage, key: string): ConsentRow | undefined {
  return sql.exec<ConsentRow>("SELECT * FROM consents WHERE key = ?", key).toArray()[0];
}

/** Changes columns of a consent; `fields` are column names of this module's callers, never of a request. */
export function updateConsent(sql: SqlStorage, id: string, fields: Partial<ConsentRow>): void {
  const names = Object.keys(fields);
  const values = Object.values(fields).map((value) => value ?? null);
  sql.exec(
    `UPDATE consents SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE id = ?`,
    ...values,
    id,
  );
}

export function countConsents(sql: SqlStorage): number {
  return sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM consents").one().n;
}

export function forgetConsent(sql: SqlStorage, id: string): void {
  sql.exec("DELETE FROM consents WHERE id = ?", id);
}

/** Forgets those whose time is over, and what they hold. */
export function forgetExpired(sql: SqlStorage, now: number): void {
  sql.exec("DELETE FROM consents WHERE expires <= ?", now);
}

/** When the first of them ends; null where there is none. */
export function nextExpiry(sql: SqlStorage): number | null {
  return sql.exec<{ at: number | null }>("SELECT MIN(expires) AS at FROM consents").one().at;
}
