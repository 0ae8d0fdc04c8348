// The help of the functions that are not KPIs.
import type { Words } from "../shared/language.ts";
import { statisticsHelp } from "./statistics-help.ts";

/** A parameter: its English and French names, and what it takes. */
export type Parameter = readonly [en: string, fr: string, about: Words];

export interface Help {
  readonly about: Words;
  readonly parameters: readonly Parameter[];
}

const table: Parameter = [
  "table",
  "tableau",
  { fr: "plage avec sa ligne d'en-têtes", en: "range with its header row" },
];
const kpi: Parameter = [
  "kpi",
  "kpi",
  { fr: 'nom du KPI, par exemple "CPA"', en: 'name of the KPI, such as "CPA"' },
];
const dimension: Parameter = [
  "dimension",
  "dimension",
  { fr: 'colonne de découpage, ou "mois", "semaine"…', en: 'column to split by, or "month", "week"…' },
];
const rows: readonly Parameter[] = [
  ["from", "debut", { fr: "premier jour (facultatif)", en: "first day (optional)" }],
  ["to", "fin", { fr: "dernier jour, inclus (facultatif)", en: "last day, included (optional)" }],
  ["filter_dimension", "filtre", { fr: "colonne à filtrer (facultatif)", en: "column to filter (optional)" }],
  [
    "filter_value",
    "valeur",
    {
      fr: 'valeur ou plage de valeurs\u00a0; d\'autres paires peuvent suivre, et à la fin "bornes"',
      en: 'value or range of values; more pairs may follow, and "bounds" at the end',
    },
  ],
];
const first: Parameter = [
  "first",
  "premier",
  { fr: "premier argument du KPI", en: "first argument of the KPI" },
];
const second: Parameter = [
  "second",
  "deuxieme",
  {
    fr: "deuxième argument\u00a0; les suivants peuvent suivre",
    en: "second argument; the others may follow",
  },
];

const helps: Readonly<Record<string, Help>> = {
  KPI: {
    about: {
      fr: "Un KPI calculé sur les lignes d'un tableau, par période et par filtres",
      en: "A KPI over the rows of a table, by period and filters",
    },
    parameters: [kpi, table, ...rows],
  },
  KPI_BY: {
    about: {
      fr: "Un KPI par valeur d'une colonne, ou par mois, semaine…",
      en: "A KPI for each value of a column, or each month, week…",
    },
    parameters: [kpi, table, dimension, ...rows],
  },
  KPI_EACH: {
    about: { fr: "Un KPI ligne par ligne", en: "A KPI row by row" },
    parameters: [kpi, first, second],
  },
  KPI_INFO: {
    about: { fr: "La définition d'un KPI en toutes lettres", en: "The definition of a KPI in words" },
    parameters: [
      kpi,
      [
        "part",
        "partie",
        {
          fr: '"calcul", "unité", "sens", "exemple", "identité"… (facultatif)',
          en: '"formula", "unit", "direction", "example", "identity"… (optional)',
        },
      ],
    ],
  },
  OBJECTIVE: {
    about: {
      fr: "Où en est un objectif de l'onglet Objectifs",
      en: "Where an objective of the tab Objectives stands",
    },
    parameters: [
      ["name", "nom", { fr: "intitulé de l'objectif", en: "title of the objective" }],
      [
        "table",
        "tableau",
        {
          fr: "l'onglet des objectifs, par exemple Objectifs!A:Z",
          en: "the tab of objectives, such as Objectives!A:Z",
        },
      ],
      [
        "part",
        "partie",
        {
          fr: '"valeur", "cible", "progression", "probabilité", "statut", "prochaine revue", "échéance"… (facultatif)',
          en: '"value", "target", "progress", "probability", "status", "next review", "deadline"… (optional)',
        },
      ],
    ],
  },
  KPI_CHECK: {
    about: {
      fr: "La valeur d'un KPI et ce qu'elle a d'inhabituel",
      en: "The value of a KPI and what is unusual about it",
    },
    parameters: [kpi, first, second],
  },
};

/** The help of a function by its English name. */
export function toolHelp(name: string): Help {
  const help = helps[name] ?? statisticsHelp[name];
  if (!help) throw new Error(`No help for ${name}`);
  return help;
}
