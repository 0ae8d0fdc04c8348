// The simulated Google Ads: the shop's account, opened through the manager account of its agency.
import { googleProblem, unauthorized } from "./google.ts";
import { QueryRefusal, readQuery, type Query } from "./google-ads-query.ts";
import { adRows, campaignId, type AdRow } from "./shop-ads.ts";
import { today, type Simulation } from "./simulation.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

/** The shop's account, its agency's manager account, and one that was closed. */
export const ADS_CUSTOMER = "4820163957";
export const ADS_MANAGER = "7305918246";
const CLOSED = "1100223344";
export const DEVELOPER_TOKEN = "vErVeInE-dEvToKeN-0001";

const VERSION = "v25";
const PAGE = 10_000;
const SCOPES = ["https://www.googleapis.com/auth/adwords"];
const PATH = new RegExp(`^/${VERSION}/customers(?::(listAccessibleCustomers)|/(\\d+)/googleAds:(search))$`);
const BODY = new Set(["query", "pageToken", "searchSettings", "validateOnly"]);

export const googleAds: Vendor = {
  answer(request, world) {
    const [path, list, customer = ""] = PATH.exec(request.path) ?? [];
    if (path === undefined || request.method !== (list ? "GET" : "POST")) return refuse(404);
    const refusal = unauthorized(request, world, SCOPES);
    if (refusal) return refusal;
    if (request.headers.get("developer-token") !== DEVELOPER_TOKEN)
      return refuse(
        401,
        { authenticationError: "DEVELOPER_TOKEN_INVALID" },
        "The developer token is not valid.",
      );
    const simulation = world.memory.simulation();
    if (simulation.quota.hour === Math.floor(world.now / 3_600_000) && simulation.quota.left <= 0)
      return refuse(429, { quotaError: "RESOURCE_EXHAUSTED" }, "Too many requests. Retry in 30 seconds.");
    if (list)
      return { status: 200, body: { resourceNames: [CLOSED, ADS_MANAGER].map((id) => `customers/${id}`) } };
    return allowed(request, customer, simulation) ?? search(request, customer, world);
  },
  problem: (status) => refuse(status).body,
  page: ({ path, body }) => (path.endsWith(":search") ? body : ""),
};

/** Null where this account may be read by this way. */
function allowed({ headers }: VendorRequest, customer: string, simulation: Simulation): Answer | null {
  const through = headers.get("login-customer-id") ?? customer;
  if (!/^\d{10}$/.test(through) || !/^\d{10}$/.test(customer))
    return refuse(400, { requestError: "INVALID_CUSTOMER_ID" }, "Invalid customer ID.");
  if (customer === CLOSED)
    return refuse(
      403,
      { authorizationError: "CUSTOMER_NOT_ENABLED" },
      "The customer account can't be accessed because it is not yet enabled or has been deactivated.",
    );
  const open =
    through === ADS_MANAGER && [ADS_MANAGER, ADS_CUSTOMER].includes(customer) && !simulation.propertyClosed;
  return open
    ? null
    : refuse(
        403,
        { authorizationError: "USER_PERMISSION_DENIED" },
        "User doesn't have permission to access customer.",
      );
}

/** An error of Google's, with the list of its own that Google Ads adds. */
function refuse(code: number, errorCode: Record<string, string> = {}, message?: string): Answer {
  const { error } = googleProblem(code, message);
  const failure = {
    "@type": `type.googleapis.com/google.ads.googleads.${VERSION}.errors.GoogleAdsFailure`,
    errors: [{ errorCode, message: error.message }],
    requestId: "5e11ce00Ads",
  };
  return { status: code, body: { error: { ...error, details: [failure] } } };
}

type Body = { query?: string; pageToken?: string; searchSettings?: { returnTotalResultsCount?: boolean } };

