// Stripe's lists, newest first, and its money: whole numbers of the smallest unit of a currency.
import * as z from "zod";
import type { Settings, SourceAnswer, SourceRequest } from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { understand } from "./reading.ts";

/** Pinned: an answer keeps its form whatever version the account is on. https://docs.stripe.com/api/versioning */
const VERSION = "2026-10-28.endive";

/** `after` is the id of the last thing read, null at the beginning: what comes newer meanwhile moves nothing. */
export function listRequest(
  path: string,
  parameters: readonly (readonly [string, string])[],
  after: string | null,
): SourceRequest {
  const place = after === null ? [] : [["starting_after", after]];
  const query = new URLSearchParams([...parameters, ...place] as string[][]);
  return {
    method: "GET",
    url: `https://api.stripe.com/v1/${path}?${query.toString()}`,
    headers: { "stripe-version": VERSION },
  };
}

/** The rows of a page and the id to go on from, null after the last. */
export function readList<T extends { readonly id: string }>(
  { body }: SourceAnswer,
  row: z.ZodType<T>,
): { readonly rows: readonly T[]; readonly after: string | null } {
  const { data: rows, has_more: more } = understand(
    z.object({ data: z.array(row), has_more: z.boolean() }),
    body,
  );
  const last = rows.at(-1)?.id ?? null;
  if (more && last === null) throw new SourceFailure("source_malformed");
  return { rows, after: more ? last : null };
}

/** In seconds since 1970. */
export const Moment = z.number().int().nonnegative();

/** https://docs.stripe.com/currencies#zero-decimal; UGX and ISK have no cents either, but are written with two decimals. */
const NO_DECIMALS = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const THREE_DECIMALS = new Set("BHD JOD KWD OMR TND".split(" "));

/** How many millionths the smallest unit of a currency is worth. */
export function microsOfUnit(currency: string): number {
  const code = currency.toUpperCase();
  if (NO_DECIMALS.has(code)) return 1_000_000;
  return THREE_DECIMALS.has(code) ? 1000 : 10_000;
}

/** The currency of the account's balance, as a setting holds it: three letters. */
export function currencyOf({ currency = "" }: Settings): string {
  return currency.trim().toUpperCase();
}
