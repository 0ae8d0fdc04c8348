// Numbers and days as services write them: whole counts, decimals in millionths, days that exist, instants.
import * as z from "zod";
import { parseDay } from "../../shared/period.ts";

const Decimal = z
  .union([
    z
      .string()
      .regex(/^-?\d{1,15}(\.\d+)?$/)
      .transform(Number),
    z.number(),
  ])
  .refine((value) => Number.isSafeInteger(Math.round(value * 1e6)));

/** A count that must be told: nothing is not zero. */
export const Whole = Decimal.pipe(z.number().int().nonnegative());

/** A count; zero where the service leaves it out. */
export const Count = Whole.nullish().transform(orZero);

/** An amount or a count in parts, in millionths; zero where the service leaves it out. */
export const Micros = Decimal.transform((value) => Math.round(value * 1e6))
  .nullish()
  .transform(orZero);

/** `2026-11-21` */
export const WrittenDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parseDay(text) !== undefined);

/** `2026-11-21T08:30:00+0000`, made an instant as ours are written. */
export const WrittenInstant = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)))
  .transform((text) => new Date(text).toISOString());

/** The instant in a text with a zone, in a day or in milliseconds, to the second; null where there is none. */
export function instantIn(text: string | null | undefined): string | null {
  if (!text) return null;
  const instant = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isFinite(instant) ? `${new Date(instant).toISOString().slice(0, 19)}Z` : null;
}

function orZero(value: number | null | undefined): number {
  return value ?? 0;
}
