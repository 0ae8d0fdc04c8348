// A table of orders made from known parameters, the same each time.
import { noise } from "./noise.ts";

export interface MadeOrder {
  readonly customer: string;
  /** `2026-01-31` */
  readonly date: string;
  readonly amount: number;
}

/** Rates of purchase Gamma(r, alpha) a week, leaving after a repeat purchase Beta(a, b), baskets Gamma(p, ν), ν Gamma(q, v). */
export const MADE_FROM = { r: 1.2, alpha: 8, a: 0.9, b: 2.7, p: 6, q: 4, v: 15 };
export const LAST_DAY = "2026-06-30";

const DAY_LENGTH = 86_400_000;

/** The orders of so many customers who came over a year, until the last day. */
export function makeOrders(customers: number): MadeOrder[] {
  let drawn = 0;
  const uniform = (): number => (noise((drawn += 1)) + 1) / 2;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  // Marsaglia & Tsang 2000, doi:10.1145/358407.358414
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const last = Date.parse(LAST_DAY);
  const orders: MadeOrder[] = [];
  for (let k = 0; k < customers; k += 1) {
    const { r, alpha, a, b, p, q, v } = MADE_FROM;
    const rate = gamma(r) / alpha;
    const [leave, stay] = [gamma(a), gamma(b)];
    const spread = gamma(q) / v;
    const age = 13 + 52 * uniform();
    for (let week = 0; week <= age; week -= Math.log(1 - uniform()) / rate) {
      const day = new Date(last - Math.round((age - week) * 7) * DAY_LENGTH);
      orders.push({
        customer: `customer ${k}`,
        date: day.toISOString().slice(0, 10),
        amount: Math.round((100 * gamma(p)) / spread) / 100,
      });
      if (week > 0 && uniform() < leave / (leave + stay)) break;
    }
  }
  return orders;
}
