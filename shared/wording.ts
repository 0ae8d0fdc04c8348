// The parts that sentences about data are made of: numbers, quotations, places and shapes, in each language.
import { type Language, quoted } from "./language.ts";
import { formatNumber } from "./number.ts";
import type { InArgument, Place, Shaped } from "./problem.ts";

/** Where in the arguments, ending in a colon. */
export function at({ argument, place }: InArgument, language: Language): string {
  return `${quoted(argument[language], language)}${where(place, language)}${language === "fr" ? "\u00a0:" : ":"}`;
}

/** `, ligne 3, colonne 2`; nothing for a single value. */
export function where(place: Place | undefined, language: Language): string {
  if (!place) return "";
  const [row, column] = language === "fr" ? ["ligne", "colonne"] : ["row", "column"];
  return `, ${row} ${place.row}${place.column ? `, ${column} ${place.column}` : ""}`;
}

/** `« dépenses » fait 3 lignes × 2 colonnes`. */
export function shape({ argument, rows, columns }: Shaped, language: Language): string {
  const [row, column, is] = language === "fr" ? ["ligne", "colonne", "fait"] : ["row", "column", "is"];
  const many = (count: number, word: string): string =>
    `${formatNumber(count, language)} ${word}${count > 1 ? "s" : ""}`;
  const size = columns === 1 ? many(rows, row) : `${many(rows, row)} × ${many(columns, column)}`;
  return `${quoted(argument[language], language)} ${is} ${size}`;
}
