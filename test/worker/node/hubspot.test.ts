// The HubSpot connector: what it asks, what it reads, and the whole of the simulated account.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EntityFields, EntityPage, EntityStream } from "../../../worker/connector.ts";
import { hubspot } from "../../../worker/connectors/hubspot.ts";
import { failureOf } from "../../../worker/failure.ts";

const settings = { hub: "147258369" };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const first: EntityPage = { since: null, until: "2026-11-21T12:00:00.000Z", token: null };
const later: EntityPage = { ...first, since: "2026-11-21T10:00:00.000Z" };
const stream = (name: string): EntityStream => {
  const found = hubspot.streams.find((candidate) => candidate.name === name);
  if (found?.kind !== "entities") throw new Error(name);
  return found;
};
const read = (name: string, results: object[], page = first, paging?: object) =>
  stream(name).read({ status: 200, headers: {}, body: { results, paging } }, page, settings, unit);
const derive = (name: string, fields: EntityFields, more = {}) =>
  stream(name).derive(fields, { ...settings, ...more }, unit);

describe("a request", () => {
  test("lists everything at first, a hundred at a time, with only what figures are made of", () => {
    const { method, url } = stream("contacts").request({ ...first, token: "all:51" }, settings);
    const { pathname, searchParams } = new URL(url);
    expect([method, pathname]).toEqual(["GET", "/crm/objects/2026-03/contacts"]);
    expect(searchParams.get("after")).toBe("51");
    expect(searchParams.get("properties")).not.toMatch(/mail(?!ing)|name|phone/);
  });

  test("then searches for what changed above the last id, so that no search reaches its cap", () => {
    const { url, json } = stream("deals").request({ ...later, token: "changed:52000000007" }, settings);
    expect(url).toBe("https://api.hubapi.com/crm/objects/2026-03/deals/search");
    expect(json).toMatchObject({
      filterGroups: [
        {
          filters: [
            // 2026-11-21 10:00 and 12:00 UTC.
            { propertyName: "hs_lastmodifieddate", operator: "GTE", value: "1795255200000" },
            { propertyName: "hs_lastmodifieddate", operator: "LTE", value: "1795262400000" },
            { propertyName: "hs_object_id", operator: "GT", value: "52000000007" },
          ],
        },
      ],
      sorts: [{ propertyName: "hs_object_id", direction: "ASCENDING" }],
      limit: 200,
      after: "0",
    });
  });

  test("goes on from the last id of the page, while there are others", () => {
    const page = [
      { id: "7", properties: {} },
      { id: "9", properties: {} },
    ];
    expect(read("deals", page, later, { next: { after: "200" } }).next).toBe("changed:9");
    expect(read("deals", page, first, { next: { after: "9x" } }).next).toBe("all:9x");
  });

  test("and ends with what was deleted, which no search shows", () => {
    expect(read("deals", [], later).next).toBe("archived:");
    const { url } = stream("deals").request({ ...later, token: "archived:" }, settings);
    expect(new URL(url).searchParams.get("archived")).toBe("true");
    expect(read("deals", [], { ...later, token: "archived:" }).next).toBeNull();
  });
});

describe("a reading", () => {
  test("keeps dates, amounts and names of states, and nothing that a person wrote", () => {
    const properties = {
      email: "camille@example.com",
      firstname: "Camille",
      dealname: "Devis de Camille",
      closedate: "2026-11-20T23:30:00Z",
      amount: "1234.56",
      amount_in_home_currency: null,
      deal_currency_code: "EUR",
      pipeline: "default",
      hs_is_closed: "true",
      hs_is_closed_won: "true",
      hs_analytics_source: "camille@example.com",
    };
    expect(read("deals", [{ id: "7", properties }]).entities).toEqual([
      {
        id: "7",
        fields: {
          closed: "2026-11-20T23:30:00Z",
          state: "won",
          amount: 1_234_560_000,
          pipeline: "default",
          origin: "",
        },
      },
    ]);
  });

  test.each([
    [
      "the amount in the account's currency",
      { amount: "90", amount_in_home_currency: "100.10", deal_currency_code: "CHF" },
      100_100_000,
    ],
    ["no amount for one of another currency", { amount: "90", deal_currency_code: "CHF" }, null],
    ["no amount where none was entered", { amount: null }, null],
    ["no amount that is not a decimal", { amount: "1 000" }, null],
  ])("takes %s", (_name, properties, amount) => {
    expect(read("deals", [{ id: "7", properties }]).entities[0]?.fields["amount"]).toBe(amount);
  });

  test("takes away what was deleted since the last one", () => {
    const deleted = (archivedAt: string) => ({ id: "7", properties: {}, archived: true, archivedAt });
    const page = { ...later, token: "archived:" };
    expect(read("deals", [deleted("2026-11-21T11:00:00Z")], page).entities).toEqual([
      { id: "7", fields: {}, removed: true },
    ]);
    expect(read("deals", [deleted("2026-11-01T11:00:00Z")], page).entities).toEqual([]);
  });

  test.each([[null], [{}], [{ results: [{ id: 7 }] }]])("of %j is refused", (body) => {
    const answer = { status: 200, headers: {}, body };
    expect(() => stream("contacts").read(answer, first, settings, unit)).toThrow("source_malformed");
  });

  test("leaves out e-mails that go on being sent: they have no day of sending", () => {
    const stats = { counters: { sent: 10, delivered: 9, open: 5, click: 2 } };
    const email = (id: string, type: string) => ({
      id,
      type,
      name: "N",
      publishDate: "2026-11-17T07:30:00Z",
      stats,
    });
    const reading = read("mailings", [email("1", "BATCH_EMAIL"), email("2", "AUTOMATED_EMAIL")]);
    expect(reading.entities.map(({ id }) => id)).toEqual(["1"]);
    expect(reading.rejected).toBeUndefined();
    // A counter that is not told is unknown.
    expect(reading.entities[0]?.fields).toMatchObject({ unique_clicks: 2, unsubscribes: null });
    const incomplete = read("mailings", [{ id: "3", type: "BATCH_EMAIL", name: "N" }]);
    expect([incomplete.entities, incomplete.rejected]).toEqual([[], 1]);
  });
});

