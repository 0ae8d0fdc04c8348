// Why a row of a range is left out, in words; what its cells hold is never repeated.
import { quotable } from "../cell.ts";
import type { Words } from "../language.ts";

export type RejectionCode =
  | "no_date"
  | "bad_date"
  | "future"
  | "too_old"
  | "not_a_number"
  | "not_whole"
  | "negative"
  | "not_a_score"
  | "other_currency";

/** A row left out: where it stands in the sheet, and the header of the column that is wrong. */
export interface Rejection {
  readonly row: number;
  readonly header: string;
  readonly code: RejectionCode;
}

const reasons: Readonly<Record<RejectionCode, Words>> = {
  no_date: { fr: "la date manque", en: "the date is missing" },
  bad_date: { fr: "ce n'est pas une date", en: "not a date" },
  future: { fr: "cette date est à venir", en: "this date is still to come" },
  too_old: { fr: "cette date a plus de dix ans", en: "this date is more than ten years old" },
  not_a_number: { fr: "ce n'est pas un nombre", en: "not a number" },
  not_whole: { fr: "ce nombre n'est pas entier", en: "not a whole number" },
  negative: { fr: "ce nombre est négatif", en: "a negative number" },
  not_a_score: { fr: "ce n'est pas une note de 0 à 10", en: "not a score from 0 to 10" },
  other_currency: { fr: "c'est une autre devise", en: "another currency" },
};

/** How many rows were left out, and the first of them with their reasons. */
export interface LeftOut {
  readonly count: number;
  readonly first: readonly Rejection[];
}

/** One sentence, such as `2 lignes écartées : ligne 4, colonne « date », la date manque ; …`; null where none was. */
export function leftOutWords({ count, first: told }: LeftOut): Words | null {
  if (count === 0) return null;
  const first = told.map((one) => ({ ...one, header: quotable(one.header) }));
  const more = count > first.length;
  const list = {
    fr: first.map(
      ({ row, header, code }) => `ligne ${row}, colonne «\u00a0${header}\u00a0», ${reasons[code].fr}`,
    ),
    en: first.map(({ row, header, code }) => `row ${row}, column “${header}”, ${reasons[code].en}`),
  };
  return {
    fr: `${count} ${count > 1 ? "lignes écartées" : "ligne écartée"}\u00a0: ${list.fr.join("\u202f; ")}${more ? "\u202f; etc." : "."}`,
    en: `${count} ${count > 1 ? "rows" : "row"} left out: ${list.en.join("; ")}${more ? "; etc." : "."}`,
  };
}
