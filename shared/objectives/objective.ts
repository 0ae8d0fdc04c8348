// What an objective is: one KPI, where it starts, what it aims at, by when, and who answers for it.
import type { Day } from "../period.ts";

/** `all` is said on purpose; a scope that was never said is null in a draft. */
export type Scope = "all" | { readonly channel?: string | undefined; readonly campaign?: string | undefined };

/** Two ends to reach, two bounds to stay within. */
export type TargetType = "reach_at_least" | "reach_at_most" | "stay_above" | "stay_below";

/** A target as it was said: in the KPI's own unit, as a change of the baseline in per cent, or in percentage points. */
export interface Target {
  readonly as: "value" | "percent" | "points";
  /** `percent` and `points` are fractions: 0.2 is +20 % or +20 points. */
  readonly value: number;
}

/** Where the KPI starts from, and how that is known. */
export interface Baseline {
  readonly value: number;
  /** The days it was measured over; null where a person typed the value without saying. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly source: "data" | "cell" | "typed";
  /** The cell it was read in (`Feuille1!B2`), or the name of the source of the data; null for a typed value. */
  readonly reference: string | null;
  /** How many whole periods of the objective's cadence it covers; null where unknown. */
  readonly periods: number | null;
}

/** An objective lies within these days: a year being typed passes through 2, 20 and 202. */
export const FIRST_DAY: Day = "2000-01-01";
export const LAST_DAY: Day = "2099-12-31";

/** How often an objective is reviewed. */
export type Cadence = "weekly" | "monthly";

/** What can be said of an objective; whatever is not said yet is null or empty. Rules tell what is missing. */
export interface ObjectiveDraft {
  readonly title: string;
  /** The goal in the analyst's own words. */
  readonly wish: string;
  /** The row of the decision table it landed on (shared/objectives/goals.ts). */
  readonly goal: string | null;
  readonly kind: "continuous" | "campaign";
  readonly kpi: string | null;
  /** Names of the KPIs looked at beside it, results and processes. */
  readonly secondary: readonly string[];
  readonly scope: Scope | null;
  readonly targetType: TargetType;
  readonly baseline: Baseline | null;
  readonly target: Target | null;
  readonly start: Day | null;
  readonly deadline: Day | null;
  readonly cadence: Cadence | null;
  readonly owner: string;
  readonly audience: string;
  /** The strategic goal it serves. */
  readonly serves: string;
  /** Money for the whole objective, in the currency of its data; how many leads a sales team can take on in all. */
  readonly budget: number | null;
  readonly capacity: number | null;
  /** Why a warning does not apply, by the id of its rule. */
  readonly waived: Readonly<Record<string, string>>;
}

/** The target in the KPI's unit; null while it or the baseline it changes is missing. */
export function targetValue({
  target,
  baseline,
}: Pick<ObjectiveDraft, "target" | "baseline">): number | null {
  if (target === null) return null;
  if (target.as === "value") return target.value;
  if (baseline === null) return null;
  return target.as === "percent" ? baseline.value * (1 + target.value) : baseline.value + target.value;
}
