// The connectors in the Worker itself: what is stored of each simulated service is what the shop holds.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "../../shared/api/sources.ts";
import { SITE } from "../../workbench/vendors/gsc.ts";
import { HUB_ID, HUBSPOT_TOKEN } from "../../workbench/vendors/hubspot.ts";
import { MAUTIC_CLIENT, MAUTIC_HOST } from "../../workbench/vendors/mautic.ts";
import { everything, query } from "./atelier-world.ts";
import { ask, keyFile, paired, settled, simulate } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });

const NOON = Date.parse("2024-11-18T12:00:00Z");
const [FROM, TO] = ["2024-11-02", "2024-11-17"] as const;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
});

let opened: Caller | undefined;

afterEach(async () => {
  // Its next sync would be long overdue once the clock is right again.
  if (opened) {
    const { connections } = await ask<{ connections: Connection[] }>(opened, "GET", "/v1/connections");
    for (const { id } of connections) await ask(opened, "DELETE", `/v1/connections/${id}?data=drop`);
  }
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Caller = Awaited<ReturnType<typeof paired>>;

async function connected(connector: string, settings: object, credentials: object): Promise<Caller> {
  const caller = await paired();
  opened = caller;
  await ask(caller, "POST", "/v1/connections", { connector, name: "Boutique", settings, credentials });
  const connection: Connection = await settled(caller);
  expect(connection.problem).toBeNull();
  expect(connection.state).toBe("idle");
  return caller;
}

/** The sums of every metric over the window. */
async function stored(caller: Caller): Promise<Record<string, number>> {
  const rows = await query<{ name: string; total: number }>(
    caller,
    `SELECT sum.key AS name, SUM(sum.value) AS total FROM facts, json_each(sums) AS sum
     WHERE day BETWEEN ? AND ? GROUP BY 1`,
    Number(FROM.replaceAll("-", "")),
    Number(TO.replaceAll("-", "")),
  );
  return Object.fromEntries(rows.map(({ name, total }) => [name, total]));
}

test("Search Console's clicks and impressions", async () => {
  const services = simulate();
  const caller = await connected("gsc", { site: SITE }, { serviceAccount: keyFile });
  const { search } = await services.totals(FROM, TO, "channel", "search");
  const { clicks, impressions } = search?.total ?? {};
  expect(await stored(caller)).toEqual({ organic_clicks: clicks, organic_impressions: impressions });
});

test("HubSpot's contacts, deals and newsletters; a deal that closes is found again at the next sync", async () => {
  const services = simulate();
  const caller = await connected("hubspot", { hub: String(HUB_ID) }, { token: HUBSPOT_TOKEN });
  const expected = async () => {
    const { sales, newsletters } = await services.totals(FROM, TO, "channel", "sales,newsletters");
    const { leads, mql, sql, newCustomers, dealsWon, dealsLost, dealRevenueMicros } = sales?.total ?? {};
    const mail = newsletters?.total ?? {};
    const bounces = (mail["hardBounces"] ?? 0) + (mail["softBounces"] ?? 0);
    return {
      leads,
      mql,
      sql,
      new_customers: newCustomers,
      opps_won: dealsWon,
      opps_lost: dealsLost,
      revenue: dealRevenueMicros,
      emails_sent: mail["sent"],
      delivered: mail["delivered"],
      unique_opens: mail["opens"],
      unique_clicks: mail["clicks"],
      bounces,
      hard_bounces: mail["hardBounces"],
      unsubscribes: mail["unsubscribes"],
      complaints: mail["complaints"],
    };
  };
  const before = await expected();
  expect(await stored(caller)).toEqual(before);

  vi.setSystemTime(NOON + 5 * 86_400_000);
  const [connection] = (await ask<{ connections: Connection[] }>(caller, "GET", "/v1/connections"))
    .connections;
  await ask(caller, "POST", `/v1/connections/${connection?.id}/sync`);
  expect((await settled(caller)).problem).toBeNull();
  const after = await expected();
  expect(after).not.toEqual(before);
  expect(await stored(caller)).toEqual(after);
  const held = await everything(caller);
  expect(held).not.toMatch(/client\.example|Dominique|Devis/);
  expect(held).not.toContain(HUBSPOT_TOKEN);
});

test("Mautic's messages and leads", async () => {
  const services = simulate({ changes: { messageDays: 18 } });
  const settings = { host: MAUTIC_HOST, mqlStage: "2", sqlSegment: "6" };
  const credentials = { clientId: MAUTIC_CLIENT.id, clientSecret: MAUTIC_CLIENT.secret };
  const caller = await connected("mautic", settings, credentials);
  const { forms, messages } = await services.totals(FROM, TO, "channel", "forms,messages");
  const { leads, mql, sql } = forms?.total ?? {};
  const { sent, delivered, opens, clicks, bounces, unsubscribes } = messages?.total ?? {};
  const mail = {
    emails_sent: sent,
    delivered,
    unique_opens: opens,
    unique_clicks: clicks,
    bounces,
    unsubscribes,
  };
  expect(await stored(caller)).toEqual({ leads, mql, sql, ...mail });
  const held = await everything(caller);
  expect(held).not.toMatch(/client\.example|Dominique/);
  expect(held).not.toContain(MAUTIC_CLIENT.secret);
});
