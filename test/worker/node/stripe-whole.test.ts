// The whole of the simulated Stripe account: its revenue is that of the shop's orders, its customers those who rent.
import { describe, expect, test } from "vitest";
import type { FactStream } from "../../../worker/connector.ts";
import { stripe } from "../../../worker/connectors/stripe.ts";
import { STRIPE_KEY } from "../../../workbench/vendors/stripe.ts";
import { added, entityStreams, readDays, readEntities, type Reader, type Store, sums } from "./read-whole.ts";
import { type Services, services } from "./services.ts";

const settings = { currency: "EUR" };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const reader = (shop: Services): Reader => {
  return {
    services: shop,
    connector: stripe,
    settings,
    unit,
    authorization: `Bearer ${STRIPE_KEY}`,
    sent: [],
  };
};
const range = { from: "2024-11-01", to: "2025-04-30" };
const totalsOf = async (shop: Services) => {
  const [{ total: till }, { total: contracts }] = [
    await shop.totals("payments", range),
    await shop.totals("contracts", range),
  ];
  return {
    revenue: till["netMicros"],
    orders: till["payments"],
    new_customers: contracts["newCustomers"],
    lost_customers: contracts["lostCustomers"],
    mrr_churned: contracts["mrrChurnedMicros"],
  };
};

describe("the whole of the simulated account", () => {
  test.each([250_000, 40])(
    "adds up to the shop's till and contracts, %i rows a page",
    async (mostRows) => {
      const shop = services("2025-04-28", "", { mostRows });
      const store: Store = new Map();
      await readEntities(reader(shop), store, { since: null, until: "2025-04-28T12:00:00.000Z" });
      expect(added(sums(reader(shop), store, range))).toEqual(await totalsOf(shop));
      expect(JSON.stringify([...store].map(([, held]) => [...held.values()]))).not.toMatch(
        /@|Dominique|Exemple/,
      );
    },
    60_000,
  );

  test("is worth what the shop's orders are, less what was given back", async () => {
    const shop = services("2025-04-28", "");
    const { total } = await shop.totals("payments", range);
    const answer = await shop.ask(`-/totals?from=2024-11-01&to=2025-02-28&by=day`);
    const site = (await answer.json()) as { total: { revenueMicros: number; orders: number } };
    const { total: same } = await shop.totals("payments", { from: "2024-11-01", to: "2025-02-28" });
    // Days older than a month: Analytics counts all of their orders too.
    expect([same["paidMicros"], same["payments"]]).toEqual([site.total.revenueMicros, site.total.orders]);
    expect(total["netMicros"]).toBe((total["paidMicros"] ?? 0) - (total["givenBackMicros"] ?? 0));
    expect(total["givenBackMicros"]).toBeGreaterThan(0);
  });

  test("read again two months later is the same as read whole then", async () => {
    const shop = services("2025-02-26", "");
    const store: Store = new Map();
    await readEntities(reader(shop), store, { since: null, until: "2025-02-26T12:00:00.000Z" });
    shop.wait(60);
    const until = "2025-04-27T12:00:00.000Z";
    await readEntities(reader(shop), store, { since: "2025-02-25T12:00:00.000Z", until });
    const whole: Store = new Map();
    await readEntities(reader(shop), whole, { since: null, until });
    expect(sums(reader(shop), store, range, "day")).toEqual(sums(reader(shop), whole, range, "day"));
  }, 60_000);

  test.each([250_000, 9])(
    "stands on a day as the contracts do, %i rows a page, and each day as those before it make it",
    async (mostRows) => {
      const shop = services("2025-04-20", "", { mostRows });
      const standing = stripe.streams.find(({ kind }) => kind === "facts") as FactStream;
      const days: Record<string, number>[] = [];
      for (let day = 20; day <= 27; day += 1) {
        const date = `2025-04-${day}`;
        const [fact] = await readDays(reader(shop), standing, date, date);
        const { total } = await shop.totals("contracts", { from: date, to: date });
        expect(fact?.values).toEqual({
          mrr: total["mrrMicros"],
          customers_start: total["customersStart"],
          customers_end: total["customersEnd"],
        });
        days.push(fact?.values as Record<string, number>);
        shop.wait(1);
      }
      // Customers at the start of a day, plus those who come in its course, less those who go, start the next one.
      const store: Store = new Map();
      await readEntities(
        { ...reader(shop), connector: { ...stripe, streams: entityStreams(stripe).slice(1) } },
        store,
        {
          since: null,
          until: "2025-04-28T12:00:00.000Z",
        },
      );
      const flows = sums(reader(shop), store, { from: "2025-04-20", to: "2025-04-26" }, "day");
      days.slice(0, -1).forEach((day, index) => {
        const { new_customers: come = 0, lost_customers: gone = 0 } = flows[`2025-04-${20 + index}`] ?? {};
        expect(days[index + 1]?.["customers_start"]).toBe((day["customers_start"] ?? 0) + come - gone);
      });
      expect(Object.keys(flows).length).toBeGreaterThan(0);
    },
    60_000,
  );
});
