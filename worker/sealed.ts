// Credentials of a connection, sealed and opened.
import type { Settings } from "./connector.ts";
import { isOutdated, type Place, seal, unseal } from "./credentials.ts";
import { SourceFailure } from "./failure.ts";
import type { Room } from "./room.ts";
import { type ConnectionRow, credentialsOf, saveCredentials, swapCredential } from "./store/connections.ts";

function placeOf(room: Room, connection: ConnectionRow, field: string): Place {
  return { workspace: room.id, connection: connection.id, field };
}

/** Stores credentials in the place of all there were. */
export async function sealCredentials(
  room: Room,
  connection: ConnectionRow,
  credentials: Settings,
): Promise<void> {
  const given = Object.entries(credentials).filter(([, secret]) => secret.trim() !== "");
  const before: Settings = await openCredentials(room, connection).catch(() => ({}));
  const stored = new Map(
    credentialsOf(room.sql, connection.number).map(({ field, since }) => [field, since]),
  );
  const records = await Promise.all(
    given.map(async ([field, secret]) => {
      const record = await seal(secret, placeOf(room, connection, field), room.environment.keyRing);
      // A secret that is given again is no younger for that.
      const since = before[field] === secret ? (stored.get(field) ?? null) : room.now();
      return { field, record, since };
    }),
  );
  saveCredentials(room.sql, connection.number, records);
  room.tokens.forget(connection.id);
}

/** Puts a secret in the place of the one it was made from; one that was changed meanwhile stays as it is. */
export async function replaceCredential(
  room: Room,
  connection: ConnectionRow,
  field: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const place = placeOf(room, connection, field);
  const sealed = await seal(to, place, room.environment.keyRing);
  for (;;) {
    const record = credentialsOf(room.sql, connection.number).find((row) => row.field === field)?.record;
    if (record === undefined || (await unseal(record, place, room.environment.keyRing)) !== from) return;
    if (swapCredential(room.sql, connection.number, field, record, sealed)) return;
  }
}

/** @throws SourceFailure where a record no longer opens. */
export async function openCredentials(
  room: Room,
  connection: ConnectionRow,
): Promise<Record<string, string>> {
  const opened: Record<string, string> = {};
  for (const { field, record } of credentialsOf(room.sql, connection.number)) {
    const secret = await unseal(record, placeOf(room, connection, field), room.environment.keyRing);
    if (secret === undefined) throw new SourceFailure("credentials_unreadable");
    opened[field] = secret;
  }
  return opened;
}

/** Seals again, under the current key, what an earlier one sealed. @returns how many records. */
export async function resealCredentials(room: Room, connection: ConnectionRow): Promise<number> {
  const { keyRing } = room.environment;
  let resealed = 0;
  for (const { field, record } of credentialsOf(room.sql, connection.number)) {
    if (!isOutdated(record, keyRing)) continue;
    const place = placeOf(room, connection, field);
    const secret = await unseal(record, place, keyRing);
    if (secret === undefined) continue;
    const sealed = await seal(secret, place, keyRing);
    if (swapCredential(room.sql, connection.number, field, record, sealed)) resealed += 1;
  }
  return resealed;
}
