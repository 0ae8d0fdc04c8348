// The columns of the tab of objectives: what the Worker heads them with, and what a cell finds them by.
import type { Words } from "../language.ts";

export const objectiveColumns = {
  objective: { fr: "objectif", en: "objective" },
  kpi: { fr: "KPI", en: "KPI" },
  scope: { fr: "périmètre", en: "scope" },
  status: { fr: "statut", en: "status" },
  soundness: { fr: "solidité", en: "soundness" },
  value: { fr: "valeur", en: "value" },
  baseline: { fr: "départ", en: "baseline" },
  target: { fr: "cible", en: "target" },
  progress: { fr: "progression", en: "progress" },
  expected: { fr: "progression attendue", en: "expected progress" },
  probability: { fr: "probabilité", en: "probability" },
  next_review: { fr: "prochaine revue", en: "next review" },
  start: { fr: "début", en: "start" },
  deadline: { fr: "échéance", en: "deadline" },
  as_of: { fr: "lu le", en: "as of" },
  remark: { fr: "remarque", en: "remark" },
} satisfies Record<string, Words>;

export type ObjectiveColumn = keyof typeof objectiveColumns;
