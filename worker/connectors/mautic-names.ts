// The names of Mautic's e-mails, which its tables of events know by number only.
import * as z from "zod";
import type { Settings, SourceRequest } from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { api } from "./mautic-stats.ts";

/** Bodies of e-mails come with their names: thirty stay well under the 8 MiB that an answer may weigh. */
const PAGE_EMAILS = 30;
/** The newest e-mails, whose names are shown; older ones show their number. */
const MOST_NAMES = 300;
/** By the id of an e-mail: the e-mail that it is a version of (or itself), and its own name. */
export type Names = Readonly<Record<string, readonly [id: string, name: string]>>;

const Id = z.union([z.string(), z.number().transform(String)]);
const Email = z.object({
  id: Id,
  name: z.string().default(""),
  variantParent: z.union([Id, z.object({ id: Id }).transform(({ id }) => id)]).nullish(),
});
const Emails = z.object({
  total: z.coerce.number().int(),
  emails: z.union([z.array(Email), z.record(z.string(), Email).transform((some) => Object.values(some))]),
});

/** The list of e-mails from a place in it, newest first. */
export function namesRequest(settings: Settings, start: number): SourceRequest {
  const query = `emails?start=${start}&limit=${PAGE_EMAILS}&orderBy=id&orderByDir=DESC&minimal=1`;
  return { method: "GET", url: api(settings, query) };
}

/** The names in a part of the list, and where the next part begins: null where no more is needed. */
export function readNames(body: unknown, start: number): { names: Names; next: number | null } {
  const parsed = Emails.safeParse(body);
  if (!parsed.success) throw new SourceFailure("source_malformed");
  const { total, emails } = parsed.data;
  const names = emails.map(({ id, name, variantParent }) => [id, [variantParent ?? id, name.slice(0, 100)]]);
  const reached = start + emails.length;
  const more = emails.length > 0 && reached < total && reached < MOST_NAMES;
  return { names: Object.fromEntries(names) as Names, next: more ? reached : null };
}
