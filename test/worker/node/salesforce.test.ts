// The Salesforce connector: what it asks, and what it makes of the answers.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EntityPage, EntityStream } from "../../../worker/connector.ts";
import { readRows } from "../../../worker/connectors/salesforce-query.ts";
import { salesforce } from "../../../worker/connectors/salesforce.ts";
import { failureOf } from "../../../worker/failure.ts";
import { hostsOf, isAllowed } from "../../../worker/hosts.ts";
import { entityStreams } from "./read-whole.ts";

const settings = { host: "atelier.my.salesforce.com", instance: "atelier.my.salesforce.com" };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const first: EntityPage = { since: null, until: "2026-11-21T12:00:00.000Z", token: null };
const later: EntityPage = { ...first, since: "2026-11-21T10:00:00.000Z" };
const ID = "006RO0000035WQgYAM";
const stream = (name: string): EntityStream => {
  const found = entityStreams(salesforce).find((candidate) => candidate.name === name);
  if (!found) throw new Error(name);
  return found;
};
const asked = (name: string, page: EntityPage, more = {}) => {
  const { origin, pathname, searchParams } = new URL(
    stream(name).request(page, { ...settings, ...more }).url,
  );
  return { origin, path: pathname, query: searchParams.get("q") };
};
const read = (name: string, records: object[], page: EntityPage, more = {}) => {
  const body = { done: true, totalSize: records.length, records };
  return stream(name).read({ status: 200, headers: {}, body }, page, { ...settings, ...more }, unit);
};

describe("a request", () => {
  test("takes all that is there at first, in the order of ids, with only what figures are made of", () => {
    expect(asked("leads", first)).toEqual({
      origin: "https://atelier.my.salesforce.com",
      path: "/services/data/v64.0/query",
      query: "SELECT Id, IsDeleted, CreatedDate, ConvertedDate, LeadSource FROM Lead ORDER BY Id LIMIT 2000",
    });
    expect(asked("leads", first, { mqlField: "MQL_Date__c" }).query).toContain(
      "LeadSource, MQL_Date__c FROM",
    );
  });

  test("then what changed, deleted rows too, above the last id, up to an instant that stays the same", () => {
    const { path, query } = asked("deals", { ...later, token: `one:${ID}` });
    expect(path).toBe("/services/data/v64.0/queryAll");
    expect(query).toContain(
      `WHERE SystemModstamp >= 2026-11-21T10:00:00.000Z AND SystemModstamp < 2026-11-21T12:00:00.000Z AND Id > '${ID}' ORDER BY Id`,
    );
  });

  test("learns first whether amounts are in several currencies, which a single-currency query may not mention", () => {
    expect(asked("deals", first).path).toBe("/services/data/v64.0/sobjects/Opportunity/describe");
    expect(asked("campaigns", first).path).toBe("/services/data/v64.0/sobjects/Campaign/describe");
    const columns = (...names: string[]) => {
      const body = { name: "Opportunity", fields: names.map((name) => ({ name, type: "string" })) };
      return stream("deals").read({ status: 200, headers: {}, body }, first, settings, unit).next;
    };
    expect(columns("Id", "Amount", "CurrencyIsoCode")).toBe("several:");
    expect(columns("Id", "Amount")).toBe("one:");
    expect(asked("deals", { ...first, token: "one:" }).query).toContain(", Amount FROM");
    expect(asked("deals", { ...first, token: "several:" }).query).toContain(", convertCurrency(Amount) FROM");
  });

  test("counts money as the organization does or, where it has several currencies, as the app's user", () => {
    const { request, read: readCheck } = salesforce.check;
    const page = { from: "2026-11-14", to: "2026-11-20", token: null };
    expect(new URL(request(page, settings).url).pathname).toBe("/services/data/v64.0/connect/organization");
    const unitOf = (features: object, user = {}) => {
      const body = { features, userSettings: { timeZone: { name: "Europe/Paris" }, ...user } };
      return readCheck({ status: 200, headers: {}, body }, page, settings, unit).unit;
    };
    expect(unitOf({ multiCurrency: false, defaultCurrencyIsoCode: "EUR" })).toEqual(unit);
    const several = unitOf({ multiCurrency: true }, { userDefaultCurrencyIsoCode: "USD" });
    expect(several).toEqual({ currency: "USD", timeZone: "Europe/Paris" });
    expect(() => unitOf({ multiCurrency: true })).toThrow("source_malformed");
  });

  test("goes to the host that Salesforce said with the token, if it is one of its own", () => {
    const hosts = hostsOf(salesforce, settings, []);
    const way = [salesforce.authorization].flat()[0];
    if (way?.kind !== "client_credentials") throw new Error("no way in");
    const said = (instance_url: string): boolean => isAllowed(way.instance?.({ instance_url }) ?? "", hosts);
    expect(way.tokenUrl(settings)).toBe("https://atelier.my.salesforce.com/services/oauth2/token");
    expect(said("https://atelier--test.sandbox.my.salesforce.com")).toBe(true);
    expect(said("https://my.salesforce.com.evil.example")).toBe(false);
    expect(said("https://127.0.0.1/.my.salesforce.com")).toBe(false);
    expect(hostsOf(salesforce, { host: "login.example.com" }, [])).toEqual([]);
    expect(salesforce.checkSettings({ ...settings, mqlField: "Id FROM User --" })).toBe(false);
  });
});

