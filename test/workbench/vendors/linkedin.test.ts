// The simulated LinkedIn: its way of writing, its versions, what it cuts and what it forgets.
import { beforeAll, describe, expect, it } from "vitest";
import { LINKEDIN_ACCOUNT } from "../../../workbench/vendors/linkedin-ads.ts";
import { LINKEDIN_PAGE } from "../../../workbench/vendors/linkedin-page.ts";
import { LINKEDIN_REFRESH, LINKEDIN_TOKEN } from "../../../workbench/vendors/linkedin.ts";
import { newWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await newWorld();
});

async function ask(path: string, more: Record<string, string> = {}) {
  const headers = {
    authorization: `Bearer ${LINKEDIN_TOKEN}`,
    "linkedin-version": "202607",
    "x-restli-protocol-version": "2.0.0",
    ...more,
  };
  const response = await world.ask(`api.linkedin.com/rest/${path}`, { headers });
  return { status: response.status, body: await response.json() };
}
const ACCOUNTS = `List(urn%3Ali%3AsponsoredAccount%3A${LINKEDIN_ACCOUNT})`;
const report = (accounts = ACCOUNTS, fields = "dateRange,pivotValues,impressions") =>
  ask(
    `adAnalytics?q=analytics&pivot=CAMPAIGN&timeGranularity=DAILY&accounts=${accounts}&fields=${fields}` +
      "&dateRange=(start:(year:2026,month:11,day:1),end:(year:2026,month:11,day:20))",
  );

describe("a report", () => {
  it("holds the fields asked for, campaigns by number only", async () => {
    const { status, body } = await report();
    expect(status).toBe(200);
    expect(body.elements).toHaveLength(20);
    expect(Object.keys(body.elements[0]).sort()).toEqual(["dateRange", "impressions", "pivotValues"]);
  });

  it("ends at 15,000 elements without a word", async () => {
    await world.control({ campaignCopies: 1000 });
    const { body } = await report();
    await world.control({ campaignCopies: 1 });
    expect([body.elements.length, body.metadata, body.paging.links]).toEqual([15_000, undefined, []]);
  });

  it.each([
    ["a list whose punctuation is encoded", ACCOUNTS.replace("(", "%28").replace(")", "%29")],
    ["a name whose colons are not", `List(urn:li:sponsoredAccount:${LINKEDIN_ACCOUNT})`],
  ])("refuses %s", async (_name, accounts) => {
    expect((await report(accounts)).status).toBe(400);
  });

  it("refuses more than twenty fields", async () => {
    expect((await report(ACCOUNTS, Array.from({ length: 21 }, () => "clicks").join())).status).toBe(400);
  });
});

it("a version that has ended is refused, and a token that is none", async () => {
  expect((await ask("adAccounts?q=search", { "linkedin-version": "202411" })).status).toBe(426);
  expect((await ask("adAccounts?q=search", { authorization: "Bearer x" })).status).toBe(401);
});

describe("a page", () => {
  const statistics = (from: string, to: string, granularity = "DAY") =>
    ask(
      `organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=urn%3Ali%3Aorganization%3A${LINKEDIN_PAGE}` +
        `&timeIntervals=(timeRange:(start:${Date.parse(from)},end:${Date.parse(to)}),timeGranularityType:${granularity})`,
    );

  it("tells of each day of the last twelve months, and nothing of those before", async () => {
    expect((await statistics("2026-11-01", "2026-11-04")).body.elements).toHaveLength(3);
    expect((await statistics("2025-10-01", "2025-11-01")).body.elements).toEqual([]);
  });

  it("counts people of a month once", async () => {
    const [month] = (await statistics("2026-10-01", "2026-11-01", "MONTH")).body.elements;
    const days = (await statistics("2026-10-01", "2026-11-01")).body.elements;
    const people = (element: any): number => element.totalShareStatistics.uniqueImpressionsCount;
    const sum = days.reduce((total: number, day: any) => total + people(day), 0);
    expect(people(month)).toBeLessThan(sum);
    expect(people(month)).toBeGreaterThanOrEqual(Math.max(...days.map(people)));
  });

  it("has clicks that make nine tenths of their sessions in Analytics", async () => {
    const { linkedinPage, groups } = await world.totals(
      "from=2026-11-01&to=2026-11-19&by=campaign&with=linkedinPage",
    );
    expect(groups).toBeDefined();
    const { body } = await statistics("2026-11-01", "2026-11-20");
    const clicks = body.elements.reduce(
      (sum: number, { totalShareStatistics: { clickCount } }: any) => sum + clickCount,
      0,
    );
    expect(clicks).toBe(linkedinPage.total.clicks);
  });
});

it("a consent is renewed with its refresh token, and with that one only", async () => {
  const renew = (refresh_token: string) =>
    world.ask("www.linkedin.com/oauth/v2/accessToken", {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "refresh_token",
        refresh_token,
        client_id: "c",
        client_secret: "s",
      }),
    });
  const granted: any = await (await renew(LINKEDIN_REFRESH)).json();
  // Sixty days.
  expect(granted.expires_in).toBe(60 * 86_400);
  expect((await ask("adAccounts?q=search", { authorization: `Bearer ${granted.access_token}` })).status).toBe(
    200,
  );
  expect(await (await renew("x")).json()).toMatchObject({ error: "invalid_grant" });
});
