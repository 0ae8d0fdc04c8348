// The simulated Salesforce of the shop: an app of its own, queries, and what its organization says of itself.
import { SoqlRefusal } from "./salesforce-soql.ts";
import { namesOf } from "./salesforce-objects.ts";
import { answerQuery } from "./salesforce-query.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

/** The shop's own domain, and its external client app. */
export const SALESFORCE_HOST = "atelier-verveine.my.salesforce.com";
export const SALESFORCE_CLIENT = { id: "3MVG9verveine5e11ce00.AteLier", secret: "5E11CE00A7E11E0EVERVEINE" };

const SCOPE = "api";
const VERSION = "v64.0";
const CALLS_BY_DAY = 15_000;

export const salesforce: Vendor = {
  answer(request, world) {
    const url = new URL(request.path, `https://${SALESFORCE_HOST}`);
    if (url.pathname === "/services/oauth2/token") return token(request, world);
    const simulation = world.memory.simulation();
    const [, bearer = ""] = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    const granted = simulation.tokens[bearer];
    if (granted?.scope !== SCOPE || granted.expires <= world.now) return refuse(401);
    if (simulation.propertyClosed) return refuse(403);
    const counted = simulation.quota.hour === Math.floor(world.now / 3_600_000);
    const left = counted ? simulation.quota.left : CALLS_BY_DAY - 18;
    const usage = { "sforce-limit-info": `api-usage=${CALLS_BY_DAY - left}/${CALLS_BY_DAY}` };
    if (left <= 0)
      return { ...refuse(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."), headers: usage };
    try {
      return { ...route(request, url, world), headers: usage };
    } catch (error) {
      if (error instanceof SoqlRefusal) return refuse(400, error.code, error.message);
      throw error;
    }
  },
  problem: (status) => refuse(status).body,
  page: ({ path }) => (path.includes("/query") ? path : ""),
};

function route({ method }: VendorRequest, url: URL, world: World): Answer {
  const [, resource = ""] = new RegExp(`^/services/data/${VERSION}/(.+)$`).exec(url.pathname) ?? [];
  if (method !== "GET") return refuse(405, "METHOD_NOT_ALLOWED", "HTTP Method not allowed.");
  if (resource === "connect/organization") return { status: 200, body: organization(world) };
  if (resource === "query" || resource === "queryAll")
    return {
      status: 200,
      body: answerQuery(url.searchParams.get("q") ?? "", resource === "queryAll", world),
    };
  const [, table] = /^sobjects\/(\w+)\/describe$/.exec(resource) ?? [];
  const columns = table === undefined ? null : namesOf(table, world.memory.simulation());
  if (columns) return { status: 200, body: { name: table, fields: [...columns].map((name) => ({ name })) } };
  // A place kept from an earlier answer is lost by the time it is asked for.
  if (/^query(All)?\//.test(resource)) return refuse(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
  return refuse(404);
}

/** https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_responses_organization.htm */
function organization({ memory }: World) {
  const { currency, timeZone, severalCurrencies } = memory.simulation();
  return {
    orgId: "00Dgk0000000001EAA",
    name: "L'atelier Verveine",
    instanceUrl: `https://${SALESFORCE_HOST}`,
    features: {
      chatter: true,
      multiCurrency: severalCurrencies,
      defaultCurrencyIsoCode: severalCurrencies ? null : currency,
    },
    userSettings: {
      timeZone: { gmtOffset: 1, name: timeZone },
      userDefaultCurrencyIsoCode: severalCurrencies ? currency : null,
      userId: "005gk0000000001EAA",
      userLocale: "fr_FR",
    },
  };
}

/** An access token, with no word of its end; nothing renews it. */
function token({ method, headers, body }: VendorRequest, world: World): Answer {
  const isForm = /^application\/x-www-form-urlencoded\b/.test(headers.get("content-type") ?? "");
  const form = Object.fromEntries(new URLSearchParams(isForm ? body : ""));
  const simulation = world.memory.simulation();
  if (method !== "POST" || form["grant_type"] !== "client_credentials")
    return {
      status: 400,
      body: { error: "unsupported_grant_type", error_description: "grant type not supported" },
    };
  const known =
    form["client_id"] === SALESFORCE_CLIENT.id && form["client_secret"] === SALESFORCE_CLIENT.secret;
  if (!known || simulation.grantWithdrawn)
    return {
      status: 400,
      body: { error: "invalid_client", error_description: "invalid client credentials" },
    };
  const access = `00Dgk0000000001!${world.random()}`;
  const alive = Object.entries(simulation.tokens).filter(([, { expires }]) => expires > world.now);
  const expires = world.now + simulation.tokenSeconds * 1000;
  const granted = { account: SALESFORCE_CLIENT.id, scope: SCOPE, expires };
  world.memory.keep({ ...simulation, tokens: { ...Object.fromEntries(alive), [access]: granted } });
  const instance = { instance_url: `https://${SALESFORCE_HOST}`, token_type: "Bearer", scope: SCOPE };
  return {
    status: 200,
    body: { access_token: access, ...instance, issued_at: String(world.now), signature: "…" },
  };
}

const CODES: Readonly<Record<number, [code: string, message: string]>> = {
  401: ["INVALID_SESSION_ID", "Session expired or invalid"],
  403: ["API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner"],
  404: ["NOT_FOUND", "The requested resource does not exist"],
  429: ["REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded."],
  503: ["SERVER_UNAVAILABLE", "The server is unavailable"],
};

/** A list of errors: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
function refuse(status: number, errorCode?: string, message?: string): Answer {
  const [code, usual] = CODES[status] ?? ["UNKNOWN_EXCEPTION", "An unexpected error occurred."];
  return { status, body: [{ message: message ?? usual, errorCode: errorCode ?? code }] };
}
