// What can be wrong with the data of a statistic, with its evidence, and the sentence that says it in each language.
import { quoted, type Words } from "../language.ts";
import type { InArgument, Place, Shaped } from "../problem.ts";
import { at, en, fr, shape, where } from "../wording.ts";

interface Amiss extends InArgument {
  readonly value: number;
}

export type StatisticsProblem =
  | ({ readonly kind: "not_whole" | "not_above_zero" } & Amiss)
  | ({ readonly kind: "not_between"; readonly low: number; readonly high: number } & Amiss)
  | ({
      readonly kind: "gap" | "not_in_order" | "growing" | "all_zero" | "too_steady";
    } & InArgument)
  | ({ readonly kind: "not_one_line" } & Shaped)
  | {
      readonly kind: "greater";
      readonly first: Words;
      readonly value: number;
      readonly second: Words;
      readonly limit: number;
      readonly place?: Place | undefined;
    }
  | {
      readonly kind: "no_repeat";
      readonly x: number;
      readonly recency: number;
      readonly place?: Place | undefined;
    }
  | { readonly kind: "too_few"; readonly what: Words; readonly found: number; readonly least: number }
  | { readonly kind: "too_large"; readonly what: Words; readonly found: number; readonly most: number }
  | { readonly kind: "no_fit"; readonly model: Words }
  | { readonly kind: "no_identity"; readonly kpi: string; readonly known: readonly string[] }
  | ({
      readonly kind: "factors_differ";
      readonly identity: Words;
      readonly least: number;
      readonly found: number;
    } & InArgument)
  | {
      readonly kind: "budget_out_of_reach";
      readonly total: number;
      readonly low: number;
      readonly high: number;
    };

/** What is said after the argument, its place and its value. */
const AMISS = {
  not_whole: {
    fr: "n'est pas un compte entier. Donnez un nombre, pas un taux.",
    en: "is not a whole count. Give a number, not a rate.",
  },
  not_above_zero: {
    fr: "n'est pas au-dessus de 0. Corrigez la valeur.",
    en: "is not above 0. Correct the value.",
  },
  gap: {
    fr: "cellule vide au milieu des données. Écrivez la valeur, ou 0.",
    en: "blank cell amid the data. Write the value, or 0.",
  },
  not_in_order: {
    fr: "date antérieure à la précédente. Triez les lignes.",
    en: "date earlier than the one before. Sort the rows.",
  },
  growing: {
    fr: "plus d'abonnés qu'avant. Suivez un seul groupe, sans les nouveaux.",
    en: "more subscribers than before. Follow a single group, without newcomers.",
  },
  all_zero: { fr: "rien que des 0. Vérifiez la plage.", en: "nothing but 0. Check the range." },
  too_steady: {
    fr: "trop stable pour montrer un effet. Faites varier ce budget de 20\u202f% quelques semaines.",
    en: "too steady to show an effect. Vary this budget by 20% for a few weeks.",
  },
} satisfies Record<string, Words>;

/** What is wrong, in a sentence or two of each language: what, where, what to do. */
export function statisticsSentences(problem: StatisticsProblem): Words {
  switch (problem.kind) {
    case "not_whole":
    case "not_above_zero": {
      const { fr: french, en: english } = AMISS[problem.kind];
      return {
        fr: `${at(problem, "fr")} ${fr(problem.value)} ${french}`,
        en: `${at(problem, "en")} ${en(problem.value)} ${english}`,
      };
    }
    case "not_between":
      return {
        fr: `${at(problem, "fr")} ${fr(problem.value)} n'est pas entre ${fr(problem.low)} et ${fr(problem.high)}. Corrigez la valeur.`,
        en: `${at(problem, "en")} ${en(problem.value)} is not between ${en(problem.low)} and ${en(problem.high)}. Correct the value.`,
      };
    case "gap":
    case "not_in_order":
    case "growing":
    case "all_zero":
    case "too_steady": {
      const { fr: french, en: english } = AMISS[problem.kind];
      return { fr: `${at(problem, "fr")} ${french}`, en: `${at(problem, "en")} ${english}` };
    }
    case "not_one_line":
      return {
        fr: `${shape(problem, "fr")}. Donnez une seule colonne.`,
        en: `${shape(problem, "en")}. Give a single column.`,
      };
    case "greater":
      return {
        fr: `${quoted(problem.first.fr, "fr")} (${fr(problem.value)}) dépasse ${quoted(problem.second.fr, "fr")} (${fr(problem.limit)})${where(problem.place, "fr")}. Vérifiez l'ordre des arguments.`,
        en: `${quoted(problem.first.en, "en")} (${en(problem.value)}) exceeds ${quoted(problem.second.en, "en")} (${en(problem.limit)})${where(problem.place, "en")}. Check the order of the arguments.`,
      };
    case "no_repeat":
      return {
        fr: `achats répétés ${fr(problem.x)}, récence ${fr(problem.recency)}${where(problem.place, "fr")}\u00a0: l'un ne va pas sans l'autre. Comptez les jours d'achat après le premier.`,
        en: `repeat purchases ${en(problem.x)}, recency ${en(problem.recency)}${where(problem.place, "en")}: one does not go without the other. Count the days of purchase after the first.`,
      };
    case "too_few":
      return {
        fr: `${problem.what.fr}\u00a0: ${fr(problem.found)}, il en faut au moins ${fr(problem.least)}. Donnez plus de données.`,
        en: `${problem.what.en}: ${en(problem.found)}, at least ${en(problem.least)} needed. Give more data.`,
      };
    case "too_large":
      return {
        fr: `${problem.what.fr}\u00a0: ${fr(problem.found)}, pas plus de ${fr(problem.most)} dans une cellule. Réduisez la plage, ou regroupez-en les lignes.`,
        en: `${problem.what.en}: ${en(problem.found)}, no more than ${en(problem.most)} in a cell. Shorten the range, or group its rows.`,
      };
    case "no_fit":
      return {
        fr: `${problem.model.fr} ne s'ajuste pas à ces données. Vérifiez l'unité de temps et les valeurs extrêmes.`,
        en: `${problem.model.en} does not fit these data. Check the unit of time and the extreme values.`,
      };
    case "no_identity":
      return {
        fr: `${problem.kpi} n'est pas un produit d'autres KPI. Essayez ${problem.known.join(", ")}.`,
        en: `${problem.kpi} is not a product of other KPIs. Try ${problem.known.join(", ")}.`,
      };
    case "factors_differ":
      return {
        fr: `${at(problem, "fr")} valeurs attendues ${fr(problem.least)}, données ${fr(problem.found)}. Suivez l'ordre de ${problem.identity.fr}.`,
        en: `${at(problem, "en")} values expected ${en(problem.least)}, given ${en(problem.found)}. Follow the order of ${problem.identity.en}.`,
      };
    case "budget_out_of_reach":
      return {
        fr: `${fr(problem.total)} est trop loin des budgets observés. Choisissez un total entre ${fr(problem.low)} et ${fr(problem.high)}, ou une variation plus large.`,
        en: `${en(problem.total)} is too far from the budgets observed. Choose a total between ${en(problem.low)} and ${en(problem.high)}, or a larger change.`,
      };
  }
}
