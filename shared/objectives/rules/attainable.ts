// A, attainable: the right way, a value that can be, and chances worked out from the past.
import type { Words } from "../../language.ts";
import type { Feasibility } from "../assessment.ts";
import { dayInWords, figureOf } from "../figure.ts";
import type { Target, TargetType } from "../objective.ts";
import { chances } from "./chances.ts";
import { domainOf } from "./domain.ts";
import { reachable } from "./reachable.ts";
import { type Context, type Fix, rule, type Rule } from "./rule.ts";

const FEW_PERIODS = 8;

export const attainable: readonly Rule[] = [
  rule({
    id: "A1",
    letter: "A",
    level: "block",
    asks: { fr: "Une cible dans le bon sens", en: "A target the right way" },
    sentences: {
      pass: {
        fr: "De {baseline} à {target}\u00a0: c'est le bon sens.",
        en: "From {baseline} to {target}: the right way.",
      },
      stays: {
        fr: "Pour une limite à tenir, le sens ne compte pas.",
        en: "For a bound to hold, the way does not matter.",
      },
      unknown: {
        fr: "Il faut un indicateur, une référence et une cible pour juger du sens.",
        en: "It takes a KPI, a baseline and a target to judge the way.",
      },
      wrong: {
        fr: "La cible va dans le mauvais sens\u00a0: {target}, quand vous partez de {baseline} ({kpi}\u00a0: {way}).",
        en: "The target goes the wrong way: {target}, where you start from {baseline} ({kpi}: {way}).",
      },
    },
    test: (context) => {
      const { draft, kpi, target } = context;
      if (draft.targetType === "stay_above" || draft.targetType === "stay_below") {
        return { state: "pass", say: "stays" };
      }
      if (!kpi || target === null || draft.baseline === null) return { state: "unknown", say: "unknown" };
      const start = draft.baseline.value;
      const wanted = wantedType(context);
      const holes = {
        target: figure(context, target),
        baseline: figure(context, start),
        kpi: kpi.label,
        way: WAYS[wanted],
      };
      const up = wanted === "reach_at_least";
      if (wanted === draft.targetType && (up ? target > start : target < start)) {
        return { state: "pass", say: "pass", holes };
      }
      return { state: "fail", say: "wrong", holes, fix: turnedRound(context, wanted) };
    },
  }),
  rule({
    id: "A2",
    letter: "A",
    level: "block",
    asks: { fr: "Une cible que le KPI peut prendre", en: "A target that the KPI can have" },
    sentences: {
      pass: { fr: "{target} est une valeur possible.", en: "{target} is a possible value." },
      unknown: { fr: "Il faut un indicateur et une cible.", en: "It takes a KPI and a target." },
      between: {
        fr: "Cible impossible\u00a0: {target}. {kpi} va de {low} à {high}.",
        en: "Impossible target: {target}. {kpi} goes from {low} to {high}.",
      },
      below: {
        fr: "Cible impossible\u00a0: {target}. {kpi} ne descend pas sous {low}.",
        en: "Impossible target: {target}. {kpi} does not go below {low}.",
      },
      above: {
        fr: "Cible impossible\u00a0: {target}. {kpi} ne dépasse pas {high}.",
        en: "Impossible target: {target}. {kpi} does not exceed {high}.",
      },
    },
    test: (context) => {
      const { kpi, target } = context;
      if (!kpi || target === null) return { state: "unknown", say: "unknown" };
      const [low, high] = domainOf(kpi);
      const holes = {
        target: figure(context, target),
        low: figure(context, low),
        high: figure(context, high),
        kpi: { fr: capital(kpi.label.fr), en: capital(kpi.label.en) },
      };
      if (target >= low && target <= high) return { state: "pass", say: "pass", holes };
      const say = !Number.isFinite(high) ? "below" : Number.isFinite(low) ? "between" : "above";
      return { state: "fail", say, holes };
    },
  }),
  chances,
  rule({
    id: "A4",
    letter: "A",
    level: "warn",
    asks: {
      fr: "Une cible déjà approchée sur une durée égale",
      en: "A target already neared over as long a time",
    },
    sentences: {
      pass: {
        fr: "Déjà vu\u00a0: {best} du {from} au {to}.",
        en: "Seen before: {best} from {from} to {to}.",
      },
      unknown: {
        fr: "Pas assez de passé pour chercher la meilleure période de même durée.",
        en: "Not enough past to look for the best period of the same length.",
      },
      never: {
        fr: "{target} n'a jamais été atteint sur cette durée\u00a0: au mieux {best}, du {from} au {to}.",
        en: "{target} was never reached over such a time: {best} at best, from {from} to {to}.",
      },
    },
    test: (context) => {
      const { draft, feasibility, target } = context;
      if (!feasibility?.best || target === null) return { state: "unknown", say: "unknown" };
      const { value, from, to } = feasibility.best;
      const lower = draft.targetType === "reach_at_most" || draft.targetType === "stay_below";
      const holes = {
        target: figure(context, target),
        best: figure(context, value),
        from: dayInWords(from),
        to: dayInWords(to),
      };
      if (lower ? value <= target : value >= target) return { state: "pass", say: "pass", holes };
      return { state: "fail", say: "never", holes, fix: reachable(context, value) };
    },
  }),
  rule({
    id: "A5",
    letter: "A",
    level: "info",
    asks: { fr: "Au moins 8 périodes de passé", en: "At least 8 periods of past" },
    sentences: {
      pass: { fr: "Calculé sur {n}.", en: "Worked out from {n}." },
      unknown: { fr: "Aucun calcul encore.", en: "Nothing worked out yet." },
      thin: {
        fr: "Faible historique\u00a0: {n} seulement. Les chances sont données par un intervalle.",
        en: "Thin history: {n} only. Chances are given as a range.",
      },
    },
    test: ({ feasibility }) => {
      if (!feasibility) return { state: "unknown", say: "unknown" };
      const holes = { n: periods(feasibility) };
      return feasibility.n < FEW_PERIODS
        ? { state: "fail", say: "thin", holes }
        : { state: "pass", say: "pass", holes };
    },
  }),
];

