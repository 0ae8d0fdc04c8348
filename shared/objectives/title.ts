// The title that says all of an objective: of what, how much, by when.
import type { Kpi } from "../kpi.ts";
import type { Words } from "../language.ts";
import { dayInWords, figureOf } from "./figure.ts";
import type { ObjectiveDraft, TargetType } from "./objective.ts";

/** The verb says the direction, so that no adjective has to. */
const SENTENCES: Readonly<Record<TargetType, (target: Words, day: Words) => Words>> = {
  reach_at_least: (target, day) => ({
    fr: `atteindre ${target.fr} d'ici le ${day.fr}`,
    en: `reach ${target.en} by ${day.en}`,
  }),
  reach_at_most: (target, day) => ({
    fr: `descendre à ${target.fr} d'ici le ${day.fr}`,
    en: `come down to ${target.en} by ${day.en}`,
  }),
  stay_above: (target, day) => ({
    fr: `rester au-dessus de ${target.fr} jusqu'au ${day.fr}`,
    en: `stay above ${target.en} until ${day.en}`,
  }),
  stay_below: (target, day) => ({
    fr: `rester sous ${target.fr} jusqu'au ${day.fr}`,
    en: `stay below ${target.en} until ${day.en}`,
  }),
};

/** `Leads générés : atteindre 1 200 d'ici le 28/02/2027`; null while the deadline is missing. */
export function titleOf(
  { targetType, deadline }: Pick<ObjectiveDraft, "targetType" | "deadline">,
  kpi: Kpi,
  target: number,
  currency: string | null,
): Words | null {
  if (deadline === null) return null;
  const sentence = SENTENCES[targetType](figureOf(target, kpi.unit, currency), dayInWords(deadline));
  const { fr, en } = kpi.label;
  return { fr: `${capital(fr)}\u00a0: ${sentence.fr}`, en: `${capital(en)}: ${sentence.en}` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
