// The simulated Brevo: the shop's newsletters, a hundred calls an hour, behind an API key.
import { addDays, isDay, startOf, utcDay } from "./days.ts";
import { mailings, type Mailing } from "./shop-mail.ts";
import { LEADS_SINCE } from "./shop-leads.ts";
import { instantOf } from "./simulation.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

export const BREVO_KEY = "xkeysib-5e11ce00verveine5e11ce00verveine-A7e11e0e";
export const BREVO_ORGANIZATION = "6e11e0e5e11e0e5e11e0e5e1";

const HOUR = 3_600_000;
const DAY = 86_400_000;
/** A list counts what happened in the last six months. */
const COUNTED_DAYS = 183;
const LONGEST_DAYS = 731;
const LARGEST_PAGE = 100;
const PARAMETERS = new Set([
  "type",
  "status",
  "statistics",
  "startDate",
  "endDate",
  "limit",
  "offset",
  "sort",
  "excludeHtmlContent",
]);

export const brevo: Vendor = {
  answer(request, world) {
    const simulation = world.memory.simulation();
    if (request.headers.get("api-key") !== BREVO_KEY || simulation.grantWithdrawn)
      return refuse(401, "Key not found");
    if (simulation.propertyClosed) return refuse(403);
    const hour = Math.floor(world.now / HOUR);
    const { most } = simulation.brevoCalls;
    const before = simulation.brevoCalls.hour === hour ? simulation.brevoCalls.count : 0;
    const spent = simulation.quota.hour === hour && simulation.quota.left <= 0;
    const headers = (left: number) => ({
      "x-sib-ratelimit-limit": String(most),
      "x-sib-ratelimit-remaining": String(left),
      "x-sib-ratelimit-reset": String(Math.ceil(((hour + 1) * HOUR - world.now) / 1000)),
    });
    if (spent || before >= most) return { ...refuse(429), headers: headers(0) };
    world.memory.keep({ ...simulation, brevoCalls: { hour, count: before + 1, most } });
    return { ...route(request, world), headers: headers(most - before - 1) };
  },
  problem: (status) => refuse(status).body,
  page: ({ path }) => (path.includes("/emailCampaigns") ? path : ""),
};

const CODES: Readonly<Record<number, [code: string, message: string]>> = {
  400: ["invalid_parameter", "Invalid parameter"],
  401: ["unauthorized", "Key not found"],
  403: ["permission_denied", "Permission denied"],
  404: ["document_not_found", "Campaign ID does not exist"],
  429: ["too_many_requests", "You have reached the maximum number of requests per hour"],
};

/** https://developers.brevo.com/docs/how-it-works#error-codes */
function refuse(status: number, said?: string): Answer {
  const [code, message] = CODES[status] ?? ["internal_error", "Internal error"];
  return { status, body: { code, message: said ?? message } };
}

function route({ method, path }: VendorRequest, world: World): Answer {
  const { pathname, searchParams } = new URL(path, "https://api.brevo.com");
  if (method !== "GET") return refuse(404);
  if (pathname === "/v3/account") {
    const person = { email: "camille@atelier-verveine.example", firstName: "Camille", lastName: "Exemple" };
    const company = {
      organization_id: BREVO_ORGANIZATION,
      companyName: "L'atelier Verveine",
      enterprise: false,
    };
    return { status: 200, body: { ...company, user_id: 1, ...person, plan: [], relay: { enabled: false } } };
  }
  if (pathname === "/v3/emailCampaigns") return list(searchParams, world);
  const [, id] = /^\/v3\/emailCampaigns\/(\d+)$/.exec(pathname) ?? [];
  const found = id === undefined ? undefined : sent(world).find((mailing) => mailing.id === Number(id));
  return found ? { status: 200, body: campaign(found, true) } : refuse(404);
}

/** What was already worked out: mailings are read one by one. */
const known: { name: string; mailings: Mailing[] } = { name: "", mailings: [] };

function sent({ memory, now }: World): Mailing[] {
  const simulation = memory.simulation();
  const { adjustments } = simulation;
  const instant = instantOf(simulation, now);
  const name = JSON.stringify([instant, adjustments]);
  if (known.name !== name)
    Object.assign(known, { name, mailings: mailings(LEADS_SINCE, utcDay(instant), instant, adjustments) });
  return known.mailings;
}

