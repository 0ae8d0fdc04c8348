// Every word of the sidebar, in French and in English; `{cell}` and its like are filled in by `say`.
import type { Language, Words } from "../../shared/language.ts";
import { kpiWords } from "./words-kpis.ts";
import { countingWords } from "./words-counting.ts";
import { connectingWords } from "./words-connecting.ts";
import { objectiveFormWords } from "./words-objectives-form.ts";
import { objectiveReviewWords } from "./words-objectives-review.ts";
import { objectiveWords } from "./words-objectives.ts";
import { sourceWords } from "./words-sources.ts";
import { rangeWords } from "./words-range.ts";
import { statusWords } from "./words-status.ts";
import { utmWords } from "./words-utm.ts";

export const words = {
  views: { fr: "Vues de Boussole", en: "Boussole views" },
  objectives: { fr: "Objectifs", en: "Objectives" },
  kpis: { fr: "KPI", en: "KPI" },
  sources: { fr: "Sources", en: "Sources" },
  status: { fr: "État", en: "Status" },

  noObjective: { fr: "Aucun objectif", en: "No objective" },
  noObjectiveWhy: {
    fr: "Un objectif réunit un KPI, un point de départ, une cible et une échéance. Il appartient à un espace de travail, et ce classeur n'est relié à aucun.",
    en: "An objective joins a KPI, a starting point, a target and a deadline. It belongs to a workspace, and this spreadsheet is not connected to one.",
  },
  nothingToRefresh: { fr: "Rien à actualiser", en: "Nothing to refresh" },
  nothingToRefreshWhy: {
    fr: "Aucune source n'alimente ce classeur. Vos formules se recalculent seules quand vos cellules changent.",
    en: "No source feeds this spreadsheet. Your formulas recompute by themselves when your cells change.",
  },
  begin: { fr: "Commencer", en: "Get started" },
  loading: { fr: "Lecture…", en: "Reading…" },
  retry: { fr: "Réessayer", en: "Try again" },
  pairAgain: { fr: "Relier de nouveau", en: "Connect again" },
  unreachable: {
    fr: "Le serveur de Boussole ne répond pas. Les chiffres déjà dans la feuille y restent, et vos formules aussi.",
    en: "Boussole's server does not answer. The figures already in the sheet stay there, and so do your formulas.",
  },
  withCode: { fr: "({code})", en: "({code})" },

  search: { fr: "Chercher un KPI", en: "Search for a KPI" },
  found: { fr: "{count} KPI", en: "{count} KPIs" },
  foundOne: { fr: "1 KPI", en: "1 KPI" },
  noneFound: { fr: "Aucun KPI pour «\u00a0{query}\u00a0».", en: "No KPI for “{query}”." },
  clearSearch: { fr: "Effacer la recherche", en: "Clear the search" },
  allKpis: { fr: "Tous les KPI", en: "All KPIs" },

  formula: { fr: "Calcul", en: "Calculation" },
  unit: { fr: "Unité", en: "Unit" },
  better: { fr: "Sens", en: "Direction" },
  example: { fr: "Exemple", en: "Example" },
  frenchName: { fr: "Nom français", en: "French name" },

  insertTitle: { fr: "Insérer dans la feuille", en: "Insert in the sheet" },
  insertHelp: {
    fr: "Pour chaque valeur, sélectionnez des cellules, ou tapez une plage ou un nombre.",
    en: "For each value, select cells, or type a range or a number.",
  },
  from: { fr: "Vous avez", en: "You have" },
  fromCounts: { fr: "les {count} effectifs", en: "the {count} counts" },
  fromAnswers: { fr: "la plage des {name}", en: "the range of {name}" },
  optional: { fr: "facultatif", en: "optional" },
  takeSelection: { fr: "Prendre la sélection", en: "Use selection" },
  takeSelectionFor: { fr: "Prendre la sélection\u00a0: {name}", en: "Use selection: {name}" },
  fillExample: { fr: "Remplir avec l'exemple", en: "Fill with the example" },
  preview: { fr: "Formule", en: "Formula" },
  insert: { fr: "Insérer", en: "Insert" },
  inserting: { fr: "Écriture…", en: "Writing…" },
  insertWhere: {
    fr: "dans la cellule sélectionnée",
    en: "in the selected cell",
  },
  wantNumber: {
    fr: "Écrivez une cellule (B2), une plage (B2:B31) ou un nombre (1200).",
    en: "Write a cell (B2), a range (B2:B31) or a number (1200).",
  },
  wantDay: {
    fr: "Écrivez une cellule (B2), une plage (B2:B31) ou un jour (2026-01-31).",
    en: "Write a cell (B2), a range (B2:B31) or a day (2026-01-31).",
  },
  wantChoice: { fr: "Choisissez dans la liste.", en: "Choose from the list." },
  inserted: { fr: "{cell} = {display}", en: "{cell} = {display}" },
  insertedPending: { fr: "Formule écrite dans {cell}.", en: "Formula written in {cell}." },
  insertedError: {
    fr: "Formule écrite dans {cell}, qui affiche une erreur. {reason}",
    en: "Formula written in {cell}, which shows an error. {reason}",
  },
  insertedErrorUnknown: {
    fr: "Survolez la cellule pour lire pourquoi.",
    en: "Hover over the cell to read why.",
  },
  replace: { fr: "Remplacer", en: "Replace" },
  cancel: { fr: "Annuler", en: "Cancel" },

  no_cell: {
    fr: "Aucune cellule n'est sélectionnée. Cliquez sur une cellule de la feuille, puis recommencez.",
    en: "No cell is selected. Click a cell of the sheet, then try again.",
  },
  no_such_range: {
    fr: "{range} n'existe pas dans ce classeur. Corrigez la plage.",
    en: "{range} does not exist in this spreadsheet. Correct the range.",
  },
  not_empty: {
    fr: "{cell} contient déjà «\u00a0{content}\u00a0». Remplacer\u202f?",
    en: "{cell} already holds “{content}”. Replace it?",
  },
  own_cell: {
    fr: "{cell} fait partie de {range}, que la formule lit. Sélectionnez dans la feuille la cellule qui recevra le résultat.",
    en: "{cell} is part of {range}, which the formula reads. In the sheet, select the cell that should receive the result.",
  },
  not_writable: {
    fr: "Rien n'a été écrit dans {cell}\u00a0: la cellule est peut-être protégée, ou le classeur en lecture seule. Choisissez une autre cellule.",
    en: "Nothing was written in {cell}: the cell may be protected, or the spreadsheet read-only. Choose another cell.",
  },
  unexpected: {
    fr: "La demande n'a pas abouti. Vos cellules n'ont pas changé. Réessayez\u202f; si cela continue, fermez puis rouvrez Boussole.",
    en: "The request did not succeed. Your cells have not changed. Try again; if it goes on, close Boussole and open it again.",
  },
  several_accounts: {
    fr: "Plusieurs comptes Google sont ouverts dans ce navigateur, et Google bloque Boussole. Ouvrez ce classeur dans une fenêtre privée avec un seul compte, ou dans un profil à part.",
    en: "Several Google accounts are open in this browser, and Google blocks Boussole. Open this spreadsheet in a private window with a single account, or in a profile of its own.",
  },
  not_authorised: {
    fr: "Google n'autorise plus Boussole dans ce classeur. Rouvrez Boussole depuis le menu Extensions pour donner votre accord.",
    en: "Google no longer allows Boussole in this spreadsheet. Open Boussole again from the Extensions menu to give your consent.",
  },
  offline: {
    fr: "Google ne répond pas. Vérifiez votre connexion, puis réessayez\u00a0: vos cellules n'ont pas changé.",
    en: "Google does not answer. Check your connection, then try again: your cells have not changed.",
  },
  ...kpiWords,
  ...sourceWords,
  ...rangeWords,
  ...connectingWords,
  ...countingWords,
  ...utmWords,
  ...statusWords,
  ...objectiveWords,
  ...objectiveFormWords,
  ...objectiveReviewWords,
} satisfies Readonly<Record<string, Words>>;

export type Word = keyof typeof words;

/** The text of a word in a language, its `{…}` filled in. */
export function say(
  word: Word,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[word][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
