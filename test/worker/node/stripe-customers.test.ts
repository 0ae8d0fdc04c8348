// What Stripe's subscriptions count as: MRR, customers who come, stay and go.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EntityFields, EntityPage, EntityStream, FactStream } from "../../../worker/connector.ts";
import { stripe } from "../../../worker/connectors/stripe.ts";
import { entityStreams } from "./read-whole.ts";

const settings = { currency: "eur" };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const first: EntityPage = { since: null, until: "2026-11-21T12:00:00.000Z", token: null };
const stream = (name: string): EntityStream => {
  const found = entityStreams(stripe).find((candidate) => candidate.name === name);
  if (!found) throw new Error(name);
  return found;
};
const standing = stripe.streams.find(({ kind }) => kind === "facts") as FactStream;
const list = (data: object[], has_more = false) => ({
  status: 200,
  headers: {},
  body: { object: "list", data, has_more },
});
const read = (name: string, data: object[], more = {}) =>
  stream(name).read(list(data), first, { ...settings, ...more }, unit);
const at = (instant: string): number => Date.parse(instant) / 1000;

const price = (unit_amount: number | null, interval = "month", interval_count = 1, more = {}) => ({
  unit_amount,
  unit_amount_decimal: unit_amount === null ? null : String(unit_amount),
  recurring: { interval, interval_count, usage_type: "licensed" },
  ...more,
});
const subscription = (more: object = {}) => ({
  id: "sub_1",
  customer: "cus_1",
  status: "active",
  currency: "eur",
  start_date: at("2026-01-15T12:00:00Z"),
  trial_end: null,
  ended_at: null,
  pause_collection: null,
  discounts: [],
  items: { data: [{ quantity: 1, price: price(2000) }] },
  ...more,
});

describe("MRR", () => {
  const mrr = (more: object) => {
    const row = { ...subscription(more), customer: { id: "cus_1" } };
    const page = { from: "2026-11-21", to: "2026-11-21", token: null };
    return standing.read(list([row]), page, settings, unit).facts[0]?.values.mrr;
  };
  const items = (...data: object[]) => ({ items: { data } });
  const coupon = (more: object) => ({ discounts: [{ source: { type: "coupon", coupon: more } }] });

  test.each([
    ["a month", items({ quantity: 3, price: price(2000) }), 60_000_000],
    ["a year, by twelve", items({ quantity: 1, price: price(120_000, "year") }), 100_000_000],
    ["a quarter", items({ quantity: 1, price: price(3000, "month", 3) }), 10_000_000],
    // 7 € a week: 7 × 365 / 84.
    ["a week", items({ quantity: 1, price: price(700, "week") }), 30_416_667],
    [
      "two lines",
      items({ quantity: 1, price: price(2000) }, { quantity: 1, price: price(12_000, "year") }),
      30_000_000,
    ],
    [
      "half a cent",
      items({ quantity: 1, price: price(0, "month", 1, { unit_amount_decimal: "0.5" }) }),
      5000,
    ],
    [
      "packs of ten, the last one begun",
      items({
        quantity: 11,
        price: price(1000, "month", 1, { transform_quantity: { divide_by: 10, round: "up" } }),
      }),
      20_000_000,
    ],
    [
      "what is metered",
      items({
        quantity: null,
        price: price(5, "month", 1, {
          recurring: { interval: "month", interval_count: 1, usage_type: "metered" },
        }),
      }),
      0,
    ],
    ["what has tiers", items({ quantity: 1, price: price(null) }), 0],
    ["a fifth off for ever", coupon({ duration: "forever", percent_off: 20 }), 16_000_000],
    ["five euros off for ever", coupon({ duration: "forever", amount_off: 500 }), 15_000_000],
    ["a discount that ends", coupon({ duration: "repeating", percent_off: 50 }), 20_000_000],
    ["a late payment", { status: "past_due" }, 20_000_000],
    ["a trial", { status: "trialing", trial_end: at("2026-12-01T00:00:00Z") }, 0],
    ["an unpaid one", { status: "unpaid" }, 0],
    ["a paused collection", { pause_collection: { behavior: "void" } }, 0],
    ["another currency", { currency: "usd" }, 0],
  ])("of %s", (_name, more, micros) => {
    expect(mrr(more)).toBe(micros);
  });
});

