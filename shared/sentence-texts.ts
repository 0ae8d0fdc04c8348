// The sentences that say what is wrong, as texts: `{name}` stands for a piece of the evidence, `<name>` for one quoted.
import type { Words } from "./language.ts";
import { objectiveTexts } from "./objectives/problem-texts.ts";
import { statisticsTexts } from "./statistics/problem-texts.ts";
import { warningTexts } from "./warning-texts.ts";

const texts = {
  not_a_number: {
    fr: "{at} <found> n'est pas un nombre. Corrigez la cellule ou videz-la.",
    en: "{at} <found> is not a number. Correct the cell or clear it.",
  },
  negative: {
    fr: "{at} {value} est négatif. Vérifiez la cellule.",
    en: "{at} {value} is negative. Check the cell.",
  },
  out_of_range: {
    fr: "{at} {value} n'est pas entre {low} et {high}. Écrivez 0,6 ou 60\u00a0% pour soixante pour cent.",
    en: "{at} {value} is not between {low} and {high}. Write 0.6 or 60% for sixty per cent.",
  },
  not_a_score: {
    fr: "{at} {value} n'est pas une note entière de {low} à {high}. Corrigez la réponse ou videz la cellule.",
    en: "{at} {value} is not a whole score from {low} to {high}. Correct the answer or clear the cell.",
  },
  not_a_day: {
    fr: '{at} <found> n\'est pas une date. Utilisez une cellule de date, ou "2026-01-31".',
    en: '{at} <found> is not a date. Use a date cell, or "2026-01-31".',
  },
  empty: {
    fr: "{at} aucune valeur. Donnez un nombre ou une plage qui en contient.",
    en: "{at} no value. Give a number or a range that holds some.",
  },
  one_value_only: {
    fr: "{at} une seule valeur attendue, {values} trouvées, et les additionner n'aurait pas de sens. Donnez une cellule, ou calculez ligne par ligne avec KPI_EACH.",
    en: "{at} one value is expected, {values} were found, and adding them would mean nothing. Give one cell, or compute row by row with KPI_EACH.",
  },
  too_many_arguments: {
    fr: "{given} arguments donnés, {most} au plus. Retirez ceux qui sont en trop.",
    en: "{given} arguments given, {most} at most. Remove the extra ones.",
  },
  shapes_differ: {
    fr: "{first} et {second}. Donnez des plages de même taille, ou des totaux avec SUM(…).",
    en: "{first} and {second}. Give ranges of one size, or totals with SUM(…).",
  },
  zero_denominator: {
    fr: "{denominator} vaut 0\u00a0: le résultat n'est pas défini. {advice}",
    en: "{denominator} is 0: the result is undefined. {advice}",
  },
  zero_against: {
    fr: "{denominator} vaut 0 pour {value} de {numerator}\u00a0: le résultat n'est pas défini. {advice}",
    en: "{denominator} is 0 against {value} of {numerator}: the result is undefined. {advice}",
  },
  zero_alone: {
    fr: "{denominator} vaut 0\u00a0: rien à calculer. {advice}",
    en: "{denominator} is 0: there is nothing to compute. {advice}",
  },
  zero_all: {
    fr: "{denominator} et <zeros> valent 0\u00a0: rien à calculer. {advice}",
    en: "{denominator} and <zeros> are 0: there is nothing to compute. {advice}",
  },
  zero_advice: { fr: "Vérifiez la plage ou la période.", en: "Check the range or the period." },
  impossible: {
    fr: "le résultat serait {value}, hors de {low} à {high}. Vérifiez <parts>.",
    en: "the result would be {value}, outside {low} to {high}. Check <parts>.",
  },
  diverges: {
    fr: "sans perte de clients ni actualisation, la valeur est infinie. Indiquez un nombre de périodes.",
    en: "with no customer lost and no discount, the value is infinite. Give a number of periods.",
  },
  not_started: {
    fr: "la période commence le {start}, après le {today}\u00a0: il n'y a pas encore de rythme. Vérifiez les dates.",
    en: "the period starts on {start}, after {today}: there is no pace yet. Check the dates.",
  },
  ends_before: {
    fr: "{at} {end} est avant {start}. Corrigez l'une des deux dates.",
    en: "{at} {end} is before {start}. Correct one of the two dates.",
  },
  not_a_choice: {
    fr: "{at} <found> n'est pas prévu. Choix\u00a0: <choices>.",
    en: "{at} <found> is not one of the choices: <choices>.",
  },
  not_finite: {
    fr: "le résultat dépasse les nombres que l'on sait calculer. Vérifiez l'ordre de grandeur des valeurs.",
    en: "the result is beyond what numbers can hold. Check the size of the values.",
  },
  unexpected: {
    fr: "le calcul s'est arrêté sur une erreur de Boussole, vos données ne sont pas en cause. Signalez cette formule.",
    en: "the computation stopped on an error of Boussole's own, not of your data. Please report this formula.",
  },
  unknown_kpi: {
    fr: "<name> n'est pas un KPI connu. La liste est dans le menu Boussole.",
    en: "<name> is not a known KPI. The list is in the Boussole menu.",
  },
  misspelt_kpi: {
    fr: "<name> n'est pas un KPI connu. Vouliez-vous {close}\u00a0?",
    en: "<name> is not a known KPI. Did you mean {close}?",
  },
  no_table: {
    fr: "la plage doit commencer par une ligne d'en-têtes, suivie de données. Étendez la sélection.",
    en: "the range must begin with a row of headers, followed by data. Extend the selection.",
  },
  no_rows: {
    fr: "aucune ligne pour cette période et ces filtres. Vérifiez les dates et les valeurs demandées.",
    en: "no row for this period and these filters. Check the dates and the values asked for.",
  },
  unknown_column: {
    fr: "aucune colonne <wanted>. En-têtes trouvés\u00a0: <found>. Renommez l'en-tête qui convient.",
    en: "no column <wanted>. Headers found: <found>. Rename the right header.",
  },
  ambiguous_column: {
    fr: "plusieurs colonnes pour <wanted>\u00a0: <columns>. Renommez celles qui sont en trop.",
    en: "several columns for <wanted>: <columns>. Rename the extra ones.",
  },
  unpaired_dimension: {
    fr: "la dimension <dimension> n'a pas de valeur. Les filtres vont par deux\u00a0: dimension, valeur.",
    en: "the dimension <dimension> has no value. Filters go in pairs: dimension, value.",
  },
  period_reversed: {
    fr: "la période finit ({to}) avant de commencer ({from}). Inversez les deux dates.",
    en: "the period ends ({to}) before it starts ({from}). Swap the two dates.",
  },
  not_additive: {
    fr: "<metric> ne s'additionne pas et {rows} lignes sont concernées.{known} Choisissez une seule ligne, par la période ou un filtre{bounds}.",
    en: "<metric> cannot be added up and {rows} rows are concerned.{known} Choose a single row, by the period or a filter{bounds}.",
  },
  additive_known: { fr: " Une valeur existe pour {windows}.", en: " There is a value for {windows}." },
  additive_bounds: {
    fr: ', ou demandez un encadrement avec "bornes"',
    en: ', or ask for "bounds"',
  },
  no_window: {
    fr: "pas de valeur pour la période du {from} au {to}. Périodes connues\u00a0: {windows}. Demandez l'une d'elles, ou un encadrement avec \"bornes\".",
    en: 'no value for the period from {from} to {to}. Known periods: {windows}. Ask for one of them, or for "bounds".',
  },
  several_currencies: {
    fr: 'plusieurs devises\u00a0: {currencies}. Filtrez sur une seule, par exemple "currency"; "{first}".',
    en: 'several currencies: {currencies}. Filter on one, for example "currency", "{first}".',
  },
  ...statisticsTexts,
  ...objectiveTexts,
  ...warningTexts,
} satisfies Record<string, Words>;

export const sentenceTexts: Readonly<Record<TextName, Words>> = texts;
export type TextName = keyof typeof texts;

export function textNamed(name: TextName): Words {
  return sentenceTexts[name];
}
