// A3: the chances of the target by its deadline, in a word, with what they rest on.
import type { Words } from "../../language.ts";
import type { Feasibility } from "../assessment.ts";
import { chancesOf, figureOf } from "../figure.ts";
import { paceInWords } from "../pace-words.ts";
import { reachable } from "./reachable.ts";
import { type Context, type Holes, rule } from "./rule.ts";

export const chances = rule({
  id: "A3",
  letter: "A",
  level: "warn",
  asks: {
    fr: "Des chances raisonnables, ni nulles ni acquises",
    en: "Fair chances, neither nil nor won already",
  },
  sentences: {
    unknown: {
      fr: "Les chances se calculent avec un indicateur, une cible, des dates et un passé.",
      en: "Chances are worked out from a KPI, a target, dates and a past.",
    },
    range: {
      fr: "Historique trop court pour trancher\u00a0: de {low} à {high} de chances.",
      en: "Too short a history to decide: a chance of {low} to {high}.",
    },
    very_unlikely: {
      fr: "Très improbable\u00a0: {p} de chances. {rate}{best}",
      en: "Very unlikely: {p} chance. {rate}{best}",
    },
    risky: { fr: "Risqué\u00a0: {p} de chances. {rate}{best}", en: "Risky: {p} chance. {rate}{best}" },
    ambitious: {
      fr: "Ambitieux\u00a0: {p} de chances. {rate}{best}",
      en: "Ambitious: {p} chance. {rate}{best}",
    },
    cautious: {
      fr: "Prudent\u00a0: {p} de chances. {rate}{best}",
      en: "Cautious: {p} chance. {rate}{best}",
    },
    won: {
      fr: "Déjà acquis\u00a0: {p} de chances. {rate}{best}",
      en: "Won already: {p} chance. {rate}{best}",
    },
  },
  test: (context) => {
    const { draft, evidence, feasibility } = context;
    if (!feasibility) return { state: "unknown", say: "unknown" };
    const band = bandOf(feasibility);
    if (!band) {
      const [low, high] = feasibility.range ?? [];
      if (low === undefined || high === undefined) return { state: "unknown", say: "unknown" };
      return { state: "unknown", say: "range", holes: { low: chancesOf(low), high: chancesOf(high) } };
    }
    // Once it runs, being nearly there is no fault of the target.
    const tooEasy = band === "won" && draft.start !== null && evidence.today <= draft.start;
    const fails = band === "very_unlikely" || band === "risky" || tooEasy;
    const holes = { p: chancesIn(feasibility), ...paceOf(context, feasibility) };
    return { state: fails ? "fail" : "pass", say: band, holes, fix: fails ? reachable(context) : null };
  },
});

type Band = "very_unlikely" | "risky" | "ambitious" | "cautious" | "won";

function bandFor(probability: number): Band {
  if (probability < 0.05) return "very_unlikely";
  if (probability < 0.2) return "risky";
  if (probability <= 0.8) return "ambitious";
  return probability <= 0.95 ? "cautious" : "won";
}

/** The band of the chances; of a range, the one that holds both ends; null where it cannot be told. */
function bandOf({ probability, range }: Feasibility): Band | null {
  if (probability !== null) return bandFor(probability);
  if (range === null) return null;
  const band = bandFor(range[0]);
  return band === bandFor(range[1]) ? band : null;
}

function chancesIn({ probability, range }: Feasibility): Words {
  if (probability !== null) return chancesOf(probability);
  const [low, high] = [chancesOf(range?.[0] ?? 0), chancesOf(range?.[1] ?? 1)];
  return { fr: `${low.fr} à ${high.fr}`, en: `${low.en} to ${high.en}` };
}

/** What is needed beside what is expected, and the best period seen. */
function paceOf({ draft, kpi, currency }: Context, feasibility: Feasibility): Holes {
  const none = { fr: "", en: "" };
  const rate = (kpi && paceInWords(feasibility, draft.targetType, kpi, currency)) ?? none;
  const { best } = feasibility;
  if (!best) return { rate, best: none };
  const { fr, en } = figureOf(best.value, kpi?.unit ?? "number", currency);
  return { rate, best: { fr: ` Meilleure période passée\u00a0: ${fr}.`, en: ` Best past period: ${en}.` } };
}
