// What LinkedIn's two sources have in common: its versions, its way of writing lists, who lets them in (https://learn.microsoft.com/en-us/linkedin/marketing/versioning).
import type { ApiVersion } from "../../shared/api/sources.ts";
import { addDays, type Day } from "../../shared/period.ts";
import type { Authorization } from "../authorization.ts";
import type { Connector, ErrorRule, SourceRequest } from "../connector.ts";

/** There is one each month, and it lives for a year. */
export const LINKEDIN_VERSION: ApiVersion = { name: "202607", expires: "2027-07-01" };
export const LINKEDIN_HOSTS: readonly string[] = ["api.linkedin.com", "www.linkedin.com"];
/** Statistics are cut at midnight UTC. */
export const LINKEDIN_ZONE = "UTC";

/** Parameters as Rest.li writes them: parentheses and commas are its punctuation, and stay as they are. */
export function ask(path: string, parameters: Readonly<Record<string, string>>): SourceRequest {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return {
    method: "GET",
    url: `https://api.linkedin.com/rest/${path}?${query.join("&")}`,
    headers: { "linkedin-version": LINKEDIN_VERSION.name, "x-restli-protocol-version": "2.0.0" },
  };
}

/** The name of a thing, encoded: its colons are not punctuation. */
export function urn(kind: "sponsoredAccount" | "organization", id: string): string {
  return encodeURIComponent(`urn:li:${kind}:${id}`);
}

/** `(year:2026,month:11,day:21)` */
export function dateOf(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return `(year:${year},month:${month},day:${date})`;
}

/** The milliseconds of a day's first instant, some days later. */
export function instantOf(day: Day, later = 0): number {
  return Date.parse(`${addDays(day, later)}T00:00:00Z`);
}

export const LINKEDIN_CREDENTIALS: Connector["credentials"] = [
  {
    name: "token",
    kind: "secret",
    optional: true,
    label: { fr: "Jeton d'accès", en: "Access token" },
    help: {
      fr: "Du générateur de jetons de votre application LinkedIn. Il vaut 60 jours. Inutile avec un consentement.",
      en: "From the token generator of your LinkedIn app. It is good for 60 days. Not needed with a consent.",
    },
  },
];

/** A consent is renewed by itself where LinkedIn gives refresh tokens; a token made by hand lasts for 60 days. */
export function waysIn(scopes: readonly string[]): readonly Authorization[] {
  return [
    {
      kind: "key",
      field: "token",
      headers: (token) => ({ authorization: `Bearer ${token}` }),
      days: 60,
    },
    {
      kind: "authorization_code",
      authorizeUrl: "https://www.linkedin.com/oauth/v2/authorization",
      tokenUrl: "https://www.linkedin.com/oauth/v2/accessToken",
      scopes,
      client: "linkedin",
      rotates: false,
    },
  ];
}

/** Allowances are by day, and begin anew at midnight UTC; LinkedIn does not say what is left of them. */
export const LINKEDIN_ERRORS: readonly ErrorRule[] = [
  { status: 401, code: "credentials_refused" },
  { status: 403, code: "access_denied" },
  { status: 404, code: "account_not_found" },
  // The version has ended.
  { status: 426, code: "request_refused" },
  { status: 429, code: "rate_limited", wait: 3_600_000 },
  { status: 400, code: "request_refused" },
];
