// The whole of the simulated HubSpot account: what is read of it adds up to what the shop did.
import { describe, expect, test } from "vitest";
import { hubspot } from "../../../worker/connectors/hubspot.ts";
import { HUB_ID, HUBSPOT_TOKEN } from "../../../workbench/vendors/hubspot.ts";
import { added, entityStreams, readEntities, type Reader, type Store, sums } from "./read-whole.ts";
import { type Services, services } from "./services.ts";

const settings = { hub: String(HUB_ID) };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };

const reader = (shop: Services): Reader => {
  const authorization = `Bearer ${HUBSPOT_TOKEN}`;
  return { services: shop, connector: hubspot, settings, unit, authorization, sent: [] };
};
const range = { from: "2024-11-01", to: "2025-01-31" };
const totalsOf = async (shop: Services) => {
  const { total: sales } = await shop.totals("sales", range);
  const { total: mail } = await shop.totals("newsletters", range);
  return {
    leads: sales["leads"],
    mql: sales["mql"],
    sql: sales["sql"],
    new_customers: sales["newCustomers"],
    opps_won: sales["dealsWon"],
    opps_lost: sales["dealsLost"],
    revenue: sales["dealRevenueMicros"],
    emails_sent: mail["sent"],
    delivered: mail["delivered"],
    unique_opens: mail["opens"],
    unique_clicks: mail["clicks"],
    bounces: (mail["hardBounces"] ?? 0) + (mail["softBounces"] ?? 0),
    hard_bounces: mail["hardBounces"],
    unsubscribes: mail["unsubscribes"],
    complaints: mail["complaints"],
  };
};

describe("the whole of the simulated account", () => {
  test.each([250_000, 50])("adds up to the shop's own figures, %i objects a page", async (mostRows) => {
    const shop = services("2024-11-28", "");
    shop.change({ mostRows });
    const store: Store = new Map();
    await readEntities(reader(shop), store, { since: null, until: "2024-11-28T12:00:00.000Z" });
    expect(added(sums(reader(shop), store, range))).toEqual(await totalsOf(shop));
    expect(JSON.stringify([...store].map(([, held]) => [...held.values()]))).not.toMatch(
      /@|Dominique|Exemple|Devis/,
    );
  });

  test("read again two months later, where things changed, is the same as read whole then", async () => {
    const shop = services("2024-11-28", "");
    const store: Store = new Map();
    await readEntities(reader(shop), store, { since: null, until: "2024-11-28T12:00:00.000Z" });
    const before = sums(reader(shop), store, range, "day");
    shop.wait(59);
    const until = "2025-01-26T12:00:00.000Z";
    for (const stream of entityStreams(hubspot)) {
      const since = new Date(
        Date.parse("2024-11-28T12:00:00Z") - stream.overlapMinutes * 60_000,
      ).toISOString();
      const one = { ...reader(shop), connector: { ...hubspot, streams: [stream] } };
      await readEntities(one, store, { since, until });
    }
    const whole: Store = new Map();
    await readEntities(reader(shop), whole, { since: null, until });
    expect(sums(reader(shop), store, range, "day")).toEqual(sums(reader(shop), whole, range, "day"));
    expect(added(sums(reader(shop), store, range))).toEqual(await totalsOf(shop));
    expect(sums(reader(shop), store, range, "day")).not.toEqual(before);
  }, 30_000);

  test("is read without a gap where a search shows two hundred objects and no more", async () => {
    const shop = services("2024-11-28", "");
    shop.change({ mostRows: 40, searchCap: 200 });
    const store: Store = new Map();
    // Everything has changed since 2024: the search alone brings it.
    const window = { since: "2024-01-01T00:00:00.000Z", until: "2024-11-28T12:00:00.000Z" };
    await readEntities(reader(shop), store, window);
    expect(added(sums(reader(shop), store, range))).toEqual(await totalsOf(shop));
  });
});
