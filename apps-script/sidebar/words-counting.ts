// The words of the choice of which source counts a figure, in French and in English.
import type { Words } from "../../shared/language.ts";

export const countingWords = {
  countingTitle: { fr: "Qui compte quoi", en: "Which source counts" },
  countingWhy: {
    fr: "Plusieurs sources donnent ces chiffres. Une seule compte, pour ne rien additionner deux fois.",
    en: "Several sources tell these figures. One counts, so that nothing is added up twice.",
  },
  countingAll: { fr: "Toutes, additionnées", en: "All, added up" },
  countingBy: { fr: "{metric}\u00a0: {source}", en: "{metric}: {source}" },
  countingChanged: {
    fr: "C'est noté. Actualisez pour le voir dans la feuille.",
    en: "Done. Refresh to see it in the sheet.",
  },
} satisfies Readonly<Record<string, Words>>;
