// The ad platforms in the whole engine: what they charged is what Analytics' own lines cost, what they claim is more than it counts.
import { afterEach, expect, test, vi } from "vitest";
import type { Settings } from "../../../worker/connector.ts";
import { describeConnection } from "../../../worker/describe.ts";
import { listAccounts } from "../../../worker/accounts.ts";
import { accessWith } from "../../../worker/access.ts";
import { findConnector } from "../../../worker/connectors/index.ts";
import { ADS_CUSTOMER, ADS_MANAGER, DEVELOPER_TOKEN } from "../../../workbench/vendors/google-ads.ts";
import { LINKEDIN_ACCOUNT } from "../../../workbench/vendors/linkedin-ads.ts";
import { LINKEDIN_REFRESH, LINKEDIN_TOKEN } from "../../../workbench/vendors/linkedin.ts";
import { AD_ACCOUNT, META_TOKEN } from "../../../workbench/vendors/meta.ts";
import { startEngine } from "./engine/engine.ts";
import { keyFile, openShop, type Shop } from "./engine/shop.ts";

const NOON = Date.parse("2026-11-20T12:00:00Z");
const DAY_MS = 86_400_000;
const [FROM, TO] = ["2026-11-01", "2026-11-19"] as const;
const GOOGLE = { developerToken: DEVELOPER_TOKEN, serviceAccount: keyFile };
const LINKEDIN = { account: String(LINKEDIN_ACCOUNT) };

afterEach(() => {
  vi.restoreAllMocks();
});

/** A source connected and synced, its history cut down to November. */
async function synced(
  shop: Shop,
  connector: string,
  settings: Settings,
  credentials: Settings,
  more: object = {},
) {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const engine = await startEngine({ clock: { now: shop.clock.now }, fetch: shop.fetch, ...more });
  const id = await engine.connect({ connector, name: connector, settings, credentials }, FROM);
  await engine.settle();
  return { engine, id };
}
type Synced = Awaited<ReturnType<typeof synced>>;

function byCampaign({ engine }: Synced, metric: string): Record<string, number> {
  const rows = engine.disk.rows<{ campaign: string; total: number }>(
    `SELECT campaign, SUM(sums ->> ?) AS total FROM facts JOIN series ON series.number = facts.series
     WHERE sums ->> ? IS NOT NULL GROUP BY 1`,
    metric,
    metric,
  );
  return Object.fromEntries(rows.map(({ campaign, total }) => [campaign, total]));
}

interface Told {
  readonly conversions: number;
  readonly spendMicros: number;
  readonly clicks: number;
}

/** What Analytics' lines of some campaigns cost, and brought. */
async function lines(shop: Shop, campaigns: readonly string[]): Promise<Record<string, Told>> {
  const url = `https://-/totals?from=${FROM}&to=${TO}&by=campaign`;
  const { groups } = (await (await shop.fetch(url)).json()) as { groups: Record<string, Told> };
  return Object.fromEntries(Object.entries(groups).filter(([name]) => campaigns.includes(name)));
}

test.each([
  ["google-ads", { customer: `${ADS_CUSTOMER}/${ADS_MANAGER}` }, GOOGLE, 5],
  ["meta-ads", { account: AD_ACCOUNT }, { token: META_TOKEN }, 4],
  ["linkedin-ads", LINKEDIN, { token: LINKEDIN_TOKEN }, 1],
])(
  "%s: campaigns by their names, spend and clicks to the cent",
  async (name, settings, credentials, count) => {
    // Several pages of campaigns, and one of people reached.
    const shop = openShop(NOON, { mostRows: 60 });
    const held = await synced(shop, name, settings, credentials);
    expect(held.engine.lastRun(held.id)).toMatchObject({ state: "ok", code: null });
    const spend = byCampaign(held, "spend");
    const told = await lines(shop, Object.keys(spend));
    expect(Object.keys(spend)).toHaveLength(count);
    expect(spend).toEqual(
      Object.fromEntries(Object.entries(told).map(([key, line]) => [key, line.spendMicros])),
    );
    expect(byCampaign(held, "clicks")).toEqual(
      Object.fromEntries(Object.entries(told).map(([key, line]) => [key, line.clicks])),
    );
  },
);

