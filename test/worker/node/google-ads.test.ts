// The Google Ads connector: what it asks, what it reads, and what its refusals mean.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FactStream } from "../../../worker/connector.ts";
import { googleAds } from "../../../worker/connectors/google-ads.ts";
import { failureOf } from "../../../worker/failure.ts";

const settings = { customer: "123-456-7890", manager: "" };
const page = { from: "2026-11-01", to: "2026-11-19", token: null };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const stream = googleAds.streams[0] as FactStream;
const read = (body: unknown) => stream.read({ status: 200, headers: {}, body }, page, settings, unit);
const row = (more: object = {}) => ({
  customer: { resourceName: "customers/1", currencyCode: "EUR", timeZone: "Europe/Paris" },
  campaign: { id: "77", name: "Marque", advertisingChannelType: "SEARCH" },
  segments: { date: "2026-11-03" },
  metrics: {
    costMicros: "12340000",
    impressions: "900",
    clicks: "31",
    conversions: 2.25,
    conversionsValue: 120.4,
  },
  ...more,
});

describe("a request", () => {
  test("asks for whole days of all campaigns, in the account's own currency and zone, page by page", () => {
    const { method, url, json, headers } = stream.request({ ...page, token: "P2" }, settings);
    expect([method, url]).toEqual([
      "POST",
      "https://googleads.googleapis.com/v25/customers/1234567890/googleAds:search",
    ]);
    expect(headers).toBeUndefined();
    const { query, ...rest } = json as { query: string };
    expect(rest).toEqual({ pageToken: "P2", searchSettings: { returnTotalResultsCount: true } });
    expect(query).toContain("WHERE segments.date BETWEEN '2026-11-01' AND '2026-11-19'");
    // A campaign that was removed since has spent all the same.
    expect(query).not.toContain("status");
  });

  test.each([
    [{ customer: "1234567890", manager: "999-888-7777" }, "9998887777"],
    [{ customer: "1234567890/9998887777" }, "9998887777"],
  ])("goes through the manager account that opens it: %j", (given, manager) => {
    const { url, headers } = stream.request(page, given);
    expect(headers).toEqual({ "login-customer-id": manager });
    expect(url).toContain("/customers/1234567890/");
  });
});

describe("a reading", () => {
  test("keeps money in millionths and claims in parts, apart from what Analytics counts", () => {
    const {
      facts,
      next,
      total,
      unit: told,
    } = read({ results: [row()], nextPageToken: "P2", totalResultsCount: "7" });
    expect(facts).toEqual([
      {
        day: "2026-11-03",
        channel: "paid_search",
        source: "google",
        medium: "cpc",
        campaignId: "77",
        campaign: "Marque",
        key: "77",
        values: {
          spend: 12_340_000,
          impressions: 900,
          clicks: 31,
          platform_conversions: 2_250_000,
          platform_conversion_value: 120_400_000,
        },
      },
    ]);
    expect([next, total, told]).toEqual(["P2", 7, unit]);
  });

  test("takes what is left out for zero, and an empty answer for days without a campaign", () => {
    const [fact] = read({ results: [row({ metrics: { costMicros: "5" } })] }).facts;
    expect(fact?.values).toMatchObject({ spend: 5, clicks: 0, platform_conversions: 0 });
    expect(read({ fieldMask: "x" })).toMatchObject({ facts: [], next: null, total: 0, unit: null });
  });

  test.each([
    ["SHOPPING", "paid_search"],
    ["DISPLAY", "display"],
    ["VIDEO", "video"],
    ["PERFORMANCE_MAX", "other"],
    ["DEMAND_GEN", "other"],
  ])("counts %s campaigns as %s", (advertisingChannelType, channel) => {
    const { facts, drift } = read({
      results: [row({ campaign: { id: "1", name: "", advertisingChannelType } })],
    });
    expect([facts[0]?.channel, drift]).toEqual([channel, []]);
  });

  test("notices a type that it does not know; a connection may decide what one counts as", () => {
    const results = [row({ campaign: { id: "1", name: "", advertisingChannelType: "HOLOGRAM" } })];
    expect(read({ results })).toMatchObject({ drift: ["HOLOGRAM"], facts: [{ channel: "other" }] });
    const own = { ...settings, channels: '{"HOLOGRAM":"display"}' };
    expect(
      stream.read({ status: 200, headers: {}, body: { results } }, page, own, unit).facts[0]?.channel,
    ).toBe("display");
  });

  test.each([
    ["an amount that is no number", row({ metrics: { costMicros: "--" } })],
    ["a day that does not exist", row({ segments: { date: "2026-02-30" } })],
    ["a number too long to be exact", row({ metrics: { costMicros: "90071992547409930" } })],
  ])("refuses %s", (_name, bad) => {
    expect(() => read({ results: [bad] })).toThrow("source_malformed");
  });
});

