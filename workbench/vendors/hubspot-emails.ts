// The newsletters of the shop as HubSpot lists them, with their statistics.
import { addDays, utcDay } from "./days.ts";
import { invalid } from "./hubspot-problem.ts";
import { instantOf } from "./simulation.ts";
import { mailings, type Mailing } from "./shop-mail.ts";
import { LEADS_SINCE } from "./shop-leads.ts";
import type { World } from "./vendor.ts";

const PARAMETERS = new Set([
  "includeStats",
  "isPublished",
  "publishedAfter",
  "publishedBefore",
  "limit",
  "after",
  "sort",
  "archived",
  "type",
]);
const LARGEST_PAGE = 100;

/** `GET /marketing/emails`, oldest first: https://developers.hubspot.com/docs/api-reference/marketing-emails-v3 */
export function marketingEmails(query: URLSearchParams, { memory, now }: World): unknown {
  const unknown = [...query.keys()].find((name) => !PARAMETERS.has(name));
  if (unknown !== undefined) invalid(`Unknown query parameter ${unknown}.`);
  const simulation = memory.simulation();
  const instant = instantOf(simulation, now);
  const limit = Number(query.get("limit") ?? 10);
  const start = Number(query.get("after") ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    invalid("limit must be between 1 and 100.");
  if (!Number.isInteger(start) || start < 0) invalid("after is not a valid paging token.");
  const last = utcDay(instant);
  const bound = (name: string, otherwise: string): string => {
    const text = query.get(name) ?? otherwise;
    if (Number.isNaN(Date.parse(text))) invalid(`${name} is not a valid date-time.`);
    return text;
  };
  const after = Date.parse(bound("publishedAfter", LEADS_SINCE));
  const before = Date.parse(bound("publishedBefore", addDays(last, 1)));
  const from = utcDay(Math.max(after, Date.parse(LEADS_SINCE)));
  const sent = mailings(from, last, instant, simulation.adjustments).filter(
    ({ sentAt }) => sentAt > after && sentAt < before,
  );
  const all = query.get("archived") === "true" ? [] : sent;
  const end = start + Math.min(limit, simulation.mostRows);
  const page = all.slice(start, end).map((mailing) => email(mailing, query.get("includeStats") === "true"));
  return {
    total: all.length,
    results: page,
    ...(end < all.length && { paging: { next: { after: String(end), link: "https://api.hubapi.com/…" } } }),
  };
}

function email({ id, line, sentAt, counts }: Mailing, withStatistics: boolean) {
  const at = new Date(sentAt).toISOString();
  const { hardBounces, softBounces, ...rest } = counts;
  const counters = {
    sent: rest.sent,
    delivered: rest.delivered,
    open: rest.opens,
    click: rest.clicks,
    bounce: hardBounces + softBounces,
    hardbounced: hardBounces,
    softbounced: softBounces,
    unsubscribed: rest.unsubscribes,
    spamreport: rest.complaints,
    dropped: 0,
    pending: 0,
  };
  const percent = (over: number, under: number): number => (under === 0 ? 0 : (100 * over) / under);
  const ratios = {
    deliveredratio: percent(counters.delivered, counters.sent),
    openratio: percent(counters.open, counters.delivered),
    clickratio: percent(counters.click, counters.delivered),
  };
  return {
    id: String(9_000_000 + id),
    name: line.campaign,
    subject: `${line.campaign}, de la part de Camille`,
    from: { fromName: "Camille", replyTo: "camille@atelier-verveine.example" },
    type: "BATCH_EMAIL",
    state: "PUBLISHED",
    isPublished: true,
    isAb: false,
    archived: false,
    createdAt: at,
    updatedAt: at,
    publishDate: at,
    publishedAt: at,
    ...(withStatistics && { stats: { counters, ratios, deviceBreakdown: {}, qualifierStats: {} } }),
  };
}