describe("the figures", () => {
  test("of a deal fall on the day it closed, in the account's own calendar", () => {
    // 23:30 UTC on the 20th is half past midnight on the 21st in Paris.
    const won = {
      closed: "2026-11-20T23:30:00Z",
      state: "won",
      amount: 5_000_000,
      pipeline: "default",
      origin: "PAID_SEARCH",
    };
    expect(derive("deals", won)).toEqual([
      {
        day: "2026-11-21",
        channel: "paid_search",
        source: "hubspot",
        medium: "",
        campaignId: "",
        campaign: "",
        values: { opps_won: 1, revenue: 5_000_000 },
      },
    ]);
    expect(derive("deals", { ...won, state: "lost" })[0]?.values).toEqual({ opps_lost: 1 });
    expect(derive("deals", { ...won, amount: null })[0]?.values).toEqual({ opps_won: 1 });
    expect(derive("deals", { ...won, state: "open" })).toEqual([]);
    expect(derive("deals", won, { pipeline: "other" })).toEqual([]);
  });

  test("of a contact count each stage on the day it was entered", () => {
    const contact = {
      leads: "2026-11-02T09:00:00Z",
      mql: "2026-11-05T09:00:00Z",
      sql: null,
      new_customers: null,
    };
    const facts = derive("contacts", { ...contact, origin: "AI_REFERRALS" });
    expect(facts.map(({ day, channel, values }) => [day, channel, values])).toEqual([
      ["2026-11-02", "referral", { leads: 1 }],
      ["2026-11-05", "referral", { mql: 1 }],
    ]);
  });

  test("follow the channels that the connection chose", () => {
    const contact = { leads: "2026-11-02T09:00:00Z", origin: "OFFLINE" };
    expect(derive("contacts", contact)[0]?.channel).toBe("other");
    expect(derive("contacts", contact, { channels: '{"OFFLINE":"affiliate"}' })[0]?.channel).toBe(
      "affiliate",
    );
  });

  test("of a mailing that does not tell a counter are unknown, not zero", () => {
    const mailing = {
      id: "1",
      campaign: "N",
      sent: "2026-11-17T07:30:00Z",
      emails_sent: 10,
      delivered: 0,
      unique_opens: null,
    };
    expect(derive("mailings", mailing)[0]?.values).toEqual({ emails_sent: 10, delivered: 0 });
  });
});

test("refusals and spent quotas are told apart", () => {
  const failure = (status: number, body: object) =>
    failureOf({ status, headers: {}, body }, hubspot.errors, 0);
  expect(failure(429, { policyName: "DAILY" })).toMatchObject({ code: "rate_limited", wait: 3_600_000 });
  expect(failure(429, { policyName: "TEN_SECONDLY_ROLLING" })).toMatchObject({
    code: "rate_limited",
    wait: 10_000,
  });
  expect(failure(401, {})).toMatchObject({ code: "credentials_refused" });
  expect(failure(403, { category: "MISSING_SCOPES" })).toMatchObject({ code: "access_denied" });
  expect(hubspot.quota?.({ "x-hubspot-ratelimit-remaining": "0" })).toEqual({ wait: 10_000 });
  expect(hubspot.quota?.({ "x-hubspot-ratelimit-remaining": "12" })).toBeNull();
});

const fixture = join(
  process.env["BOUSSOLE_REFERENCE_DATA"] ?? "",
  "specs/hubspot/fixtures/airbyte_deals.json",
);
if (!existsSync(fixture)) console.log("Left out: HubSpot's recorded answer (BOUSSOLE_REFERENCE_DATA).");

test.runIf(existsSync(fixture))("a recorded list of deals is read, its dates with or without a zone", () => {
  const body: unknown = JSON.parse(readFileSync(fixture, "utf8"));
  const { entities, next } = stream("deals").read({ status: 200, headers: {}, body }, first, settings, unit);
  // This deal has neither a state nor an amount: it is open.
  const fields = { closed: null, state: "open", amount: null, pipeline: "", origin: "" };
  expect([entities, next]).toEqual([[{ id: "312929580", fields }], null]);
});
