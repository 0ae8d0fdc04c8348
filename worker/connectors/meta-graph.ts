// What Meta's services have in common: one address, one way of refusing, one way of counting calls (https://developers.facebook.com/docs/graph-api).
import * as z from "zod";
import type { ApiVersion } from "../../shared/api/sources.ts";
import type { Connector, ErrorRule, SourceAnswer, SourceRequest } from "../connector.ts";

/** A version of the marketing API lives for a year or a little more: https://developers.facebook.com/docs/graph-api/changelog/versions */
export const META_VERSION: ApiVersion = { name: "v25.0", expires: "2027-03-01" };
export const META_HOSTS: readonly string[] = ["graph.facebook.com"];

/** A question about an object. The token goes in a header: in an address, it would end up in logs. */
export function ask(path: string, parameters: Readonly<Record<string, string>>): SourceRequest {
  const query = new URLSearchParams(parameters).toString();
  return { method: "GET", url: `https://graph.facebook.com/${META_VERSION.name}/${path}?${query}` };
}

/** The token that opens them all: https://developers.facebook.com/docs/business-management-apis/system-users */
export const META_CREDENTIALS: Connector["credentials"] = [
  {
    name: "token",
    kind: "secret",
    label: { fr: "Jeton d'utilisateur système", en: "System user token" },
    help: {
      fr: "Dans les paramètres Meta Business, Utilisateurs système, Générer un token, sans expiration.",
      en: "In Meta Business settings, System users, Generate token, without expiry.",
    },
  },
];
export const META_KEY = {
  kind: "key",
  field: "token",
  headers: (token: string) => ({ authorization: `Bearer ${token}` }),
} as const;

const Cursors = z.object({
  paging: z
    .object({ cursors: z.object({ after: z.string().nullish() }).nullish(), next: z.string().nullish() })
    .nullish(),
});

/** The place of the next page, null on the last one. `paging.next` only says that there is one: it holds the token. */
export function placeAfter(body: unknown): string | null {
  const { data } = Cursors.safeParse(body);
  return data?.paging?.next ? (data.paging.cursors?.after ?? null) : null;
}

/** Meta throttles with status 400, and calls nearly everything an OAuthException: the code tells them apart. */
const code = (codes: string): RegExp => new RegExp(`"code":(${codes})[,}]`);
const refusals = (status: number): ErrorRule[] => [
  {
    status,
    says: /reduce the amount of data|"error_subcode":1487534\b/i,
    code: "source_too_large",
    instead: "halves",
  },
  { status, says: code("4|17|32|613|8000[0-6]|80008"), code: "rate_limited" },
  { status, says: /"error_subcode":1504018\b/, code: "source_down" },
  { status, says: /valid insights metric/, code: "request_refused", instead: "without" },
  { status, says: code("190|102"), code: "credentials_refused" },
  { status, says: code("10|2\\d\\d"), code: "access_denied" },
  { status, says: /"error_subcode":33\b/, code: "account_not_found" },
  { status, says: code("803"), code: "account_not_found" },
  { status, says: code("1|2|99|104|960"), code: "source_down" },
  { status, says: /"is_transient":true/, code: "source_down" },
];
export const META_ERRORS: readonly ErrorRule[] = [
  ...refusals(400),
  ...refusals(401),
  ...refusals(403),
  ...refusals(500),
  { status: 400, code: "request_refused" },
];

const BusinessUse = z.record(
  z.string(),
  z.array(z.looseObject({ estimated_time_to_regain_access: z.number().nullish() })),
);
/** Calls made above this share of what is allowed are refused soon. */
const NEARLY_ALL = 95;
const SHORT_WAIT_MS = 5 * 60_000;

/**
 * How long Meta asks to be left alone: minutes in one header, shares of an allowance in all
 * (https://developers.facebook.com/docs/graph-api/overview/rate-limiting).
 */
export function metaQuota(headers: SourceAnswer["headers"]): { readonly wait: number } | null {
  const business = BusinessUse.safeParse(parsed(headers["x-business-use-case-usage"])).data;
  const uses = Object.values(business ?? {}).flat();
  const minutes = Math.max(0, ...uses.map((use) => use.estimated_time_to_regain_access ?? 0));
  if (minutes > 0) return { wait: minutes * 60_000 };
  const others = ["x-app-usage", "x-ad-account-usage", "x-fb-ads-insights-throttle"].map((name) =>
    parsed(headers[name]),
  );
  const most = Math.max(0, ...[...uses, ...others].flatMap(shares));
  return most >= NEARLY_ALL ? { wait: SHORT_WAIT_MS } : null;
}

function shares(use: unknown): number[] {
  const named = /^(call_count|total_time|total_cputime|.*_util_pct)$/;
  return Object.entries(use ?? {}).flatMap(([name, value]) =>
    named.test(name) && typeof value === "number" ? [value] : [],
  );
}

function parsed(header: string | undefined): unknown {
  try {
    return JSON.parse(header ?? "null") as unknown;
  } catch {
    return null;
  }
}
