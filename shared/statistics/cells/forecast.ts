// Forecasts and the chances of an objective as functions of a cell.
import type { Argument } from "../../cell.ts";
import type { Statistic } from "../answer.ts";
import { type Forecast, forecast } from "../forecast/backtest.ts";
import { PLAIN } from "../forecast/combine.ts";
import { probabilityOfSum, stepBetween, sumReachedWith } from "../forecast/objective.ts";
import { amountAt, checkLengths, chosen, given, oneNumber, share, totalIn } from "../input.ts";
import type { Limits } from "../limits.ts";
import { HIGH, LOW } from "./proportions.ts";
import { cycleIn, historyIn, horizonIn } from "./series.ts";

/** True for a total not to exceed. */
const DIRECTIONS = {
  "au moins | at least": false,
  "au plus | at most": true,
  higher: false,
  lower: true,
};

/** `=KPI_FORECAST(B2:B90; 28)`: each period to come, with the limits it should stay between. */
export const kpiForecast: Statistic = ([values, horizon, period, confidence], limits) => {
  const steps = horizonIn(horizon, 1, limits);
  const history = historyIn(given(values, "historique | history"), limits);
  const level = share(given(confidence, "confiance | confidence"), 0.8);
  const seen = forecast(history, cycleIn(period, history), steps);
  return {
    headers: ["période | period", "prévision | forecast", LOW, HIGH],
    rows: seen.steps.map((step, h) => [
      h + 1,
      Math.max(floorOf(seen), step - seen.scale.shift),
      ...stepBetween(seen, h, level),
    ]),
  };
};

function floorOf({ scale }: Forecast): number {
  return scale.kind === "log" ? 0 : -Infinity;
}

/** `=OBJECTIVE_PROB(B2:B90; 4200; 6000; 12)`: the chances that achieved + what comes reaches the target. */
export const objectiveProbability: Statistic = (
  [history, achieved, target, left, period, direction],
  limits,
) => {
  const done = totalIn(given(achieved, "réalisé | achieved"));
  const wanted = oneNumber(given(target, "cible | target"));
  const steps = horizonIn(left, 0, limits);
  const lower = isLower(direction);
  if (steps === 0) return Number(lower ? done <= wanted : done >= wanted);
  const probability = probabilityOfSum(seenFrom(history, period, steps, limits), wanted - done);
  return lower ? 1 - probability : probability;
};

/** `=OBJECTIVE_TARGET(B2:B90; 4200; 12; 0.8)`: the total reached with this probability. */
export const objectiveTarget: Statistic = (
  [history, achieved, left, probability, period, direction],
  limits,
) => {
  const done = totalIn(given(achieved, "réalisé | achieved"));
  const steps = horizonIn(left, 0, limits);
  const chance = share(given(probability, "probabilité | probability"));
  if (steps === 0) return done;
  const seen = seenFrom(history, period, steps, limits);
  return done + sumReachedWith(seen, isLower(direction) ? 1 - chance : chance);
};

/**
 * `=OBJECTIVE_PROB_RATIO(B2:B90; C2:C90; 120; 4800; 0.03; 12)`: the chances of a ratio of sums. N / D ≥ R is the sum of
 * N − R D being 0 or more: that difference is forecast, exactly as any other figure.
 */
export const objectiveRatioProbability: Statistic = (
  [numerators, denominators, achievedAbove, achievedBelow, target, left, period, direction],
  limits,
) => {
  const wanted = oneNumber(given(target, "cible | target"));
  const steps = horizonIn(left, 0, limits);
  const tops = given(numerators, "numérateurs | numerators");
  const above = historyIn(tops, limits);
  const bases = given(denominators, "dénominateurs | denominators");
  const below = historyIn(bases, limits, amountAt);
  checkLengths(tops.name, above.length, bases.name, below.length);
  const done =
    totalIn(given(achievedAbove, "numérateur réalisé | numerator achieved")) -
    wanted * totalIn(given(achievedBelow, "dénominateur réalisé | denominator achieved"));
  const lower = isLower(direction);
  if (steps === 0) return Number(lower ? done <= 0 : done >= 0);
  const differences = above.map((value, t) => value - wanted * (below[t] as number));
  const probability = probabilityOfSum(forecast(differences, cycleIn(period, above), steps, PLAIN), -done);
  return lower ? 1 - probability : probability;
};

function seenFrom(history: Argument, period: Argument, steps: number, limits: Limits): Forecast {
  const values = historyIn(given(history, "historique | history"), limits);
  return forecast(values, cycleIn(period, values), steps);
}

function isLower(direction: Argument): boolean {
  return chosen(given(direction, "sens | direction"), DIRECTIONS) ?? false;
}
