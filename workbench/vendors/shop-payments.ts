// What passes through the shop's till: a payment for each online order, and what is given back or disputed later.
import { addDays, dayNumber, startOf } from "./days.ts";
import { normal, seeded } from "./random.ts";
import type { Line } from "./shop-lines.ts";
import { shopRows, type Adjustment } from "./shop.ts";

export type Movement = {
  /** Never used twice. */
  id: number;
  line: Line;
  /** In milliseconds since 1970. */
  at: number;
  kind: "charge" | "refund" | "dispute" | "dispute_reversal";
  /** In cents of euro, negative for what goes out. */
  amount: number;
};

/** The day the shop opened its account. */
export const PAYMENTS_SINCE = "2024-10-01";
const DAY = 86_400_000;
const HOUR = 3_600_000;
/** The orders of a day are all known when it is this old; the till knew them at once. */
const COMPLETE_AGE = 31;

const known = new Map<string, { until: string; movements: Movement[] }>();

/** All movements of the payments made until this day (included), each with its future, in no order. */
export function movementsUntil(day: string, adjustments: Adjustment[]): Movement[] {
  const name = JSON.stringify(adjustments);
  if (known.size > 8) known.clear();
  const found = known.get(name) ?? { until: addDays(PAYMENTS_SINCE, -1), movements: [] };
  known.set(name, found);
  for (let next = addDays(found.until, 1); next <= day; next = addDays(next, 1)) {
    found.movements.push(...movementsOf(next, adjustments));
    found.until = next;
  }
  return found.movements;
}

/** The payments of a day are worth its orders' revenue, to the cent. */
function movementsOf(day: string, adjustments: Adjustment[]): Movement[] {
  const rows = shopRows(day, day, addDays(day, COMPLETE_AGE), adjustments);
  const payments = rows.flatMap(({ line, orders, revenue }) => {
    const random = seeded(`payments ${day} ${line.id}`);
    const weights = Array.from({ length: orders }, () => Math.exp(0.45 * normal(random)));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let left = revenue;
    return weights.map((weight, index) => {
      const amount = index === orders - 1 ? left : Math.floor((revenue * weight) / whole);
      left -= amount;
      // Between 6:00 and 21:00 UTC: the same day from New York to Paris.
      return { line, amount, at: startOf(day) + Math.floor((6 + 15 * random()) * HOUR) };
    });
  });
  payments.sort((one, other) => one.at - other.at);
  return payments.flatMap(({ line, amount, at }, index) => {
    const id = (dayNumber(day) * 1000 + index) * 10;
    return [{ id, line, at, kind: "charge" as const, amount }, ...sequelOf({ id, line, at, amount })];
  });
}

function sequelOf({ id, line, at, amount }: Omit<Movement, "kind">): Movement[] {
  const random = seeded(`payment ${line.id} ${at} ${amount}`);
  const fate = random();
  const after = (least: number, most: number): number =>
    Math.floor(at + (least + (most - least) * random()) * DAY);
  if (fate < 0.04) {
    // One in three gives back a part of the basket only.
    const back = random() < 0.33 ? Math.ceil(amount / 2) : amount;
    return [{ id: id + 1, line, at: after(2, 20), kind: "refund", amount: -back }];
  }
  if (fate > 0.997) {
    const disputed = after(10, 40);
    const lost: Movement = { id: id + 1, line, at: disputed, kind: "dispute", amount: -amount };
    if (random() < 0.6) return [lost];
    return [lost, { id: id + 2, line, at: disputed + 30 * DAY, kind: "dispute_reversal", amount }];
  }
  return [];
}
