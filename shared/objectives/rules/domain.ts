// The values that a KPI can take at all.
import { type Interval, type Kpi, metricOf } from "../../kpi.ts";

const SCORES_TO = 10;

/** From the lowest to the highest value that the KPI can have, by its limits, its unit and its formula. */
export function domainOf(kpi: Kpi): Interval {
  const { limits, expected, unit, formula, args } = kpi;
  if (limits) return limits;
  if (unit === "points") return [-100, 100];
  if (unit === "score") return [1, args.find(({ metric }) => metric === "scale")?.fallback ?? SCORES_TO];
  // (x − y) ÷ y cannot lose more than all of y; (x − y) ÷ x cannot be more than all of x.
  if (/^\(.+ - (\w+)\) \/ \1$/.test(formula)) return [-1, Infinity];
  if (/^\((\w+) - .+\) \/ \1$/.test(formula)) return [-Infinity, 1];
  if (expected) return expected;
  const signed = formula.includes(" - ") || (unit !== "count" && args.some((one) => metricOf(one).signed));
  return [signed ? -Infinity : 0, Infinity];
}
