// What a sum may be: a whole number that is exact.
import type { Sums } from "./connector.ts";

/** Whether every value is a whole number that nothing has rounded: anything else would be a wrong figure for ever. */
export function isWhole(values: Sums): boolean {
  return Object.values(values).every(Number.isSafeInteger);
}
