// A workspace in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/workspace.ts";
import { isTimeZone } from "../../plan.ts";
import { Text, Instant } from "./parts.ts";

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
  members: z.array(
    z.strictObject({ id: z.string(), email: z.string(), role: Role, since: Instant, you: z.boolean() }),
  ),
  spreadsheets: z.array(Attached),
  demo: z.boolean(),
});
export const Invitation: z.ZodType<api.Invitation> = z.strictObject({ code: z.string(), expires: Instant });
export const NewKey: z.ZodType<api.NewKey> = z.strictObject({ key: z.string() });
