// Objectives in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/objectives.ts";
import { Assessment, BudgetAdvice, Diagnosis, Effect, RuleResult } from "./assessment.ts";
import { KpiName, Long, ObjectiveDraft, Said, Scope } from "./draft.ts";
import { Freshness, Note } from "./evidence.ts";
import { Day, Instant } from "./parts.ts";

export const SaveObjective: z.ZodType<api.SaveObjective> = z.strictObject({ draft: ObjectiveDraft });

export const EvidenceQuestion: z.ZodType<api.EvidenceQuestion> = z.strictObject({
  kpi: KpiName.nullable(),
  scope: Scope.nullable(),
  secondary: z.array(KpiName).max(20),
  cadence: z.enum(["weekly", "monthly"]).nullable().optional(),
  exclude: z.string().max(50).optional(),
});

const review = { decision: z.enum(["kept", "changed", "acted"]), what: Long, by: Said };
export const DecideReview: z.ZodType<api.DecideReview> = z.strictObject(review);
export const Review: z.ZodType<api.Review> = z.strictObject({
  ...review,
  id: z.string(),
  on: Day,
  valueThen: z.number().nullable(),
  probabilityThen: z.number().nullable(),
  effect: Effect.nullable(),
});

const retire = { reason: Long.min(1), replacedBy: z.string().max(50).nullable() };
export const RetireObjective: z.ZodType<api.RetireObjective> = z.strictObject(retire);

export const Objective: z.ZodType<api.Objective> = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  saved: z.strictObject({ at: Instant, by: z.string().nullable() }),
  draft: ObjectiveDraft,
  assessment: Assessment,
  retired: z.strictObject({ ...retire, on: Day }).nullable(),
  reviews: z.array(Review),
  nextReview: Day.nullable(),
  toReview: z.boolean(),
  isKpi: z.boolean(),
  freshness: Freshness,
  currency: z.string().nullable(),
});
export const Objectives: z.ZodType<api.Objectives> = z.strictObject({
  objectives: z.array(Objective),
  set: z.array(RuleResult),
  notes: z.array(Note),
});

const Change: z.ZodType<api.Change> = z.strictObject({
  version: z.number().int(),
  at: Instant,
  by: z.string().nullable(),
  did: z.enum(["created", "changed", "retired"]),
  draft: ObjectiveDraft,
});
export const History: z.ZodType<{ changes: readonly api.Change[] }> = z.strictObject({
  changes: z.array(Change),
});

export const DiagnosisQuery = z.strictObject({ from: Day.optional() });
export const DiagnosisAnswer: z.ZodType<api.DiagnosisAnswer> = z.strictObject({
  diagnosis: Diagnosis.nullable(),
  budget: BudgetAdvice.nullable(),
});

export const WriteNote: z.ZodType<api.WriteNote> = z.strictObject({ day: Day, text: Long.min(1) });
export const Notes: z.ZodType<{ notes: readonly z.output<typeof Note>[] }> = z.strictObject({
  notes: z.array(Note),
});
