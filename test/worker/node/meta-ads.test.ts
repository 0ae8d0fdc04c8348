// The Meta ads connector: what it asks, what it reads of entries that overlap, and what Meta's refusals and headers mean.
import { describe, expect, test } from "vitest";
import type { FactStream, UniqueStream } from "../../../worker/connector.ts";
import { metaAds } from "../../../worker/connectors/meta-ads.ts";
import { metaQuota } from "../../../worker/connectors/meta-graph.ts";
import { failureOf } from "../../../worker/failure.ts";

const settings = { account: "act_1029384756" };
const page = { from: "2026-11-01", to: "2026-11-19", token: null };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const campaigns = metaAds.streams[0] as FactStream;
const read = (body: unknown, more: object = {}) =>
  campaigns.read({ status: 200, headers: {}, body }, page, { ...settings, ...more }, unit);
/** A row as the reference documents it, with the overlapping entries of one purchase and three leads. */
const ROW = {
  campaign_id: "120210000000000001",
  campaign_name: "Reciblage – paniers",
  spend: "18.07",
  impressions: "2450",
  clicks: "61",
  actions: [
    { action_type: "link_click", value: "40" },
    { action_type: "page_engagement", value: "55" },
    { action_type: "omni_purchase", value: "1" },
    { action_type: "purchase", value: "1" },
    { action_type: "offsite_conversion.fb_pixel_purchase", value: "1" },
    { action_type: "lead", value: "3" },
    { action_type: "offsite_conversion.fb_pixel_lead", value: "2" },
    { action_type: "onsite_conversion.lead_grouped", value: "1" },
  ],
  action_values: [
    { action_type: "omni_purchase", value: "84.9" },
    { action_type: "purchase", value: "84.9" },
  ],
  date_start: "2026-11-03",
  date_stop: "2026-11-03",
};

test("a page asks for campaigns day by day, the token in no address", () => {
  const { method, url } = campaigns.request({ ...page, token: "QVFI" }, settings);
  const { origin, pathname, searchParams } = new URL(url);
  expect([method, origin, pathname]).toEqual([
    "GET",
    "https://graph.facebook.com",
    "/v25.0/act_1029384756/insights",
  ]);
  expect(Object.fromEntries(searchParams)).toEqual({
    time_range: '{"since":"2026-11-01","until":"2026-11-19"}',
    use_account_attribution_setting: "true",
    limit: "500",
    level: "campaign",
    time_increment: "1",
    fields: "campaign_id,campaign_name,spend,impressions,clicks,actions,action_values",
    after: "QVFI",
  });
});

describe("a reading", () => {
  test("takes the one kind of conversion that was chosen: entries that overlap are never added", () => {
    expect(read({ data: [ROW] }).facts).toEqual([
      {
        day: "2026-11-03",
        channel: "paid_social",
        source: "meta",
        medium: "paid_social",
        campaignId: "120210000000000001",
        campaign: "Reciblage – paniers",
        key: "120210000000000001",
        values: {
          spend: 18_070_000,
          impressions: 2450,
          clicks: 61,
          platform_conversions: 1_000_000,
          platform_conversion_value: 84_900_000,
        },
      },
    ]);
    const leads = read({ data: [ROW] }, { action: "lead" }).facts[0]?.values;
    expect(leads).toMatchObject({ platform_conversions: 3_000_000, platform_conversion_value: 0 });
  });

  test("counts zero where Meta leaves a field out", () => {
    const { actions: _, action_values: __, clicks: ___, ...rest } = ROW;
    expect(read({ data: [rest] }).facts[0]?.values).toMatchObject({ clicks: 0, platform_conversions: 0 });
  });

  test("goes on from the cursor; the next address, which holds the token, is only a sign that there is more", () => {
    const cursors = { before: "QVFIa", after: "QVFIb" };
    const next = "https://graph.facebook.com/v25.0/act_1/insights?access_token=EAAsecret&after=QVFIb";
    expect(read({ data: [ROW], paging: { cursors, next } }).next).toBe("QVFIb");
    expect(read({ data: [ROW], paging: { cursors } }).next).toBeNull();
    expect(read({ data: [] }).next).toBeNull();
  });

  test.each([
    ["an amount written otherwise", { ...ROW, spend: "1 234,56" }],
    ["a day that does not exist", { ...ROW, date_start: "2026-02-30" }],
    ["no campaign", { ...ROW, campaign_id: undefined }],
  ])("refuses %s", (_name, row) => {
    expect(() => read({ data: [row] })).toThrow("source_malformed");
  });
});

