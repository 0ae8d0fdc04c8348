// The page of all KPIs, printed from the catalogue in one language or the other.
import { identityInWords, identityOf } from "../shared/identity.ts";
import { families, type Family, formulaInWords, type Kpi } from "../shared/kpi.ts";
import { exampleInWords } from "../shared/kpi-info.ts";
import { directions, units } from "../shared/kpi-words.ts";
import { contested } from "../shared/kpis/contested.ts";
import type { Language } from "../shared/language.ts";

const words = {
  fr: {
    intro: [
      "# Les KPI",
      "",
      "Cette page est écrite par `npm run docs` à partir du catalogue\u202f; ne la modifiez pas. [In English](kpis.md).",
      "",
      'Chaque KPI a un nom international et un nom français, qui sont tous deux des fonctions\u00a0: `=CPA(B2:B31; C2:C31)`. Une plage est additionnée d\'abord\u00a0: le résultat est un rapport de sommes, jamais une moyenne de rapports. Un taux est une fraction\u00a0: 0,05 vaut 5\u202f%. `=KPI_INFO("CPA")` donne sa définition dans une cellule, `=KPI_CHECK("CPA"; …)` sa valeur et ce qu\'elle a d\'inhabituel.',
      "",
      "Les KPI dont l'exemple commence par `KPI(` sont des quantités mesurées\u00a0: elles se calculent sur un tableau, sans fonction à leur nom.",
    ],
    columns: ["KPI", "Définition", "Unité", "Exemple"],
    identities: "## Comment ils découlent les uns des autres",
    contested: "## Ce qui se discute",
    sources: "Voir\u00a0:",
  },
  en: {
    intro: [
      "# The KPIs",
      "",
      "This page is written by `npm run docs` from the catalogue; do not edit it. [En français](kpis.fr.md).",
      "",
      'Each KPI has an international name and a French one, and both are functions: `=CPA(B2:B31, C2:C31)`. A range is added up first: the result is a ratio of sums, never a mean of ratios. A rate is a fraction: 0.05 is 5%. `=KPI_INFO("CPA")` gives its definition in a cell, `=KPI_CHECK("CPA", …)` its value and what is unusual about it.',
      "",
      "KPIs whose example begins with `KPI(` are measured quantities: they are computed over a table, with no function of their own name.",
    ],
    columns: ["KPI", "Definition", "Unit", "Example"],
    identities: "## How they follow from one another",
    contested: "## What is contested",
    sources: "See:",
  },
} as const;

/** The page in Markdown: a table for each family, a line for each KPI, then identities and contested definitions. */
export function printPage(kpis: readonly Kpi[], language: Language): string {
  const { intro, identities, contested: subjects, sources } = words[language];
  const sections = (Object.keys(families) as Family[]).flatMap((family) => {
    const found = kpis.filter((kpi) => kpi.family === family);
    return found.length > 0 ? [`## ${families[family][language]}`, "", ...tableOf(found, language), ""] : [];
  });
  const follow = kpis.filter(identityOf).map((kpi) => `- ${identityInWords(kpi, language)}`);
  const disputes = contested.flatMap(({ kpis: concerned, subject, text, sources: addresses }) => [
    `**${subject[language]}** (${concerned.join(", ")}). ${text[language]} ${sources} ${addresses.join(", ")}.`,
    "",
  ]);
  const page = [...intro, "", ...sections, identities, "", ...follow, "", subjects, "", ...disputes];
  return `${page.join("\n").trimEnd()}\n`;
}

function tableOf(kpis: readonly Kpi[], language: Language): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const { columns } = words[language];
  return [row(columns), row(columns.map(() => "---")), ...kpis.map((kpi) => row(cellsOf(kpi, language)))];
}

function cellsOf(kpi: Kpi, language: Language): string[] {
  const { name, alias, label, summary, unit, better } = kpi;
  const title = `${label[language].charAt(0).toUpperCase()}${label[language].slice(1)}`;
  return [
    `**${name}** <br> ${alias}`,
    `${title} = ${formulaInWords(kpi, language)}. <br> ${summary[language]}`,
    `${units[unit][language]}. <br> ${directions[better][language]}`,
    `\`${exampleInWords(kpi, language)}\``,
  ];
}
