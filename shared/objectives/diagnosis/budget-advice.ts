// A split of the budget between channels that past spend favours: a suggestion, never applied by itself.
import type { Words } from "../../language.ts";
import { sum } from "../../number.ts";
import {
  allocate,
  type CurveFit,
  FEWEST_POINTS,
  fitCurve,
  LEAST_VARIATION,
  variation,
} from "../../statistics/budget.ts";
import { kpiOf } from "../feasibility.ts";
import type { ObjectiveDraft } from "../objective.ts";
import { fill } from "../rules/rule.ts";

/** What a channel spent and brought week after week, oldest first; `result` is the objective's numerator or denominator. */
export interface ChannelHistory {
  readonly channel: string;
  readonly weeks: readonly { readonly spend: number; readonly result: number }[];
}

export interface ChannelAdvice {
  readonly channel: string;
  /** A week, today and as suggested; the same where nothing can be said. */
  readonly spend: number;
  readonly suggested: number;
  /** What one more unit of money seems to bring; null where it cannot be told. */
  readonly marginal: number | null;
  /** Why nothing is suggested for it; null where something is. */
  readonly refusal: Words | null;
}

export interface BudgetAdvice {
  readonly channels: readonly ChannelAdvice[];
  /** That of the spend; null where it is not known. */
  readonly currency: string | null;
  /** What the suggestion would bring each week, if past curves held; null where there is none. */
  readonly gain: number | null;
  readonly words: Words;
}

/** Weeks that tell the spend of today; weeks before them that a raise is told from. */
const RECENT = 4;
const RAISE = 6;
/** How far a suggestion may go from the present spend. */
const FURTHEST = 0.3;
const NOTABLE = 2;

const REFUSALS = {
  few: {
    fr: "Trop peu de semaines avec dépense et résultat\u00a0: {n} sur les {least} qu'il faut.",
    en: "Too few weeks with spend and result: {n} out of the {least} needed.",
  },
  steady: {
    fr: "La dépense a trop peu varié pour savoir ce que change un euro de plus.",
    en: "Spend varied too little to know what one more euro changes.",
  },
  curve: {
    fr: "Les résultats ne suivent pas la dépense d'assez près pour en tirer une courbe.",
    en: "Results do not follow spend closely enough to draw a curve.",
  },
} satisfies Readonly<Record<string, Words>>;

const WORDS = {
  advice: {
    fr: "Une répartition du même budget que vos dépenses passées favorisent, à 30\u202f% près de l'actuelle\u00a0: une corrélation, pas une preuve. À déplacer peu à peu, en mesurant.",
    en: "A split of the same budget that past spend favours, within 30% of today's: a correlation, not a proof. Move little by little, and measure.",
  },
  none: {
    fr: "Rien à suggérer\u00a0: il faut au moins deux canaux dont les dépenses passées disent quelque chose.",
    en: "Nothing to suggest: at least two channels are needed whose past spend tells something.",
  },
  raised: {
    fr: "Le budget a monté, le coût aussi, et {result} n'a pas suivi\u00a0: plus d'argent ne corrigera pas un problème de structure. Corrigez d'abord la conversion.",
    en: "The budget rose, the cost too, and {result} did not follow: more money will not fix a structural problem. Fix conversion first.",
  },
} satisfies Readonly<Record<string, Words>>;

const VOLUME: Words = { fr: "le volume", en: "the volume" };

/**
 * Shares the present total out between the channels whose past weeks draw a curve (12 at least, spend that varies, returns that
 * fall), each within 30 % of its present spend and within what was ever spent. Nothing is suggested where more budget already
 * brought no more (rule I14). Null without any channel that spends.
 */
