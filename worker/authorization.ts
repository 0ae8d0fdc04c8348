// How a connector is let into its service: data for each way, carried out by the engine.
import type { Settings, SourceRequest } from "./connector.ts";

export type Authorization = GoogleServiceAccount | Key | KeyForKey | ClientCredentials | AuthorizationCode;

/** Access tokens by a signed assertion: https://developers.google.com/identity/protocols/oauth2/service-account */
export interface GoogleServiceAccount {
  readonly kind: "google_service_account";
  readonly scope: string;
  /** The credential field that holds the JSON key file. */
  readonly field: string;
  readonly beside?: HeaderFields;
}

/** Further credentials that go with every request: the field of each, by the header it goes in. */
export type HeaderFields = Readonly<Record<string, string>>;

/** A secret that goes with every request: a private app's token, an API key. */
export interface Key {
  readonly kind: "key";
  /** The credential field that holds it. */
  readonly field: string;
  readonly headers: (secret: string) => Readonly<Record<string, string>>;
  /** How many days it lasts, where the service ends it: its reader is told in time to make another. */
  readonly days?: number;
}

/** A bearer token that buys another one, good for one account only: every request goes with that one. */
export interface KeyForKey {
  readonly kind: "key_for_key";
  /** The credential field that holds the first. */
  readonly field: string;
  /** Asks for the second; undefined while no account is chosen: the first one lists them. */
  readonly request: (settings: Settings) => SourceRequest | undefined;
  /** The second, undefined where the first does not open that account. */
  readonly read: (body: unknown) => string | undefined;
}

/** Access tokens by an id and a secret of the account's own (RFC 6749, 4.4). */
export interface ClientCredentials {
  readonly kind: "client_credentials";
  readonly tokenUrl: (settings: Settings) => string;
  /** The credential fields that hold the id and the secret. */
  readonly id: string;
  readonly secret: string;
  readonly body: "json" | "form";
  readonly scope?: string;
  /**
   * The host that the answer to the token request says to call, for services that say it: `request` finds it as
   * `settings.instance`. It is called only if it is one of the connector's hosts.
   */
  readonly instance?: (answer: unknown) => string | undefined;
}

/** Access tokens by a person's consent, renewed with a refresh token (RFC 6749, 4.1 and 6; RFC 7636). */
export interface AuthorizationCode {
  readonly kind: "authorization_code";
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scopes: readonly string[];
  /** The operator's client is read from `OAUTH_<CLIENT>_ID` and `OAUTH_<CLIENT>_SECRET`. */
  readonly client: string;
  /** Further parameters of the consent page, such as `access_type=offline`. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Whether each renewal replaces the refresh token. */
  readonly rotates: boolean;
  /** What `iss` must be when the service comes back with a code (RFC 9207). */
  readonly issuer?: string;
  /** As for client credentials. */
  readonly instance?: (answer: unknown) => string | undefined;
  readonly beside?: HeaderFields;
}

/** The credential that a consent leaves; no form asks for it. */
export const REFRESH_TOKEN = "refreshToken";

/** The first way whose credentials are all given. */
export function authorizationFor(
  ways: Authorization | readonly Authorization[],
  credentials: Settings,
): Authorization | undefined {
  return [ways].flat().find((way) => fieldsOf(way).every((field) => credentials[field]?.trim()));
}

/** The way that asks a person's consent, where there is one. */
export function consentWay(ways: Authorization | readonly Authorization[]): AuthorizationCode | undefined {
  return [ways].flat().find((way) => way.kind === "authorization_code");
}

/** The credentials that a way needs, that of a consent included. */
export function fieldsOf(way: Authorization): readonly string[] {
  const beside = "beside" in way ? Object.values(way.beside ?? {}) : [];
  if (way.kind === "authorization_code") return [REFRESH_TOKEN, ...beside];
  return way.kind === "client_credentials" ? [way.id, way.secret] : [way.field, ...beside];
}