test("together they claim more conversions than Analytics counts on all their lines", async () => {
  const shop = openShop(NOON);
  const google = await synced(shop, "google-ads", { customer: `${ADS_CUSTOMER}/${ADS_MANAGER}` }, GOOGLE);
  const claims = byCampaign(google, "platform_conversions");
  for (const [campaign, { conversions }] of Object.entries(await lines(shop, Object.keys(claims))))
    expect(claims[campaign]).toBeGreaterThan(conversions * 1e6);
  // Google shares a conversion between campaigns: its claims come in parts.
  expect(Object.values(claims).some((micros) => micros % 1e6 !== 0)).toBe(true);
});

test("a list cut without a word is read again in halves: 19 days of 900 campaigns, not one element lost", async () => {
  const shop = openShop(NOON, { campaignCopies: 900 });
  const held = await synced(shop, "linkedin-ads", LINKEDIN, { token: LINKEDIN_TOKEN });
  expect(held.engine.lastRun(held.id)).toMatchObject({ state: "ok", code: null });
  const windows = shop.asked.filter(({ url }) => url.includes("adAnalytics"));
  // 19 × 900 = 17,100 elements would be cut to 15,000: 1–10 and 11–19 November are asked for instead.
  expect(windows.map(({ url }) => /dateRange=(.+?)&/.exec(url)?.[1])).toEqual([
    "(start:(year:2026,month:11,day:1),end:(year:2026,month:11,day:19))",
    "(start:(year:2026,month:11,day:11),end:(year:2026,month:11,day:19))",
    "(start:(year:2026,month:11,day:1),end:(year:2026,month:11,day:10))",
  ]);
  const shown = byCampaign(held, "impressions");
  expect(Object.keys(shown)).toHaveLength(900);
  // The copies gather one impression a day.
  expect(shown["Cadeaux d'affaires (2)"]).toBe(19);
});

test("a campaign keeps the name that is known of it where its names can no longer be read", async () => {
  const shop = openShop(NOON);
  const held = await synced(shop, "linkedin-ads", LINKEDIN, { token: LINKEDIN_TOKEN });
  shop.between.meet = ({ url }) =>
    url.includes("adCampaigns") ? Response.json({ status: 403 }, { status: 403 }) : undefined;
  const before = shop.asked.length;
  expect(await held.engine.sync(held.id)).toMatchObject({ state: "failed", code: "access_denied" });
  expect(shop.asked.slice(before).some(({ url }) => url.includes("adAnalytics"))).toBe(true);
  expect(Object.keys(byCampaign(held, "spend"))).toEqual(["Cadeaux d'affaires"]);
});

test.each([
  [
    "google-ads",
    { customer: `${ADS_CUSTOMER}/${ADS_MANAGER}` },
    GOOGLE,
    "BETWEEN '2026-10-21'",
    "BETWEEN '2026-11-17'",
  ],
  [
    "meta-ads",
    { account: AD_ACCOUNT },
    { token: META_TOKEN },
    '{"since":"2026-10-23"',
    '{"since":"2026-11-17"',
  ],
  ["linkedin-ads", LINKEDIN, { token: LINKEDIN_TOKEN }, "month:10,day:21)", "month:11,day:13)"],
])(
  "%s: claims rise for weeks, so weeks are read again each day, and days at each sync",
  async (name, settings, credentials, first, later) => {
    const shop = openShop(NOON);
    const { engine, id } = await synced(shop, name, settings, credentials);
    const asked = async (): Promise<string> => {
      const before = shop.asked.length;
      expect((await engine.sync(id)).state).toBe("ok");
      return shop.asked
        .slice(before)
        .map(({ url, body }) => decodeURIComponent(url.replaceAll("+", " ")) + body)
        .join("\n");
    };
    // The last sync was yesterday's: this one is the first of 20 November.
    engine.room.sql.exec("UPDATE connections SET planned_day = '2026-11-19'");
    expect(await asked()).toContain(first);
    const again = await asked();
    expect(again).not.toContain(first);
    expect(again).toContain(later);
  },
);

test("a question that is too heavy for Meta is asked for half of its days, not put off", async () => {
  const shop = openShop(NOON, { heaviestQuery: 50 });
  const held = await synced(shop, "meta-ads", { account: AD_ACCOUNT }, { token: META_TOKEN });
  expect(held.engine.lastRun(held.id)).toMatchObject({ state: "ok", code: null });
  expect(shop.asked.filter(({ url }) => url.includes("level=campaign")).length).toBeGreaterThan(1);
  const spend = byCampaign(held, "spend");
  const told = await lines(shop, Object.keys(spend));
  expect(Object.values(spend).reduce((sum, one) => sum + one, 0)).toBe(
    Object.values(told).reduce((sum, { spendMicros }) => sum + spendMicros, 0),
  );
});

