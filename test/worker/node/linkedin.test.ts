// The LinkedIn connectors: how they write their questions, what they read, and the edges of a day, a month and a year.
import { describe, expect, test } from "vitest";
import type { FactStream, UniqueStream } from "../../../worker/connector.ts";
import { linkedinAds } from "../../../worker/connectors/linkedin-ads.ts";
import { linkedinPage } from "../../../worker/connectors/linkedin-page.ts";
import { failureOf } from "../../../worker/failure.ts";

const page = { from: "2026-11-01", to: "2026-11-19", token: null };
const settings = { account: "508123456", organization: "27182818" };
const unit = { currency: "EUR", timeZone: "UTC" };
const [campaigns, names] = linkedinAds.streams as [FactStream, FactStream];
const [posts, newFollowers, followers, reach] = linkedinPage.streams as unknown as [
  FactStream,
  FactStream,
  FactStream,
  UniqueStream,
];
const answer = (body: unknown) => ({ status: 200, headers: {}, body });
const element = (day: number, id: number, more: object = {}) => ({
  dateRange: { start: { year: 2026, month: 11, day }, end: { year: 2026, month: 11, day } },
  pivotValues: [`urn:li:sponsoredCampaign:${id}`],
  costInLocalCurrency: "31.4",
  impressions: 900,
  clicks: 7,
  externalWebsiteConversions: 2,
  conversionValueInLocalCurrency: "0",
  ...more,
});

describe("ads", () => {
  test("names are encoded, the punctuation of lists and dates is not; twenty fields at most", () => {
    const { url, headers } = campaigns.request(page, settings);
    expect(url).toBe(
      "https://api.linkedin.com/rest/adAnalytics?q=analytics&pivot=CAMPAIGN&timeGranularity=DAILY" +
        "&dateRange=(start:(year:2026,month:11,day:1),end:(year:2026,month:11,day:19))" +
        "&accounts=List(urn%3Ali%3AsponsoredAccount%3A508123456)" +
        "&fields=dateRange,pivotValues,costInLocalCurrency,impressions,clicks,externalWebsiteConversions,conversionValueInLocalCurrency",
    );
    // What the engine parses and sends is what was written.
    expect(new URL(url).href).toBe(url);
    expect(headers).toEqual({ "linkedin-version": "202607", "x-restli-protocol-version": "2.0.0" });
    expect(/fields=(.*)/.exec(url)?.[1]?.split(",").length).toBeLessThanOrEqual(20);
  });

  test("a campaign's day is read under its number; its name comes apart, and without figures", () => {
    expect(campaigns.read(answer({ elements: [element(3, 77)] }), page, settings, unit).facts).toEqual([
      {
        day: "2026-11-03",
        channel: "paid_social",
        source: "linkedin",
        medium: "paid_social",
        campaignId: "77",
        campaign: "",
        key: "77",
        values: {
          spend: 31_400_000,
          impressions: 900,
          clicks: 7,
          platform_conversions: 2_000_000,
          platform_conversion_value: 0,
        },
      },
    ]);
    const told = names.read(
      answer({ elements: [{ id: 77, name: "Cadeaux" }], metadata: { nextPageToken: "t/2" } }),
      page,
      settings,
      unit,
    );
    expect(told.facts).toMatchObject([{ key: "77", campaign: "Cadeaux", values: {} }]);
    expect(names.request({ ...page, token: told.next }, settings).url).toContain("&pageToken=t%2F2");
  });

  test.each([
    [14_999, false],
    [15_000, true],
  ])("%i elements may be all of them: read again in halves %s", (count, capped) => {
    const elements = Array.from({ length: count }, (_, index) => element(3, index + 1));
    expect(campaigns.read(answer({ elements }), page, settings, unit).capped).toBe(capped);
  });

  test.each([
    ["an element of no campaign", element(3, 1, { pivotValues: ["urn:li:sponsoredAccount:1"] })],
    ["an amount that is no number", element(3, 1, { costInLocalCurrency: "--" })],
    ["half an impression", element(3, 1, { impressions: 0.5 })],
    ["a day that does not exist", element(31, 1)],
  ])("%s is refused", (_name, bad) => {
    expect(() => campaigns.read(answer({ elements: [bad] }), page, settings, unit)).toThrow(
      "source_malformed",
    );
  });
});

