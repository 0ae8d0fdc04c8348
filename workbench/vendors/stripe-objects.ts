// The shop's payments and contracts as Stripe's balance transactions and subscriptions, newest first.
import { addDays, startOf, utcDay, weekday } from "./days.ts";
import { contractsUntil, type Contract } from "./shop-contracts.ts";
import { movementsUntil, PAYMENTS_SINCE, type Movement } from "./shop-payments.ts";
import type { Adjustment } from "./shop.ts";
import type { Thing } from "./stripe-list.ts";
import type { Answer } from "./vendor.ts";

const MINUTE = 60_000;
const MONDAY = 1;
const seconds = (instant: number): number => Math.floor(instant / 1000);
const written = (number: number): string => number.toString(36).padStart(12, "0");

/** What was already worked out: a list is read in many pages. */
const known: { name: string; things: Thing[] } = { name: "", things: [] };

/** The balance transactions until this minute: those of payments, Stripe's own fees, and what it pays out. */
export function movements(now: number, adjustments: Adjustment[]): Thing[] {
  const instant = now - (now % MINUTE);
  const name = JSON.stringify([instant, adjustments]);
  if (known.name === name) return known.things;
  const paid = movementsUntil(utcDay(instant), adjustments).filter(({ at }) => at <= instant);
  const things = [...paid.map(movement), ...transfers(instant)];
  things.sort((one, other) => other.created - one.created || (one.id < other.id ? 1 : -1));
  Object.assign(known, { name, things });
  return things;
}

const TYPES: Readonly<Record<Movement["kind"], string>> = {
  charge: "charge",
  refund: "refund",
  dispute: "adjustment",
  dispute_reversal: "adjustment",
};

function movement({ id, at, kind, amount, line }: Movement): Thing {
  // 1.5 % and 25 cents of a payment, 20 euros of a dispute.
  const fee = kind === "charge" ? Math.round(amount * 0.015) + 25 : kind === "dispute" ? 2000 : 0;
  return transaction(
    `txn_1${written(id)}`,
    at,
    { amount, fee, type: TYPES[kind], category: kind },
    line.campaign,
  );
}

function transfers(now: number): Thing[] {
  const found: Thing[] = [];
  for (let day = PAYMENTS_SINCE; startOf(day) + 5 * 3_600_000 <= now; day = addDays(day, 1)) {
    const at = startOf(day) + 5 * 3_600_000;
    const payout = { amount: -450_000, fee: 0, type: "payout", category: "payout" };
    const fee = { amount: -2900, fee: 0, type: "stripe_fee", category: "fee" };
    if (weekday(day) === MONDAY)
      found.push(transaction(`txn_2${written(seconds(at))}`, at, payout, "STRIPE PAYOUT"));
    if (day.endsWith("-01"))
      found.push(transaction(`txn_3${written(seconds(at))}`, at, fee, "Billing - Usage Fee"));
  }
  return found;
}

function transaction(
  id: string,
  at: number,
  { amount, fee, type, category }: { amount: number; fee: number; type: string; category: string },
  description: string,
): Thing {
  return {
    id,
    object: "balance_transaction",
    amount,
    available_on: seconds(at) + 604_800,
    created: seconds(at),
    currency: "eur",
    description,
    exchange_rate: null,
    fee,
    fee_details: [],
    net: amount - fee,
    reporting_category: category,
    source: id.replace("txn", "ch"),
    status: "available",
    type,
  };
}

type Subscription = Thing & { status: string; customer: string; items: object };

export function subscriptions(now: number, adjustments: Adjustment[]): Subscription[] {
  const found = contractsUntil(now, adjustments).map((contract) => subscription(contract, now));
  return found.sort((one, other) => other.created - one.created || (one.id < other.id ? 1 : -1));
}

function subscription(contract: Contract, now: number): Subscription {
  const { id, customer, started, paid, ended, plan, quantity, discount, late, failed } = contract;
  const over = ended !== null && ended <= now;
  const status = failed
    ? "incomplete_expired"
    : over
      ? "canceled"
      : now < paid
        ? "trialing"
        : late
          ? "past_due"
          : "active";
  const recurring = { interval: plan.interval, interval_count: 1, meter: null, usage_type: "licensed" };
  const price = {
    id: `price_${plan.id}`,
    object: "price",
    active: true,
    billing_scheme: "per_unit",
    currency: "eur",
    recurring,
    transform_quantity: null,
    type: "recurring",
    unit_amount: plan.cents,
    unit_amount_decimal: String(plan.cents),
  };
  const end = over ? seconds(ended) : failed ? seconds(started) + 82_800 : null;
  return {
    id: `sub_1${written(id)}`,
    object: "subscription",
    customer: `cus_${written(customer)}`,
    status,
    currency: "eur",
    // Invoices are paid by transfer: they never pass through the balance.
    collection_method: "send_invoice",
    created: seconds(started),
    start_date: seconds(started),
    trial_start: paid > started ? seconds(started) : null,
    trial_end: paid > started ? seconds(paid) : null,
    canceled_at: end,
    cancel_at_period_end: false,
    ended_at: end,
    pause_collection: null,
    discounts: discount === 0 ? [] : [`di_${written(id)}`],
    items: {
      object: "list",
      has_more: false,
      data: [{ id: `si_${written(id)}`, object: "subscription_item", discounts: [], price, quantity }],
    },
  };
}

const EXPANSIONS = new Set(["data.customer.subscriptions", "data.discounts.source.coupon"]);

/** The answer of a list with what it was asked to show in full; customers come with the subscriptions that go on. */
export function expanded(answer: Answer, wanted: string[], all: Subscription[]): Answer {
  const unknown = wanted.find((name) => !EXPANSIONS.has(name));
  if (unknown !== undefined) {
    const message = `This property cannot be expanded (${unknown}).`;
    return { status: 400, body: { error: { type: "invalid_request_error", message } } };
  }
  const body = answer.body as { data: Subscription[] };
  const withCoupons = (one: Subscription): Subscription =>
    wanted.includes("data.discounts.source.coupon") && Array.isArray(one["discounts"])
      ? { ...one, discounts: one["discounts"].map((id) => discountOf(String(id))) }
      : one;
  const data = body.data.map((one) => {
    if (!wanted.includes("data.customer.subscriptions")) return withCoupons(one);
    const going = all.filter(
      ({ customer, status }) => customer === one.customer && !/canceled|expired/.test(status),
    );
    const list = { object: "list", has_more: going.length > 10, data: going.slice(0, 10) };
    const person = { name: "Dominique Exemple", email: `${one.customer}@client.example` };
    return {
      ...withCoupons(one),
      customer: { id: one.customer, object: "customer", ...person, subscriptions: list },
    };
  });
  return { ...answer, body: { ...body, data } };
}

function discountOf(id: string) {
  const coupon = { id: "fidelite", object: "coupon", duration: "forever", percent_off: 20, amount_off: null };
  return { id, object: "discount", end: null, source: { type: "coupon", coupon } };
}
