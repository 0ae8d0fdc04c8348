// An objective as a test needs it: complete, or still to say.
import type { ObjectiveDraft } from "../../shared/objectives/objective.ts";

/** Sound but for what a test takes away: the conversion rate of the whole site, from 3 % to 4 %. */
export function draftOf(part: Partial<ObjectiveDraft> = {}): ObjectiveDraft {
  return {
    title: "Porter le taux de conversion à 4 %",
    wish: "convertir mieux",
    goal: null,
    kind: "continuous",
    kpi: "CR",
    secondary: [],
    scope: "all",
    targetType: "reach_at_least",
    baseline: {
      value: 0.03,
      from: "2025-01-01",
      to: "2025-12-31",
      source: "data",
      reference: "Boutique",
      periods: 12,
    },
    target: { as: "value", value: 0.04 },
    start: "2026-01-01",
    deadline: "2026-12-31",
    cadence: "monthly",
    owner: "Camille",
    audience: "",
    serves: "Vendre davantage",
    budget: null,
    capacity: null,
    waived: {},
    ...part,
  };
}
