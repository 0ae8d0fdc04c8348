// Sources in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/sources.ts";
import { Text, Texts, Day, Instant, Words } from "./parts.ts";

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
export const SourceProblem = Described.extend({ since: Instant });
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
export const State = z.enum(["idle", "running", "paused", "failed"]);
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
