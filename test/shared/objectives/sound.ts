// A sound objective and the evidence for it, from which each test of a rule takes one thing away.
import type { Feasibility, RuleResult } from "../../../shared/objectives/assessment.ts";
import type { Evidence, Series } from "../../../shared/objectives/evidence.ts";
import type { Baseline, ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import { judge } from "../../../shared/objectives/rules/judge.ts";
import { days, draftOf, evidenceOf } from "./build.ts";

/** Leads of the first quarter of 2025: 810, the same season a year before. */
export const baseline: Baseline = {
  value: 810,
  from: "2025-01-01",
  to: "2025-03-31",
  source: "data",
  reference: "GA4",
  periods: 12,
};

/** 1,000 leads in the first quarter of 2026, from 810 a year before. */
export function soundDraft(said: Partial<ObjectiveDraft> = {}): ObjectiveDraft {
  return draftOf({ baseline, serves: "Gagner de nouveaux clients", goal: "leads", ...said });
}

/** A total a day for `count` days, the same every week: the argument of each day of the week. */
export function weekly(
  kpi: string,
  argument: string,
  count: number,
  week: readonly number[],
  first = "2024-12-02",
): Series {
  const totals = Array.from({ length: count }, (_, day) => ({ [argument]: week[day % 7] ?? 0 }));
  return days(kpi, first, totals);
}

/** 63 leads a week, on working days above all, for 56 weeks until 2025-12-28. */
export const leads = weekly("LEADS", "leads", 392, [12, 11, 10, 10, 10, 5, 5]);

export function soundEvidence(said: Partial<Evidence> = {}): Evidence {
  return evidenceOf("2025-12-30", [leads], { metrics: ["leads", "sessions", "conversions"], ...said });
}

/** Fair chances: 40 %. */
export function chances(said: Partial<Feasibility> = {}): Feasibility {
  return {
    probability: 0.4,
    range: null,
    method: "forecast",
    n: 56,
    step: "week",
    needed: 77,
    expected: 75,
    best: { value: 1040, from: "2025-02-03", to: "2025-05-03" },
    reachedEight: 940.6,
    reachedFive: 985,
    final: { value: 985, low: 930, high: 1040 },
    path: [],
    words: { fr: "", en: "" },
    ...said,
  };
}

interface Case {
  readonly draft?: Partial<ObjectiveDraft>;
  readonly evidence?: Partial<Evidence>;
  readonly chances?: Feasibility | null;
}

/** The outcome of one rule for the sound objective with something changed. */
export function outcome(id: string, { draft, evidence, chances: given = chances() }: Case = {}): RuleResult {
  const found = judge(soundDraft(draft), soundEvidence(evidence), given).find((result) => result.id === id);
  if (!found) throw new Error(`No rule ${id}`);
  return found;
}

/** `fail`, and the sentence in both languages. */
export function told(result: RuleResult): readonly [state: string, fr: string, en: string] {
  return [result.state, result.words.fr, result.words.en];
}
