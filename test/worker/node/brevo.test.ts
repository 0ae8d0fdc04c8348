// The Brevo connector: what it asks within a hundred calls an hour, what it reads, and the whole of the simulated account.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EntityPage, EntityStream } from "../../../worker/connector.ts";
import { brevo } from "../../../worker/connectors/brevo.ts";
import { failureOf } from "../../../worker/failure.ts";
import { BREVO_KEY, BREVO_ORGANIZATION } from "../../../workbench/vendors/brevo.ts";
import { added, entityStreams, readEntities, type Reader, type Store, sums } from "./read-whole.ts";
import { type Services, services } from "./services.ts";

const settings = { organization: BREVO_ORGANIZATION };
const unit = { currency: null, timeZone: "Europe/Paris" };
const first: EntityPage = { since: null, until: "2026-11-21T12:00:00.000Z", token: null };
const later: EntityPage = { ...first, since: "2026-10-22T12:00:00.000Z" };
const [mailings] = entityStreams(brevo) as [EntityStream];
const asked = (page: EntityPage) => {
  const { pathname, searchParams } = new URL(mailings.request(page, settings).url);
  return { path: pathname, query: Object.fromEntries(searchParams) };
};
const read = (body: unknown, page: EntityPage) =>
  mailings.read({ status: 200, headers: {}, body }, page, settings, unit);
const globalStats = {
  sent: 1000,
  delivered: 980,
  uniqueViews: 400,
  trackableViews: 230,
  estimatedViews: 380,
  viewed: 700,
  uniqueClicks: 50,
  clickers: 65,
  softBounces: 12,
  hardBounces: 8,
  unsubscriptions: 3,
  complaints: 0,
};
const campaign = (id: number, more = {}) => ({
  id,
  name: `N${id}`,
  sentDate: "2026-11-17T23:30:00.000Z",
  statistics: { globalStats },
  ...more,
});

describe("a request", () => {
  test("lists the mailings of the last thirty days again, with their counters and without their contents", () => {
    expect(mailings.overlapMinutes).toBe(30 * 24 * 60);
    expect(asked(later)).toEqual({
      path: "/v3/emailCampaigns",
      query: {
        type: "classic",
        status: "sent",
        statistics: "globalStats",
        startDate: "2026-10-22T12:00:00.000Z",
        endDate: "2026-11-21T12:00:00.000Z",
        limit: "100",
        offset: "0",
        sort: "asc",
        excludeHtmlContent: "true",
      },
    });
    expect(read({ count: 1, campaigns: [campaign(1)] }, later)).toMatchObject({ next: null, total: 1 });
  });

  test("takes older ones from their own reports: a list no longer counts what is six months old", () => {
    // 150 days before 21 November are 24 June; 729 days, which two years hold, 22 November 2024.
    expect(asked(first).query["startDate"]).toBe("2026-06-24T00:00:00.000Z");
    expect(read({ count: 0 }, first).next).toBe("older:0");
    const older = { ...first, token: "older:0" };
    expect(asked(older).query).toMatchObject({
      startDate: "2024-11-22T00:00:00.000Z",
      endDate: "2026-06-24T00:00:00.000Z",
    });
    expect(asked(older).query).not.toHaveProperty("statistics");
    const listed = read({ count: 3, campaigns: [campaign(5), campaign(6)] }, older);
    expect(listed).toMatchObject({ entities: [], next: "report:2:5,6" });
    const report = { ...first, token: "report:2:5,6" };
    expect(asked(report)).toEqual({
      path: "/v3/emailCampaigns/5",
      query: { statistics: "globalStats", excludeHtmlContent: "true" },
    });
    expect(read(campaign(5), report)).toMatchObject({ entities: [{ id: "5" }], next: "report:2:6" });
    expect(read(campaign(6), { ...first, token: "report:2:6" }).next).toBe("older:2");
    expect(read(campaign(7), { ...first, token: "report::7" }).next).toBeNull();
  });
});

