// M2: a target is a number in a unit, and `20 %` of a rate is told apart from 20 points.
import { figureOf } from "../figure.ts";
import type { Target } from "../objective.ts";
import { domainOf } from "./domain.ts";
import { type Context, type Fix, type Holes, rule, type Verdict } from "./rule.ts";

type Sentence =
  | "value"
  | "change"
  | "missing"
  | "unknown"
  | "no_points"
  | "hundredfold"
  | "said_points"
  | "said_percent"
  | "of_zero";

/** A change of ten times or more, or a rate of as much, was most likely typed as `20` for 20 %. */
const LARGEST_CHANGE = 10;

export const targetUnit = rule<Sentence>({
  id: "M2",
  letter: "M",
  level: "block",
  asks: {
    fr: "Une cible chiffrée, dans l'unité du KPI\u202f; pour un taux, % ou points",
    en: "A target in figures, in the KPI's unit; for a rate, % or points",
  },
  sentences: {
    value: { fr: "Cible\u00a0: {target}.", en: "Target: {target}." },
    change: {
      fr: "{change} par rapport à {baseline}, donc {target}.",
      en: "{change} from {baseline}, that is {target}.",
    },
    missing: { fr: "Quelle cible\u202f? Donnez un nombre.", en: "Which target? Give a number." },
    unknown: {
      fr: "{change}\u00a0: il manque la valeur de référence pour savoir ce que cela fait.",
      en: "{change}: the baseline is missing to tell what that makes.",
    },
    no_points: {
      fr: "Des points n'ont de sens que pour un taux. {percent}, ou une valeur\u202f?",
      en: "Points only make sense for a rate. {percent}, or a value?",
    },
    hundredfold: {
      fr: "{typed} veut dire {meant}. Est-ce {percent} que vous visez\u202f?",
      en: "{typed} means {meant}. Is it {percent} that you aim at?",
    },
    said_points: {
      fr: "Vous écrivez «\u00a0points\u00a0», la cible est en\u202f%\u00a0: {percent} ou {points}\u202f?",
      en: 'You write "points", the target is in %: {percent} or {points}?',
    },
    said_percent: {
      fr: "Vous écrivez «\u00a0%\u00a0», la cible est en points\u00a0: {percent} ou {points}\u202f?",
      en: 'You write "%", the target is in points: {percent} or {points}?',
    },
    of_zero: {
      fr: "Un pourcentage de 0 reste 0. Donnez une valeur à atteindre.",
      en: "A percentage of 0 is still 0. Give a value to reach.",
    },
  },
  test: (context) => {
    const { draft, target } = context;
    const said = draft.target;
    if (said === null || !Number.isFinite(said.value)) return { state: "fail", say: "missing" };
    const wrong = misread(context, said);
    if (wrong) return wrong;
    const holes = holesOf(context, said);
    if (target === null) return { state: "unknown", say: "unknown", holes };
    return { state: "pass", say: said.as === "value" ? "value" : "change", holes };
  },
});

/** A target that probably does not mean what it says. */
function misread(context: Context, said: Target): Verdict<Sentence> | null {
  const { draft, kpi } = context;
  if (!kpi) return null;
  const { as, value } = said;
  const isRate = kpi.unit === "rate";
  const holes = holesOf(context, said);
  if (as === "points" && !isRate) {
    return { state: "fail", say: "no_points", holes, fix: withoutPoints(context, value) };
  }
  if (as === "percent" && draft.baseline?.value === 0) return { state: "fail", say: "of_zero", holes };
  const hundredfold =
    as === "value"
      ? isRate && value > highestRate(kpi)
      : Math.abs(value) > (as === "points" ? 1 : LARGEST_CHANGE);
  if (hundredfold) return hundredTimes(context, said);
  if (!isRate) return null;
  const text = `${draft.title} ${draft.wish}`;
  if (as === "percent" && /\d\s*(?:points?|pts?|pp)\b/i.test(text)) {
    return {
      state: "fail",
      say: "said_points",
      holes,
      fix: change(asPoints(value), { as: "points", value }),
    };
  }
  if (as === "points" && /[+\-\u2212]\s*\d+(?:[.,]\d+)?\s*%/.test(text)) {
    return { state: "fail", say: "said_percent", holes, fix: asPercent(context, value) };
  }
  return null;
}

/** The largest value of a rate that someone may mean. */
function highestRate(kpi: NonNullable<Context["kpi"]>): number {
  const [, high] = domainOf(kpi);
  return Number.isFinite(high) ? high : LARGEST_CHANGE;
}

function hundredTimes(context: Context, { as, value }: Target): Verdict<Sentence> {
  const meant: Target = { as, value: value / 100 };
  const typed = figureOf(value, "number", null);
  const holes = { typed, meant: inWords(context, { as, value }), percent: inWords(context, meant) };
  return { state: "fail", say: "hundredfold", holes, fix: change(holes.percent, meant) };
}

function holesOf(context: Context, said: Target): Holes {
  const { draft, kpi, target, currency } = context;
  const unit = kpi?.unit ?? "number";
  return {
    target: figureOf(target ?? said.value, unit, currency),
    baseline: figureOf(draft.baseline?.value ?? 0, unit, currency),
    change: inWords(context, said),
    percent: inWords(context, { as: "percent", value: said.value }),
    points: asPoints(said.value),
  };
}

/** `+20 %`, `+3 points`, or the value. */
function inWords({ kpi, currency }: Context, { as, value }: Target): { fr: string; en: string } {
  if (as === "points") return asPoints(value);
  const { fr, en } = figureOf(value, as === "percent" ? "rate" : (kpi?.unit ?? "number"), currency);
  const sign = as === "percent" && value > 0 ? "+" : "";
  return { fr: sign + fr, en: sign + en };
}

function asPoints(value: number): { fr: string; en: string } {
  const { fr, en } = figureOf(value * 100, "points", null);
  const sign = value > 0 ? "+" : "";
  return { fr: sign + fr, en: sign + en };
}

/** Points of a score such as the NPS are its own unit: the baseline and so many more. */
function withoutPoints(context: Context, value: number): Fix {
  const { kpi, draft } = context;
  if (kpi?.unit !== "points" || draft.baseline === null) return asPercent(context, value);
  const target: Target = { as: "value", value: draft.baseline.value + value * 100 };
  return change(inWords(context, target), target);
}

function asPercent(context: Context, value: number): Fix {
  const target: Target = { as: "percent", value };
  return change(inWords(context, target), target);
}

function change({ fr, en }: { fr: string; en: string }, target: Target): Fix {
  return { words: { fr: `Viser ${fr}`, en: `Aim at ${en}` }, change: { target } };
}
