// What reaching a target takes: money at the present price of one, and leads for the sales team to work on.
import type { Evidence } from "../evidence.ts";
import { recentValue } from "./past.ts";

export interface Resource {
  /** The KPI that gives the price. */
  readonly price: string;
  readonly value: number;
  /** How much it takes in all. */
  readonly needed: number;
}

/** The KPI that tells what one of a volume costs, or how much each unit of spend brings of it. */
const PRICES: Readonly<Record<string, { readonly price: string; readonly brings?: true }>> = {
  LEADS: { price: "CPL" },
  SALES_COUNT: { price: "CPA" },
  INTERACTIONS: { price: "CPE" },
  REVENUE: { price: "ROAS", brings: true },
};

/** Which KPIs the rule of resources looks at for a KPI. */
export function resourceKpis(kpi: string): string[] {
  const price = PRICES[kpi]?.price;
  return [...(price ? [price] : []), ...(kpi === "SALES_COUNT" ? ["CLOSE_RATE"] : [])];
}

/** The money that a target takes; `unknown` where its price is; null where the KPI is not something that money buys. */
export function moneyFor(kpi: string, target: number, evidence: Evidence): Resource | "unknown" | null {
  const found = PRICES[kpi];
  if (!found) return null;
  const value = recentValue(evidence, found.price);
  if (value === null || (found.brings && value <= 0)) return "unknown";
  return { price: found.price, value, needed: found.brings ? target / value : target * value };
}

/** The leads that a target takes: itself, or the customers over the close rate; null where it takes none. */
export function leadsFor(kpi: string, target: number, evidence: Evidence): Resource | "unknown" | null {
  if (kpi === "LEADS") return { price: "LEADS", value: 1, needed: target };
  if (kpi !== "SALES_COUNT") return null;
  const rate = recentValue(evidence, "CLOSE_RATE");
  return rate === null || rate <= 0 ? "unknown" : { price: "CLOSE_RATE", value: rate, needed: target / rate };
}
