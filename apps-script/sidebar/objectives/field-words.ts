// What each field of an objective is called.
import type { Word } from "../words.ts";
import type { DraftField } from "./merge.ts";

export const LABELS: Readonly<Record<DraftField, Word>> = {
  title: "titleField",
  wish: "wishField",
  goal: "goalChosen",
  kind: "kindField",
  kpi: "kpiField",
  secondary: "besideField",
  scope: "scopeField",
  targetType: "targetTypeField",
  baseline: "baselineField",
  target: "targetField",
  start: "startField",
  deadline: "deadlineField",
  cadence: "cadenceField",
  owner: "ownerField",
  audience: "audienceField",
  serves: "servesField",
  budget: "budgetField",
  capacity: "capacityField",
  waived: "waivedField",
};
