// Everything worked out about an objective at once, alike in the sidebar and in the Worker.
import type { Assessment } from "./assessment.ts";
import type { Evidence } from "./evidence.ts";
import { feasibility } from "./feasibility.ts";
import type { ObjectiveDraft } from "./objective.ts";
import { judge, soundness } from "./rules/judge.ts";
import { progressOf } from "./trajectory.ts";

/** @param chances where they are known already: working them out is the slow part */
export function assess(
  draft: ObjectiveDraft,
  evidence: Evidence,
  chances = feasibility(draft, evidence),
): Assessment {
  const rules = judge(draft, evidence, chances);
  const sound = soundness(rules);
  const progress = progressOf(draft, evidence);
  return {
    rules,
    soundness: sound,
    feasibility: chances,
    progress: sound === "draft" ? { ...progress, status: "draft" } : progress,
  };
}
