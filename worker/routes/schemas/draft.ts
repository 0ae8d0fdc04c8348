// The draft of an objective, as a schema: what is not said yet is null or empty, and nothing else is refused.
import * as z from "zod";
import { catalogue } from "../../../shared/kpis/index.ts";
import * as objective from "../../../shared/objectives/objective.ts";
import { Day, Text } from "./parts.ts";

/** What may still be empty in a draft. */
export const Said = z.string().trim().max(200);
export const Long = z.string().trim().max(1000);
export const KpiName = z
  .string()
  .max(50)
  .refine((name) => catalogue.some((kpi) => kpi.name === name));
const Amount = z.number().min(0).max(1e15).nullable();
const Figure = z.number().min(-1e15).max(1e15);

export const Scope: z.ZodType<objective.Scope> = z.union([
  z.literal("all"),
  z.strictObject({ channel: Text.optional(), campaign: Text.optional() }),
]);
const Baseline: z.ZodType<objective.Baseline> = z.strictObject({
  value: Figure,
  from: Day.nullable(),
  to: Day.nullable(),
  source: z.enum(["data", "cell", "typed"]),
  reference: Said.nullable(),
  periods: z.number().min(0).max(10_000).nullable(),
});
const Dated = Day.refine((day) => day >= objective.FIRST_DAY && day <= objective.LAST_DAY);
const draft = z.strictObject({
  title: Said,
  wish: Long,
  goal: z.string().max(50).nullable(),
  kind: z.enum(["continuous", "campaign"]),
  kpi: KpiName.nullable(),
  secondary: z.array(KpiName).max(20),
  scope: Scope.nullable(),
  targetType: z.enum(["reach_at_least", "reach_at_most", "stay_above", "stay_below"]),
  baseline: Baseline.nullable(),
  target: z.strictObject({ as: z.enum(["value", "percent", "points"]), value: Figure }).nullable(),
  start: Dated.nullable(),
  deadline: Dated.nullable(),
  cadence: z.enum(["weekly", "monthly"]).nullable(),
  owner: Said,
  audience: Said,
  serves: Long,
  budget: Amount,
  capacity: Amount,
  waived: z.record(z.string().regex(/^[SMARTK]\d$/), Long),
});
export const ObjectiveDraft: z.ZodType<objective.ObjectiveDraft> = draft;
/** Some fields of a draft, as a fix changes them. */
export const DraftChange = draft.partial() as z.ZodType<Partial<objective.ObjectiveDraft>>;
