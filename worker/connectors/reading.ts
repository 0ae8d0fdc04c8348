// What readings begin with: an answer understood or refused, and nothing found yet.
import type * as z from "zod";
import { SourceFailure } from "../failure.ts";

/** What an answer holds. @throws SourceFailure where it is not of that form */
export function understand<T>(schema: z.ZodType<T>, body: unknown): T {
  const { success, data } = schema.safeParse(body);
  if (!success) throw new SourceFailure("source_malformed");
  return data;
}

/** A reading without a row, the last of its window. */
export const nothing = { facts: [], uniques: [], next: null, total: null, unit: null, marks: [] } as const;
