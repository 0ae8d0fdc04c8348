// Where a ratio is heading, by the exact reduction: N / D ≥ R is N − R D ≥ 0.
import { sum } from "../number.ts";
import type { Ahead } from "./ahead.ts";
import { cumulated, doneOf, isThin, middleOf, project, valuesOf } from "./flows.ts";
import type { Asked, Horizon } from "./horizon.ts";
import { chanceOf, type Estimate, reachedWith } from "./laws.ts";
import { expectedSteps, type Projection } from "./project.ts";
import type { Linear } from "./shape.ts";
import { lasting, staying } from "./staying.ts";

/** How many past steps tell the ratio of today. */
const RECENT = { day: 56, week: 8, month: 12 } as const;

/**
 * The sum of N − R D is forecast as it is, which keeps how numerator and denominator go together and needs no approximation
 * (D above 0). The final value and its band come from the same at the recent ratio, over the denominator expected. Null where
 * the denominator is nothing.
 */
export function ratioAhead(asked: Asked, horizon: Horizon, over: Linear, under: Linear): Ahead | null {
  const { target, atMost } = asked;
  const [tops, bottoms] = [valuesOf(asked, horizon, over), valuesOf(asked, horizon, under)];
  const [top, bottom] = [doneOf(asked, horizon, over), doneOf(asked, horizon, under)];
  const recent = RECENT[horizon.step];
  const base = sum(bottoms.slice(-recent));
  const volumes = volumesOf(bottoms, horizon);
  const counted = volumes.map((volume, h) => volume * (horizon.weights[h] ?? 0));
  const [toCome, volume] = [sum(counted), bottom + sum(counted)];
  if (!(base > 0 && toCome > 0)) return null;
  const usual = sum(tops.slice(-recent)) / base;
  const margins = (rate: number): Projection =>
    project(horizon, {
      values: tops.map((value, t) => value - rate * (bottoms[t] ?? 0)),
      nature: "difference",
    });
  const [judged, seen] = [margins(target), margins(usual)];
  if (asked.stay) {
    const chances = (away: number): number[] =>
      judged.steps.map((law) => chanceOf({ law, offset: away * judged.unsure.last, factor: 1 }, 0, atMost));
    const each = seen.steps.map((law, h) => rated(law, usual, 0, volumes[h] ?? 0));
    return staying(asked, horizon, each, chances, lasting(judged.steps), tops.length);
  }
  const final = rated(seen.total, usual, top - usual * bottom, volume);
  const gap = top - target * bottom;
  let passed = bottom;
  return {
    final,
    floor: -Infinity,
    chance: (away) =>
      chanceOf({ law: judged.total, offset: gap + away * judged.unsure.total, factor: 1 }, 0, atMost),
    reached: (probability) => reachedWith(final, atMost ? 1 - probability : probability),
    needed: (target * volume - top) / toCome,
    expected: (middleOf(final) * volume - top) / toCome,
    n: tops.length,
    path: cumulated(seen, horizon.weights).map((law, h) => {
      passed += counted[h] ?? 0;
      return rated(law, usual, top - usual * bottom, passed);
    }),
  };
}

/** The ratio that a margin over a base amounts to. */
function rated(law: Estimate["law"], base: number, done: number, volume: number): Estimate {
  const held = Math.max(volume, 1e-9);
  return { law, offset: base + done / held, factor: 1 / held };
}

/** The denominator expected in each step, never below 0. */
function volumesOf(values: readonly number[], horizon: Horizon): number[] {
  if (isThin(horizon, values)) {
    const mean = sum(values) / Math.max(1, values.length);
    return horizon.weights.map(() => mean);
  }
  return expectedSteps(values, horizon).map((value) => Math.max(0, value));
}
