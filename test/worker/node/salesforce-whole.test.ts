// The whole of the simulated Salesforce: what is read of it adds up to what the shop did, and to what HubSpot tells.
import { describe, expect, test } from "vitest";
import { salesforce } from "../../../worker/connectors/salesforce.ts";
import { SALESFORCE_HOST } from "../../../workbench/vendors/salesforce.ts";
import { added, readEntities, type Reader, type Store, sums } from "./read-whole.ts";
import { type Services, services, TOKEN } from "./services.ts";

const settings = { host: SALESFORCE_HOST, mqlField: "MQL_Date__c" };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const DAY_MS = 86_400_000;
const reader = (shop: Services): Reader => {
  return {
    services: shop,
    connector: salesforce,
    settings,
    unit,
    authorization: `Bearer ${TOKEN}`,
    sent: [],
  };
};
const range = { from: "2024-11-01", to: "2025-01-31" };
const totalsOf = async (shop: Services) => {
  const { total } = await shop.totals("sales", range);
  return {
    leads: total["leads"],
    mql: total["mql"],
    sql: total["sql"],
    opps_won: total["dealsWon"],
    opps_lost: total["dealsLost"],
    revenue: total["dealRevenueMicros"],
    new_customers: total["dealsWon"],
  };
};

describe("the whole of the simulated organization", () => {
  test.each([250_000, 50])("adds up to the shop's own figures, %i rows a page", async (mostRows) => {
    const shop = services("2024-11-28", "api", { mostRows });
    const store: Store = new Map();
    const one = reader(shop);
    await readEntities(one, store, { since: null, until: "2024-11-28T12:00:00.000Z" });
    expect(added(sums(one, store, range))).toEqual(await totalsOf(shop));
    expect(JSON.stringify([...store].map(([, held]) => [...held.values()]))).not.toMatch(
      /@|Dominique|Exemple|Devis|Société/,
    );
    expect(one.sent.some(({ url }) => url.includes("01g"))).toBe(false);
  });

  test("is the same, deal for deal, in an organization of one currency", async () => {
    const shop = services("2024-11-28", "api", { severalCurrencies: false });
    const store: Store = new Map();
    await readEntities(reader(shop), store, { since: null, until: "2024-11-28T12:00:00.000Z" });
    const { opps_won } = added(sums(reader(shop), store, range));
    expect(opps_won).toBe((await totalsOf(shop)).opps_won);
  });

  test("read every ten days, with its deals that move and rows that are deleted, is the same as read whole then", async () => {
    const shop = services("2024-11-28", "api");
    const store: Store = new Map();
    let now = Date.parse("2024-11-28T12:00:00Z");
    await readEntities(reader(shop), store, { since: null, until: new Date(now).toISOString() });
    const before = sums(reader(shop), store, range, "day");
    for (let times = 0; times < 6; times += 1) {
      const since = new Date(now - 10 * 60_000).toISOString();
      shop.wait(10);
      now += 10 * DAY_MS;
      await readEntities(reader(shop), store, { since, until: new Date(now).toISOString() });
    }
    const whole: Store = new Map();
    await readEntities(reader(shop), whole, { since: null, until: new Date(now).toISOString() });
    expect(sums(reader(shop), store, range, "day")).toEqual(sums(reader(shop), whole, range, "day"));
    expect(added(sums(reader(shop), store, range))).toEqual(await totalsOf(shop));
    expect(sums(reader(shop), store, range, "day")).not.toEqual(before);
  }, 30_000);

  test("spends on its one campaign that costs something what the shop paid for that line", async () => {
    const shop = services("2025-07-15", "api");
    const store: Store = new Map();
    await readEntities(reader(shop), store, { since: null, until: "2025-07-15T12:00:00.000Z" });
    const run = { from: "2025-03-15", to: "2025-05-31" };
    const found = sums(reader(shop), store, run, "campaign");
    const answer = await shop.ask(`-/totals?from=${run.from}&to=${run.to}&by=campaign`);
    const { groups } = (await answer.json()) as { groups: Record<string, { spendMicros: number }> };
    const name = "Bannière printemps / partenaires";
    expect(found[name]?.spend).toBe(groups[name]?.spendMicros);
    expect(found[name]?.spend).toBeGreaterThan(0);
    expect(Object.values(found).filter(({ spend }) => spend !== undefined)).toHaveLength(1);
  }, 30_000);
});
