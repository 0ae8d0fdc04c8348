// The target proposed while nobody said one: a usual change where it has fair chances, else what the data reach 1 time in 2.
import type { KpiUnit } from "../../../shared/kpi.ts";
import type { Evidence } from "../../../shared/objectives/evidence.ts";
import { feasibility } from "../../../shared/objectives/feasibility.ts";
import type { ObjectiveDraft, Target, TargetType } from "../../../shared/objectives/objective.ts";
import { rounded } from "./figures.ts";

/** A change of 20 %, which people start from most often. */
export const USUAL_CHANGE = 0.2;
/** Where even 1 time in 2 is no better than the start, a small step. */
const SMALL_CHANGE = 0.05;
/** Below it, rule A3 finds a target too far. */
const FAIR = 0.2;

type Asked = Pick<
  ObjectiveDraft,
  "kpi" | "scope" | "targetType" | "baseline" | "start" | "deadline" | "cadence"
>;

/** The last proposal made from each evidence: one types a name without a forecast for each letter. */
const made = new WeakMap<Evidence, { readonly about: string; readonly target: Target }>();

/** @param unit that of the draft's KPI */
export function proposedTarget(draft: ObjectiveDraft, unit: KpiUnit, evidence: Evidence): Target {
  const { kpi, scope, targetType, baseline, start, deadline, cadence } = draft;
  const asked: Asked = { kpi, scope, targetType, baseline, start, deadline, cadence };
  const about = JSON.stringify(asked);
  const before = made.get(evidence);
  if (before?.about === about) return before.target;
  const target = attainable(draft, unit, evidence);
  made.set(evidence, { about, target });
  return target;
}

function attainable(draft: ObjectiveDraft, unit: KpiUnit, evidence: Evidence): Target {
  const { targetType, baseline } = draft;
  const usual = changeOf(USUAL_CHANGE, targetType);
  if (baseline === null || usual.value === 0) return usual;
  const chances = feasibility({ ...draft, target: usual }, evidence);
  if (!chances || chances.probability === null || chances.probability >= FAIR) return usual;
  const likely = chances.reachedFive === null ? null : rounded(chances.reachedFive, unit);
  const lower = targetType === "reach_at_most";
  const better = likely !== null && (lower ? likely < baseline.value : likely > baseline.value);
  return better ? { as: "value", value: likely } : changeOf(SMALL_CHANGE, targetType);
}

/** A change in the direction of the target; a bound is kept where the KPI stands. */
function changeOf(size: number, type: TargetType): Target {
  const value = type === "reach_at_least" ? size : type === "reach_at_most" ? -size : 0;
  return { as: "percent", value };
}
