// The simulated HubSpot and Mautic: their limits, their own ways to refuse, and rows that change.
import { beforeAll, describe, expect, it } from "vitest";
import { HUBSPOT_TOKEN } from "../../../workbench/vendors/hubspot.ts";
import { MAUTIC_CLIENT, MAUTIC_HOST } from "../../../workbench/vendors/mautic.ts";
import { newWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await newWorld("2024-11-25");
});

describe("HubSpot", () => {
  const headers = { authorization: `Bearer ${HUBSPOT_TOKEN}` };
  const get = async (path: string) => {
    const response = await world.ask(`api.hubapi.com${path}`, { headers });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const search = (type: string, body: object) =>
    world.json(`api.hubapi.com/crm/objects/2026-03/${type}/search`, body, headers);

  it("tells its currency, its time zone, and what is left of its limits, but on searches", async () => {
    const details = await get("/account-info/2026-03/details");
    expect(details.body).toMatchObject({ timeZone: "Europe/Paris", companyCurrency: "EUR" });
    expect(details.headers.get("x-hubspot-ratelimit-max")).toBe("190");
    const found = await world.ask("api.hubapi.com/crm/objects/2026-03/deals/search", {
      method: "POST",
      headers,
      body: "{}",
    });
    expect(found.headers.has("x-hubspot-ratelimit-max")).toBe(false);
  });

  it("shows only the properties asked for, all of them texts or nothing", async () => {
    const { body } = await get("/crm/objects/2026-03/contacts?limit=3&properties=email,hs_analytics_source");
    expect(body.results).toHaveLength(3);
    expect(Object.keys(body.results[0].properties).sort()).toEqual([
      "createdate",
      "email",
      "hs_analytics_source",
      "hs_object_id",
      "lastmodifieddate",
    ]);
    expect(Object.values(body.results[0].properties).every((value) => typeof value === "string")).toBe(true);
    const next = await get(`/crm/objects/2026-03/contacts?limit=3&after=${body.paging.next.after}`);
    expect(Number(next.body.results[0].id)).toBeGreaterThan(Number(body.results[2].id));
  });

  it("searches no further than its cap, whatever the pages", async () => {
    await world.control({ searchCap: 20 });
    expect((await search("contacts", { limit: 10, after: "10" })).status).toBe(200);
    const beyond = await search("contacts", { limit: 10, after: "11" });
    await world.control({ searchCap: 10_000 });
    expect([beyond.status, beyond.body.category]).toEqual([400, "VALIDATION_ERROR"]);
  });

  it.each([
    ["an unknown field", { filters: [] }],
    ["too large a page", { limit: 201 }],
    [
      "an unknown operator",
      { filterGroups: [{ filters: [{ propertyName: "closedate", operator: "AFTER", value: "1" }] }] },
    ],
    [
      "a filter without a value",
      { filterGroups: [{ filters: [{ propertyName: "closedate", operator: "GT" }] }] },
    ],
    [
      "an unknown property",
      { filterGroups: [{ filters: [{ propertyName: "closed", operator: "GT", value: "1" }] }] },
    ],
  ])("refuses %s", async (_name, body) => {
    expect((await search("deals", body)).status).toBe(400);
  });

  it("never finds what was deleted, which has a list of its own", async () => {
    // By the end of 2025, some contacts of 2024 are gone.
    await world.control({ day: "2025-12-31" });
    const { body } = await get("/crm/objects/2026-03/contacts?limit=100&archived=true");
    expect(body.results.length).toBeGreaterThan(0);
    const [gone] = body.results;
    expect(gone).toMatchObject({ archived: true });
    const filters = [{ propertyName: "hs_object_id", operator: "EQ", value: gone.id }];
    const found = await search("contacts", { filterGroups: [{ filters }] });
    await world.control({ day: null });
    expect(found.body.total).toBe(0);
  });

  it("refuses a wrong token, one that was withdrawn, and calls beyond the day's", async () => {
    const none = await world.ask("api.hubapi.com/account-info/2026-03/details");
    expect([none.status, (await none.json()).category]).toEqual([401, "INVALID_AUTHENTICATION"]);
    await world.control({ grantWithdrawn: true });
    expect((await get("/account-info/2026-03/details")).status).toBe(401);
    await world.control({ grantWithdrawn: false, quotaLeft: 0 });
    const spent = await get("/account-info/2026-03/details");
    await world.control({ quotaLeft: 1000 });
    expect([spent.status, spent.body.policyName]).toEqual([429, "DAILY"]);
  });

  it("lists newsletters with people counted once", async () => {
    const path = "/marketing/emails/2026-03?includeStats=true&isPublished=true&limit=100&publishedAfter=";
    const { body } = await get(`${path}2024-11-01T00:00:00Z`);
    // Tuesdays of November 2024 until the 25th.
    expect(body.results.map((email: any) => email.publishDate.slice(0, 10))).toEqual([
      "2024-11-05",
      "2024-11-12",
      "2024-11-19",
    ]);
    const { sent, delivered, bounce, open, click } = body.results[0].stats.counters;
    expect(sent).toBe(delivered + bounce);
    expect(click).toBeLessThan(open);
    expect(open).toBeLessThan(delivered);
  });
});

describe("Mautic", () => {
  const token = async (form: Record<string, string>) => {
    const body = new URLSearchParams({ grant_type: "client_credentials", ...form });
    const response = await world.ask(`${MAUTIC_HOST}/oauth/v2/token`, { method: "POST", body });
    return { status: response.status, body: await response.json() };
  };
  const client = { client_id: MAUTIC_CLIENT.id, client_secret: MAUTIC_CLIENT.secret };
  const get = async (path: string) => {
    const { access_token } = (await token(client)).body;
    const response = await world.ask(`${MAUTIC_HOST}${path}`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    return { status: response.status, body: await response.json() };
  };
  const where = (...conditions: [string, string, string][]): string =>
    conditions
      .map(
        ([col, expr, val], index) =>
          `where[${index}][col]=${col}&where[${index}][expr]=${expr}&where[${index}][val]=${val}`,
      )
      .join("&");

  it("sells a token for an hour, with nothing to renew it", async () => {
    expect((await token(client)).body).toEqual({
      access_token: expect.any(String),
      expires_in: 3600,
      token_type: "bearer",
      scope: null,
    });
    expect(await token({ ...client, client_secret: "wrong" })).toMatchObject({
      status: 400,
      body: { error: "invalid_client" },
    });
    const refused = await world.ask(`${MAUTIC_HOST}/api/stats/email_stats`);
    expect(refused.status).toBe(401);
  });

  it("writes every value as a text, and instants without a zone", async () => {
    const { stats } = (await get("/api/stats/email_stats?limit=5&order[0][col]=id&order[0][dir]=asc")).body;
    const values = stats.flatMap((row: object) => Object.values(row));
    expect(values.every((value: unknown) => value === null || typeof value === "string")).toBe(true);
    expect(stats[0].date_sent).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
  });

  it("answers what fails inside with the status of a success", async () => {
    const unknown = await get(`/api/stats/email_stats?${where(["sent", "gt", "1"])}`);
    expect([unknown.status, unknown.body.errors[0].code]).toEqual([200, 1054]);
    const wrong = await get(`/api/stats/email_stats?${where(["id", "above", "1"])}`);
    expect([wrong.status, wrong.body.errors]).toEqual([200, [expect.objectContaining({ type: null })]]);
    const list = await get("/api/stats/none");
    expect(list.body).toHaveProperty("availableTables");
  });

  it("changes the row of a message that is opened later", async () => {
    const november = where(
      ["date_sent", "gte", "2024-11-10 00:00:00"],
      ["date_sent", "lt", "2024-11-25 00:00:00"],
      ["is_read", "eq", "1"],
    );
    const read = async (): Promise<number> => (await get(`/api/stats/email_stats?${november}`)).body.total;
    const before = await read();
    world.wait(5 * 86_400_000);
    const after = await read();
    world.wait(-5 * 86_400_000);
    expect(after).toBeGreaterThan(before);
  });

  it("gives each row an id that stays, whatever comes after", async () => {
    const days = where(["date_hit", "gte", "2024-11-20 00:00:00"], ["date_hit", "lt", "2024-11-25 00:00:00"]);
    const table = `/api/stats/page_hits?limit=2000&${days}`;
    const before = (await get(table)).body.stats;
    world.wait(86_400_000);
    const after = (await get(table)).body.stats;
    world.wait(-86_400_000);
    const ids = new Set(before.map(({ id }: any) => id));
    expect(ids.size).toBe(before.length);
    expect(after).toEqual(before);
  });

  it("lists what it has by id, and nothing as an empty list", async () => {
    const { emails } = (await get("/api/emails?limit=10")).body;
    expect(Object.keys(emails)).toEqual(["11", "12", "13"]);
    expect(emails[13].variantParent).toBe(12);
    expect((await get("/api/emails?start=10")).body).toMatchObject({ total: 3, emails: [] });
  });
});
