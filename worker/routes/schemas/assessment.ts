// What is worked out about an objective, as schemas.
import * as z from "zod";
import type * as assessment from "../../../shared/objectives/assessment.ts";
import type * as budget from "../../../shared/objectives/diagnosis/budget-advice.ts";
import type * as review from "../../../shared/objectives/review.ts";
import { DraftChange } from "./draft.ts";
import { Day, Words } from "./parts.ts";

const Number = z.number().nullable();
const Pair = z.tuple([z.number(), z.number()]);

export const RuleResult: z.ZodType<assessment.RuleResult> = z.strictObject({
  id: z.string(),
  letter: z.enum(["S", "M", "A", "R", "T", "K"]),
  level: z.enum(["block", "warn", "info"]),
  state: z.enum(["pass", "fail", "unknown", "waived"]),
  words: Words,
  fix: z.strictObject({ words: Words, change: DraftChange }).nullable(),
});

const Feasibility: z.ZodType<assessment.Feasibility> = z.strictObject({
  probability: Number,
  range: Pair.nullable(),
  method: z.enum(["forecast", "run_rate", "level", "done"]),
  n: z.number(),
  step: z.enum(["day", "week", "month"]),
  needed: Number,
  expected: Number,
  best: z.strictObject({ value: z.number(), from: Day, to: Day }).nullable(),
  reachedEight: Number,
  reachedFive: Number,
  final: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  path: z.array(z.strictObject({ to: Day, value: z.number(), low: z.number(), high: z.number() })),
  words: Words,
});

const Progress: z.ZodType<assessment.Progress> = z.strictObject({
  status: z.enum([
    ...(["draft", "not_started", "no_data", "ahead", "on_track", "at_risk"] as const),
    ...(["off_track", "reached", "missed", "retired"] as const),
  ]),
  value: Number,
  problem: Words.nullable(),
  share: Number,
  expected: Number,
  band: Pair.nullable(),
  history: z.array(z.strictObject({ from: Day, to: Day, value: Number })),
  words: Words,
});

export const Assessment: z.ZodType<assessment.Assessment> = z.strictObject({
  rules: z.array(RuleResult),
  soundness: z.enum(["draft", "active", "smart"]),
  feasibility: Feasibility.nullable(),
  progress: Progress,
});

const Period = z.strictObject({ from: Day, to: Day, value: Number });
const Reading: z.ZodType<assessment.Reading> = z.strictObject({
  id: z.string(),
  cause: z.enum(["targeting", "message", "channel", "budget", "friction", "process", "data"]),
  words: Words,
  evidence: z.array(z.strictObject({ label: Words, before: Words, after: Words })),
  test: Words,
});
export const Diagnosis: z.ZodType<assessment.Diagnosis> = z.strictObject({
  before: Period,
  after: Period,
  change: Number,
  significant: z.boolean().nullable(),
  channels: z.array(z.strictObject({ channel: z.string(), mix: z.number(), rate: z.number() })),
  factors: z.array(z.strictObject({ label: Words, effect: z.number() })),
  readings: z.array(Reading),
  guards: z.array(Words),
  words: Words,
});
export const BudgetAdvice: z.ZodType<budget.BudgetAdvice> = z.strictObject({
  channels: z.array(
    z.strictObject({
      channel: z.string(),
      spend: z.number(),
      suggested: z.number(),
      marginal: Number,
      refusal: Words.nullable(),
    }),
  ),
  currency: z.string().nullable(),
  gain: Number,
  words: Words,
});
export const Effect: z.ZodType<review.Effect> = z.strictObject({
  before: z.number(),
  after: z.number(),
  significant: z.boolean(),
  words: Words,
});
