// How long a sale takes, and which KPIs wait for it.
import type { Evidence } from "../evidence.ts";
import { recentValue } from "./past.ts";

/** They count signatures, which come a sales cycle after the work that brings them. */
const AFTER_A_CYCLE = new Set([
  "CLOSE_RATE",
  "WIN_RATE",
  "SALES_VOLUME",
  "SALES_COUNT",
  "REVENUE",
  "SALES_GROWTH",
  "PIPELINE_VELOCITY",
  "CAC",
]);

export function followsSalesCycle(kpi: string): boolean {
  return AFTER_A_CYCLE.has(kpi);
}

/** The days of a sales cycle; `unknown` where deals are dated without their length being known; null where no source holds deals. */
export function salesCycleIn(evidence: Evidence): number | "unknown" | null {
  const days = recentValue(evidence, "SALES_CYCLE");
  if (days !== null) return Math.ceil(days);
  return evidence.metrics.includes("first_contact") || evidence.metrics.includes("opps_won")
    ? "unknown"
    : null;
}
