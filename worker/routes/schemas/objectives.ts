// Objectives in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/objectives.ts";
import { Text, Day } from "./parts.ts";
import { Figure } from "./kpis.ts";

const Scope: z.ZodType<api.Scope> = z.union([
  z.literal("all"),
  z.strictObject({ channel: Text.optional(), campaign: Text.optional() }),
]);
const draft = {
  kpi: z.string().max(50),
  title: Text,
  scope: Scope,
  baseline: z.number(),
  target: z.number(),
  start: Day,
  deadline: Day,
};
export const ObjectiveDraft: z.ZodType<api.ObjectiveDraft> = z
  .strictObject(draft)
  .refine(({ start, deadline }) => start <= deadline, { path: ["deadline"] })
  .refine(({ baseline, target }) => baseline !== target, { path: ["target"] });
export const Objective: z.ZodType<api.Objective> = z.strictObject({
  ...draft,
  id: z.string(),
  version: z.number().int(),
  now: Figure,
  progress: z.number().nullable(),
});
export const Objectives: z.ZodType<{ objectives: readonly api.Objective[] }> = z.strictObject({
  objectives: z.array(Objective),
});
