// The Stripe connector: what it asks, and what it makes of the movements of a balance.
import { describe, expect, test } from "vitest";
import type { EntityPage, EntityStream } from "../../../worker/connector.ts";
import { microsOfUnit } from "../../../worker/connectors/stripe-list.ts";
import { stripe } from "../../../worker/connectors/stripe.ts";
import { failureOf } from "../../../worker/failure.ts";
import { entityStreams } from "./read-whole.ts";

const settings = { currency: "eur" };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const first: EntityPage = { since: null, until: "2026-11-21T12:00:00.000Z", token: null };
const stream = (name: string): EntityStream => {
  const found = entityStreams(stripe).find((candidate) => candidate.name === name);
  if (!found) throw new Error(name);
  return found;
};
const list = (data: object[], has_more = false) => ({
  status: 200,
  headers: {},
  body: { object: "list", data, has_more },
});
const read = (name: string, data: object[], more = {}) =>
  stream(name).read(list(data), first, { ...settings, ...more }, unit);
const at = (instant: string): number => Date.parse(instant) / 1000;

const NOV_20 = at("2026-11-20T23:30:00Z");
const movement = (reporting_category: string, amount: number, more = {}) => ({
  id: "txn_1",
  amount,
  fee: 50,
  net: amount - 50,
  currency: "eur",
  created: NOV_20,
  reporting_category,
  ...more,
});
describe("a request", () => {
  test("pins the version of the API, and asks for the movements of a period in the currency of the balance", () => {
    const { url, headers } = stream("payments").request(
      { ...first, since: "2026-11-20T12:00:00.000Z", token: "txn_9" },
      settings,
    );
    expect(headers).toEqual({ "stripe-version": "2026-10-28.endive" });
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      limit: "100",
      currency: "eur",
      // 2026-11-20 and 21 at 12:00 UTC.
      "created[gte]": "1795176000",
      "created[lt]": "1795262400",
      starting_after: "txn_9",
    });
  });

  test("begins with the twenty-four whole months before this one, and a day for zones ahead of UTC", () => {
    const { url } = stream("payments").request(first, settings);
    expect(new URL(url).searchParams.get("created[gte]")).toBe(String(at("2024-10-31T00:00:00Z")));
  });

  test("reads every subscription, those that ended too, which Stripe hides unless asked", () => {
    const { searchParams } = new URL(stream("customers").request(first, settings).url);
    expect(searchParams.get("status")).toBe("all");
  });
});

describe("revenue", () => {
  const fact = (row: object, more = {}) => {
    const [entity] = read("payments", [row], more).entities;
    return entity && stream("payments").derive(entity.fields, { ...settings, ...more }, unit)[0];
  };

  test("is payments less what is given back and disputed, before Stripe's fees, each on its own day", () => {
    // 23:30 UTC on the 20th is half past midnight on the 21st in Paris.
    expect(fact(movement("charge", 1999))).toMatchObject({
      day: "2026-11-21",
      source: "stripe",
      values: { revenue: 19_990_000, orders: 1 },
    });
    expect(fact(movement("refund", -1999))?.values).toEqual({ revenue: -19_990_000 });
    expect(fact(movement("dispute", -1999))?.values).toEqual({ revenue: -19_990_000 });
    expect(fact(movement("dispute_reversal", 1999))?.values).toEqual({ revenue: 19_990_000 });
  });

  test.each(["fee", "payout", "transfer", "topup", "other_adjustment", "risk_reserved_funds"])(
    "is not in a %s",
    (category) => {
      expect(read("payments", [movement(category, -5000)]).entities).toEqual([]);
    },
  );

  test.each([
    ["JPY", 500, 500_000_000],
    ["KRW", 1, 1_000_000],
    ["EUR", 1, 10_000],
    ["KWD", 5120, 5_120_000],
    ["TND", 1, 1000],
    // These two have no cents, and are written as if they had: https://docs.stripe.com/currencies#special-cases
    ["UGX", 500, 5_000_000],
    ["ISK", 500, 5_000_000],
  ])("in %s is exact: %i of its smallest unit are %i millionths", (currency, amount, micros) => {
    expect(amount * microsOfUnit(currency)).toBe(micros);
    const row = movement("charge", amount, { currency: currency.toLowerCase() });
    expect(fact(row, { currency })?.values.revenue).toBe(micros);
  });

  test("in a currency that is not the balance's is left out and counted", () => {
    expect(read("payments", [movement("charge", 1999, { currency: "usd" })])).toMatchObject({
      entities: [],
      rejected: 1,
    });
  });
});

test.each([[null], [{}], [{ data: [], has_more: true }], [{ data: [{ id: 1 }], has_more: false }]])(
  "an answer of %j is refused",
  (body) => {
    const answer = { status: 200, headers: {}, body };
    for (const one of entityStreams(stripe))
      expect(() => one.read(answer, first, settings, unit)).toThrow("source_malformed");
  },
);

test("refusals are told apart, and a place that is gone begins the reading again", () => {
  const failure = (status: number, error = {}) =>
    failureOf({ status, headers: {}, body: { error } }, stripe.errors, 0)?.code;
  expect([failure(401), failure(403), failure(429), failure(400)]).toEqual([
    "credentials_refused",
    "access_denied",
    "rate_limited",
    "request_refused",
  ]);
  expect(failure(400, { code: "resource_missing" })).toBe("cursor_expired");
});
