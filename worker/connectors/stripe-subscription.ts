// A subscription as Stripe tells it: when it is paid for, and what it brings in a month.
import * as z from "zod";
import type { Settings } from "../connector.ts";
import { currencyOf, microsOfUnit, Moment } from "./stripe-list.ts";

const Coupon = z.object({
  duration: z.string(),
  percent_off: z.number().nullish(),
  amount_off: z.number().nullish(),
});
const Item = z.object({
  quantity: z.number().nullish(),
  price: z.object({
    unit_amount_decimal: z.string().nullish(),
    unit_amount: z.number().nullish(),
    recurring: z
      .object({
        interval: z.string(),
        interval_count: z.number().positive(),
        usage_type: z.string().nullish(),
      })
      .nullish(),
    transform_quantity: z.object({ divide_by: z.number().positive(), round: z.string() }).nullish(),
  }),
});
export const Subscription = z.object({
  id: z.string(),
  customer: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
  status: z.string(),
  currency: z.string(),
  start_date: Moment,
  trial_end: Moment.nullish(),
  ended_at: Moment.nullish(),
  pause_collection: z.object({}).nullish(),
  items: z.object({ data: z.array(Item) }),
  discounts: z
    .array(
      z.union([
        z.string(),
        z.object({ source: z.object({ coupon: z.union([z.string(), Coupon]).nullish() }) }),
      ]),
    )
    .nullish(),
});
export type Subscription = z.infer<typeof Subscription>;

/** Never begun, or a trial that nothing was paid for. */
const UNPAID = new Set(["incomplete", "incomplete_expired", "trialing", "paused"]);
/** The length of a period in months. */
const MONTHS: Readonly<Record<string, number>> = { day: 12 / 365, week: 84 / 365, month: 1, year: 12 };

/** From when until when (null: still) a subscription is paid for, in milliseconds; null where it never was. */
export function paidPeriod({ status, start_date, trial_end, ended_at }: Subscription) {
  const from = Math.max(start_date, trial_end ?? 0);
  if (UNPAID.has(status) || (ended_at && ended_at <= from)) return null;
  return { from: from * 1000, to: ended_at ? ended_at * 1000 : null };
}

/**
 * What a subscription brings in a month, in millionths: its prices times their quantities, less the discounts that never
 * end. What is metered or priced by tiers has no amount until it is invoiced.
 * https://support.stripe.com/questions/billing-analytics
 */
export function monthly({ currency, items, discounts }: Subscription): number {
  const amounts = items.data.map(({ quantity, price }) => {
    const { recurring, transform_quantity: pack, unit_amount_decimal: exact, unit_amount: whole } = price;
    if (!recurring || recurring.usage_type === "metered") return { each: 0, months: 1 };
    const packs = (quantity ?? 1) / (pack?.divide_by ?? 1);
    const count = pack ? (pack.round === "up" ? Math.ceil(packs) : Math.floor(packs)) : packs;
    const months = (MONTHS[recurring.interval] ?? Number.NaN) * recurring.interval_count;
    return { each: Number(exact ?? whole ?? 0) * count, months };
  });
  const coupons = (discounts ?? []).flatMap((discount) => {
    const coupon = typeof discount === "string" ? null : discount.source.coupon;
    return coupon && typeof coupon !== "string" && coupon.duration === "forever" ? [coupon] : [];
  });
  const whole = amounts.reduce((sum, { each, months }) => sum + each / months, 0);
  const period = amounts[0]?.months ?? 1;
  const left = coupons.reduce(
    (sum, { percent_off, amount_off }) => sum * (1 - (percent_off ?? 0) / 100) - (amount_off ?? 0) / period,
    whole,
  );
  return Math.round(Math.max(left, 0) * microsOfUnit(currency));
}

/** Discounts are only ids unless their coupons are asked for. */
export const WITH_COUPONS = ["expand[]", "data.discounts.source.coupon"] as const;

export function isOurs({ currency }: Subscription, settings: Settings): boolean {
  return currency.toUpperCase() === currencyOf(settings);
}
