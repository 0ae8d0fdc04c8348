// How long subscribers stay, as a function of a cell.
import { fail } from "../../problem.ts";
import { type Statistic, UNDEFINED, words } from "../answer.ts";
import { countAt, given, lineOf, numberBetween, wholeBetween } from "../input.ts";
import { checkSize } from "../limits.ts";
import { discountedLifetime, fitSbg, retention } from "../sbg.ts";

const LEFT = "abonnés restants | subscribers left";
const SURVIVORS = words(LEFT);
const DEPARTURES = words("départs | departures");
const PERIODS = words("périodes suivies | periods followed");

/**
 * `=CHURN_SBG(B2:B9; 12; 0.1)`: survivors of one group at the start and after each period; then, period by period, the
 * share still there, the share that renews, and the discounted periods still to come.
 */
export const churnSbg: Statistic = ([survivors, horizon, discount], limits) => {
  const input = given(survivors, LEFT);
  const line = lineOf(input);
  const counts = line.map((placed) => countAt(SURVIVORS, placed));
  checkSize(limits, "values", counts.length);
  const risen = counts.findIndex((count, t) => t > 0 && count > (counts[t - 1] as number));
  if (risen > 0) fail({ kind: "growing", argument: SURVIVORS, place: line[risen]?.place });
  if (counts.length < 3) fail({ kind: "too_few", what: PERIODS, found: counts.length - 1, least: 2 });
  const [first = 0] = counts;
  if (first === 0) fail({ kind: "all_zero", argument: SURVIVORS });
  const ahead = wholeBetween(given(horizon, "horizon"), 0, 1000, 0);
  const rate = numberBetween(given(discount, "actualisation par période | discount per period"), 0, 1, 0);
  if (counts[counts.length - 1] === first) fail({ kind: "too_few", what: DEPARTURES, found: 0, least: 1 });
  const { model, converged } = fitSbg(counts);
  if (!converged) fail({ kind: "no_fit", model: words("le modèle d'attrition | the churn model") });
  let staying = 1;
  return {
    headers: [
      "période | period",
      LEFT,
      "part restante | share left",
      "renouvellement | renewal rate",
      "périodes à venir actualisées | discounted periods to come",
      "alpha",
      "beta",
    ],
    rows: Array.from({ length: counts.length + ahead }, (_, t) => {
      const renewal = t > 0 ? retention(model, t) : undefined;
      staying *= renewal ?? 1;
      return [
        t,
        counts[t] ?? "",
        staying,
        renewal ?? "",
        discountedLifetime(model, t, rate) ?? UNDEFINED,
        t === 0 ? model.alpha : "",
        t === 0 ? model.beta : "",
      ];
    }),
  };
};
