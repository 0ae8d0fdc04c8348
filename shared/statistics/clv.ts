// The predicted value of a customer: purchases to expect, month by month, times what one brings.
import type { BgNbd, History } from "./bg-nbd.ts";
import { expectedPurchases } from "./bg-nbd-predict.ts";

/** How many units of time a month holds; CLV is discounted at the end of each, as the lifetimes library does. */
const UNITS_IN_MONTH = { hour: 720, day: 30, week: 4.345, month: 1 } as const;

export type TimeUnit = keyof typeof UNITS_IN_MONTH;

/** Horizon and money: a number of months, what a month costs in discount (0.01) and the share of revenue kept (1). */
export interface Terms {
  readonly months: number;
  readonly discount: number;
  readonly margin: number;
}

export interface Prediction {
  /** Over all the months. */
  readonly purchases: number;
  /** Discounted, in the currency of `spend`. */
  readonly value: number;
}

/**
 * Purchases and discounted value over the coming months:
 * Σₖ margin × spend × (E[Y(k f)] − E[Y((k − 1) f)]) / (1 + discount)^k, f units of time in a month.
 * @param spend what one purchase brings, for example `expectedSpend`
 */
export function predictValue(
  model: BgNbd,
  history: History,
  spend: number,
  { months, discount, margin }: Terms,
  unit: TimeUnit,
): Prediction {
  let before = 0;
  let value = 0;
  for (let month = 1; month <= months; month += 1) {
    const purchases = expectedPurchases(model, history, month * UNITS_IN_MONTH[unit]);
    value += (purchases - before) / (1 + discount) ** month;
    before = purchases;
  }
  return { purchases: before, value: margin * spend * value };
}
