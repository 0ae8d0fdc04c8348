// The words of the list of objectives and of the page of one, in French and in English.
import type { Words } from "../../shared/language.ts";

export const objectiveWords = {
  objectivesTitle: { fr: "Objectifs de {workspace}", en: "Objectives of {workspace}" },
  firstObjective: { fr: "Aucun objectif", en: "No objective" },
  firstObjectiveWhy: {
    fr: "Dites ce que vous voulez obtenir. Boussole propose l'indicateur, le point de départ et la cible, calcule vos chances, puis suit le chemin et dit ce qui coince.",
    en: "Say what you want to obtain. Boussole proposes the KPI, the starting point and the target, computes your chances, then follows the way and tells what is wrong.",
  },
  addObjective: { fr: "Fixer un objectif", en: "Set an objective" },
  backToObjectives: { fr: "Tous les objectifs", en: "All objectives" },
  backToObjective: { fr: "L'objectif", en: "The objective" },
  untitled: { fr: "Sans titre", en: "Untitled" },
  retiredOnes: { fr: "Objectifs retirés ({count})", en: "Retired objectives ({count})" },

  setSound: { fr: "L'ensemble est équilibré", en: "The set is balanced" },
  setOne: { fr: "L'ensemble\u00a0: 1 point à voir", en: "The set: 1 point to look at" },
  setSeveral: { fr: "L'ensemble\u00a0: {count} points à voir", en: "The set: {count} points to look at" },

  isKpi: { fr: "KPI", en: "KPI" },
  isMetric: { fr: "métrique", en: "metric" },
  targetOf: { fr: "cible {value}", en: "target {value}" },
  way: { fr: "{percent} du chemin", en: "{percent} of the way" },
  worse: { fr: "en recul depuis le départ ({percent})", en: "worse than at the start ({percent})" },
  staysWithin: {
    fr: "{percent} des périodes dans la limite",
    en: "{percent} of the periods within the limit",
  },
  expectedWay: { fr: "{percent} attendus à ce jour", en: "{percent} expected by today" },
  sparkline: {
    fr: "Évolution sur {count} périodes\u00a0: de {first} à {last}",
    en: "Course over {count} periods: from {first} to {last}",
  },
  nextReviewOn: { fr: "Prochaine revue le {day}", en: "Next review on {day}" },
  reviewDue: { fr: "Revue attendue depuis le {day}", en: "Review due since {day}" },
  toReview: {
    fr: "À revoir\u00a0: aucune revue depuis deux périodes",
    en: "To review: none held for two periods",
  },
  fedAgo: { fr: "Données lues {when}.", en: "Data read {when}." },
  neverFed: { fr: "Aucune donnée lue pour l'instant.", en: "No data read so far." },

  chanceOne: { fr: "{count} chance sur 10", en: "{count} chance in 10" },
  chances: { fr: "{count} chances sur 10", en: "{count} chances in 10" },
  chancesBetween: {
    fr: "Entre {low} et {high} chances sur 10",
    en: "Between {low} and {high} chances in 10",
  },
  chancesLow: { fr: "Moins d'1 chance sur 20", en: "Less than 1 chance in 20" },
  chancesHigh: { fr: "Plus de 19 chances sur 20", en: "More than 19 chances in 20" },

  edit: { fr: "Modifier", en: "Change" },
  remove: { fr: "Supprimer", en: "Delete" },
  removeAsk: {
    fr: "Supprimer «\u00a0{title}\u00a0» et son historique\u202f? Retirer un objectif le garde.",
    en: "Delete “{title}” and its history? Retiring an objective keeps it.",
  },
  removed: { fr: "Objectif supprimé.", en: "Objective deleted." },
  saved: { fr: "Objectif enregistré.", en: "Objective saved." },
  draftSaved: { fr: "Brouillon enregistré.", en: "Draft saved." },
  reviewSaved: { fr: "Revue enregistrée.", en: "Review saved." },
  retiredTold: { fr: "Objectif retiré. Son historique reste.", en: "Objective retired. Its history stays." },

  retire: { fr: "Retirer", en: "Retire" },
  retireTitle: { fr: "Retirer cet objectif", en: "Retire this objective" },
  retireHelp: {
    fr: "Il n'est plus suivi\u202f; son historique reste, avec la raison.",
    en: "It is no longer followed; its history stays, with the reason.",
  },
  retireReason: { fr: "Pourquoi\u202f?", en: "Why?" },
  retireReplacedBy: { fr: "Remplacé par", en: "Replaced by" },
  nobodyReplaces: { fr: "Rien", en: "Nothing" },
  retiredOn: { fr: "Retiré le {day}\u00a0: {reason}", en: "Retired on {day}: {reason}" },
  replacedBy: { fr: "Remplacé par «\u00a0{title}\u00a0».", en: "Replaced by “{title}”." },
  wantReason: { fr: "Écrivez la raison.", en: "Write the reason." },

  historyTitle: { fr: "Évolution", en: "Course" },
  historyTooShort: {
    fr: "Il faut deux périodes lues pour dessiner l'évolution.",
    en: "It takes two periods read to draw the course.",
  },
  historyDrawing: {
    fr: "Du {from} au {to}\u00a0: entre {low} et {high}, {last} en dernier.",
    en: "From {from} to {to}: between {low} and {high}, {last} last.",
  },
  highest: { fr: "plus haut\u00a0: {value}", en: "highest: {value}" },
  lowest: { fr: "plus bas\u00a0: {value}", en: "lowest: {value}" },
  addNote: { fr: "Noter un événement", en: "Note an event" },
  noteText: { fr: "Que s'est-il passé\u202f?", en: "What happened?" },
  noteHelp: {
    fr: "Changement de prix, grève, nouveau site… La note se lit à côté des chiffres.",
    en: "A price change, a strike, a new site… The note is read beside the figures.",
  },
  noteDay: { fr: "Quel jour\u202f?", en: "On which day?" },
  wantNote: { fr: "Écrivez ce qui s'est passé.", en: "Write what happened." },
  wantDate: { fr: "Choisissez un jour.", en: "Choose a day." },
  removeNote: { fr: "Effacer", en: "Remove" },
  removeNoteOf: { fr: "Effacer la note «\u00a0{text}\u00a0»", en: "Remove the note “{text}”" },

  factsTitle: { fr: "Définition", en: "Definition" },
  versionsTitle: { fr: "Qui a changé quoi", en: "Who changed what" },
  didCreate: { fr: "Créé", en: "Created" },
  didChange: { fr: "Changé\u00a0:", en: "Changed:" },
  didRetire: { fr: "Retiré", en: "Retired" },
  periodField: { fr: "Période", en: "Period" },
  period: { fr: "{from} – {to}", en: "{from} – {to}" },
} satisfies Readonly<Record<string, Words>>;
