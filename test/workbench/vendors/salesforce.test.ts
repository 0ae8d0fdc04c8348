// The simulated Salesforce: its tokens, its query language, its bin, and the places that it forgets.
import { beforeAll, describe, expect, it } from "vitest";
import { SALESFORCE_CLIENT, SALESFORCE_HOST } from "../../../workbench/vendors/salesforce.ts";
import { newWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await newWorld("2024-11-25");
});

const client = { client_id: SALESFORCE_CLIENT.id, client_secret: SALESFORCE_CLIENT.secret };
type Answer = { status: number; headers: Headers; body: any };
const answerOf = async (response: Response): Promise<Answer> => {
  const { status, headers } = response;
  return { status, headers, body: await response.json() };
};
const token = async (form: Record<string, string>): Promise<Answer> => {
  const body = new URLSearchParams({ grant_type: "client_credentials", ...form });
  return answerOf(await world.ask(`${SALESFORCE_HOST}/services/oauth2/token`, { method: "POST", body }));
};
const get = async (path: string): Promise<Answer> => {
  const { access_token } = (await token(client)).body;
  const headers = { authorization: `Bearer ${access_token}` };
  return answerOf(await world.ask(`${SALESFORCE_HOST}/services/data/v64.0/${path}`, { headers }));
};
const query = (text: string, resource = "query") => get(`${resource}?q=${encodeURIComponent(text)}`);

describe("Salesforce", () => {
  it("sells a token to the shop's own app, and says where to go with it", async () => {
    const { body } = await token(client);
    expect(body).toMatchObject({ instance_url: `https://${SALESFORCE_HOST}`, token_type: "Bearer" });
    expect(body).not.toHaveProperty("refresh_token");
    expect(await token({ ...client, client_secret: "wrong" })).toMatchObject({
      status: 400,
      body: { error: "invalid_client" },
    });
    const none = await answerOf(
      await world.ask(`${SALESFORCE_HOST}/services/data/v64.0/query?q=SELECT+Id+FROM+Lead`),
    );
    expect([none.status, none.body[0].errorCode]).toEqual([401, "INVALID_SESSION_ID"]);
  });

  it("gives what is asked for in the order of ids of eighteen characters, capitals first", async () => {
    const { body } = await query("SELECT Id, CreatedDate FROM Lead ORDER BY Id LIMIT 300");
    const ids = body.records.map(({ Id }: any) => Id);
    expect(ids.every((id: string) => /^00Q[a-zA-Z0-9]{15}$/.test(id))).toBe(true);
    expect(ids).toEqual([...ids].sort((one: string, other: string) => (one < other ? -1 : 1)));
    expect(new Set(ids.map((id: string) => id.slice(0, 15).toLowerCase())).size).toBeLessThan(ids.length);
    expect(Object.keys(body.records[0])).toEqual(["attributes", "Id", "CreatedDate"]);
    const above = await query(`SELECT Id FROM Lead WHERE Id > '${ids[9]}' ORDER BY Id LIMIT 2`);
    expect(above.body.records.map(({ Id }: any) => Id)).toEqual(ids.slice(10, 12));
  });

  it("forgets the place that it offered to go on from", async () => {
    await world.control({ mostRows: 5 });
    const { body } = await query("SELECT Id FROM Lead ORDER BY Id LIMIT 2000");
    await world.control({ mostRows: 250_000 });
    expect([body.done, body.records.length]).toEqual([false, 5]);
    const next = await get(body.nextRecordsUrl.replace("/services/data/v64.0/", ""));
    expect([next.status, next.body[0].errorCode]).toEqual([400, "INVALID_QUERY_LOCATOR"]);
  });

  it.each([
    ["a field that is not there", "SELECT Id, Colour FROM Lead", "INVALID_FIELD"],
    ["a table that is not there", "SELECT Id FROM Invoice__c", "INVALID_TYPE"],
    [
      "an instant in quotes",
      "SELECT Id FROM Lead WHERE SystemModstamp > '2024-11-01T00:00:00Z'",
      "INVALID_FIELD",
    ],
    ["what is no query", "DELETE FROM Lead", "MALFORMED_QUERY"],
  ])("refuses %s", async (_name, text, code) => {
    const { status, body } = await query(text);
    expect([status, body[0].errorCode]).toEqual([400, code]);
  });

  it("has a column of currencies, and converts amounts, only where there are several", async () => {
    const deals = "FROM Opportunity ORDER BY Id LIMIT 100";
    const francs = (await query(`SELECT Id, Amount, CurrencyIsoCode ${deals}`)).body.records;
    const euros = (await query(`SELECT Id, convertCurrency(Amount) ${deals}`)).body.records;
    const swiss = francs.findIndex((deal: any) => deal.CurrencyIsoCode === "CHF");
    expect(euros[swiss].Amount / francs[swiss].Amount).toBeCloseTo(1.05, 3);
    await world.control({ severalCurrencies: false });
    const refused = [
      await query(`SELECT CurrencyIsoCode ${deals}`),
      await query(`SELECT convertCurrency(Amount) ${deals}`),
    ];
    const { body } = await get("connect/organization");
    await world.control({ severalCurrencies: true });
    expect(refused.map(({ status }) => status)).toEqual([400, 400]);
    expect(body.features).toMatchObject({ multiCurrency: false, defaultCurrencyIsoCode: "EUR" });
  });

  it("keeps what is deleted in a bin for fifteen days, which only queryAll opens", async () => {
    const deleted = "SELECT Id, SystemModstamp FROM Lead WHERE IsDeleted = true ORDER BY Id";
    const bin = (await query(deleted, "queryAll")).body.records;
    expect(bin.length).toBeGreaterThan(0);
    expect((await query(deleted)).body.records).toEqual([]);
    for (const { SystemModstamp } of bin)
      expect(Date.parse(SystemModstamp)).toBeGreaterThan(Date.parse("2024-11-10T11:00:00Z"));
  });

  it("tells what is left of the calls of a day, and refuses those beyond", async () => {
    expect((await get("connect/organization")).headers.get("sforce-limit-info")).toBe("api-usage=18/15000");
    await world.control({ quotaLeft: 0 });
    const spent = await get("connect/organization");
    await world.control({ quotaLeft: 10_000 });
    expect([spent.status, spent.body[0].errorCode]).toEqual([403, "REQUEST_LIMIT_EXCEEDED"]);
  });
});
