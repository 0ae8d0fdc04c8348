// Rates, Net Promoter Scores and their margins as functions of a cell.
import { type Argument, isOmitted } from "../../cell.ts";
import { fail } from "../../problem.ts";
import { type Statistic, words } from "../answer.ts";
import {
  countAt,
  filledCells,
  given,
  type Given,
  numberAt,
  numberBetween,
  share,
  totalIn,
} from "../input.ts";
import { type Answers, npsDifference, npsInterval, npsSample } from "../nps.ts";
import { type Count, rateOf, wilson } from "../proportions.ts";

export const LOW = "borne basse | low";
export const HIGH = "borne haute | high";
const ANSWERS = "réponses | answers";

export function confidenceIn(argument: Argument): number {
  return share(given(argument, "confiance | confidence"), 0.95);
}

/** Successes among trials; ranges are added up. Fails for more successes than trials, or no trial. */
export function countOf(successes: Given, trials: Given): Count {
  const count = { successes: totalIn(successes, countAt), trials: totalIn(trials, countAt) };
  if (count.trials === 0) fail({ kind: "not_above_zero", argument: trials.name, value: 0 });
  if (count.successes > count.trials) {
    const [first, second] = [successes.name, trials.name];
    fail({ kind: "greater", first, value: count.successes, second, limit: count.trials });
  }
  return count;
}

/** `=RATE_CI(50; 2500)`: a rate and its Wilson interval. */
export const rateInterval: Statistic = ([successes, trials, confidence]) => {
  const count = countOf(given(successes, "succès | successes"), given(trials, "total"));
  const { low, high } = wilson(count, confidenceIn(confidence));
  return {
    headers: ["taux | rate", LOW, HIGH, "n"],
    rows: [[rateOf(count), low, high, count.trials]],
  };
};

/** `=NPS_CI(A2:A200)` on scores, `=NPS_CI(60; 25; 15)` on counts. */
export const npsWithInterval: Statistic = (args) => {
  const counted = !isOmitted(args[2]);
  const answers = counted ? countsFrom(args) : scoresFrom(given(args[0], "notes | scores"));
  const { nps, low, high, margin, answers: n } = npsInterval(answers, confidenceIn(args[counted ? 3 : 1]));
  return {
    headers: ["NPS", LOW, HIGH, "marge | moe", ANSWERS],
    rows: [[nps, low, high, margin, n]],
  };
};

/** `=NPS_DIFF(A2:A200; B2:B150)` on scores, `=NPS_DIFF(60; 25; 15; 70; 20; 10)` on counts. */
export const npsCompared: Statistic = (args) => {
  const counted = !isOmitted(args[3]);
  const [a, b] = counted
    ? [countsFrom(args), countsFrom(args.slice(3))]
    : [scoresFrom(given(args[0], "notes A | scores A")), scoresFrom(given(args[1], "notes B | scores B"))];
  const { difference, low, high, z, p } = npsDifference(a, b, confidenceIn(args[counted ? 6 : 2]));
  return {
    headers: ["écart (B − A) | difference (B − A)", LOW, HIGH, "z", "p"],
    rows: [[difference, low, high, z, p]],
  };
};

/** `=NPS_SAMPLE(5)`: answers needed for a margin of 5 points. */
export const npsAnswersNeeded: Statistic = ([margin, confidence, variance]) =>
  npsSample(
    numberBetween(given(margin, "marge | margin"), 0.01, 100),
    confidenceIn(confidence),
    numberBetween(given(variance, "variance"), 0.01, 1, 0.6),
  );

function countsFrom(args: readonly Argument[]): Answers {
  const [promoters = 0, passives = 0, detractors = 0] = KINDS.map((kind, i) =>
    totalIn(given(args[i], kind), countAt),
  );
  if (promoters + passives + detractors === 0) fail({ kind: "all_zero", argument: words(ANSWERS) });
  return { promoters, passives, detractors };
}

const KINDS = ["promoteurs | promoters", "passifs | passives", "détracteurs | detractors"];

/** Counts scores: 9 and 10 are promoters, 7 and 8 passives, 0 to 6 detractors; blanks did not answer. */
function scoresFrom(input: Given): Answers {
  const cells = filledCells(input);
  if (cells.length === 0) fail({ kind: "empty", argument: input.name });
  const answers = { promoters: 0, passives: 0, detractors: 0 };
  for (const placed of cells) {
    const value = numberAt(input.name, placed);
    if (!Number.isInteger(value) || value < 0 || value > 10) {
      fail({ kind: "not_a_score", argument: input.name, value, low: 0, high: 10, place: placed.place });
    }
    answers[value >= 9 ? "promoters" : value >= 7 ? "passives" : "detractors"] += 1;
  }
  return answers;
}