describe("a page", () => {
  const range = (day: string) => ({
    start: Date.parse(`${day}T00:00:00Z`),
    end: Date.parse(`${day}T00:00:00Z`) + 86_400_000,
  });
  const shares = (day: string, more: object = {}) => ({
    timeRange: range(day),
    totalShareStatistics: {
      impressionCount: 500,
      uniqueImpressionsCount: 320,
      clickCount: 11,
      likeCount: 9,
      commentCount: 2,
      shareCount: 1,
      engagement: 0.046,
      ...more,
    },
  });

  test("asks for a day more before the first, since what a range begins with has changed, and keeps its own days", () => {
    // 31 October and 20 November 2026, midnight UTC.
    expect(posts.request(page, settings).url).toContain(
      "&organizationalEntity=urn%3Ali%3Aorganization%3A27182818" +
        "&timeIntervals=(timeRange:(start:1793404800000,end:1795132800000),timeGranularityType:DAY)",
    );
    const days = ["2026-10-31", "2026-11-01", "2026-11-19", "2026-11-20"];
    const { facts } = posts.read(answer({ elements: days.map((day) => shares(day)) }), page, settings, unit);
    expect(facts.map(({ day }) => day)).toEqual(["2026-11-01", "2026-11-19"]);
    expect(facts[0]).toMatchObject({
      channel: "organic_social",
      source: "linkedin",
      values: { organic_impressions: 500, organic_clicks: 11, likes: 9, comments: 2, shares: 1 },
    });
  });

  test("adds those who came to follow by themselves and by an ad", () => {
    const gains = {
      timeRange: range("2026-11-02"),
      followerGains: { organicFollowerGain: 5, paidFollowerGain: 2 },
    };
    expect(newFollowers.read(answer({ elements: [gains] }), page, settings, unit).facts[0]?.values).toEqual({
      new_followers: 7,
    });
    expect(followers.read(answer({ firstDegreeSize: 1380 }), page, settings, unit).facts[0]?.values).toEqual({
      followers: 1380,
    });
  });

  test("days of more than twelve months ago are not days at zero", () => {
    expect(posts.read(answer({ elements: [] }), page, settings, unit)).toMatchObject({
      facts: [],
      withdrawn: true,
    });
  });

  test("people are counted over a month, the last one until yesterday", () => {
    const elements = [shares("2026-10-01", { uniqueImpressionsCount: 4100 }), shares("2026-11-01")];
    const year = { from: "2026-01-01", to: "2026-11-19", token: null };
    expect(reach.read(answer({ elements }), year, settings, unit).uniques).toEqual([
      { calendar: "month", from: "2026-10-01", to: "2026-10-31", values: { reach: 4100 } },
      { calendar: "month", from: "2026-11-01", to: "2026-11-19", values: { reach: 320 } },
    ]);
  });
});

test("the pages to choose are found, then named", () => {
  const { accounts } = linkedinPage;
  const roles = answer({
    elements: [{ role: "ADMINISTRATOR", organization: "urn:li:organization:27182818" }],
  });
  const { next } = accounts!.read(roles, {}, null);
  expect(accounts!.request(next, {}).url).toBe(
    "https://api.linkedin.com/rest/organizations?ids=List(27182818)",
  );
  const found = answer({ results: { "27182818": { id: 27_182_818, localizedName: "L'atelier Verveine" } } });
  expect(accounts!.read(found, {}, next)).toMatchObject({
    accounts: [{ id: "27182818", name: "L'atelier Verveine" }],
    next: null,
  });
});

test.each([
  [401, "credentials_refused"],
  [403, "access_denied"],
  [426, "request_refused"],
  [429, "rate_limited"],
  [500, "source_down"],
])("a status %i means %s", (status, code) => {
  expect(failureOf({ status, headers: {}, body: { status } }, linkedinAds.errors, 0)?.code).toBe(code);
});
