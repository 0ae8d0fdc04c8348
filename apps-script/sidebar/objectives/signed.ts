// A change of a KPI as a figure that always bears its sign: that of a rate is in points.
import type { KpiUnit } from "../../../shared/kpi.ts";
import type { Language } from "../../../shared/language.ts";
import { differenceInWords } from "../../../shared/objectives/diagnosis/words.ts";

/** `+12`, `−3 €`, `−0,21 point`. */
export function changeInWords(
  change: number,
  unit: KpiUnit,
  currency: string | null,
  language: Language,
): string {
  return (change > 0 ? "+" : "") + differenceInWords(change, { unit }, currency)[language];
}
