// What makes a measured value a KPI: a target, someone who decides on it, and a fresh figure when they do.
import type { Words } from "../language.ts";
import { daysBetween } from "../period.ts";
import type { Evidence } from "./evidence.ts";
import { type ObjectiveDraft, targetValue } from "./objective.ts";
import { CADENCE_DAYS } from "./rules/past.ts";

/** What is missing for it to be a KPI, in words; empty where it is one. Until then it is a metric. */
export function whyMetric(
  draft: ObjectiveDraft,
  { freshness, today }: Pick<Evidence, "freshness" | "today">,
): Words[] {
  const { kpi, owner, cadence } = draft;
  const { asOf } = freshness;
  const limit = cadence && CADENCE_DAYS[cadence];
  const isFresh = asOf !== null && limit !== null && daysBetween(asOf.slice(0, 10), today) <= limit;
  const missing: (Words | false)[] = [
    kpi === null && { fr: "aucun indicateur choisi", en: "no KPI chosen" },
    targetValue(draft) === null && { fr: "pas de cible", en: "no target" },
    owner.trim() === "" && { fr: "personne n'en décide", en: "nobody decides on it" },
    cadence === null && { fr: "pas de rythme de suivi", en: "no review frequency" },
    cadence !== null &&
      !isFresh && { fr: "pas de donnée à chaque suivi", en: "no fresh data at each review" },
  ];
  return missing.filter((one): one is Words => one !== false);
}

/** True for a KPI: tied to an objective with a target and a direction, decided on by someone, fresh at its cadence. */
export function isKpi(draft: ObjectiveDraft, evidence: Pick<Evidence, "freshness" | "today">): boolean {
  return whyMetric(draft, evidence).length === 0;
}