describe("a reading", () => {
  const page = { ...first, token: "one:" };

  test("keeps dates, amounts and values of lists, and nothing that a person wrote", () => {
    const deal = {
      Id: ID,
      Name: "Devis de Camille",
      IsWon: true,
      IsClosed: true,
      CloseDate: "2026-11-20",
      Amount: 1234.56,
      Type: "New Customer",
      LeadSource: "demande de camille@example.com",
      CampaignId: "701RO0000001abcYAM",
      Campaign: { Name: "Salon de printemps" },
    };
    expect(read("deals", [deal], page).entities).toEqual([
      {
        id: ID,
        fields: {
          closed: "2026-11-20",
          state: "won",
          amount: 1_234_560_000,
          type: "New Customer",
          origin: "",
          campaignId: "701RO0000001abcYAM",
          campaign: "Salon de printemps",
        },
      },
    ]);
  });

  test("goes on from its last id while there may be more, whatever Salesforce offers to remember", () => {
    const body = {
      done: false,
      nextRecordsUrl: "/services/data/v64.0/query/01gRO-2000",
      records: [{ Id: ID, IsDeleted: true }],
    };
    const reading = stream("deals").read({ status: 200, headers: {}, body }, page, settings, unit);
    expect(reading).toMatchObject({ next: `one:${ID}`, entities: [{ id: ID, removed: true }] });
    expect(read("deals", [], page).next).toBeNull();
  });

  test("tells two ids that differ in case only apart, and takes no short one", () => {
    const row = (Id: string) => ({ Id, CreatedDate: "2026-11-02T09:00:00.000+0000" });
    const { entities } = read("leads", [row("00QRO0000035WQgYAM"), row("00QRO0000035WQGYA2")], first);
    expect(new Set(entities.map(({ id }) => id)).size).toBe(2);
    expect(() => read("leads", [row("00QRO0000035WQg")], first)).toThrow("source_malformed");
  });

  test("leaves out, and counts, a row without what makes it one", () => {
    const row = { Id: ID, IsWon: true, IsClosed: true, CloseDate: null };
    expect(read("deals", [row], page)).toMatchObject({ entities: [], rejected: 1 });
    const costly = { Id: ID, Name: "N", StartDate: null, SystemModstamp: "2026-11-02T09:00:00.000+0000" };
    expect(read("campaigns", [{ ...costly, ActualCost: 10 }], page)).toMatchObject({
      entities: [],
      rejected: 1,
    });
    expect(read("campaigns", [{ ...costly, ActualCost: null }], page).rejected).toBeUndefined();
  });

  test.each([[null], [{}], [{ done: false, records: [] }], [[{ errorCode: "X" }]]])(
    "of %j is refused",
    (body) => {
      const answer = { status: 200, headers: {}, body };
      expect(() => stream("leads").read(answer, first, settings, unit)).toThrow("source_malformed");
    },
  );
});

test("refusals are told apart by what Salesforce says, and four fifths of the calls of a day are the most", () => {
  const failure = (status: number, errorCode: string) =>
    failureOf({ status, headers: {}, body: [{ errorCode, message: "…" }] }, salesforce.errors, 0);
  expect(failure(401, "INVALID_SESSION_ID")).toMatchObject({ code: "credentials_refused" });
  expect(failure(403, "REQUEST_LIMIT_EXCEEDED")).toMatchObject({ code: "rate_limited", wait: 3_600_000 });
  expect(failure(403, "API_DISABLED_FOR_ORG")).toMatchObject({ code: "access_denied" });
  expect(failure(400, "INVALID_FIELD")).toMatchObject({ code: "access_denied" });
  expect(failure(400, "MALFORMED_QUERY")).toMatchObject({ code: "request_refused" });
  expect(failure(503, "SERVER_UNAVAILABLE")).toMatchObject({ code: "source_down" });
  const quota = (used: string) => salesforce.quota?.({ "sforce-limit-info": used });
  expect(quota("api-usage=3999/5000")).toBeNull();
  expect(quota("api-usage=4000/5000; per-app-api-usage=1/5000(appName=Boussole)")).toEqual({
    wait: 3_600_000,
  });
  expect(quota("per-app-api-usage=4999/5000(appName=X); api-usage=10/5000")).toBeNull();
  expect(salesforce.quota?.({})).toBeNull();
});

const fixture = join(
  process.env["BOUSSOLE_REFERENCE_DATA"] ?? "",
  "specs/salesforce/fixtures/query_more.json",
);
if (!existsSync(fixture)) console.log("Left out: Salesforce's recorded answer (BOUSSOLE_REFERENCE_DATA).");

test.runIf(existsSync(fixture))("a recorded page is read whole, and gone on from by its last id", () => {
  const body: unknown = JSON.parse(readFileSync(fixture, "utf8"));
  const table = { name: "Lead", fields: () => ["Name"] } as const;
  const { entities, next } = readRows(table, first, { status: 200, headers: {}, body }, ({ Name }) => ({
    of: typeof Name,
  }));
  expect([entities, next]).toEqual([
    [{ id: "003RO0000035WQgYAM", fields: { of: "string" } }],
    "one:003RO0000035WQgYAM",
  ]);
});
