// The sentences that say what is wrong, in each language: what, where, what to do.
import { quoted, type Language, type Words } from "./language.ts";
import { formatNumber } from "./number.ts";
import type { Problem } from "./problem.ts";
import { statisticsSentences } from "./statistics/problem.ts";
import { at, en, fr, shape } from "./wording.ts";

const quote: Record<Language, (text: string) => string> = {
  fr: (text) => quoted(text, "fr"),
  en: (text) => quoted(text, "en"),
};

function list(texts: readonly (string | Words)[], language: Language): string {
  return texts.map((text) => quote[language](typeof text === "string" ? text : text[language])).join(", ");
}

function zeroDenominator(
  problem: Extract<Problem, { kind: "zero_denominator" }>,
  language: Language,
): string {
  const { denominator, numerator, value = 0, zeros = [], advice } = problem;
  const below = denominator[language];
  const others = list(zeros, language);
  const number = formatNumber(value, language);
  if (language === "fr") {
    const then = advice?.fr ?? "Vérifiez la plage ou la période.";
    if (problem.zeros && others === "") return `${below} vaut 0\u00a0: rien à calculer. ${then}`;
    if (problem.zeros) return `${below} et ${others} valent 0\u00a0: rien à calculer. ${then}`;
    const against = numerator ? ` pour ${number} de ${numerator.fr}` : "";
    return `${below} vaut 0${against}\u00a0: le résultat n'est pas défini. ${then}`;
  }
  const then = advice?.en ?? "Check the range or the period.";
  if (problem.zeros && others === "") return `${below} is 0: there is nothing to compute. ${then}`;
  if (problem.zeros) return `${below} and ${others} are 0: there is nothing to compute. ${then}`;
  const against = numerator ? ` against ${number} of ${numerator.en}` : "";
  return `${below} is 0${against}: the result is undefined. ${then}`;
}

/** The first of many, for a sentence. */
function few(texts: readonly string[]): string {
  return texts.slice(0, 3).join(", ") + (texts.length > 3 ? "…" : "");
}

function notAdditive(problem: Extract<Problem, { kind: "not_additive" }>, language: Language): string {
  const { metric, windows = [] } = problem;
  const rows = formatNumber(problem.rows, language);
  const shown = few(windows);
  if (language === "fr") {
    const known = shown && ` Une valeur existe pour ${shown}`;
    const bounds = problem.windows && ', ou demandez un encadrement avec "bornes"';
    return `${quote.fr(metric.fr)} ne s'additionne pas et ${rows} lignes sont concernées.${known && `${known}.`} Choisissez une seule ligne, par la période ou un filtre${bounds ?? ""}.`;
  }
  const known = shown && ` There is a value for ${shown}`;
  const bounds = problem.windows && ', or ask for "bounds"';
  return `${quote.en(metric.en)} cannot be added up and ${rows} rows are concerned.${known && `${known}.`} Choose a single row, by the period or a filter${bounds ?? ""}.`;
}