describe("a reading", () => {
  test("keeps protected openings apart, and neither all openings nor an estimate of them", () => {
    const { entities } = read(
      { count: 1, campaigns: [campaign(1, { subject: "Pour Camille", replyTo: "c@example.com" })] },
      later,
    );
    expect(entities).toEqual([
      {
        id: "1",
        fields: {
          id: 1,
          campaign: "N1",
          sent: "2026-11-17T23:30:00Z",
          emails_sent: 1000,
          delivered: 980,
          unique_opens: 400,
          unprotected_opens: 230,
          unique_clicks: 50,
          bounces: 20,
          hard_bounces: 8,
          unsubscribes: 3,
          complaints: 0,
        },
      },
    ]);
    const [{ fields } = { fields: {} }] = entities;
    // 23:30 UTC on the 17th is half past midnight on the 18th in Paris.
    expect(mailings.derive(fields, settings, unit)).toMatchObject([
      {
        day: "2026-11-18",
        channel: "email",
        source: "brevo",
        campaignId: "1",
        campaign: "N1",
        values: { unique_opens: 400, bounces: 20 },
      },
    ]);
  });

  test("knows no zero where a counter is missing, and counts a mailing without any as left out", () => {
    const { trackableViews: _, softBounces: __, ...some } = globalStats;
    const { entities } = read(
      { count: 1, campaigns: [campaign(1, { statistics: { globalStats: some } })] },
      later,
    );
    expect(entities[0]?.fields).toMatchObject({ unprotected_opens: null, bounces: null, hard_bounces: 8 });
    expect(read({ count: 1, campaigns: [campaign(1, { statistics: null })] }, later)).toMatchObject({
      entities: [],
      rejected: 1,
    });
  });

  test.each([[null], [{}], [{ campaigns: [] }], [{ count: 1, campaigns: [{ id: "1" }] }]])(
    "of %j is refused",
    (body) => {
      expect(() => read(body, later)).toThrow("source_malformed");
    },
  );
});

test("the last call of an hour waits for the next one; a mailing deleted meanwhile begins the reading again", () => {
  expect(brevo.quota?.({ "x-sib-ratelimit-remaining": "0", "x-sib-ratelimit-reset": "1740" })).toEqual({
    wait: 1_740_000,
  });
  expect(brevo.quota?.({ "x-sib-ratelimit-remaining": "0" })).toEqual({ wait: 3_600_000 });
  expect(brevo.quota?.({ "x-sib-ratelimit-remaining": "1" })).toBeNull();
  const failure = (status: number) => failureOf({ status, headers: {}, body: {} }, brevo.errors, 0);
  expect([401, 404, 429].map((status) => failure(status)?.code)).toEqual([
    "credentials_refused",
    "cursor_expired",
    "rate_limited",
  ]);
});

const reader = (shop: Services): Reader => {
  const withKey = entityStreams(brevo).map((stream): EntityStream => ({
    ...stream,
    request: (page, given) => ({ ...stream.request(page, given), headers: { "api-key": BREVO_KEY } }),
  }));
  return {
    services: shop,
    connector: { ...brevo, streams: withKey },
    settings,
    unit,
    authorization: "",
    sent: [],
  };
};

describe("the whole of the simulated account", () => {
  test.each([250_000, 7])(
    "adds up to the shop's own newsletters over a year, %i mailings a page",
    async (mostRows) => {
      const shop = services("2025-10-20", "", { mostRows, brevoCalls: { hour: 0, count: 0, most: 1000 } });
      const store: Store = new Map();
      const one = reader(shop);
      await readEntities(one, store, { since: null, until: "2025-10-20T12:00:00.000Z" });
      const range = { from: "2024-10-01", to: "2025-10-20" };
      const { total } = await shop.totals("newsletters", range);
      expect(added(sums(one, store, range))).toEqual({
        emails_sent: total["sent"],
        delivered: total["delivered"],
        unique_opens: total["opens"],
        unprotected_opens: total["unprotected"],
        unique_clicks: total["clicks"],
        bounces: (total["hardBounces"] ?? 0) + (total["softBounces"] ?? 0),
        hard_bounces: total["hardBounces"],
        unsubscribes: total["unsubscribes"],
        complaints: total["complaints"],
      });
      // Tuesdays from 1 October 2024 to 20 May 2025, and those of the sales that began before: each has its own report.
      const reports = one.sent.filter(({ url }) => /emailCampaigns\/\d/.test(url));
      expect(reports.length).toBeGreaterThanOrEqual(34);
      expect(JSON.stringify([...(store.get("mailing")?.values() ?? [])])).not.toMatch(/@|Camille/);
    },
  );
});

const fixture = join(process.env["BOUSSOLE_REFERENCE_DATA"] ?? "", "specs/brevo/campaign-stats.model.json");
if (!existsSync(fixture)) console.log("Left out: Brevo's own list of counters (BOUSSOLE_REFERENCE_DATA).");

test.runIf(existsSync(fixture))("every counter that is read is one of Brevo's", () => {
  const { getCampaignStats } = JSON.parse(readFileSync(fixture, "utf8")) as {
    getCampaignStats: Record<string, { type: string }>;
  };
  const stats = Object.fromEntries(Object.keys(getCampaignStats).map((name) => [name, 1]));
  const { entities } = read(
    { count: 1, campaigns: [campaign(1, { statistics: { globalStats: stats } })] },
    later,
  );
  expect(Object.values(entities[0]?.fields ?? {})).not.toContain(null);
});