test("people reached over a week are those that Meta counts, fewer than the sum of its days", async () => {
  const shop = openShop(NOON);
  const { engine } = await synced(shop, "meta-ads", { account: AD_ACCOUNT }, { token: META_TOKEN });
  const reach = (calendar: string, from: string, to: string): number =>
    engine.disk
      .rows<{ value: number }>(
        "SELECT value FROM uniques WHERE calendar = ? AND first BETWEEN ? AND ?",
        calendar,
        from,
        to,
      )
      .reduce((sum, { value }) => sum + value, 0);
  // Monday 9 to Sunday 15 November.
  const week = reach("week", "2026-11-09", "2026-11-09");
  expect(week).toBeGreaterThan(0);
  expect(week).toBeLessThan(reach("day", "2026-11-09", "2026-11-15"));
  expect(reach("month", "2026-11-01", "2026-11-01")).toBeGreaterThan(week);
});

test("Meta's throttle, a status 400, puts the sync off for as many minutes as its header says", async () => {
  const shop = openShop(NOON);
  const { engine, id } = await synced(shop, "meta-ads", { account: AD_ACCOUNT }, { token: META_TOKEN });
  shop.change({ quota: { hour: NOON / 3_600_000, left: 0 } });
  await engine.sync(id);
  expect(engine.lastRun(id)).toMatchObject({ state: "rescheduled", code: "rate_limited" });
  // Noon sharp: an hour is left of this one.
  expect(engine.connection(id).due).toBe(NOON + 60 * 60_000);
});

test("the accounts to choose are those with campaigns; a closed one does not hide the others", async () => {
  const shop = openShop(NOON);
  const { engine } = await synced(shop, "google-ads", { customer: `${ADS_CUSTOMER}/${ADS_MANAGER}` }, GOOGLE);
  const connector = findConnector("google-ads")!;
  const { access } = await accessWith(engine.room, connector, {}, GOOGLE);
  expect(await listAccounts(engine.room, connector, {}, access)).toEqual([
    {
      id: `${ADS_CUSTOMER}/${ADS_MANAGER}`,
      name: "L'atelier Verveine",
      unit: { currency: "EUR", timeZone: "Europe/Paris" },
    },
  ]);
});

test("a manager account, which has no campaigns, is refused when it is chosen", async () => {
  const shop = openShop(NOON);
  await expect(synced(shop, "google-ads", { customer: ADS_MANAGER }, GOOGLE)).rejects.toMatchObject({
    extras: { source: { words: { en: "The service does not know this account." } } },
  });
});

test("a developer token goes with every request; without it nothing opens", async () => {
  const shop = openShop(NOON);
  const wrong = { ...GOOGLE, developerToken: "another-token" };
  await expect(
    synced(shop, "google-ads", { customer: `${ADS_CUSTOMER}/${ADS_MANAGER}` }, wrong),
  ).rejects.toMatchObject({ code: "source_refused" });
});

test("LinkedIn's token of sixty days is told a month before its end, and a consent renews itself", async () => {
  const shop = openShop(NOON);
  const { engine, id } = await synced(shop, "linkedin-ads", LINKEDIN, { token: LINKEDIN_TOKEN });
  const notices = (days: number) =>
    describeConnection(engine.room.sql, engine.connection(id), NOON + days * DAY_MS).notices.map(
      ({ en }) => en,
    );
  expect(notices(29)).toEqual([]);
  // 20 November 2026 and 60 days: 19 January 2027.
  expect(notices(30)).toEqual([
    "The token of this source will expire on 2027-01-19. Make another one in the service and reconnect it before.",
  ]);
  expect(notices(61)[0]).toContain("expired on 2027-01-19");

  const linkedin = { id: "client-of-tests", secret: "secret-of-the-client" };
  const environment = { oauthClients: { linkedin } };
  const consented = await synced(
    shop,
    "linkedin-ads",
    LINKEDIN,
    { refreshToken: LINKEDIN_REFRESH },
    { environment },
  );
  expect(consented.engine.lastRun(consented.id).state).toBe("ok");
  const later = describeConnection(
    consented.engine.room.sql,
    consented.engine.connection(consented.id),
    NOON + 61 * DAY_MS,
  );
  expect(later.notices).toEqual([]);
});