describe("customers", () => {
  const told = (...rows: object[]): EntityFields =>
    Object.assign({}, ...read("customers", rows).entities.map(({ fields }) => fields)) as EntityFields;
  const days = (...rows: object[]) =>
    stream("customers")
      .derive(told(...rows), settings, unit)
      .map(({ day, values }) => [day, values]);
  const from = (day: string, to?: string, more = {}) =>
    subscription({
      id: `sub_${day}`,
      start_date: at(`${day}T12:00:00Z`),
      ...(to && { status: "canceled", ended_at: at(`${to}T12:00:00Z`) }),
      ...more,
    });

  test("are new when a first subscription is paid for, and lost when the last one ends", () => {
    expect(days(from("2026-01-15"))).toEqual([["2026-01-15", { new_customers: 1 }]]);
    expect(days(from("2026-01-15", "2026-06-01"))).toEqual([
      ["2026-01-15", { new_customers: 1 }],
      ["2026-06-01", { lost_customers: 1, mrr_churned: 20_000_000 }],
    ]);
  });

  test("who have two subscriptions count once, and leave with the last", () => {
    expect(days(from("2026-01-15", "2026-06-01"), from("2026-03-01"))).toEqual([
      ["2026-01-15", { new_customers: 1 }],
    ]);
    expect(days(from("2026-01-15", "2026-06-01"), from("2026-03-01", "2026-06-01"))[1]).toEqual([
      "2026-06-01",
      { lost_customers: 1, mrr_churned: 40_000_000 },
    ]);
  });

  test("who change subscription on a day stay; those who come back later were lost, and are new", () => {
    expect(days(from("2026-01-15", "2026-06-01"), from("2026-06-01"))).toEqual([
      ["2026-01-15", { new_customers: 1 }],
    ]);
    expect(days(from("2026-01-15", "2026-06-01"), from("2026-06-02")).map(([day]) => day)).toEqual([
      "2026-01-15",
      "2026-06-01",
      "2026-06-02",
    ]);
  });

  test("begin at the end of their trial, if they stay until then", () => {
    const trial = { trial_end: at("2026-01-29T12:00:00Z") };
    expect(days(from("2026-01-15", undefined, trial))).toEqual([["2026-01-29", { new_customers: 1 }]]);
    expect(days(from("2026-01-15", "2026-01-20", trial))).toEqual([]);
    expect(days(from("2026-01-15", undefined, { ...trial, status: "trialing" }))).toEqual([]);
    expect(days(from("2026-01-15", undefined, { status: "incomplete_expired" }))).toEqual([]);
  });

  test("are each one entity, whatever the number of their subscriptions, and nothing personal is kept", () => {
    const { entities } = read("customers", [
      subscription(),
      subscription({ id: "sub_2", description: "Camille" }),
    ]);
    expect(entities.map(({ id }) => id)).toEqual(["cus_1", "cus_1"]);
    expect(JSON.stringify(entities)).not.toContain("Camille");
  });
});

test("customers are counted once over pages, at the start of the day and now", () => {
  const page = { from: "2026-11-21", to: "2026-11-21", token: null };
  const [old, today] = [at("2026-03-01T12:00:00Z"), at("2026-11-21T09:00:00Z")];
  const of = (id: string, ...going: object[]) => ({ customer: { id, subscriptions: { data: going } } });
  const [a1, a2] = [
    subscription({ id: "a1", start_date: old }),
    subscription({ id: "a2", start_date: today }),
  ];
  const b = subscription({ id: "b1", start_date: today });
  const c = (id: string) =>
    subscription({ id, customer: "c", start_date: old, status: "canceled", ended_at: today });
  // A has two, B came today, C left today with both of hers, on different pages.
  const one = standing.read(
    list(
      [
        { ...a2, ...of("a", a2, a1) },
        { ...b, ...of("b", b) },
        { ...c("c2"), ...of("c") },
      ],
      true,
    ),
    page,
    settings,
    unit,
  );
  expect([one.facts, one.next]).toEqual([[], "c2:40000000:1:2:c"]);
  const two = standing.read(
    list([
      { ...c("c1"), ...of("c") },
      { ...a1, ...of("a", a2, a1) },
    ]),
    { ...page, token: one.next },
    settings,
    unit,
  );
  expect(two.facts).toMatchObject([
    { day: "2026-11-21", values: { mrr: 60_000_000, customers_start: 2, customers_end: 2 } },
  ]);
});

const fixture = join(process.env["BOUSSOLE_REFERENCE_DATA"] ?? "", "specs/stripe/fixtures/subscription.json");
if (!existsSync(fixture)) console.log("Left out: Stripe's own subscription (BOUSSOLE_REFERENCE_DATA).");

test.runIf(existsSync(fixture))("Stripe's own example of a subscription is read", () => {
  const row = JSON.parse(readFileSync(fixture, "utf8")) as object;
  // It ends as it begins, in dollars: it was never paid for.
  const dollars = { currency: "USD" };
  expect(read("customers", [row], dollars).entities).toEqual([
    { id: "cus_QXg1o8vcGmoR32", fields: { sub_1Pgc6rB7WZ01zgkWNy0Cn5nw: null } },
  ]);
  // Still going, its 20 dollars are for packs of 1,592,560,163 pieces: one piece makes none.
  const mrr = (one: object) =>
    standing.read(list([one]), { from: "2026-11-21", to: "2026-11-21", token: null }, dollars, unit).facts[0]
      ?.values.mrr;
  const going = { ...row, ended_at: null, pause_collection: null, customer: { id: "cus_1" } };
  expect(mrr(going)).toBe(0);
  const single = JSON.stringify(going).replace(/"transform_quantity":\{[^}]*\}/, '"transform_quantity":null');
  expect(mrr(JSON.parse(single) as object)).toBe(20_000_000);
});
