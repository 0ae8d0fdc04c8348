// Google Ads: what each campaign showed, cost and claims, by day (https://developers.google.com/google-ads/api/rest/common/search).
import * as z from "zod";
import { channelNames } from "../channels.ts";
import type { Connector, FactRow, FactStream, Page, Settings, SourceRequest } from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { nothing, understand } from "./reading.ts";
import { Count, Micros, WrittenDay } from "./written.ts";
import { accounts, accountOf, API, VERSION } from "./google-ads-accounts.ts";
import { CAMPAIGN_TYPES, connecting } from "./google-ads-form.ts";

const Unit = z.object({ currencyCode: z.string(), timeZone: z.string() });
const Answer = z.object({
  results: z
    .array(
      z.object({
        customer: Unit,
        campaign: z.object({
          id: z.string(),
          name: z.string().default(""),
          advertisingChannelType: z.string().default(""),
        }),
        segments: z.object({ date: WrittenDay }),
        metrics: z
          .object({
            costMicros: Count,
            impressions: Count,
            clicks: Count,
            conversions: Micros,
            conversionsValue: Micros,
          })
          .prefault({}),
      }),
    )
    .default([]),
  nextPageToken: z.string().nullish(),
  totalResultsCount: Count,
});
const CheckAnswer = z.object({
  results: z.tuple([z.object({ customer: Unit.extend({ manager: z.boolean().default(false) }) })]),
});

function search(settings: Settings, query: string, pageToken: string | null): SourceRequest {
  const { customer, manager } = accountOf(settings);
  return {
    method: "POST",
    url: `${API}/customers/${customer}/googleAds:search`,
    ...(manager !== "" && { headers: { "login-customer-id": manager } }),
    json: {
      query,
      ...(pageToken !== null && { pageToken }),
      searchSettings: { returnTotalResultsCount: true },
    },
  };
}

/** Campaigns whatever their state: one that was removed since has spent all the same. */
function campaignDays({ from, to, token }: Page, settings: Settings): SourceRequest {
  const fields = [
    "customer.currency_code",
    "customer.time_zone",
    "campaign.id",
    "campaign.name",
    "campaign.advertising_channel_type",
    "segments.date",
    "metrics.cost_micros",
    "metrics.impressions",
    "metrics.clicks",
    "metrics.conversions",
    "metrics.conversions_value",
  ];
  const query = `SELECT ${fields.join(", ")} FROM campaign WHERE segments.date BETWEEN '${from}' AND '${to}' ORDER BY segments.date, campaign.id`;
  return search(settings, query, token);
}

const campaigns: FactStream = {
  name: "campaigns",
  kind: "facts",
  metrics: ["spend", "impressions", "clicks", "platform_conversions", "platform_conversion_value"],
  starts: "day",
  slice: "month",
  // A conversion is counted on the day of its click, up to 30 days before: https://support.google.com/google-ads/answer/3123169
  lookBack: { eachRun: 3, daily: 30 },
  request: campaignDays,
  read: ({ body }, _page, settings) => {
    const { results, nextPageToken, totalResultsCount } = understand(Answer, body);
    const channelOf = channelNames(CAMPAIGN_TYPES, settings);
    const [first] = results;
    return {
      facts: results.map(({ campaign, segments, metrics }): FactRow => {
        return {
          day: segments.date,
          channel: channelOf(campaign.advertisingChannelType),
          source: "google",
          medium: "cpc",
          campaignId: campaign.id,
          campaign: campaign.name,
          key: campaign.id,
          values: {
            spend: metrics.costMicros,
            impressions: metrics.impressions,
            clicks: metrics.clicks,
            platform_conversions: metrics.conversions,
            platform_conversion_value: metrics.conversionsValue,
          },
        };
      }),
      uniques: [],
      next: nextPageToken || null,
      total: totalResultsCount,
      unit: first ? { currency: first.customer.currencyCode, timeZone: first.customer.timeZone } : null,
      marks: [],
      drift: results
        .map(({ campaign }) => campaign.advertisingChannelType)
        .filter((type) => !(type in CAMPAIGN_TYPES)),
    };
  },
};

export const googleAds: Connector = {
  ...connecting,
  check: {
    request: (_page, settings) =>
      search(
        settings,
        "SELECT customer.currency_code, customer.time_zone, customer.manager FROM customer LIMIT 1",
        null,
      ),
    read: ({ body }) => {
      const [{ customer }] = understand(CheckAnswer, body).results;
      // A manager account has no campaigns of its own.
      if (customer.manager) throw new SourceFailure("account_not_found");
      const unit = { currency: customer.currencyCode, timeZone: customer.timeZone };
      return { ...nothing, unit };
    },
  },
  accounts,
  tellsUnit: true,
  streams: [campaigns],
  errors: [
    { status: 403, says: /CUSTOMER_NOT_(ENABLED|FOUND)/, code: "account_not_found" },
    { status: 403, code: "access_denied" },
    { status: 400, says: /(INVALID|EXPIRED)_PAGE_TOKEN/, code: "cursor_expired" },
    {
      status: 400,
      says: /INVALID_CUSTOMER_ID|CUSTOMER_NOT_FOUND|REQUESTED_METRICS_FOR_MANAGER/,
      code: "account_not_found",
    },
    { status: 400, code: "request_refused" },
    { status: 404, code: "request_refused" },
    // The quota of a day, or what heavy queries have used up: https://developers.google.com/google-ads/api/docs/best-practices/quotas
    { status: 429, says: /LONG_TERM|Basic Access|operations/i, code: "rate_limited", wait: 3_600_000 },
    { status: 429, code: "rate_limited", wait: 60_000 },
  ],
  // A major version lives for about a year: https://developers.google.com/google-ads/api/docs/sunset-dates
  version: { name: VERSION, expires: "2027-08-01" },
  channels: CAMPAIGN_TYPES,
};