const WAYS: Readonly<Record<"reach_at_least" | "reach_at_most", Words>> = {
  reach_at_least: { fr: "à augmenter", en: "to be raised" },
  reach_at_most: { fr: "à réduire", en: "to be lowered" },
};

/** Which way the KPI is meant to go: its own, or what the objective says where it has none. */
function wantedType({ draft, kpi }: Context): "reach_at_least" | "reach_at_most" {
  if (kpi?.better === "higher") return "reach_at_least";
  if (kpi?.better === "lower") return "reach_at_most";
  return draft.targetType === "reach_at_most" ? "reach_at_most" : "reach_at_least";
}

/** The target on the other side of the baseline, as far; with the type of target that the KPI wants. */
function turnedRound(context: Context, wanted: TargetType): Fix | null {
  const { draft, kpi, target } = context;
  const said = draft.target;
  if (!kpi || said === null || target === null || draft.baseline === null) return null;
  const start = draft.baseline.value;
  const type = wanted === draft.targetType ? {} : { targetType: wanted };
  if (wanted === "reach_at_least" ? target > start : target < start) return fixTo(context, target, type);
  const value = 2 * start - target;
  const [low, high] = domainOf(kpi);
  if (value === start || value < low || value > high) return null;
  const mirrored: Target = { as: said.as, value: said.as === "value" ? value : -said.value };
  return fixTo(context, value, { ...type, target: mirrored });
}

function fixTo(context: Context, value: number, change: Fix["change"]): Fix {
  const { fr, en } = figure(context, value);
  return { words: { fr: `Viser ${fr}`, en: `Aim at ${en}` }, change };
}

function periods({ n, step }: Feasibility): Words {
  const names = { day: ["jour", "day"], week: ["semaine", "week"], month: ["mois", "month"] } as const;
  const [fr, en] = names[step];
  return { fr: `${n} ${fr}${n > 1 && step !== "month" ? "s" : ""}`, en: `${n} ${en}${n === 1 ? "" : "s"}` };
}

function figure({ kpi, currency }: Context, value: number): Words {
  return figureOf(value, kpi?.unit ?? "number", currency);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
