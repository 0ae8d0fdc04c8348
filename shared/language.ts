// The two languages of every word a user reads.

export type Language = "fr" | "en";

/** One text in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** The language to speak for a locale such as `fr`, `fr_FR` or `en-GB`: French where it is French, else English. */
export function languageOf(locale: string): Language {
  return /^fr\b|^fr_/i.test(locale) ? "fr" : "en";
}

/** Folds a text for comparison: no accents, no case, punctuation as single spaces. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9%€$£]+/g, " ")
    .trim();
}

/** A text between the quotation marks of a language. */
export function quoted(text: string, language: Language): string {
  return language === "fr" ? `«\u00a0${text}\u00a0»` : `"${text}"`;
}
