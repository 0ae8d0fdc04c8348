// What lets a connection into its service: its credentials, sealed and opened, and the tokens they buy.
import type { Connector, Page, Settings, Unit } from "./connector.ts";
import { isOutdated, seal, unseal } from "./credentials.ts";
import { failureOf, SourceFailure } from "./failure.ts";
import { type Door, send } from "./http.ts";
import { accessToken } from "./oauth.ts";
import { isTimeZone } from "./plan.ts";
import type { Room } from "./room.ts";
import { type ConnectionRow, credentialsOf, saveCredential } from "./store/connections.ts";

/** The way out for a connector. */
export function doorOf(room: Pick<Room, "fetch" | "environment">, connector: Connector): Door {
  return { fetch: room.fetch, hosts: connector.hosts, standIn: room.environment.vendors };
}

/** A token for a stored connection, from memory or bought with its credentials. @throws SourceFailure */
export async function tokenFor(room: Room, connection: ConnectionRow, connector: Connector): Promise<string> {
  const { authorization } = connector;
  return room.tokens.get(connection.id, room.now(), async () => {
    const keyFile = (await openCredentials(room, connection))[authorization.field] ?? "";
    return accessToken(keyFile, authorization, doorOf(room, connector), room.now());
  });
}

/** Asks the service its smallest question with new credentials. @returns the unit of the account. @throws SourceFailure */
export async function tryCredentials(
  room: Room,
  connector: Connector,
  settings: Settings,
  credentials: Settings,
  page: Page,
): Promise<Unit> {
  const { authorization, check, errors } = connector;
  const door = doorOf(room, connector);
  const { token } = await accessToken(
    credentials[authorization.field] ?? "",
    authorization,
    door,
    room.now(),
  );
  const answer = await send(authorized(check.request(page, settings), token), door);
  const failure = failureOf(answer, errors, room.now());
  if (failure) throw failure;
  const { unit } = check.read(answer, page);
  if (!unit || !isTimeZone(unit.timeZone)) throw new SourceFailure("source_malformed");
  return unit;
}

/** A request with its bearer token. */
export function authorized<T extends { readonly headers?: Readonly<Record<string, string>> }>(
  request: T,
  token: string,
): T {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

export async function sealCredentials(
  room: Room,
  connection: ConnectionRow,
  credentials: Settings,
): Promise<void> {
  const { keyRing } = room.environment;
  for (const [field, secret] of Object.entries(credentials)) {
    const place = { workspace: room.id, connection: connection.id, field };
    saveCredential(room.sql, connection.number, field, await seal(secret, place, keyRing));
  }
  room.tokens.forget(connection.id);
}

/** @throws SourceFailure where a record no longer opens. */
export async function openCredentials(
  room: Room,
  connection: ConnectionRow,
): Promise<Record<string, string>> {
  const opened: Record<string, string> = {};
  for (const { field, record } of credentialsOf(room.sql, connection.number)) {
    const place = { workspace: room.id, connection: connection.id, field };
    const secret = await unseal(record, place, room.environment.keyRing);
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
    const place = { workspace: room.id, connection: connection.id, field };
    const secret = await unseal(record, place, keyRing);
    if (secret === undefined) continue;
    saveCredential(room.sql, connection.number, field, await seal(secret, place, keyRing));
    resealed += 1;
  }
  return resealed;
}
