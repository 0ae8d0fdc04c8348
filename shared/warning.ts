// What should be known of a value that could be computed all the same, and the sentence that says it.
import type { Language, Words } from "./language.ts";
import { formatNumber } from "./number.ts";
import { textNamed } from "./sentence-texts.ts";

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
  const number = (value: number): string => formatNumber(value, language);
  const say = (kind: Exclude<Warning["kind"], "note">, value: string, high = ""): string =>
    textNamed(`warn_${kind}`)[language].replace("{value}", value).replace("{high}", high);
  switch (warning.kind) {
    case "over_one":
      return say(warning.kind, number(warning.value * 100));
    case "under_one":
    case "negative":
      return say(warning.kind, number(warning.value));
    case "small_n":
      return say(warning.kind, number(warning.n));
    case "unfinished":
    case "no_start":
      return say(warning.kind, rows(warning.rows, language));
    case "off_pace":
      return say(warning.kind, number(warning.low * 100), number(warning.high * 100));
    case "note":
      return warning.words[language];
  }
}

function rows(count: number, language: Language): string {
  const word = language === "fr" ? "ligne" : "row";
  return `${formatNumber(count, language)} ${word}${count > 1 ? "s" : ""}`;
}
