// Surveys: what scores amount to, on the scale of their question.
import { smallSample } from "./check.ts";
import { type Given, labelIn, type Measured } from "./kpi.ts";
import { sum } from "./number.ts";
import { fail } from "./problem.ts";
import { scoresOf } from "./quantity.ts";

/** The terms `satisfied` (the two best scores of the scale) and `answers`. */
export function topTwo(given: Given): Measured {
  const { scores, scale } = scoresOnScale(given);
  const satisfied = scores.filter((score) => score >= scale - 1).length;
  return { totals: { satisfied, answers: scores.length }, warnings: smallSample(scores.length) };
}

/** The terms `total` (all scores added up) and `answers`. */
export function averageScore(given: Given): Measured {
  const { scores } = scoresOnScale(given);
  return { totals: { total: sum(scores), answers: scores.length }, warnings: smallSample(scores.length) };
}

/** The scores from 1 to the end of the scale, itself a whole number from 3 to 10. */
function scoresOnScale({ kpi, cells, totals }: Given): { scores: number[]; scale: number } {
  const scale = totals["scale"] ?? 0;
  if (!Number.isInteger(scale) || scale < 3 || scale > 10) {
    fail({ kind: "not_a_score", argument: labelIn(kpi, "scale"), value: scale, low: 3, high: 10 });
  }
  return { scores: scoresOf(labelIn(kpi, "scores"), [1, scale], cells["scores"] ?? []), scale };
}
