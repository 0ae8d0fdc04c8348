// The present value of a margin that comes back each period, as long as the customer stays.
import type { Given, Measured } from "./kpi.ts";
import { fail } from "./problem.ts";

/**
 * The term `margins`: how many margins of today those of all periods are worth, the first one now. With q = retention
 * ÷ (1 + discount): 1 + q + q² + …, over `periods` (Infinity: for ever).
 * Fader and Hardie, http://brucehardie.com/notes/021/, note 021.
 */
export function discountedMargins({ totals }: Given): Measured {
  const { retention_rate: retention = 0, discount_rate: discount = 0, periods = Infinity } = totals;
  const ratio = retention / (1 + discount);
  if (ratio < 1) return { totals: { margins: (1 - ratio ** periods) / (1 - ratio) } };
  return periods === Infinity ? fail({ kind: "diverges" }) : { totals: { margins: periods } };
}
