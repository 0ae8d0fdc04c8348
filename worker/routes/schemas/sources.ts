// Sources in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/sources.ts";
import { Text, Texts, Day, Instant, Words } from "./parts.ts";

const Id = z.string().max(50);

const Field = z.strictObject({
  name: z.string(),
  label: Words,
  help: Words,
  kind: z.enum(["text", "secret", "file", "choice"]),
  choices: z.array(z.strictObject({ value: z.string(), label: Words })).optional(),
  optional: z.literal(true).optional(),
});
const WayIn: z.ZodType<api.WayIn> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("credentials"), fields: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal("consent"),
    fields: z.array(z.string()),
    missing: z.array(z.string()),
    several: z.boolean(),
  }),
]);
const Version = z.strictObject({ name: z.string(), expires: Day });
export const Connectors: z.ZodType<{ connectors: readonly api.ConnectorSummary[] }> = z.strictObject({
  connectors: z.array(
    z.strictObject({
      name: z.string(),
      label: Words,
      gives: Words,
      settings: z.array(Field),
      credentials: z.array(Field),
      group: z.enum(["web", "advertising", "social", "email", "crm", "sales", "other"]),
      ways: z.array(WayIn),
      version: Version.nullable(),
      accountSetting: z.string().nullable(),
      channels: z.record(z.string(), z.string()).nullable(),
    }),
  ),
});
export const SourceProblemCode: z.ZodType<api.SourceProblemCode> = z.enum([
  ...(["access_denied", "credentials_refused", "credentials_unreadable", "account_not_found"] as const),
  ...(["request_refused", "rate_limited", "source_down", "source_timeout", "source_not_json"] as const),
  ...(["source_malformed", "source_too_large", "source_redirects", "source_forbidden"] as const),
  ...(["paging_loop", "incomplete", "unit_changed", "cursor_expired", "reconnect_needed"] as const),
  ...(["client_missing", "storage_full", "interrupted"] as const),
  ...(["range_gone", "header_changed", "too_large", "rows_unreadable"] as const),
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
  rejected: z.number().int(),
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
  notices: z.array(Words),
  version: Version.nullable(),
});
export const Connections: z.ZodType<{ connections: readonly api.Connection[] }> = z.strictObject({
  connections: z.array(Connection),
});
export const CreateConnection: z.ZodType<api.CreateConnection> = z.union([
  z.strictObject({ demo: z.literal(true) }),
  z.strictObject({
    connector: z.string().max(50),
    name: Text,
    settings: Texts,
    credentials: Texts,
    consent: Id.optional(),
  }),
]);
export const ChangeConnection: z.ZodType<api.ChangeConnection> = z.strictObject({
  name: Text.optional(),
  paused: z.boolean().optional(),
  settings: Texts.optional(),
  credentials: Texts.optional(),
  consent: Id.optional(),
  resyncFrom: Day.optional(),
});
export const SourceQuestion: z.ZodType<api.SourceQuestion> = z.strictObject({
  settings: Texts,
  credentials: Texts,
  consent: Id.optional(),
  connection: Id.optional(),
});
export const Tested: z.ZodType<api.Tested> = z.strictObject({
  currency: z.string().nullable(),
  timeZone: z.string(),
});
export const AskConsent: z.ZodType<api.AskConsent> = z.strictObject({
  connector: z.string().max(50),
  settings: Texts,
});
const consent = {
  id: z.string(),
  state: z.enum(["asked", "opened", "answered", "granted", "refused", "failed"]),
  expires: Instant,
  problem: Described.nullable(),
};
export const Consent: z.ZodType<api.Consent> = z.strictObject(consent);
export const AskedConsent: z.ZodType<api.AskedConsent> = z.strictObject({ ...consent, url: z.url() });
export const Accounts: z.ZodType<{ accounts: readonly api.AccountChoice[] }> = z.strictObject({
  accounts: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export const SyncStarted: z.ZodType<api.SyncStarted> = z.strictObject({
  run: z.number().int(),
  joined: z.boolean(),
});
