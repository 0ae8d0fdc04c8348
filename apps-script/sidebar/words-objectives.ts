// The words of the Objectives view, in French and in English.
import type { Words } from "../../shared/language.ts";

export const objectiveWords = {
  objectivesTitle: { fr: "Objectifs de {workspace}", en: "Objectives of {workspace}" },
  firstObjective: { fr: "Aucun objectif", en: "No objective" },
  firstObjectiveWhy: {
    fr: "Un objectif réunit un KPI, un point de départ, une cible et une échéance. Boussole montre où vous en êtes.",
    en: "An objective joins a KPI, a starting point, a target and a deadline. Boussole shows where you stand.",
  },
  addObjective: { fr: "Fixer un objectif", en: "Set an objective" },
  newObjective: { fr: "Nouvel objectif", en: "New objective" },
  editObjective: { fr: "Modifier l'objectif", en: "Change the objective" },
  backToObjectives: { fr: "Tous les objectifs", en: "All objectives" },

  everything: { fr: "Tout", en: "Everything" },
  channel: { fr: "Un canal", en: "One channel" },
  campaign: { fr: "Une campagne", en: "One campaign" },
  channelName: { fr: "Canal", en: "Channel" },
  campaignName: { fr: "Campagne", en: "Campaign" },

  nowOf: { fr: "{value} aujourd'hui", en: "{value} now" },
  targetOf: { fr: "cible {value}", en: "target {value}" },
  fromBaseline: { fr: "départ {value}", en: "start {value}" },
  way: { fr: "{percent} du chemin", en: "{percent} of the way" },
  reached: { fr: "Cible atteinte", en: "Target reached" },
  worse: { fr: "En recul depuis le départ ({percent})", en: "Worse than at the start ({percent})" },
  noValue: { fr: "Pas encore de valeur", en: "No value yet" },
  dueOn: { fr: "échéance {day} ({when})", en: "due {day} ({when})" },
  wayOf: { fr: "Avancement\u00a0: {title}", en: "Progress: {title}" },

  edit: { fr: "Modifier", en: "Change" },
  editOf: { fr: "Modifier «\u00a0{title}\u00a0»", en: "Change “{title}”" },
  remove: { fr: "Supprimer", en: "Delete" },
  removeOf: { fr: "Supprimer «\u00a0{title}\u00a0»", en: "Delete “{title}”" },
  removeAsk: { fr: "Supprimer «\u00a0{title}\u00a0»\u202f?", en: "Delete “{title}”?" },

  kpiField: { fr: "KPI", en: "KPI" },
  chooseKpi: { fr: "Choisissez un KPI", en: "Choose a KPI" },
  titleField: { fr: "Intitulé", en: "Title" },
  scopeField: { fr: "Périmètre", en: "Scope" },
  baselineField: { fr: "Départ", en: "Start value" },
  targetField: { fr: "Cible", en: "Target" },
  startField: { fr: "Début", en: "From" },
  deadlineField: { fr: "Échéance", en: "Deadline" },
  takeRecent: { fr: "Valeur des 30 derniers jours", en: "Value of the last 30 days" },
  rateHelp: { fr: "Écrivez 5\u202f% ou 0,05.", en: "Write 5% or 0.05." },
  readAs: { fr: "soit {value}", en: "that is {value}" },
  save: { fr: "Enregistrer", en: "Save" },
  saving: { fr: "Enregistrement…", en: "Saving…" },
  saved: { fr: "Objectif enregistré.", en: "Objective saved." },
  removed: { fr: "Objectif supprimé.", en: "Objective deleted." },

  wantKpi: { fr: "Choisissez le KPI à suivre.", en: "Choose the KPI to follow." },
  wantScope: { fr: "Nommez le canal ou la campagne.", en: "Name the channel or the campaign." },
  wantFigure: { fr: "Écrivez un nombre, comme 1200 ou 4,5.", en: "Write a number, such as 1200 or 4.5." },
  wantDate: { fr: "Choisissez un jour.", en: "Choose a day." },
  sameEnds: { fr: "La cible doit différer du départ.", en: "The target must differ from the start value." },
  deadlineBeforeStart: { fr: "L'échéance vient avant le début.", en: "The deadline comes before the start." },

  changedMeanwhile: {
    fr: "Quelqu'un a modifié cet objectif pendant que vous l'écriviez. Ce que vous avez tapé est toujours là. Sa version diffère ainsi\u00a0:",
    en: "Someone changed this objective while you were writing. What you typed is still there. Their version differs so:",
  },
  sameAsYours: {
    fr: "En fait, elle dit la même chose que la vôtre.",
    en: "In fact, it says the same as yours.",
  },
  keepMine: { fr: "Enregistrer la mienne", en: "Save mine" },
  takeTheirs: { fr: "Prendre la sienne", en: "Take theirs" },
} satisfies Readonly<Record<string, Words>>;
