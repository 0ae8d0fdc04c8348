// The whole of the simulated Mautic instance: what is read of it adds up to what the shop did.
import { describe, expect, test } from "vitest";
import { mautic } from "../../../worker/connectors/mautic.ts";
import { MAUTIC_HOST } from "../../../workbench/vendors/mautic.ts";
import { added, readEntities, type Reader, type Store, sums } from "./read-whole.ts";
import { type Services, services, TOKEN } from "./services.ts";

const settings = { host: MAUTIC_HOST, mqlStage: "2", sqlSegment: "6" };
const unit = { currency: null, timeZone: "Europe/Paris" };

function reader(shop: Services): Reader {
  const authorization = `Bearer ${TOKEN}`;
  return { services: shop, connector: mautic, settings, unit, authorization, sent: [] };
}
const range = { from: "2024-11-05", to: "2024-12-31" };
const totalsOf = async (shop: Services) => {
  const { leads, mql, sql } = (await shop.totals("forms", range)).total;
  const { total } = await shop.totals("messages", range);
  const { sent, delivered, opens, clicks, bounces, unsubscribes } = total;
  const mail = {
    emails_sent: sent,
    delivered,
    unique_opens: opens,
    unique_clicks: clicks,
    bounces,
    unsubscribes,
  };
  return { leads, mql, sql, ...mail };
};

describe("the whole of the simulated instance", () => {
  test.each([250_000, 150])(
    "adds up to the shop's own figures, %i rows a page",
    async (mostRows) => {
      const shop = services("2024-11-25", "mautic");
      shop.change({ mostRows, messageDays: 30 });
      const store: Store = new Map();
      await readEntities(reader(shop), store, { since: null, until: "2024-11-25T12:00:00.000Z" });
      expect(added(sums(reader(shop), store, range))).toEqual(await totalsOf(shop));
      expect(JSON.stringify([...store].map(([, held]) => [...held.values()]))).not.toMatch(/@|Dominique/);
    },
    30_000,
  );

  test("read again when openings came is the same as read whole, and keeps what the instance forgot", async () => {
    const shop = services("2024-11-25", "mautic");
    shop.change({ messageDays: 25 });
    const store: Store = new Map();
    await readEntities(reader(shop), store, { since: null, until: "2024-11-25T12:00:00.000Z" });
    shop.wait(10);
    const window = { since: "2024-11-24T12:00:00.000Z", until: "2024-12-05T12:00:00.000Z" };
    await readEntities(reader(shop), store, window);
    const kept = added(sums(reader(shop), store, range));
    // The instance now holds nothing older than 10 November.
    expect((await totalsOf(shop)).emails_sent).toBeLessThan(kept["emails_sent"] ?? 0);
    shop.change({ messageDays: 60 });
    expect(kept).toEqual(await totalsOf(shop));
  }, 30_000);
});