/** `GET /v3/emailCampaigns`: https://developers.brevo.com/reference/get-email-campaigns */
function list(query: URLSearchParams, world: World): Answer {
  const unknown = [...query.keys()].find((name) => !PARAMETERS.has(name));
  if (unknown !== undefined) return refuse(400, `${unknown} is not a valid parameter`);
  const [limit, offset] = [Number(query.get("limit") ?? 50), Number(query.get("offset") ?? 0)];
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    return refuse(400, "Limit exceeds max value");
  if (!Number.isInteger(offset) || offset < 0) return refuse(400, "Offset is invalid");
  if (query.get("type") !== "classic" || query.get("status") !== "sent")
    return { status: 200, body: { count: 0 } };
  const [start, end] = [query.get("startDate"), query.get("endDate")];
  if ((start === null) !== (end === null)) return refuse(400, "startDate and endDate go together");
  const from = start === null ? 0 : instantIn(start);
  const to = end === null ? Number.POSITIVE_INFINITY : instantIn(end);
  if (Number.isNaN(from) || Number.isNaN(to)) return refuse(400, "Invalid date format");
  const simulation = world.memory.simulation();
  const now = Math.max(world.now, instantOf(simulation, world.now));
  if (start !== null && to - from > LONGEST_DAYS * DAY)
    return refuse(400, "The date range must not exceed 2 years");
  if (end !== null && to > now + 60_000) return refuse(400, "endDate must not be in the future");
  const all = sent(world).filter(({ sentAt }) => sentAt >= from && sentAt < to);
  if (query.get("sort") !== "asc") all.reverse();
  const counted = addDays(utcDay(instantOf(simulation, world.now)), -COUNTED_DAYS);
  const page = all.slice(offset, offset + Math.min(limit, simulation.mostRows)).map((mailing) => {
    const isCounted = query.get("statistics") === "globalStats" && mailing.sentAt >= startOf(counted);
    return campaign(mailing, isCounted);
  });
  return { status: 200, body: { ...(page.length > 0 && { campaigns: page }), count: all.length } };
}

function instantIn(text: string): number {
  return isDay(text.slice(0, 10)) && text.length > 10 ? Date.parse(text) : Number.NaN;
}

const NOTHING = { sent: 0, delivered: 0, opens: 0, unprotected: 0, clicks: 0 };
const NO_HARM = { hardBounces: 0, softBounces: 0, unsubscribes: 0, complaints: 0 };

function campaign({ id, line, sentAt, counts: real }: Mailing, isCounted: boolean) {
  const at = new Date(sentAt).toISOString();
  const counts = isCounted ? real : { ...NOTHING, ...NO_HARM };
  const share = counts.delivered === 0 ? 0 : counts.unprotected / counts.delivered;
  const globalStats = {
    uniqueClicks: counts.clicks,
    clickers: Math.round(counts.clicks * 1.3),
    complaints: counts.complaints,
    delivered: counts.delivered,
    sent: counts.sent,
    softBounces: counts.softBounces,
    hardBounces: counts.hardBounces,
    uniqueViews: counts.opens,
    trackableViews: counts.unprotected,
    trackableViewsRate: Number((100 * share).toFixed(2)),
    estimatedViews: Math.round(counts.opens * 0.9),
    unsubscriptions: counts.unsubscribes,
    viewed: Math.round(counts.opens * 1.6),
    deferred: 0,
    returnBounce: 0,
  };
  return {
    id,
    name: line.campaign,
    subject: `${line.campaign}, de la part de Camille`,
    type: "classic",
    status: "sent",
    testSent: false,
    header: "",
    footer: "",
    sender: { name: "Camille", email: "camille@atelier-verveine.example", id: 1 },
    replyTo: "camille@atelier-verveine.example",
    htmlContent: "",
    createdAt: at,
    modifiedAt: at,
    scheduledAt: at,
    sentDate: at,
    recipients: { lists: [7], exclusionLists: [] },
    statistics: {
      globalStats,
      campaignStats: [],
      mirrorClick: 0,
      remaining: 0,
      linksStats: {},
      statsByDomain: {},
    },
  };
}
