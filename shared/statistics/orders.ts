// From a table of orders to what the purchase models take: a history and a mean basket per customer.
import type { History } from "./bg-nbd.ts";
import type { Spending } from "./gamma-gamma.ts";

/** One order: its customer, its day (a number of days) and its amount. */
export interface Order {
  readonly customer: string;
  readonly day: number;
  readonly amount: number;
}

export interface Customer extends History, Spending {
  readonly customer: string;
}

/** Histories are counted in weeks. */
const DAYS_IN_UNIT = 7;

/**
 * One history per customer, in the order of their first line: several orders on one day are one purchase, the first purchase
 * starts the history and counts neither in `x` nor in `mean`. Orders after `today` are left out. Customers compare without case.
 */
export function customersFrom(orders: readonly Order[], today: number): Customer[] {
  const byKey = new Map<string, { customer: string; amounts: Map<number, number> }>();
  for (const { customer, day, amount } of orders) {
    if (day > today) continue;
    const key = customer.toLowerCase();
    const known = byKey.get(key) ?? { customer, amounts: new Map<number, number>() };
    byKey.set(key, known);
    known.amounts.set(day, (known.amounts.get(day) ?? 0) + amount);
  }
  return Array.from(byKey.values(), ({ customer, amounts }) => {
    const days = [...amounts.keys()];
    const first = days.reduce((least, day) => Math.min(least, day));
    const last = days.reduce((most, day) => Math.max(most, day));
    let spent = 0;
    for (const [day, amount] of amounts) if (day !== first) spent += amount;
    const x = days.length - 1;
    return {
      customer,
      x,
      recency: (last - first) / DAYS_IN_UNIT,
      age: (today - first) / DAYS_IN_UNIT,
      mean: x > 0 ? spent / x : 0,
    };
  });
}
