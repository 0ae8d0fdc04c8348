// The simulated reports of LinkedIn's ads: without pages, and cut without a word.
import { isDay } from "./days.ts";
import { invalid, listOf, only } from "./linkedin-rest.ts";
import { adRows, campaignId, campaigns, type AdRow } from "./shop-ads.ts";
import { today, type Simulation } from "./simulation.ts";

export const LINKEDIN_ACCOUNT = 508_123_456;
const MOST_FIELDS = 20;
const MOST_ELEMENTS = 15_000;
const COPY = 100_000;
const DATE = String.raw`\(year:(\d+),month:(\d+),day:(\d+)\)`;
const RANGE = new RegExp(String.raw`^\(start:${DATE},end:${DATE}\)$`);

type Parameters = ReadonlyMap<string, string>;

export function analytics(parameters: Parameters, simulation: Simulation, now: number): unknown {
  only(parameters, "q", "pivot", "timeGranularity", "dateRange", "accounts", "fields");
  if (parameters.get("q") !== "analytics" || parameters.get("pivot") !== "CAMPAIGN")
    invalid("q and pivot are wanted");
  if (parameters.get("timeGranularity") !== "DAILY") invalid("timeGranularity must be DAILY");
  if (listOf(parameters.get("accounts")).join() !== `urn:li:sponsoredAccount:${LINKEDIN_ACCOUNT}`)
    invalid("accounts is wrong");
  const { currency, adjustments, campaignCopies } = simulation;
  const window = rangeOf(parameters.get("dateRange") ?? "");
  const shown = adRows("linkedin", window, today(simulation, now), adjustments);
  const elements = shown
    .flatMap((row) => copiesOf(row, campaignCopies))
    .map(({ row, copy }) => ({
      ...elementOf(row, currency),
      pivotValues: [`urn:li:sponsoredCampaign:${campaignId(row.line) + COPY * copy}`],
    }));

  const fields = (parameters.get("fields") ?? "impressions,clicks").split(",");
  if (fields.length > MOST_FIELDS) invalid("Too many fields");
  const known = new Set(Object.keys(elements[0] ?? {}));
  if (known.size > 0 && fields.some((field) => !known.has(field))) invalid("Unknown field");
  const kept = elements
    .slice(0, MOST_ELEMENTS)
    .map((element) => Object.fromEntries(Object.entries(element).filter(([name]) => fields.includes(name))));
  return { elements: kept, paging: { count: 10, start: 0, links: [] } };
}

/** The others, if any, gather one impression a day and nothing else. */
function copiesOf(row: AdRow, count: number): { row: AdRow; copy: number }[] {
  const none = { ...row, spend: 0, clicks: 0, claimed: 0, value: 0, impressions: 1 };
  return Array.from({ length: count }, (_, copy) => ({ row: copy === 0 ? row : none, copy }));
}

function elementOf({ day, spend, impressions, clicks, claimed, value }: AdRow, currency: string) {
  return {
    dateRange: { start: dateOf(day), end: dateOf(day) },
    pivotValues: [""],
    costInLocalCurrency: String(spend / 100),
    costInUsd: String(currency === "USD" ? spend / 100 : spend / 90),
    impressions,
    clicks,
    landingPageClicks: Math.round(clicks * 0.9),
    externalWebsiteConversions: claimed / 100,
    conversionValueInLocalCurrency: String(value / 100),
    oneClickLeads: 0,
  };
}

function rangeOf(text: string): { from: string; to: string } {
  const [, ...numbers] = RANGE.exec(text) ?? [];
  const day = ([year = "", month = "", date = ""]: string[]): string =>
    `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const [from, to] = [day(numbers.slice(0, 3)), day(numbers.slice(3))];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : invalid("dateRange is wrong");
}

function dateOf(day: string) {
  const [year, month, date] = day.split("-").map(Number);
  return { year, month, day: date };
}

/** A page of campaigns: their names are found nowhere else. */
export function adCampaigns(parameters: Parameters, { campaignCopies }: Simulation): unknown {
  only(parameters, "q", "pageSize", "pageToken");
  const size = Number(parameters.get("pageSize") ?? 100);
  if (parameters.get("q") !== "search" || !(size >= 1 && size <= 1000))
    invalid("pageSize must be at most 1000");
  const start = Number(
    /^at-(\d+)$/.exec(parameters.get("pageToken") ?? "at-0")?.[1] ?? invalid("pageToken is wrong"),
  );
  const all = campaigns("linkedin").flatMap(({ id, line }) =>
    Array.from({ length: campaignCopies }, (_, copy) => ({
      id: id + COPY * copy,
      name: copy === 0 ? line.campaign : `${line.campaign} (${copy + 1})`,
      status: "ACTIVE",
      type: "SPONSORED_UPDATES",
    })),
  );
  const end = start + size;
  return {
    elements: all.slice(start, end),
    metadata: end < all.length ? { nextPageToken: `at-${end}` } : {},
  };
}
