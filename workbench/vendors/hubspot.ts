// The simulated HubSpot: the shop's contacts, deals and newsletters, behind the token of a private app.
import { crmList, crmSearch, isCrmType, PIPELINES } from "./hubspot-crm.ts";
import { marketingEmails } from "./hubspot-emails.ts";
import { HubSpotRefusal, hubspotProblem, refuse } from "./hubspot-problem.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

/** The token of the shop's private app, and the id of its account. */
export const HUBSPOT_TOKEN = "pat-eu1-5e11ce00-0000-4000-8000-a7e11e0e5e11";
export const HUB_ID = 147_258_369;

const VERSION = "2026-03";
const BY_TEN_SECONDS = 190;
const BY_DAY = 250_000;
const LONGEST_QUERY = 3000;

export const hubspot: Vendor = {
  answer(request, world) {
    const url = new URL(request.path, "https://api.hubapi.com");
    const simulation = world.memory.simulation();
    const [, token = ""] = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    if (token !== HUBSPOT_TOKEN || simulation.grantWithdrawn) return refuse(401);
    if (simulation.propertyClosed) return refuse(403);
    if (url.search.length > LONGEST_QUERY) return refuse(414, "URI Too Long");
    const left = simulation.quota.hour === Math.floor(world.now / 3_600_000) ? simulation.quota.left : BY_DAY;
    if (left <= 0) return refuse(429);
    try {
      const answer = route(request, url, world);
      // Search has limits of its own, and does not tell them.
      return url.pathname.endsWith("/search") ? answer : { ...answer, headers: limits(left) };
    } catch (error) {
      if (error instanceof HubSpotRefusal) return refuse(error.status, error.message);
      throw error;
    }
  },
  problem: hubspotProblem,
  page: ({ method, path, body }) =>
    path.includes("/account-info/") ? "" : `${path.replace(/^[^?]*\??/, "")}${method === "POST" ? body : ""}`,
};

function route(request: VendorRequest, url: URL, world: World): Answer {
  const simulation = world.memory.simulation();
  const [, kind = "", rest = ""] =
    new RegExp(`^/(account-info|crm/objects|crm/pipelines|marketing/emails)/${VERSION}(?:/(.+))?$`).exec(
      url.pathname,
    ) ?? [];
  const what = `${request.method} ${kind}`;
  if (what === "GET account-info" && rest === "details") {
    const { timeZone, currency } = simulation;
    const details = { portalId: HUB_ID, accountType: "STANDARD", timeZone, companyCurrency: currency };
    return {
      status: 200,
      body: { ...details, additionalCurrencies: ["CHF"], uiDomain: "app-eu1.hubspot.com" },
    };
  }
  if (what === "GET crm/pipelines" && rest === "deals") return { status: 200, body: PIPELINES };
  if (what === "GET marketing/emails" && rest === "")
    return { status: 200, body: marketingEmails(url.searchParams, world) };
  const [type = "", operation] = rest.split("/");
  if (!isCrmType(type)) return refuse(404);
  if (what === "POST crm/objects" && operation === "search")
    return { status: 200, body: crmSearch(type, request.body, world) };
  if (what === "GET crm/objects" && operation === undefined)
    return { status: 200, body: crmList(type, url.searchParams, world) };
  return refuse(404);
}

function limits(left: number): Record<string, string> {
  return {
    "x-hubspot-ratelimit-max": String(BY_TEN_SECONDS),
    "x-hubspot-ratelimit-remaining": String(BY_TEN_SECONDS - 1),
    "x-hubspot-ratelimit-interval-milliseconds": "10000",
    "x-hubspot-ratelimit-daily": String(BY_DAY),
    "x-hubspot-ratelimit-daily-remaining": String(left),
  };
}
