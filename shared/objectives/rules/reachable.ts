// The target that is proposed in place of one that is too far or too near: reached 8 times in 10, else 1 time in 2.
import { roundHalfAway } from "../../number.ts";
import { figureOf } from "../figure.ts";
import type { Context, Fix } from "./rule.ts";

/**
 * The easiest of both that still improves on the baseline; null where neither does.
 * @param atBest the target may not go beyond it
 */
export function reachable({ draft, feasibility, kpi, currency }: Context, atBest?: number): Fix | null {
  if (!feasibility || !kpi) return null;
  const lower = draft.targetType === "reach_at_most" || draft.targetType === "stay_below";
  const stays = draft.targetType === "stay_above" || draft.targetType === "stay_below";
  const start = draft.baseline?.value;
  const improves = (value: number): boolean =>
    stays || start === undefined || (lower ? value < start : value > start);
  const beyond = (value: number): boolean =>
    atBest !== undefined && (lower ? value < atBest : value > atBest);
  const { reachedEight, reachedFive } = feasibility;
  const found = [reachedEight, reachedFive, atBest]
    .filter((value) => value !== null && value !== undefined)
    .map((value) => rounded(value, kpi.unit === "count", lower))
    .find((value) => improves(value) && !beyond(value));
  if (found === undefined) return null;
  const { fr, en } = figureOf(found, kpi.unit, currency);
  return {
    words: { fr: `Viser ${fr}`, en: `Aim at ${en}` },
    change: { target: { as: "value", value: found } },
  };
}

/** Three digits that tell, toward the easier side; whole where things are counted. */
function rounded(value: number, whole: boolean, lower: boolean): number {
  if (value === 0) return 0;
  const digits = 2 - Math.floor(Math.log10(Math.abs(value)));
  const decimals = whole ? Math.min(0, digits) : digits;
  const nearest = roundHalfAway(value, decimals);
  const step = 10 ** -decimals;
  if (lower) return nearest < value ? roundHalfAway(nearest + step, decimals) : nearest;
  return nearest > value ? roundHalfAway(nearest - step, decimals) : nearest;
}
