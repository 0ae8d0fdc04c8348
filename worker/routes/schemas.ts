// The JSON of the API as schemas, held to the types that the add-on reads.
import * as z from "zod";
import type * as api from "../../shared/api.ts";
import { isTimeZone } from "../plan.ts";

const Text = z.string().trim().min(1).max(200);
const Texts = z.record(z.string().max(50), z.string().max(10_000));
export const Day = z.iso.date();
const Instant = z.iso.datetime();
const Words = z.object({ fr: z.string(), en: z.string() });

const Spreadsheet: z.ZodType<api.Spreadsheet> = z.strictObject({
  id: z.string().regex(/^[\w-]{5,100}$/),
  name: z.string().max(500),
  timeZone: z.string().refine(isTimeZone),
  locale: z.string().regex(/^[A-Za-z]{2,3}([_-]\w{2,8})*$/),
});

export const CreateWorkspace: z.ZodType<api.CreateWorkspace> = z.strictObject({
  name: Text,
  spreadsheet: Spreadsheet,
});
export const JoinWorkspace: z.ZodType<api.JoinWorkspace> = z.strictObject({
  code: z.string().max(200),
  spreadsheet: Spreadsheet,
});
const Role = z.enum(["owner", "member"]);
export const Pairing: z.ZodType<api.Pairing> = z.strictObject({
  workspace: z.string(),
  key: z.string(),
  role: Role,
});

const Attached = z.strictObject({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  since: Instant,
});
export const Workspace: z.ZodType<api.Workspace> = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(["owner", "member", "reader"]),
  members: z.array(z.strictObject({ email: z.string(), role: Role, since: Instant })),
  spreadsheets: z.array(Attached),
  demo: z.boolean(),
});
export const Invitation: z.ZodType<api.Invitation> = z.strictObject({ code: z.string(), expires: Instant });
export const NewKey: z.ZodType<api.NewKey> = z.strictObject({ key: z.string() });

const Field = z.strictObject({
  name: z.string(),
  label: Words,
  help: Words,
  kind: z.enum(["text", "secret", "file"]),
});
export const Connectors: z.ZodType<{ connectors: readonly api.ConnectorSummary[] }> = z.strictObject({
  connectors: z.array(
    z.strictObject({
      name: z.string(),
      label: Words,
      gives: Words,
      settings: z.array(Field),
      credentials: z.array(Field),
    }),
  ),
});

const SourceProblemCode: z.ZodType<api.SourceProblemCode> = z.enum([
  ...(["access_denied", "credentials_refused", "credentials_unreadable", "account_not_found"] as const),
  ...(["request_refused", "rate_limited", "source_down", "source_timeout", "source_not_json"] as const),
  ...(["source_malformed", "source_too_large", "source_redirects", "source_forbidden"] as const),
  ...(["paging_loop", "incomplete", "unit_changed", "interrupted"] as const),
]);
const Described = z.strictObject({ code: SourceProblemCode, words: Words, action: Words });
const SourceProblem = Described.extend({ since: Instant });

const Run: z.ZodType<api.Run> = z.strictObject({
  connection: z.string(),
  number: z.number().int(),
  state: z.enum(["running", "ok", "failed", "rescheduled", "abandoned"]),
  started: Instant,
  ended: Instant.nullable(),
  pages: z.number().int(),
  rows: z.number().int(),
  progress: z.strictObject({ done: z.number().int(), total: z.number().int() }),
  problem: Described.nullable(),
});
export const Runs: z.ZodType<{ runs: readonly api.Run[] }> = z.strictObject({ runs: z.array(Run) });

const State = z.enum(["idle", "running", "paused", "failed"]);
export const Connection: z.ZodType<api.Connection> = z.strictObject({
  id: z.string(),
  connector: z.string(),
  name: z.string(),
  settings: z.record(z.string(), z.string()),
  state: State,
  currency: z.string().nullable(),
  timeZone: z.string().nullable(),
  lastRun: Run.nullable(),
  nextRun: Instant.nullable(),
  asOf: Instant.nullable(),
  lastDay: Day.nullable(),
  problem: SourceProblem.nullable(),
});
export const Connections: z.ZodType<{ connections: readonly api.Connection[] }> = z.strictObject({
  connections: z.array(Connection),
});
export const CreateConnection: z.ZodType<api.CreateConnection> = z.union([
  z.strictObject({ demo: z.literal(true) }),
  z.strictObject({ connector: z.string().max(50), name: Text, settings: Texts, credentials: Texts }),
]);
export const ChangeConnection: z.ZodType<api.ChangeConnection> = z.strictObject({
  name: Text.optional(),
  paused: z.boolean().optional(),
  settings: Texts.optional(),
  credentials: Texts.optional(),
});
export const SyncStarted: z.ZodType<api.SyncStarted> = z.strictObject({
  run: z.number().int(),
  joined: z.boolean(),
});

const Cell = z.union([z.string(), z.number(), z.null()]);
const Provenance: z.ZodType<api.Provenance> = z.strictObject({
  connection: z.string(),
  source: z.string(),
  account: z.string(),
  from: Day.nullable(),
  to: Day.nullable(),
  timeZone: z.string().nullable(),
  currency: z.string().nullable(),
  asOf: Instant.nullable(),
  rows: z.number().int(),
  run: z.number().int(),
});
export const Refresh: z.ZodType<api.Refresh> = z.strictObject({
  generation: z.string(),
  tabs: z.array(
    z.strictObject({
      key: z.enum(["data", "uniques", "objectives"]),
      title: Words,
      header: z.array(z.string()),
      rows: z.array(z.array(Cell)),
      formats: z.array(z.string()),
      note: Words.nullable(),
      provenance: z.array(Provenance),
    }),
  ),
  sources: z.array(
    z.strictObject({
      connection: z.string(),
      name: z.string(),
      state: State,
      asOf: Instant.nullable(),
      problem: SourceProblem.nullable(),
    }),
  ),
});

const Totals = z.record(z.string(), z.number());
const Trouble = z.strictObject({ code: z.string(), words: Words });
const Figure = z.union([
  z.strictObject({ value: z.number() }),
  z.strictObject({ value: z.null(), problem: Trouble }),
]) satisfies z.ZodType<api.Figure>;
export const KpiAnswer: z.ZodType<api.KpiAnswer> = z.intersection(
  z.union([z.object({ value: z.number() }), z.object({ value: z.null(), problem: Trouble })]),
  z.object({
    kpi: z.string(),
    from: Day,
    to: Day,
    totals: Totals,
    currency: z.string().nullable(),
    rows: z
      .array(
        z.intersection(
          z.union([z.object({ value: z.number() }), z.object({ value: z.null(), problem: Trouble })]),
          z.object({ key: z.string(), totals: Totals }),
        ),
      )
      .optional(),
  }),
) as z.ZodType<api.KpiAnswer>;

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
