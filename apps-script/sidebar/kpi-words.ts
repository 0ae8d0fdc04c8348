// A KPI in words: its formula with labels in place of names, and a value with its unit.
import { formulaInWords, type Kpi, type KpiUnit } from "../../shared/kpi.ts";
import type { Language, Words } from "../../shared/language.ts";
import { formatNumber } from "../../shared/number.ts";

/** `(dépenses + coûts de conversion) ÷ acquisitions`, where no line ends with a sign. */
export function unbrokenFormula(kpi: Kpi, language: Language): string {
  return formulaInWords(kpi, language).replace(/ ([+−×÷]) /g, " $1\u00a0");
}

const SUFFIXES: Partial<Record<KpiUnit, Words>> = {
  rate: { fr: "\u202f%", en: "%" },
  multiple: { fr: "\u00a0×", en: "\u00a0×" },
  seconds: { fr: "\u00a0s", en: "\u00a0s" },
  hours: { fr: "\u00a0h", en: "\u00a0h" },
  days: { fr: "\u00a0j", en: "\u00a0days" },
  months: { fr: "\u00a0mois", en: "\u00a0months" },
};

/** A value as people say it: `2 %`, `6 ×`, `25`. */
export function valueInWords(value: number, unit: KpiUnit, language: Language): string {
  const shown = unit === "rate" ? value * 100 : value;
  return formatNumber(shown, language) + (SUFFIXES[unit]?.[language] ?? "");
}
