// Who belongs to the workspace, which spreadsheets are attached to it, and the keys and invitations that prove it.
import type { Role, Spreadsheet } from "../../shared/api/workspace.ts";

export interface WorkspaceRow extends Record<string, SqlStorageValue> {
  id: string;
  name: string;
  created: number;
  /** Counts what changed in the figures and their sources. */
  generation: number;
  /** Counts what people changed in the objectives and around them. */
  edits: number;
}

export function createWorkspace(sql: SqlStorage, id: string, name: string, now: number): void {
  sql.exec("INSERT INTO workspace (id, name, created) VALUES (?, ?, ?)", id, name, now);
}

export function workspace(sql: SqlStorage): WorkspaceRow {
  return sql.exec<WorkspaceRow>("SELECT * FROM workspace").one();
}

/** Marks that the figures, or their sources, have changed. */
export function bumpGeneration(sql: SqlStorage): void {
  sql.exec("UPDATE workspace SET generation = generation + 1");
}

/** Marks that objectives, or what is written around them, have changed. */
export function bumpEdits(sql: SqlStorage): void {
  sql.exec("UPDATE workspace SET edits = edits + 1");
}

export interface MemberRow extends Record<string, SqlStorageValue> {
  sub: string;
  email: string;
  role: Role;
  since: number;
}

export function members(sql: SqlStorage): MemberRow[] {
  return sql.exec<MemberRow>("SELECT * FROM members ORDER BY since, sub").toArray();
}

export function roleOf(sql: SqlStorage, sub: string): Role | undefined {
  return sql.exec<{ role: Role }>("SELECT role FROM members WHERE sub = ?", sub).toArray()[0]?.role;
}

/** Adds a member; one who is already there keeps the role held. */
export function addMember(sql: SqlStorage, { sub, email, role, since }: Omit<MemberRow, "">): void {
  sql.exec(
    "INSERT INTO members VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET email = excluded.email",
    sub,
    email,
    role,
    since,
  );
}

/** Removes a member, unless no owner would be left. @returns whether it was done. */
export function removeMember(sql: SqlStorage, sub: string): boolean {
  const gone = sql.exec(
    `DELETE FROM members WHERE sub = ?1
     AND EXISTS (SELECT 1 FROM members WHERE role = 'owner' AND sub <> ?1) RETURNING 1`,
    sub,
  );
  return gone.toArray().length > 0;
}

/** Forgets the spreadsheets that a member attached, but one. */
export function detachAllOf(sql: SqlStorage, sub: string, kept: string): void {
  sql.exec("DELETE FROM spreadsheets WHERE attached_by = ? AND id <> ?", sub, kept);
}

export type SpreadsheetRow = Spreadsheet & { readonly since: number };

export function spreadsheets(sql: SqlStorage): SpreadsheetRow[] {
  type Row = { id: string; name: string; timeZone: string; locale: string; since: number };
  return sql
    .exec<Row>("SELECT id, name, time_zone AS timeZone, locale, since FROM spreadsheets ORDER BY since, id")
    .toArray();
}

/** Attaches a spreadsheet, or gives the one already attached a new key: the old one is refused from then on. */
export function attach(
  sql: SqlStorage,
  sheet: Spreadsheet,
  { keyHash, by, now }: { readonly keyHash: string; readonly by: string; readonly now: number },
): void {
  sql.exec(
    `INSERT INTO spreadsheets (id, name, time_zone, locale, key_hash, since, attached_by) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone, locale = excluded.locale,
       key_hash = excluded.key_hash, attached_by = excluded.attached_by`,
    sheet.id,
    sheet.name,
    sheet.timeZone,
    sheet.locale,
    keyHash,
    now,
    by,
  );
}

export function setKey(sql: SqlStorage, spreadsheet: string, keyHash: string): void {
  sql.exec("UPDATE spreadsheets SET key_hash = ? WHERE id = ?", keyHash, spreadsheet);
}

/** Whether this key was made for this spreadsheet and is still its key. */
export function keyFits(sql: SqlStorage, spreadsheet: string, keyHash: string): boolean {
  return (
    sql.exec("SELECT 1 FROM spreadsheets WHERE id = ? AND key_hash = ?", spreadsheet, keyHash).toArray()
      .length > 0
  );
}

export function addInvitation(sql: SqlStorage, hash: string, expires: number): void {
  sql.exec("INSERT INTO invitations VALUES (?, ?)", hash, expires);
}

/** Spends an invitation. @returns whether it was good. */
export function spendInvitation(sql: SqlStorage, hash: string, now: number): boolean {
  sql.exec("DELETE FROM invitations WHERE expires <= ?", now);
  return sql.exec("DELETE FROM invitations WHERE hash = ? RETURNING 1", hash).toArray().length > 0;
}

export interface Reply {
  readonly digest: string;
  readonly status: number;
  readonly body: string;
}

/** The answer given to an earlier call with this idempotency key, if it is younger than `since`. */
export function reply(sql: SqlStorage, key: string, since: number): Reply | undefined {
  sql.exec("DELETE FROM replies WHERE at < ?", since);
  type Row = { digest: string; status: number; body: string };
  return sql.exec<Row>("SELECT digest, status, body FROM replies WHERE key = ?", key).toArray()[0];
}

export function keepReply(sql: SqlStorage, key: string, { digest, status, body }: Reply, now: number): void {
  sql.exec("INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?)", key, digest, status, body, now);
}
