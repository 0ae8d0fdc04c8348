// What lets a connection into its service: headers, bought or kept, and the smallest question that proves them good.
import { type Authorization, authorizationFor, type KeyForKey, REFRESH_TOKEN } from "./authorization.ts";
import type { Connector, Page, Settings, Unit } from "./connector.ts";
import { answerFailure, SourceFailure } from "./failure.ts";
import { clientToken, renew } from "./grant.ts";
import { hostsOf } from "./hosts.ts";
import { type Door, send } from "./http.ts";
import { accessToken } from "./oauth.ts";
import { isTimeZone } from "./plan.ts";
import type { Room } from "./room.ts";
import { openCredentials, replaceCredential } from "./sealed.ts";
import { type ConnectionRow, credentialsOf } from "./store/connections.ts";
import type { AccessToken } from "./tokens.ts";

/** What a request carries to be let in: never stored, never logged. */
export interface Access {
  readonly headers: Readonly<Record<string, string>>;
  /** Settings that the service itself gave with the token. */
  readonly settings: Settings;
}

type Outside = Pick<Room, "fetch" | "environment"> & { readonly ownHost?: Room["ownHost"] };

/** The way out for a connector with these settings. @throws SourceFailure where they name no host it may call. */
export function doorOf(
  { fetch, environment, ownHost }: Outside,
  connector: Connector,
  settings: Settings,
): Door {
  const hosts = hostsOf(connector, settings, environment.operatorHosts[connector.name] ?? []);
  if (hosts.length === 0) throw new SourceFailure("source_forbidden");
  return { fetch, hosts, own: ownHost, standIn: environment.vendors };
}

/** What lets a stored connection in, from memory or bought with its credentials. @throws SourceFailure */
export async function accessOf(room: Room, connection: ConnectionRow, connector: Connector): Promise<Access> {
  // Asked again with what is lost, a service that watches for stolen tokens may close the account.
  if (connection.problem === "reconnect_needed") throw new SourceFailure("reconnect_needed");
  const fields = credentialsOf(room.sql, connection.number).map(({ field }) => [field, "stored"]);
  const way = wayIn(connector, Object.fromEntries(fields) as Settings);
  if (way.kind === "key") return keyAccess(way, await openCredentials(room, connection));
  const settings = JSON.parse(connection.settings) as Settings;
  const token = await room.tokens.get(connection.id, room.now(), async () => {
    // Opened by whoever buys, no sooner: the refresh token of a moment ago may be spent.
    const credentials = await openCredentials(room, connection);
    const { token: bought, renewed } = await buy(room, connector, way, settings, credentials);
    // Kept before the token is of any use to anyone: from here on the old one is worth nothing.
    if (renewed !== undefined) {
      const from = credentials[REFRESH_TOKEN] ?? "";
      await replaceCredential(room, connection, REFRESH_TOKEN, { from, to: renewed });
    }
    return bought;
  });
  return bearer(token, way, "beside" in way ? await openCredentials(room, connection) : {});
}

/** The same for credentials that are not stored yet, and those to keep: some are spent by being used. @throws SourceFailure */
export async function accessWith(
  room: Room,
  connector: Connector,
  settings: Settings,
  credentials: Settings,
): Promise<{ readonly access: Access; readonly credentials: Settings }> {
  const way = wayIn(connector, credentials);
  if (way.kind === "key") return { access: keyAccess(way, credentials), credentials };
  const { token, renewed } = await buy(room, connector, way, settings, credentials);
  const kept = renewed === undefined ? credentials : { ...credentials, [REFRESH_TOKEN]: renewed };
  return { access: bearer(token, way, credentials), credentials: kept };
}

/** Asks the service its smallest question. @returns the unit of the account. @throws SourceFailure */
export async function proveAccess(
  room: Room,
  connector: Connector,
  settings: Settings,
  access: Access,
  page: Page,
): Promise<Unit> {
  const { check } = connector;
  const all = { ...settings, ...access.settings };
  const request = authorized(check.request(page, all), access);
  const answer = await send(request, doorOf(room, connector, settings));
  const failure = answerFailure(answer, connector, room.now());
  if (failure) throw failure;
  const { unit } = check.read(answer, page, all, { currency: null, timeZone: "UTC" });
  if (!unit || !isTimeZone(unit.timeZone)) throw new SourceFailure("source_malformed");
  return unit;
}

/** A request with what lets it in. */
export function authorized<T extends { readonly headers?: Readonly<Record<string, string>> }>(
  request: T,
  { headers }: Pick<Access, "headers">,
): T {
  return { ...request, headers: { ...request.headers, ...headers } };
}

function wayIn({ authorization }: Connector, credentials: Settings): Authorization {
  const way = authorizationFor(authorization, credentials);
  if (!way) throw new SourceFailure("credentials_refused");
  return way;
}

function keyAccess(way: Extract<Authorization, { kind: "key" }>, credentials: Settings): Access {
  return { headers: way.headers((credentials[way.field] ?? "").trim()), settings: {} };
}

function bearer({ token, instance }: AccessToken, way: Authorization, credentials: Settings): Access {
  const beside = Object.entries(("beside" in way && way.beside) || {}).map(([header, field]) => [
    header,
    (credentials[field] ?? "").trim(),
  ]);
  return {
    headers: { ...(Object.fromEntries(beside) as Settings), authorization: `Bearer ${token}` },
    settings: instance === undefined ? {} : { instance },
  };
}

async function buy(
  room: Room,
  connector: Connector,
  way: Exclude<Authorization, { kind: "key" }>,
  settings: Settings,
  credentials: Settings,
): Promise<{ readonly token: AccessToken; readonly renewed?: string | undefined }> {
  const door = doorOf(room, connector, settings);
  const now = room.now();
  const given = (field: string): string => (credentials[field] ?? "").trim();
  if (way.kind === "google_service_account") {
    return { token: await accessToken(given(way.field), way, door, now) };
  }
  if (way.kind === "key_for_key") {
    return { token: await secondKey(connector, way, settings, given(way.field), door, now) };
  }
  if (way.kind === "client_credentials") {
    const client = { id: given(way.id), secret: given(way.secret) };
    return { token: await clientToken(way, client, settings, door, now) };
  }
  const client = room.environment.oauthClients[way.client.toLowerCase()];
  if (!client) throw new SourceFailure("client_missing");
  return renew(way, client, given(REFRESH_TOKEN), door, now);
}

/** It is asked for again after this long: who may see an account changes. */
const SECOND_KEY_MS = 3_600_000;

async function secondKey(
  connector: Connector,
  { request, read }: KeyForKey,
  settings: Settings,
  first: string,
  door: Door,
  now: number,
): Promise<AccessToken> {
  const asked = request(settings);
  if (!asked) return { token: first, expires: now };
  const answer = await send(authorized(asked, { headers: { authorization: `Bearer ${first}` } }), door);
  const failure = answerFailure(answer, connector, now);
  if (failure) throw failure;
  const token = read(answer.body);
  if (!token) throw new SourceFailure("access_denied");
  return { token, expires: now + SECOND_KEY_MS };
}