export function adviseBudget(
  draft: ObjectiveDraft,
  histories: readonly ChannelHistory[],
  currency: string | null,
): BudgetAdvice | null {
  const spending = histories.filter(({ weeks }) => presentOf(weeks) > 0);
  if (spending.length === 0) return null;
  const kept = (refusal: Words | null): ChannelAdvice[] =>
    spending.map(({ channel, weeks }) => {
      const spend = presentOf(weeks);
      return { channel, spend, suggested: spend, marginal: null, refusal };
    });
  if (isRaisedInVain(spending)) {
    const label = kpiOf(draft)?.kind === "quantity" ? kpiOf(draft)?.label : VOLUME;
    const words = fill(WORDS.raised, { result: label ?? VOLUME });
    return { channels: kept(words), currency, gain: null, words };
  }
  const curves = spending.map(({ weeks }) => curveOf(weeks));
  const usable = curves.filter((curve): curve is Usable => "a" in curve);
  if (usable.length < 2) {
    const channels = kept(null).map((one, at) => {
      const curve = curves[at];
      return { ...one, refusal: curve && "refusal" in curve ? curve.refusal : WORDS.none };
    });
    return { channels, currency, gain: null, words: WORDS.none };
  }
  const shares = allocate(usable, sum(usable.map(({ present }) => present)));
  let next = 0;
  const channels = kept(null).map((one, at): ChannelAdvice => {
    const curve = curves[at];
    if (!curve || "refusal" in curve) return { ...one, refusal: curve?.refusal ?? null };
    const suggested = shares[next] ?? curve.present;
    next += 1;
    return { ...one, suggested, marginal: curve.a * curve.b * curve.present ** (curve.b - 1) };
  });
  const gain = sum(
    usable.map(({ a, b, present }, at) => a * (shares[at] ?? present) ** b - a * present ** b),
  );
  return { channels, currency, gain, words: WORDS.advice };
}

interface Usable extends CurveFit {
  readonly present: number;
  readonly least: number;
  readonly most: number;
}

function curveOf(weeks: ChannelHistory["weeks"]): Usable | { readonly refusal: Words } {
  const points = weeks.filter(({ spend, result }) => spend > 0 && result > 0);
  if (points.length < FEWEST_POINTS) {
    const holes = { n: String(points.length), least: String(FEWEST_POINTS) };
    return { refusal: fill(REFUSALS.few, holes) };
  }
  const spends = points.map(({ spend }) => spend);
  if (variation(spends) < LEAST_VARIATION) return { refusal: REFUSALS.steady };
  const fit = fitCurve(
    spends,
    points.map(({ result }) => result),
    0.95,
  );
  // Returns that do not fall, or a slope that may be nothing, make no optimum.
  if (!(fit.b > 0 && fit.b < 1 && fit.low > 0)) return { refusal: REFUSALS.curve };
  const present = presentOf(weeks);
  const least = Math.min(present, Math.max(present * (1 - FURTHEST), Math.min(...spends)));
  const most = Math.max(present, Math.min(present * (1 + FURTHEST), Math.max(...spends)));
  return { ...fit, present, least, most };
}

function presentOf(weeks: ChannelHistory["weeks"]): number {
  const recent = weeks.slice(-RECENT);
  return recent.length > 0 ? sum(recent.map(({ spend }) => spend)) / recent.length : 0;
}

/** More spent than in the six weeks before, at a higher cost, for no more: beyond the weeks' own variation. */
function isRaisedInVain(histories: readonly ChannelHistory[]): boolean {
  const length = Math.min(...histories.map(({ weeks }) => weeks.length));
  if (length < 2 * RAISE) return false;
  const totals = Array.from({ length: 2 * RAISE }, (_, t) => {
    const week = histories.map(({ weeks }) => weeks[weeks.length - 2 * RAISE + t]);
    const spend = sum(week.map((one) => one?.spend ?? 0));
    const result = sum(week.map((one) => one?.result ?? 0));
    return { spend, result, cost: result > 0 ? spend / result : Number.NaN };
  });
  const score = (of: (total: (typeof totals)[number]) => number): number => {
    const [old, recent] = [totals.slice(0, RAISE).map(of), totals.slice(RAISE).map(of)];
    return gapInErrors(old, recent);
  };
  return (
    score(({ spend }) => spend) >= NOTABLE &&
    score(({ cost }) => cost) >= NOTABLE &&
    score(({ result }) => result) < NOTABLE
  );
}

/** The difference of two means in its standard error (Welch). */
function gapInErrors(old: readonly number[], recent: readonly number[]): number {
  const stats = [old, recent].map((values) => {
    const mean = sum(values) / values.length;
    return {
      mean,
      error: sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1) / values.length,
    };
  });
  const gap = (stats[1]?.mean ?? 0) - (stats[0]?.mean ?? 0);
  const error = Math.sqrt((stats[0]?.error ?? 0) + (stats[1]?.error ?? 0));
  return error > 0 ? gap / error : gap > 0 ? Infinity : gap < 0 ? -Infinity : 0;
}
