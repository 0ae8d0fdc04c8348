// Where a sum is heading: what was done, and the sum of what is left.
import { sum } from "../number.ts";
import type { Ahead } from "./ahead.ts";
import { cumulated, doneOf, middleOf, moved, project, valuesOf } from "./flows.ts";
import type { Asked, Horizon } from "./horizon.ts";
import { chanceOf, type Estimate, reachedWith } from "./laws.ts";
import type { Linear } from "./shape.ts";

export function sumAhead(asked: Asked, horizon: Horizon, form: Linear): Ahead {
  const { target, atMost } = asked;
  const values = valuesOf(asked, horizon, form);
  const done = doneOf(asked, horizon, form);
  const projection = project(horizon, { values, nature: "flow" });
  const weight = sum(horizon.weights);
  const final: Estimate = { law: projection.total, offset: done, factor: 1 };
  return {
    final,
    // What only adds up does not end below what is done.
    floor: values.every((value) => value >= 0) ? done : -Infinity,
    chance: (away) => chanceOf(moved(final, away * projection.unsure.total), target, atMost),
    reached: (probability) => reachedWith(final, atMost ? 1 - probability : probability),
    needed: (target - done) / weight,
    expected: (middleOf(final) - done) / weight,
    n: values.length,
    path: cumulated(projection, horizon.weights).map((law) => ({ law, offset: done, factor: 1 })),
  };
}
