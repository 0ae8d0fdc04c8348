// The words about KPIs that are not about one of them: units, directions, roles.
import type { Better, Kpi, KpiUnit } from "./kpi.ts";
import type { Words } from "./language.ts";

export const units: Readonly<Record<KpiUnit, Words>> = {
  money: { fr: "montant, dans la devise de vos données", en: "amount, in the currency of your data" },
  money_per_day: { fr: "montant par jour", en: "amount per day" },
  rate: { fr: "taux (0,05 vaut 5\u202f%)", en: "rate (0.05 is 5%)" },
  multiple: { fr: "multiple (6 veut dire 6 fois)", en: "multiple (6 means 6 times)" },
  points: { fr: "points, de −100 à 100", en: "points, from −100 to 100" },
  score: {
    fr: "note moyenne, sur l'échelle du questionnaire",
    en: "average score, on the scale of the survey",
  },
  count: { fr: "nombre entier", en: "whole number" },
  number: { fr: "nombre", en: "number" },
  seconds: { fr: "secondes", en: "seconds" },
  hours: { fr: "heures", en: "hours" },
  days: { fr: "jours", en: "days" },
  months: { fr: "mois", en: "months" },
};

export const directions: Readonly<Record<Better, Words>> = {
  higher: { fr: "Plus il est haut, mieux c'est", en: "Higher is better" },
  lower: { fr: "Plus il est bas, mieux c'est", en: "Lower is better" },
  band: { fr: "Ni trop bas, ni trop haut", en: "Neither too low nor too high" },
  neutral: { fr: "À lire dans son contexte", en: "To be read in context" },
};

export const roles: Readonly<Record<Kpi["role"], Words>> = {
  result: { fr: "résultat", en: "result" },
  process: { fr: "processus", en: "process" },
};