test("people reached are asked for by day, by week from a Monday and by month, and never made of parts", () => {
  const uniques = metaAds.streams.filter((stream): stream is UniqueStream => stream.kind === "uniques");
  const asked = uniques.map((stream) => {
    const { searchParams } = new URL(stream.request(page, settings).url);
    return [
      stream.starts,
      searchParams.get("level"),
      searchParams.get("time_increment"),
      searchParams.get("fields"),
    ];
  });
  expect(asked).toEqual([
    ["day", "account", "1", "reach"],
    ["week", "account", "7", "reach"],
    ["month", "account", "monthly", "reach"],
  ]);
  const month = uniques[2]!.read(
    {
      status: 200,
      headers: {},
      body: {
        data: [
          { date_start: "2026-10-01", date_stop: "2026-10-31", reach: "90210" },
          { date_start: "2026-11-01", date_stop: "2026-11-19" },
        ],
      },
    },
    { from: "2026-10-01", to: "2026-11-19", token: null },
    settings,
    unit,
  );
  // Where Meta tells no one, no one is not a number.
  expect(month.uniques).toEqual([
    { calendar: "month", from: "2026-10-01", to: "2026-10-31", values: { reach: 90_210 } },
  ]);
});

describe("refusals", () => {
  const failure = (error: object, status = 400) =>
    failureOf(
      { status, headers: {}, body: { error: { type: "OAuthException", ...error } } },
      metaAds.errors,
      0,
    );

  test.each([
    ["too many calls to the account", { code: 17 }, "rate_limited"],
    ["too many calls to the app", { code: 4, fbtrace_id: "x" }, "rate_limited"],
    ["too many calls of ads insights", { code: 80_000 }, "rate_limited"],
    ["a token that is over", { code: 190, error_subcode: 463 }, "credentials_refused"],
    ["a permission that was not given", { code: 200 }, "access_denied"],
    ["a permission of an app", { code: 10 }, "access_denied"],
    ["an account that is not there", { code: 100, error_subcode: 33 }, "account_not_found"],
    ["a passing trouble", { code: 2, is_transient: true }, "source_down"],
    ["a wrong parameter", { code: 100 }, "request_refused"],
  ])("%s", (_name, error, code) => {
    expect(failure(error)?.code).toBe(code);
  });

  test("too much data asked at once is asked in halves, not waited for", () => {
    const message = "Please reduce the amount of data you're asking for, then retry your request";
    expect(failure({ code: 1, message }, 500)).toMatchObject({ instead: "halves" });
    expect(failure({ code: 100, error_subcode: 1_487_534 })).toMatchObject({ instead: "halves" });
  });
});

test("Meta's headers say how long to wait: minutes where it gives them, five where an allowance is nearly used", () => {
  const use = (more: object) => ({
    "x-business-use-case-usage": JSON.stringify({ "102": [{ call_count: 20, ...more }] }),
  });
  expect(metaQuota(use({ estimated_time_to_regain_access: 17 }))).toEqual({ wait: 17 * 60_000 });
  expect(metaQuota(use({ estimated_time_to_regain_access: 0, total_time: 97 }))).toEqual({ wait: 300_000 });
  expect(metaQuota({ "x-fb-ads-insights-throttle": '{"app_id_util_pct":3,"acc_id_util_pct":99.5}' })).toEqual(
    {
      wait: 300_000,
    },
  );
  expect(metaQuota(use({ estimated_time_to_regain_access: 0 }))).toBeNull();
  expect(metaQuota({ "x-app-usage": "not json" })).toBeNull();
});

test.each([
  [{ account: "1029384756" }, true],
  [{ account: "act_1029384756", action: "lead" }, true],
  [{ account: "act_x" }, false],
  [{ account: "1/../2" }, false],
  [{ account: "1", action: "everything" }, false],
])("the settings %j may be right: %s", (given, right) => {
  expect(metaAds.checkSettings(given as Record<string, string>)).toBe(right);
});
