// Whether a target, once reached, brings more than it costs.
import type { Kpi } from "../../kpi.ts";
import type { Evidence } from "../evidence.ts";
import { recentValue } from "./past.ts";

export interface Return {
  /** ROMI, or CLV over CAC, at the target. */
  readonly measure: "ROMI" | "CLV ÷ CAC";
  readonly value: number;
  /** From which value on it pays. */
  readonly least: number;
}

/** Which KPIs the rule of return looks at for a KPI. */
export function returnKpis(kpi: string): string[] {
  if (kpi === "ROAS" || kpi === "MER" || kpi === "REVENUE") return ["GROSS_MARGIN_RATE"];
  if (kpi === "CPA" || kpi === "CAC") return ["CLV"];
  return kpi === "CLV" ? ["CAC"] : [];
}

/** The return at the target; `unknown` where a figure is missing; null where the KPI says nothing of it. */
export function returnAt(
  { name }: Kpi,
  target: number,
  budget: number | null,
  evidence: Evidence,
): Return | "unknown" | null {
  const romi = (value: number): Return => ({ measure: "ROMI", value, least: 0 });
  const worth = (value: number): Return => ({ measure: "CLV ÷ CAC", value, least: 1 });
  switch (name) {
    case "ROMI":
    case "ROI":
      return romi(target);
    case "LTV_CAC":
      return worth(target);
    case "ROAS":
    case "MER": {
      // Below 1 it loses money even where everything sold is margin.
      const margin = recentValue(evidence, "GROSS_MARGIN_RATE");
      if (margin === null) return target < 1 ? romi(target - 1) : "unknown";
      return romi(target * margin - 1);
    }
    case "REVENUE": {
      const margin = recentValue(evidence, "GROSS_MARGIN_RATE");
      return budget === null || budget <= 0 || margin === null
        ? "unknown"
        : romi((target * margin - budget) / budget);
    }
    case "CPA":
    case "CAC": {
      const clv = recentValue(evidence, "CLV");
      return clv === null || target <= 0 ? "unknown" : worth(clv / target);
    }
    case "CLV": {
      const cac = recentValue(evidence, "CAC");
      return cac === null || cac <= 0 ? "unknown" : worth(target / cac);
    }
    default:
      return null;
  }
}
