// A/B tests as functions of a cell.
import { type Argument, isOmitted } from "../../cell.ts";
import { fail } from "../../problem.ts";
import { abTest, sampleRatioTest, sampleSize } from "../ab-test.ts";
import { type Statistic, UNDEFINED, words } from "../answer.ts";
import { checkLengths, chosen, countAt, given, numberBetween, seriesIn, share, sizeAt } from "../input.ts";
import { compare } from "../posterior.ts";
import type { Count } from "../proportions.ts";
import { confidenceIn, countOf } from "./proportions.ts";

const VISITORS = words("visiteurs | visitors");

/** Beyond, exact probabilities would take too long. */
const MOST_VISITORS = 1e9;

function arms(args: readonly Argument[]): [Count, Count] {
  const arm = (first: number, version: string): Count => {
    const visitors = given(args[first + 1], `visiteurs ${version} | visitors ${version}`);
    const count = countOf(given(args[first], `conversions ${version}`), visitors);
    if (count.trials > MOST_VISITORS) {
      fail({
        kind: "not_between",
        argument: visitors.name,
        value: count.trials,
        low: 1,
        high: MOST_VISITORS,
      });
    }
    return count;
  };
  return [arm(0, "A"), arm(2, "B")];
}

/** `=AB_TEST(200; 10000; 246; 10000)`: everything about two versions. */
export const abTestTable: Statistic = (args) => {
  const [a, b] = arms(args);
  const test = abTest(a, b, confidenceIn(args[4]));
  const columns: [string, number | string][] = [
    ["taux A | rate A", test.rateA],
    ["taux B | rate B", test.rateB],
    ["gain relatif | lift", test.lift ?? UNDEFINED],
    ["écart bas | difference low", test.difference.low],
    ["écart haut | difference high", test.difference.high],
    ["z", test.z],
    ["p", test.p],
    ["test", test.test],
    ["P(B > A)", test.bBeatsA],
    ["perte si A | loss if A", test.lossOfA],
    ["perte si B | loss if B", test.lossOfB],
    ["toujours valide bas | always valid low", test.anytime.low],
    ["toujours valide haut | always valid high", test.anytime.high],
    ["toujours valide p | always valid p", test.anytime.p],
  ];
  return { headers: columns.map(([header]) => header), rows: [columns.map(([, value]) => value)] };
};

/** `=AB_PROB(200; 10000; 246; 10000)`: the probability that B's rate is the higher one. */
export const abProbability: Statistic = (args) => compare(...arms(args)).bBeatsA;

/** `=AB_SAMPLE_SIZE(0.2; 0.05)`: visitors needed for each version. */
export const abSampleSize: Statistic = ([baseline, change, power, alpha, method]) => {
  const rate = share(given(baseline, "taux actuel | baseline"));
  const asked = given(change, "écart à voir | change to see");
  const gap = numberBetween(asked, -rate, 1 - rate);
  if (gap === 0) fail({ kind: "not_above_zero", argument: asked.name, value: 0 });
  return sampleSize({
    baseline: rate,
    change: gap,
    power: share(given(power, "puissance | power"), 0.8),
    alpha: share(given(alpha, "risque | alpha"), 0.05),
    variance: chosen(given(method, "méthode | method"), METHODS) ?? "pooled",
  });
};

const METHODS = { "commune | pooled": "pooled", "actuelle | baseline": "baseline" } as const;

/** `=AB_SRM(B2:B3)`: whether visitors were shared out as planned. */
export const abSampleRatio: Statistic = ([visitors, weights]) => {
  const counts = seriesIn({ argument: visitors, name: VISITORS }, countAt);
  if (counts.length < 2) {
    fail({ kind: "too_few", what: words("versions"), found: counts.length, least: 2 });
  }
  if (counts.every((count) => count === 0)) fail({ kind: "all_zero", argument: VISITORS });
  const planned = given(weights, "parts prévues | planned shares");
  const shares = isOmitted(weights) ? counts.map(() => 1) : seriesIn(planned, sizeAt);
  checkLengths(VISITORS, counts.length, planned.name, shares.length);
  const { chi2, degrees, p } = sampleRatioTest(counts, shares);
  return {
    headers: ["khi² | chi²", "degrés de liberté | degrees of freedom", "p"],
    rows: [[chi2, degrees, p]],
  };
};
