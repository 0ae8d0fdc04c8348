// The words of the KPI view: goals, and quantities that are read from a table.
import type { Words } from "../../shared/language.ts";

export const kpiWords = {
  goalField: { fr: "Ce que vous voulez obtenir", en: "What you want to achieve" },
  anyGoal: { fr: "Tous les KPI, par famille", en: "All KPIs, by family" },
  goalsMeant: { fr: "Vous voulez peut-être\u00a0:", en: "You may want to:" },
  goalPrimary: { fr: "KPI principal", en: "Main KPI" },
  goalSecondary: { fr: "Pour le lire", en: "To read it" },
  goalProcess: { fr: "Le travail qui y mène", en: "The work that leads to it" },

  toType: { fr: "À taper", en: "To type" },
  quantityHelp: {
    fr: "C'est une mesure\u00a0: la fonction KPI la lit dans un tableau qui a une colonne à son nom, comme l'onglet que Boussole actualise.",
    en: "It is a measure: the function KPI reads it in a table that has a column of its name, such as the tab that Boussole refreshes.",
  },
  wantTable: {
    fr: "Écrivez une plage avec sa ligne d'en-têtes (A1:K90).",
    en: "Write a range with its header row (A1:K90).",
  },
  toCheck: { fr: "À vérifier", en: "To check" },
} satisfies Readonly<Record<string, Words>>;