function search(request: VendorRequest, customer: string, world: World): Answer {
  let body: Body;
  try {
    body = JSON.parse(request.body) as Body;
  } catch {
    return refuse(400);
  }
  const unknown = Object.keys(body).find((name) => !BODY.has(name));
  if (unknown !== undefined)
    return refuse(400, {}, `Invalid JSON payload received. Unknown name "${unknown}"`);
  const simulation = world.memory.simulation();
  try {
    const query = readQuery(body.query ?? "");
    const start = placeOf(body.pageToken, body.query ?? "");
    const rows = table(query, customer, simulation, world.now).slice(0, query.limit ?? undefined);
    const end = start + Math.min(PAGE, simulation.mostRows);
    const results = rows.slice(start, end);
    return {
      status: 200,
      body: {
        ...(results.length > 0 && { results }),
        ...(end < rows.length && { nextPageToken: btoa(`${end} ${digest(body.query ?? "")}`) }),
        ...(body.searchSettings?.returnTotalResultsCount && { totalResultsCount: String(rows.length) }),
        fieldMask: query.fields.map(camel).join(),
        requestId: "5e11ce00Ads",
      },
    };
  } catch (error) {
    if (!(error instanceof QueryRefusal)) throw error;
    const family = error.code.endsWith("PAGE_TOKEN") ? "requestError" : "queryError";
    return refuse(400, { [family]: error.code }, error.message);
  }
}

/** A page token holds for its own query only. */
function placeOf(token: string | undefined, query: string): number {
  if (token === undefined) return 0;
  let text = "";
  try {
    text = atob(token);
  } catch {
    // What is no token is no place either.
  }
  const [, place = "", mark = ""] = /^(\d+) (\d+)$/.exec(text) ?? [];
  if (mark !== String(digest(query))) throw new QueryRefusal("INVALID_PAGE_TOKEN", "Page token is invalid.");
  return Number(place);
}

function digest(text: string): number {
  return Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
}

function table(query: Query, customer: string, simulation: Simulation, now: number): unknown[] {
  const { currency, timeZone } = simulation;
  const manager = customer === ADS_MANAGER;
  const account = (id: string) => ({
    id,
    descriptive_name: id === ADS_MANAGER ? "Agence Garance" : "L'atelier Verveine",
    manager: id === ADS_MANAGER,
    currency_code: currency,
    time_zone: timeZone,
    status: "ENABLED",
    level: id === customer ? "0" : "1",
  });
  if (query.resource === "customer") return [chosen(query, { customer: account(customer) })];
  if (query.resource === "customer_client") {
    const clients = manager ? [ADS_MANAGER, ADS_CUSTOMER] : [customer];
    return clients.map((id) => chosen(query, { customer_client: account(id) }));
  }
  if (manager)
    throw new QueryRefusal(
      "REQUESTED_METRICS_FOR_MANAGER",
      "Metrics cannot be requested for a manager account.",
    );
  const { from, to } = query;
  if (from === null || to === null)
    throw new QueryRefusal("EXPECTED_FILTERS_ON_DATE_RANGE", "Not simulated without dates.");
  const rows = adRows("google", { from, to }, today(simulation, now), simulation.adjustments);
  return rows
    .toSorted(
      (one, other) => one.day.localeCompare(other.day) || campaignId(one.line) - campaignId(other.line),
    )
    .map((row) => chosen(query, { customer: account(customer), ...campaignRow(row) }));
}

function campaignRow({ day, line, spend, impressions, clicks, claimed, value }: AdRow) {
  return {
    campaign: {
      id: String(campaignId(line)),
      name: line.campaign,
      status: line.id === "promo" ? "PAUSED" : "ENABLED",
      advertising_channel_type:
        line.channel === "Display" ? "DISPLAY" : line.id === "shopping" ? "SHOPPING" : "SEARCH",
    },
    segments: { date: day },
    metrics: {
      cost_micros: String(spend * 10_000),
      impressions: String(impressions),
      clicks: String(clicks),
      conversions: claimed / 100,
      conversions_value: value / 100,
    },
  };
}

/** The fields asked for, in camel case, beside the names of the resources. */
function chosen({ fields }: Query, row: Record<string, Record<string, unknown>>): unknown {
  const result: Record<string, Record<string, unknown>> = {};
  for (const field of fields) {
    const [object = "", name = ""] = field.split(".");
    (result[camel(object)] ??= {})[camel(name)] = row[object]?.[name];
  }
  return result;
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