test.each([
  [{ customer: "123-456-7890" }, true],
  [{ customer: "1234567890", manager: "9998887777" }, true],
  [{ customer: "1234567890/9998887777" }, true],
  [{ customer: "12345" }, false],
  [{ customer: "1234567890", manager: "x" }, false],
  [{ customer: "../1234567890" }, false],
])("the settings %j may be right: %s", (given, right) => {
  expect(googleAds.checkSettings(given)).toBe(right);
});

test("refusals are told apart by what Google Ads itself calls them", () => {
  const failure = (status: number, errorCode: object) =>
    failureOf(
      { status, headers: {}, body: { error: { details: [{ errors: [{ errorCode }] }] } } },
      googleAds.errors,
      0,
    );
  expect(failure(429, { quotaError: "EXCESSIVE_LONG_TERM_QUERY_RESOURCE_CONSUMPTION" })).toMatchObject({
    code: "rate_limited",
    wait: 3_600_000,
  });
  expect(failure(403, { authorizationError: "CUSTOMER_NOT_ENABLED" })?.code).toBe("account_not_found");
  expect(failure(403, { authorizationError: "USER_PERMISSION_DENIED" })?.code).toBe("access_denied");
  expect(failure(400, { requestError: "EXPIRED_PAGE_TOKEN" })?.code).toBe("cursor_expired");
});

const folder = join(process.env["BOUSSOLE_REFERENCE_DATA"] ?? "", "specs/google-ads/fixtures");
const recorded = existsSync(folder) && process.env["BOUSSOLE_REFERENCE_DATA"] !== undefined;
if (!recorded) console.log("Left out: recorded answers of Google Ads (BOUSSOLE_REFERENCE_DATA).");

test.runIf(recorded)("a recorded list of clients is read, with its zone", () => {
  type Batches = [{ results: object[] }];
  const [batch] = JSON.parse(readFileSync(join(folder, "customer_client.json"), "utf8")) as Batches;
  const answer = { status: 200, headers: {}, body: batch };
  expect(googleAds.accounts?.read(answer, {}, "1234567890").accounts).toEqual([
    { id: "1234567890", name: "1234567890", unit: { currency: null, timeZone: "America/New_York" } },
  ]);
});

test.runIf(recorded)("recorded costs are read to the last millionth, and a recorded refusal as one", () => {
  type Recorded = { segments: object; metrics: object };
  const [batch] = JSON.parse(readFileSync(join(folder, "searchStream.json"), "utf8")) as [
    { results: Recorded[] },
  ];
  const results = batch.results.map(({ segments, metrics }) => row({ segments, metrics }));
  // 2,000,000 and 1,000,000 micros on 1 January 2024.
  expect(read({ results }).facts.map(({ day, values }) => [day, values.spend])).toEqual([
    ["2024-01-01", 2_000_000],
    ["2024-01-01", 1_000_000],
  ]);
  const [body] = JSON.parse(readFileSync(join(folder, "searchStream_error.json"), "utf8")) as [object];
  expect(failureOf({ status: 403, headers: {}, body }, googleAds.errors, 0)?.code).toBe("access_denied");
});
