// What should be known of a value that could be computed all the same, and the sentence that says it.
import type { Language, Words } from "./language.ts";
import { formatNumber } from "./number.ts";

export type Warning =
  | { readonly kind: "over_one"; readonly value: number }
  | { readonly kind: "under_one"; readonly value: number }
  | { readonly kind: "negative"; readonly value: number }
  | { readonly kind: "small_n"; readonly n: number }
  | { readonly kind: "unfinished"; readonly rows: number }
  | { readonly kind: "no_start"; readonly rows: number }
  | { readonly kind: "off_pace"; readonly low: number; readonly high: number }
  | { readonly kind: "note"; readonly words: Words };

/** The short code of a warning, the same in both languages: `OVER_ONE`. */
export function codeOf(warning: Warning): string {
  return warning.kind.toUpperCase();
}

/** One sentence: what is odd, and what it may come from. */
export function warn(warning: Warning, language: Language): string {
  return sentences(warning)[language];
}

const fr = (value: number): string => formatNumber(value, "fr");
const en = (value: number): string => formatNumber(value, "en");

function sentences(warning: Warning): Words {
  switch (warning.kind) {
    case "over_one":
      return {
        fr: `${fr(warning.value * 100)}\u202f%, plus que le tout\u00a0: un même élément est compté plusieurs fois, ou les deux plages n'ont pas la même base.`,
        en: `${en(warning.value * 100)}%, more than the whole: something is counted several times, or the two ranges do not share one base.`,
      };
    case "under_one":
      return {
        fr: `${fr(warning.value)}, moins de un\u00a0: il manque sans doute des mesures.`,
        en: `${en(warning.value)}, less than one: some measurements are probably missing.`,
      };
    case "negative":
      return {
        fr: `${fr(warning.value)}, négatif là où ce n'est pas possible\u00a0: les plages sont peut-être inversées, ou de périodes différentes.`,
        en: `${en(warning.value)}, negative where it cannot be: the ranges may be swapped, or of different periods.`,
      };
    case "small_n":
      return {
        fr: `Calculé sur ${fr(warning.n)} seulement\u00a0: au-dessous de 30, la valeur varie beaucoup d'une fois à l'autre.`,
        en: `Computed on ${en(warning.n)} only: below 30, the value varies a lot from one time to the next.`,
      };
    case "unfinished":
      return {
        fr: `${rows(warning.rows, "fr")} sans date de fin\u00a0: encore en cours, hors du calcul.`,
        en: `${rows(warning.rows, "en")} without an end date: still open, left out.`,
      };
    case "no_start":
      return {
        fr: `${rows(warning.rows, "fr")} sans date de début, hors du calcul.`,
        en: `${rows(warning.rows, "en")} without a start date, left out.`,
      };
    case "off_pace":
      return {
        fr: `Hors de la fourchette de ${fr(warning.low * 100)} à ${fr(warning.high * 100)}\u202f% attendue à ce stade de la période.`,
        en: `Outside the ${en(warning.low * 100)} to ${en(warning.high * 100)}% expected at this point of the period.`,
      };
    case "note":
      return warning.words;
  }
}

function rows(count: number, language: Language): string {
  const word = language === "fr" ? "ligne" : "row";
  return `${formatNumber(count, language)} ${word}${count > 1 ? "s" : ""}`;
}
