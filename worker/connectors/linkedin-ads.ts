// LinkedIn's ads: what each campaign showed, cost and claims, by day (https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads-reporting/ads-reporting).
import * as z from "zod";
import type { Connector, FactRow, FactStream, Settings } from "../connector.ts";
import {
  ask,
  dateOf,
  LINKEDIN_CREDENTIALS,
  LINKEDIN_ERRORS,
  LINKEDIN_HOSTS,
  LINKEDIN_VERSION,
  LINKEDIN_ZONE,
  urn,
  waysIn,
} from "./linkedin-api.ts";
import { nothing, understand } from "./reading.ts";
import { Count, Micros, WrittenDay } from "./written.ts";

/** Without a page or a word, there are never more elements in an answer. */
const SILENT_CUT = 15_000;
const accountOf = ({ account = "" }: Settings): string => account.trim();
/** Of twenty at most. */
const FIELDS = [
  "dateRange",
  "pivotValues",
  "costInLocalCurrency",
  "impressions",
  "clicks",
  "externalWebsiteConversions",
  "conversionValueInLocalCurrency",
];

const DateParts = z
  .object({ year: z.number(), month: z.number(), day: z.number() })
  .transform((date) =>
    [date.year, date.month, date.day].map((part) => String(part).padStart(2, "0")).join("-"),
  )
  .pipe(WrittenDay);
const Elements = z.object({
  elements: z.array(
    z.object({
      dateRange: z.object({ start: DateParts }),
      pivotValues: z.tuple([z.string().regex(/^urn:li:sponsoredCampaign:\d+$/)]),
      costInLocalCurrency: Micros,
      impressions: Count,
      clicks: Count,
      externalWebsiteConversions: Micros,
      conversionValueInLocalCurrency: Micros,
    }),
  ),
});
type Element = z.infer<typeof Elements>["elements"][number];

function rowOf(day: string, campaignId: string, campaign: string, values: FactRow["values"]): FactRow {
  const place = { channel: "paid_social", source: "linkedin", medium: "paid_social" } as const;
  return { day, ...place, campaignId, campaign, key: campaignId, values };
}

function factOf(element: Element): FactRow {
  const id = element.pivotValues[0].replace("urn:li:sponsoredCampaign:", "");
  return rowOf(element.dateRange.start, id, "", {
    spend: element.costInLocalCurrency,
    impressions: element.impressions,
    clicks: element.clicks,
    platform_conversions: element.externalWebsiteConversions,
    platform_conversion_value: element.conversionValueInLocalCurrency,
  });
}

const campaigns: FactStream = {
  name: "campaigns",
  kind: "facts",
  metrics: ["spend", "impressions", "clicks", "platform_conversions", "platform_conversion_value"],
  starts: "day",
  slice: "month",
  // A conversion is counted up to 30 days after its click; clicks and spend move for a week.
  lookBack: { eachRun: 7, daily: 30 },
  request: ({ from, to }, settings) =>
    ask("adAnalytics", {
      q: "analytics",
      pivot: "CAMPAIGN",
      timeGranularity: "DAILY",
      dateRange: `(start:${dateOf(from)},end:${dateOf(to)})`,
      accounts: `List(${urn("sponsoredAccount", accountOf(settings))})`,
      fields: FIELDS.join(","),
    }),
  read: ({ body }) => {
    const { elements } = understand(Elements, body);
    return { ...nothing, facts: elements.map(factOf), capped: elements.length >= SILENT_CUT };
  },
};

const Campaigns = z.object({
  elements: z.array(z.object({ id: z.number().int(), name: z.string() })),
  metadata: z.object({ nextPageToken: z.string().nullish() }).nullish(),
});

/** Reports hold the numbers of campaigns only: their names are told apart, without any figure. */
const names: FactStream = {
  name: "names",
  kind: "facts",
  metrics: [],
  starts: "day",
  slice: "year",
  lookBack: { eachRun: 1, daily: 1 },
  request: ({ token }, settings) =>
    ask(`adAccounts/${accountOf(settings)}/adCampaigns`, {
      q: "search",
      pageSize: "1000",
      ...(token !== null && { pageToken: encodeURIComponent(token) }),
    }),
  read: ({ body }, { to }) => {
    const { elements, metadata } = understand(Campaigns, body);
    const facts = elements.map(({ id, name }) => rowOf(to, String(id), name, {}));
    return { ...nothing, facts, next: metadata?.nextPageToken || null };
  },
};

const Account = z.object({ id: z.number().int(), name: z.string().default(""), currency: z.string() });

export const linkedinAds: Connector = {
  name: "linkedin-ads",
  label: { fr: "LinkedIn Ads", en: "LinkedIn Ads" },
  gives: {
    fr: "Dépenses, impressions, clics et conversions revendiquées, par jour et campagne.",
    en: "Spend, impressions, clicks and claimed conversions, by day and campaign.",
  },
  settings: [
    {
      name: "account",
      kind: "text",
      label: { fr: "Compte publicitaire", en: "Ad account" },
      help: { fr: "Son numéro, dans Campaign Manager.", en: "Its number, in Campaign Manager." },
    },
  ],
  credentials: LINKEDIN_CREDENTIALS,
  checkSettings: (settings) => /^\d{1,15}$/.test(accountOf(settings)),
  account: accountOf,
  authorization: waysIn(["r_ads", "r_ads_reporting"]),
  hosts: LINKEDIN_HOSTS,
  check: {
    request: (_page, settings) => ask(`adAccounts/${accountOf(settings)}`, { fields: "id,name,currency" }),
    read: ({ body }) => {
      const { currency } = understand(Account, body);
      return { ...nothing, unit: { currency, timeZone: LINKEDIN_ZONE } };
    },
  },
  accounts: {
    setting: "account",
    request: (token) =>
      ask("adAccounts", {
        q: "search",
        pageSize: "100",
        ...(token !== null && { pageToken: encodeURIComponent(token) }),
      }),
    read: ({ body }) => {
      const { elements, metadata } = understand(Campaigns.extend({ elements: z.array(Account) }), body);
      return {
        accounts: elements.map(({ id, name, currency }) => ({
          id: String(id),
          name: name || String(id),
          unit: { currency, timeZone: LINKEDIN_ZONE },
        })),
        next: metadata?.nextPageToken || null,
      };
    },
  },
  streams: [campaigns, names],
  errors: LINKEDIN_ERRORS,
  version: LINKEDIN_VERSION,
};