/** What is wrong, in a sentence or two of each language. */
export function sentences(problem: Problem): Words {
  switch (problem.kind) {
    case "not_a_number":
      return {
        fr: `${at(problem, "fr")} ${quote.fr(problem.found)} n'est pas un nombre. Corrigez la cellule ou videz-la.`,
        en: `${at(problem, "en")} ${quote.en(problem.found)} is not a number. Correct the cell or clear it.`,
      };
    case "negative":
      return {
        fr: `${at(problem, "fr")} ${fr(problem.value)} est négatif. Vérifiez la cellule.`,
        en: `${at(problem, "en")} ${en(problem.value)} is negative. Check the cell.`,
      };
    case "out_of_range":
      return {
        fr: `${at(problem, "fr")} ${fr(problem.value)} n'est pas entre ${fr(problem.low)} et ${fr(problem.high)}. Écrivez 0,6 ou 60\u00a0% pour soixante pour cent.`,
        en: `${at(problem, "en")} ${en(problem.value)} is not between ${en(problem.low)} and ${en(problem.high)}. Write 0.6 or 60% for sixty per cent.`,
      };
    case "not_a_score":
      return {
        fr: `${at(problem, "fr")} ${fr(problem.value)} n'est pas une note entière de ${fr(problem.low)} à ${fr(problem.high)}. Corrigez la réponse ou videz la cellule.`,
        en: `${at(problem, "en")} ${en(problem.value)} is not a whole score from ${en(problem.low)} to ${en(problem.high)}. Correct the answer or clear the cell.`,
      };
    case "not_a_day":
      return {
        fr: `${at(problem, "fr")} ${quote.fr(problem.found)} n'est pas une date. Utilisez une cellule de date, ou "2026-01-31".`,
        en: `${at(problem, "en")} ${quote.en(problem.found)} is not a date. Use a date cell, or "2026-01-31".`,
      };
    case "empty":
      return {
        fr: `${at(problem, "fr")} aucune valeur. Donnez un nombre ou une plage qui en contient.`,
        en: `${at(problem, "en")} no value. Give a number or a range that holds some.`,
      };
    case "one_value_only":
      return {
        fr: `${at(problem, "fr")} une seule valeur attendue, ${fr(problem.values)} trouvées, et les additionner n'aurait pas de sens. Donnez une cellule, ou calculez ligne par ligne avec KPI_EACH.`,
        en: `${at(problem, "en")} one value is expected, ${en(problem.values)} were found, and adding them would mean nothing. Give one cell, or compute row by row with KPI_EACH.`,
      };
    case "too_many_arguments":
      return {
        fr: `${fr(problem.given)} arguments donnés, ${fr(problem.most)} au plus. Retirez ceux qui sont en trop.`,
        en: `${en(problem.given)} arguments given, ${en(problem.most)} at most. Remove the extra ones.`,
      };
    case "shapes_differ":
      return {
        fr: `${shape(problem.first, "fr")} et ${shape(problem.second, "fr")}. Donnez des plages de même taille, ou des totaux avec SUM(…).`,
        en: `${shape(problem.first, "en")} and ${shape(problem.second, "en")}. Give ranges of one size, or totals with SUM(…).`,
      };
    case "zero_denominator":
      return { fr: zeroDenominator(problem, "fr"), en: zeroDenominator(problem, "en") };
    case "impossible":
      return {
        fr: `le résultat serait ${fr(problem.value)}, hors de ${fr(problem.low)} à ${fr(problem.high)}. Vérifiez ${list(problem.parts, "fr")}.`,
        en: `the result would be ${en(problem.value)}, outside ${en(problem.low)} to ${en(problem.high)}. Check ${list(problem.parts, "en")}.`,
      };
    case "diverges":
      return {
        fr: "sans perte de clients ni actualisation, la valeur est infinie. Indiquez un nombre de périodes.",
        en: "with no customer lost and no discount, the value is infinite. Give a number of periods.",
      };
    case "not_started":
      return {
        fr: `la période commence le ${problem.start}, après le ${problem.today}\u00a0: il n'y a pas encore de rythme. Vérifiez les dates.`,
        en: `the period starts on ${problem.start}, after ${problem.today}: there is no pace yet. Check the dates.`,
      };
    case "ends_before":
      return {
        fr: `${at(problem, "fr")} ${problem.end} est avant ${problem.start}. Corrigez l'une des deux dates.`,
        en: `${at(problem, "en")} ${problem.end} is before ${problem.start}. Correct one of the two dates.`,
      };
    case "not_a_choice":
      return {
        fr: `${at(problem, "fr")} ${quote.fr(problem.found)} n'est pas prévu. Choix\u00a0: ${list(problem.choices, "fr")}.`,
        en: `${at(problem, "en")} ${quote.en(problem.found)} is not one of the choices: ${list(problem.choices, "en")}.`,
      };
    case "not_finite":
      return {
        fr: "le résultat dépasse les nombres que l'on sait calculer. Vérifiez l'ordre de grandeur des valeurs.",
        en: "the result is beyond what numbers can hold. Check the size of the values.",
      };
    case "unexpected":
      return {
        fr: "le calcul s'est arrêté sur une erreur de Boussole, vos données ne sont pas en cause. Signalez cette formule.",
        en: "the computation stopped on an error of Boussole's own, not of your data. Please report this formula.",
      };
    case "unknown_kpi":
      return {
        fr: `${quote.fr(problem.name)} n'est pas un KPI connu. ${problem.close.length > 0 ? `Vouliez-vous ${problem.close.join(" ou ")}\u00a0?` : "La liste est dans le menu Boussole."}`,
        en: `${quote.en(problem.name)} is not a known KPI. ${problem.close.length > 0 ? `Did you mean ${problem.close.join(" or ")}?` : "The list is in the Boussole menu."}`,
      };
    case "no_table":
      return {
        fr: "la plage doit commencer par une ligne d'en-têtes, suivie de données. Étendez la sélection.",
        en: "the range must begin with a row of headers, followed by data. Extend the selection.",
      };
    case "no_rows":
      return {
        fr: "aucune ligne pour cette période et ces filtres. Vérifiez les dates et les valeurs demandées.",
        en: "no row for this period and these filters. Check the dates and the values asked for.",
      };
    case "unknown_column":
      return {
        fr: `aucune colonne ${quote.fr(problem.wanted.fr)}. En-têtes trouvés\u00a0: ${list(problem.found, "fr")}. Renommez l'en-tête qui convient.`,
        en: `no column ${quote.en(problem.wanted.en)}. Headers found: ${list(problem.found, "en")}. Rename the right header.`,
      };
    case "ambiguous_column":
      return {
        fr: `plusieurs colonnes pour ${quote.fr(problem.wanted.fr)}\u00a0: ${list(problem.columns, "fr")}. Renommez celles qui sont en trop.`,
        en: `several columns for ${quote.en(problem.wanted.en)}: ${list(problem.columns, "en")}. Rename the extra ones.`,
      };
    case "unpaired_dimension":
      return {
        fr: `la dimension ${quote.fr(problem.dimension)} n'a pas de valeur. Les filtres vont par deux\u00a0: dimension, valeur.`,
        en: `the dimension ${quote.en(problem.dimension)} has no value. Filters go in pairs: dimension, value.`,
      };
    case "period_reversed":
      return {
        fr: `la période finit (${problem.to}) avant de commencer (${problem.from}). Inversez les deux dates.`,
        en: `the period ends (${problem.to}) before it starts (${problem.from}). Swap the two dates.`,
      };
    case "not_additive":
      return { fr: notAdditive(problem, "fr"), en: notAdditive(problem, "en") };
    case "no_window":
      return {
        fr: `pas de valeur pour la période du ${problem.from} au ${problem.to}. Périodes connues\u00a0: ${few(problem.windows)}. Demandez l'une d'elles, ou un encadrement avec "bornes".`,
        en: `no value for the period from ${problem.from} to ${problem.to}. Known periods: ${few(problem.windows)}. Ask for one of them, or for "bounds".`,
      };
    case "several_currencies":
      return {
        fr: `plusieurs devises\u00a0: ${problem.currencies.join(", ")}. Filtrez sur une seule, par exemple "currency"; "${problem.currencies[0]}".`,
        en: `several currencies: ${problem.currencies.join(", ")}. Filter on one, for example "currency", "${problem.currencies[0]}".`,
      };
    default:
      return statisticsSentences(problem);
  }
}
