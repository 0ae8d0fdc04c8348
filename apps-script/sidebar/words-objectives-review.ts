// The words of a review of an objective and of why it moves, in French and in English.
import type { Words } from "../../shared/language.ts";

export const objectiveReviewWords = {
  reviewNow: { fr: "Faire la revue", en: "Hold the review" },
  reviewTitle: { fr: "Revue", en: "Review" },
  reviewsTitle: { fr: "Revues et décisions", en: "Reviews and decisions" },
  firstReview: { fr: "C'est la première revue de cet objectif.", en: "This is its first review." },
  lastReview: { fr: "Dernière revue", en: "Last review" },
  valueThen: { fr: "Valeur d'alors", en: "Value then" },
  chancesThen: { fr: "Chances d'alors", en: "Chances then" },
  decisionField: { fr: "Que décidez-vous\u202f?", en: "What do you decide?" },
  decisionKept: { fr: "On continue", en: "Keep going" },
  decisionKeptMore: { fr: "L'objectif et les actions restent.", en: "The objective and the work stay." },
  decisionActed: { fr: "On agit", en: "Act" },
  decisionActedMore: {
    fr: "Une action est lancée\u202f; son effet sera mesuré.",
    en: "Something is done; its effect will be measured.",
  },
  decisionChanged: { fr: "On change l'objectif", en: "Change the objective" },
  decisionChangedMore: {
    fr: "La cible, l'échéance ou l'indicateur ne conviennent plus.",
    en: "The target, the deadline or the KPI no longer fits.",
  },
  decisionWhat: { fr: "Quoi, et pourquoi\u202f?", en: "What, and why?" },
  decisionBy: { fr: "Par qui\u202f?", en: "By whom?" },
  saveReview: { fr: "Enregistrer la décision", en: "Save the decision" },
  wantDecision: { fr: "Choisissez une décision.", en: "Choose a decision." },
  wantWhat: { fr: "Écrivez ce qui est décidé.", en: "Write what is decided." },
  wantWho: { fr: "Écrivez qui s'en charge.", en: "Write who takes it on." },
  effectLater: {
    fr: "Effet mesuré quand assez de jours seront passés.",
    en: "Effect measured once enough days have passed.",
  },

  whyTitle: { fr: "Pourquoi\u202f?", en: "Why?" },
  whyHelp: {
    fr: "Ce qui a bougé depuis la période précédente, part par part.",
    en: "What moved since the period before, part by part.",
  },
  whyAsk: { fr: "Expliquer l'écart", en: "Explain the change" },
  whyReading: { fr: "Recherche de ce qui a bougé…", en: "Looking for what moved…" },
  whyTooShort: {
    fr: "Il faut deux périodes entières et définitives pour comparer.",
    en: "It takes two whole and final periods to compare.",
  },
  factorsTitle: { fr: "Par facteur", en: "By factor" },
  channelsTitle: { fr: "Par canal", en: "By channel" },
  mixAndRate: {
    fr: "sa part dans l'ensemble {mix}, son propre chiffre {rate}",
    en: "its share of the whole {mix}, its own figure {rate}",
  },
  partsTotal: { fr: "Total, l'écart entier", en: "Total, the whole change" },
  guardsTitle: { fr: "À savoir avant de conclure", en: "To know before concluding" },
  readingsTitle: { fr: "Lectures possibles", en: "Possible readings" },
  beforeAfter: { fr: "{name}\u00a0: {before} → {after}", en: "{name}: {before} → {after}" },
  testFirst: { fr: "À vérifier d'abord\u00a0:", en: "To check first:" },
  causeTargeting: { fr: "ciblage", en: "targeting" },
  causeMessage: { fr: "message", en: "message" },
  causeChannel: { fr: "canal", en: "channel" },
  causeBudget: { fr: "budget", en: "budget" },
  causeFriction: { fr: "friction", en: "friction" },
  causeProcess: { fr: "processus", en: "process" },
  causeData: { fr: "donnée", en: "data" },

  budgetTitle: { fr: "Répartir le budget autrement", en: "Another split of the budget" },
  budgetMove: { fr: "{spend} → {suggested} par semaine", en: "{spend} → {suggested} a week" },
  budgetNever: {
    fr: "Une piste à peser\u00a0: Boussole ne change jamais un budget.",
    en: "Something to weigh: Boussole never changes a budget.",
  },
} satisfies Readonly<Record<string, Words>>;
