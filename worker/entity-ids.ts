// What is kept of a service's ids: a hash under a key that the workspace draws for itself and never shows.
import type { EntityRow } from "./connector.ts";
import { isOutdated, seal, unseal } from "./credentials.ts";
import { SourceFailure } from "./failure.ts";
import type { Room } from "./room.ts";
import { connections } from "./store/connections.ts";
import { dropDerivedFigures, type StagedEntity } from "./store/entities.ts";
import { addKey, deleteKey, keyRecord, replaceKey } from "./store/keys.ts";

const NAME = "entities";
/** 128 bits: no two of a billion ids will ever meet. */
const HASH_BYTES = 16;
const utf8 = new TextEncoder();

/** Entities with the hash of their id (HMAC-SHA-256, cut to 128 bits) in its place. @throws SourceFailure */
export async function hashed(
  room: Room,
  connection: string,
  entity: string,
  rows: readonly EntityRow[],
): Promise<StagedEntity[]> {
  const key = await idKey(room);
  return Promise.all(
    rows.map(async ({ id, fields, removed }) => {
      const message = utf8.encode(`${connection}|${entity}|${id}`);
      const hash = new Uint8Array(await crypto.subtle.sign("HMAC", key, message)).subarray(0, HASH_BYTES);
      const text = hash.toBase64({ alphabet: "base64url", omitPadding: true });
      return { id: text, fields, removed: removed ?? false };
    }),
  );
}

/** Seals the key again, under the ring's current one, where an earlier one sealed it. */
export async function resealIdKey(room: Room): Promise<void> {
  const record = keyRecord(room.sql, NAME);
  if (record === undefined || !isOutdated(record, room.environment.keyRing)) return;
  const secret = await unseal(record, placeIn(room), room.environment.keyRing);
  if (secret !== undefined) {
    replaceKey(room.sql, NAME, await seal(secret, placeIn(room), room.environment.keyRing));
  }
}

/** Where the key can no longer be read, forgets it and all that was hashed with it: sources read their entities again. */
export async function mendIdKey(room: Room): Promise<void> {
  const record = keyRecord(room.sql, NAME);
  if (record === undefined) return;
  if ((await unseal(record, placeIn(room), room.environment.keyRing)) !== undefined) return;
  room.storage.transactionSync(() => {
    deleteKey(room.sql, NAME);
    for (const { number } of connections(room.sql)) dropDerivedFigures(room.sql, number);
  });
}

async function idKey(room: Room): Promise<CryptoKey> {
  const drawn = crypto.getRandomValues(new Uint8Array(32)).toBase64();
  const record =
    keyRecord(room.sql, NAME) ??
    addKey(room.sql, NAME, await seal(drawn, placeIn(room), room.environment.keyRing));
  const secret = await unseal(record, placeIn(room), room.environment.keyRing);
  if (secret === undefined) throw new SourceFailure("credentials_unreadable");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", Uint8Array.fromBase64(secret), algorithm, false, ["sign"]);
}

function placeIn(room: Room) {
  return { workspace: room.id, connection: "", field: NAME };
}
