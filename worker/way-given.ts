// The way in that a call gives for a source: typed credentials, a consent, or those of a source that is connected.
import { type Access, accessOf, accessWith } from "./access.ts";
import { authorizationFor, consentWay, fieldsOf, REFRESH_TOKEN } from "./authorization.ts";
import { accessByConsent, type GivenConsent } from "./consent-use.ts";
import type { Connector, Settings } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import type { Room } from "./room.ts";
import { openCredentials } from "./sealed.ts";
import type { ConnectionRow } from "./store/connections.ts";

export interface WayGiven {
  readonly credentials: Settings;
  readonly consent?: GivenConsent | undefined;
  /** The source whose own credentials these are. */
  readonly stored?: ConnectionRow | undefined;
}

/** The way in that a change of a source gives: what is neither typed nor consented to anew stays as it was. */
export async function wayAgain(
  room: Room,
  connection: ConnectionRow,
  typed: Settings | undefined,
  consent: GivenConsent | undefined,
): Promise<WayGiven> {
  if (typed) return { credentials: typed, consent };
  const stored: Settings = await openCredentials(room, connection).catch(() => ({}));
  if (!consent) return { credentials: stored, stored: connection };
  const way = consentWay(findConnector(connection.connector)?.authorization ?? []);
  const beside = way ? fieldsOf(way).filter((field) => field !== REFRESH_TOKEN) : [];
  return { credentials: Object.fromEntries(beside.map((field) => [field, stored[field] ?? ""])), consent };
}

/** Credentials as they will be once a consent is added to them, so that the way in can be told. */
export function credentialsToCheck({ credentials, consent }: WayGiven): Settings {
  return consent ? { ...credentials, [REFRESH_TOKEN]: consent.consent } : credentials;
}

/** What lets in, and the credentials to keep where they are new. @throws Refusal, SourceFailure */
export async function accessBy(
  room: Room,
  connector: Connector,
  settings: Settings,
  { credentials, consent, stored }: WayGiven,
): Promise<{ readonly access: Access; readonly credentials?: Settings }> {
  if (consent) return accessByConsent(room, { ...consent, connector, settings, credentials });
  const way = authorizationFor(connector.authorization, credentials);
  // Renewed by whoever holds it, or its refresh token would be spent twice.
  return stored && way?.kind === "authorization_code"
    ? { access: await accessOf(room, stored, connector) }
    : accessWith(room, connector, settings, credentials);
}
