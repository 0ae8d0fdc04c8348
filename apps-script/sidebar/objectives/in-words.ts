// What an objective holds, as people say it: a scope, a share, chances out of ten.
import { findKpi } from "../../../shared/kpis/index.ts";
import type { Language } from "../../../shared/language.ts";
import type { Feasibility } from "../../../shared/objectives/assessment.ts";
import type { Scope } from "../../../shared/objectives/objective.ts";
import { scopeInWords as partsInWords } from "../../../shared/objectives/scope.ts";
import { valueInWords } from "../kpi-words.ts";
import { say, type Word } from "../words.ts";

/** `62 %` of something: no decimals. */
export function percentInWords(share: number, language: Language): string {
  return valueInWords(Math.round(share * 100) / 100, "rate", language);
}

/** `Tout`, or the channel and the campaign. */
export function scopeInWords(scope: Scope | null, language: Language): string {
  return scope === "all" ? say("everything", language) : partsInWords(scope)[language];
}

/** `8 chances sur 10`; where history is thin, the range; `null` where nothing can be said. */
export function chancesInWords(
  { probability, range }: Pick<Feasibility, "probability" | "range">,
  language: Language,
): string | null {
  if (probability !== null) return oneChance(probability, language);
  if (range === null) return null;
  const [low, high] = range.map(outOfTen);
  if (low === high) return oneChance((range[0] + range[1]) / 2, language);
  return say("chancesBetween", language, { low: String(low), high: String(high) });
}

function oneChance(probability: number, language: Language): string {
  if (probability < 0.05) return say("chancesLow", language);
  if (probability > 0.95) return say("chancesHigh", language);
  const ten = Math.min(9, outOfTen(probability));
  return say(ten === 1 ? "chanceOne" : "chances", language, { count: ten });
}

function outOfTen(probability: number): number {
  return Math.min(10, Math.max(0, Math.round(probability * 10)));
}

/** The word for a band of chances: those of rule A3. */
export function bandOf(probability: number): Word {
  if (probability < 0.05) return "bandVeryUnlikely";
  if (probability < 0.2) return "bandRisky";
  if (probability <= 0.8) return "bandAmbitious";
  return probability <= 0.95 ? "bandCautious" : "bandAlready";
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Taux de conversion, coût par lead`. */
export function kpisInWords(names: readonly string[], language: Language): string {
  return sentenceCase(names.map((name) => findKpi(name).label[language]).join(", "));
}
