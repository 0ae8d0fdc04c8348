// The simulated Brevo and Stripe: their limits, what they forget, and what they show only when asked.
import { beforeEach, describe, expect, it } from "vitest";
import { BREVO_KEY } from "../../../workbench/vendors/brevo.ts";
import { STRIPE_KEY } from "../../../workbench/vendors/stripe.ts";
import { newWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

beforeEach(async () => {
  world = await newWorld("2025-07-16");
});

const answerOf = async (response: Response): Promise<{ status: number; headers: Headers; body: any }> => ({
  status: response.status,
  headers: response.headers,
  body: await response.json(),
});

describe("Brevo", () => {
  const get = async (path: string, key = BREVO_KEY) =>
    answerOf(await world.ask(`api.brevo.com/v3/${path}`, { headers: { "api-key": key } }));
  const list = (more: string) => get(`emailCampaigns?type=classic&status=sent&${more}`);

  it("allows a hundred calls an hour, and says when the next hour begins", async () => {
    world.wait(20 * 60_000);
    const first = await get("account");
    expect(
      ["limit", "remaining", "reset"].map((name) => first.headers.get(`x-sib-ratelimit-${name}`)),
    ).toEqual(["100", "99", "2400"]);
    for (let calls = 0; calls < 99; calls += 1) await get("account");
    const spent = await get("account");
    expect([spent.status, spent.body.code, spent.headers.get("x-sib-ratelimit-reset")]).toEqual([
      429,
      "too_many_requests",
      "2400",
    ]);
    world.wait(40 * 60_000);
    expect((await get("account")).status).toBe(200);
  });

  it("counts nothing in a list of what is older than six months, and everything in a report", async () => {
    const { body } = await list("statistics=globalStats&sort=asc&limit=100");
    const [oldest] = body.campaigns;
    expect(oldest.statistics.globalStats.sent).toBe(0);
    expect(body.campaigns.at(-1).statistics.globalStats.sent).toBeGreaterThan(1000);
    const report = await get(`emailCampaigns/${oldest.id}?statistics=globalStats`);
    const { sent, delivered, softBounces, hardBounces, uniqueViews, trackableViews, uniqueClicks } =
      report.body.statistics.globalStats;
    expect(sent).toBe(delivered + softBounces + hardBounces);
    expect(trackableViews).toBeLessThan(uniqueViews);
    expect(uniqueClicks).toBeLessThan(trackableViews);
  });

  it("has no list where there is no campaign, and the newest first unless told", async () => {
    const none = await list("startDate=2024-01-01T00:00:00.000Z&endDate=2024-02-01T00:00:00.000Z");
    expect(none.body).toEqual({ count: 0 });
    const [newest, next] = (await list("limit=2")).body.campaigns;
    expect(Date.parse(newest.sentDate)).toBeGreaterThanOrEqual(Date.parse(next.sentDate));
  });

  it.each([
    ["a page too long", "limit=101"],
    ["a start without an end", "startDate=2025-01-01T00:00:00.000Z"],
    ["more than two years", "startDate=2023-01-01T00:00:00.000Z&endDate=2025-02-01T00:00:00.000Z"],
    ["an end to come", "startDate=2025-01-01T00:00:00.000Z&endDate=2025-08-01T00:00:00.000Z"],
    ["a day without a time", "startDate=2025-01-01&endDate=2025-02-01"],
    ["what it does not know", "modifiedSince=2025-01-01"],
  ])("refuses %s", async (_name, parameters) => {
    const { status, body } = await list(parameters);
    expect([status, body.code]).toEqual([400, "invalid_parameter"]);
  });

  it("refuses a key that is not the shop's, and a campaign that is not there", async () => {
    expect(await get("account", "xkeysib-wrong")).toMatchObject({
      status: 401,
      body: { code: "unauthorized" },
    });
    expect(await get("emailCampaigns/1")).toMatchObject({
      status: 404,
      body: { code: "document_not_found" },
    });
  });
});

describe("Stripe", () => {
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const usual = { authorization: `Bearer ${STRIPE_KEY}`, "stripe-version": "2026-10-28.endive" };
    return answerOf(await world.ask(`api.stripe.com/v1/${path}`, { headers: { ...usual, ...headers } }));
  };

  it("lists movements newest first, and goes on below the last one", async () => {
    const { body } = await get("balance_transactions?limit=50");
    const created = body.data.map((row: any) => row.created);
    expect(created).toEqual([...created].sort((one: number, other: number) => other - one));
    const next = await get(`balance_transactions?limit=2&starting_after=${body.data[9].id}`);
    expect(next.body.data).toEqual(body.data.slice(10, 12));
    expect((await get("balance_transactions?starting_after=txn_gone")).body.error.code).toBe(
      "resource_missing",
    );
  });

  it("takes fees apart from what is paid, and gives back with a sign", async () => {
    const all: any[] = [];
    for (let after = ""; ;) {
      const { body } = await get(`balance_transactions?limit=100&created[gte]=1748736000${after}`);
      all.push(...body.data);
      if (!body.has_more) break;
      after = `&starting_after=${body.data.at(-1).id}`;
    }
    const of = (category: string) => all.filter((row) => row.reporting_category === category);
    for (const { amount, fee, net } of of("charge"))
      expect([amount > 0, fee > 0, net]).toEqual([true, true, amount - fee]);
    expect(of("refund").length).toBeGreaterThan(0);
    for (const { amount } of of("refund")) expect(amount).toBeLessThan(0);
    expect([of("payout").length > 0, of("fee").length > 0]).toEqual([true, true]);
  });

  it("hides ended subscriptions, the subscriptions of a customer and the terms of a discount unless asked", async () => {
    const statuses = async (query: string) =>
      new Set((await get(`subscriptions?limit=100${query}`)).body.data.map(({ status }: any) => status));
    expect(await statuses("")).not.toContain("canceled");
    expect(await statuses("&status=all")).toContain("canceled");
    const plain = (await get("subscriptions?limit=100")).body.data;
    expect(typeof plain[0].customer).toBe("string");
    const reduced = plain.findIndex(({ discounts }: any) => discounts.length > 0);
    expect(plain[reduced].discounts[0]).toMatch(/^di_/);
    const { body } = await get(
      "subscriptions?limit=100&expand[]=data.customer.subscriptions&expand[]=data.discounts.source.coupon",
    );
    expect(body.data[0].customer.subscriptions.data.map(({ id }: any) => id)).toContain(body.data[0].id);
    expect(body.data[reduced].discounts[0].source.coupon).toMatchObject({
      duration: "forever",
      percent_off: 20,
    });
  });

  it.each([
    ["a parameter that is not there", "balance_transactions?since=1"],
    ["a page too long", "balance_transactions?limit=101"],
    ["a date that is no number", "balance_transactions?created[gte]=2025-01-01"],
    ["what cannot be shown", "subscriptions?expand[]=data.wallet"],
  ])("refuses %s", async (_name, path) => {
    expect(await get(path)).toMatchObject({
      status: 400,
      body: { error: { type: "invalid_request_error" } },
    });
  });

  it("refuses a wrong key, a call without its version, and the account to a restricted key", async () => {
    expect((await get("subscriptions", { authorization: "Bearer rk_wrong" })).status).toBe(401);
    expect((await get("subscriptions", { "stripe-version": "2020-08-27" })).status).toBe(400);
    expect((await get("account")).status).toBe(403);
  });
});
