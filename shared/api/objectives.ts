// Objectives as the Worker keeps, judges and shows them.
import type { Assessment, Diagnosis, RuleResult } from "../objectives/assessment.ts";
import type { BudgetAdvice } from "../objectives/diagnosis/budget-advice.ts";
import type { Freshness, Note } from "../objectives/evidence.ts";
import type { Cadence, ObjectiveDraft, Scope } from "../objectives/objective.ts";
import type { Effect } from "../objectives/review.ts";
import type { Day } from "../period.ts";
import type { Instant } from "./call.ts";

/** GET /v1/objectives */
export interface Objectives {
  readonly objectives: readonly Objective[];
  /** K1 to K6, over the objectives that are not retired. */
  readonly set: readonly RuleResult[];
  readonly notes: readonly Note[];
}

/**
 * POST /v1/objectives → 201 Objective; PUT /v1/objectives/:id, with `If-Match: "<version>"`. What fails a blocking rule
 * is kept all the same: it stays a draft.
 */
export interface SaveObjective {
  readonly draft: ObjectiveDraft;
}

export interface Objective {
  readonly id: string;
  readonly version: number;
  /** Who saved this version, and when; the address is hidden from those who hold the key alone. */
  readonly saved: { readonly at: Instant; readonly by: string | null };
  readonly draft: ObjectiveDraft;
  readonly assessment: Assessment;
  readonly retired: Retired | null;
  /** Oldest first. */
  readonly reviews: readonly Review[];
  readonly nextReview: Day | null;
  /** Not reviewed for two cadences. */
  readonly toReview: boolean;
  /** False where it is a metric that nobody decides on yet. */
  readonly isKpi: boolean;
  readonly freshness: Freshness;
  /** Of its figures where they are money, as their source counts them; null where unknown or mixed. */
  readonly currency: string | null;
}

/** POST /v1/objectives/evidence → Evidence (shared/objectives/evidence.ts) */
export interface EvidenceQuestion {
  readonly kpi: string | null;
  readonly scope: Scope | null;
  readonly secondary: readonly string[];
  /** How many days the freshness is told over. */
  readonly cadence?: Cadence | null | undefined;
  /** The objective being changed, which is not its own neighbour. */
  readonly exclude?: string | undefined;
}

/** GET /v1/objectives/:id/diagnosis?from */
export interface DiagnosisAnswer {
  /** Null where the data do not hold two whole periods to compare. */
  readonly diagnosis: Diagnosis | null;
  /** Null where no channel spends. */
  readonly budget: BudgetAdvice | null;
}

/** POST /v1/objectives/:id/reviews → 201 Review */
export interface DecideReview {
  readonly decision: "kept" | "changed" | "acted";
  readonly what: string;
  readonly by: string;
}

export interface Review extends DecideReview {
  readonly id: string;
  readonly on: Day;
  /** The KPI's value over the last cadence before the day of the review, and the chances of that day. */
  readonly valueThen: number | null;
  readonly probabilityThen: number | null;
  /** What followed, once enough days have gone by. */
  readonly effect: Effect | null;
}

/** POST /v1/objectives/:id/retire → Objective; its history stays. */
export interface RetireObjective {
  readonly reason: string;
  readonly replacedBy: string | null;
}

export interface Retired extends RetireObjective {
  readonly on: Day;
}

/** GET /v1/objectives/:id/history → { changes }, oldest first */
export interface Change {
  readonly version: number;
  readonly at: Instant;
  readonly by: string | null;
  readonly did: "created" | "changed" | "retired";
  readonly draft: ObjectiveDraft;
}

/** POST /v1/notes → 201 Note; GET /v1/notes → { notes }, oldest first */
export interface WriteNote {
  readonly day: Day;
  readonly text: string;
}
