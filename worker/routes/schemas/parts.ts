// The pieces that the schemas of the API are made of.
import * as z from "zod";

export const Text = z.string().trim().min(1).max(200);
export const Texts = z.record(z.string().max(50), z.string().max(10_000));
export const Day = z.iso.date();
export const Instant = z.iso.datetime();
export const Words = z.object({ fr: z.string(), en: z.string() });
