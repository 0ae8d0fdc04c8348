// The definition of a KPI in words, whole or part by part.
import { formulaInWords, families, type Kpi, labelOf } from "./kpi.ts";
import { identityInWords } from "./identity.ts";
import { directions, roles, units } from "./kpi-words.ts";
import { fold, type Language, type Words } from "./language.ts";
import { fail } from "./problem.ts";

interface Part {
  readonly name: string;
  readonly label: Words;
  readonly say: (kpi: Kpi, language: Language) => string;
}

const parts: readonly Part[] = [
  {
    name: "label",
    label: { fr: "nom", en: "name" },
    say: ({ label }, language) => sentence(label[language]),
  },
  {
    name: "summary",
    label: { fr: "définition", en: "definition" },
    say: ({ summary }, language) => summary[language],
  },
  { name: "formula", label: { fr: "calcul", en: "formula" }, say: formulaInWords },
  { name: "unit", label: { fr: "unité", en: "unit" }, say: ({ unit }, language) => units[unit][language] },
  {
    name: "better",
    label: { fr: "sens", en: "direction" },
    say: ({ better }, language) => directions[better][language],
  },
  {
    name: "family",
    label: { fr: "famille", en: "family" },
    say: ({ family }, language) => families[family][language],
  },
  { name: "role", label: { fr: "rôle", en: "role" }, say: ({ role }, language) => roles[role][language] },
  {
    name: "alias",
    label: { fr: "alias", en: "French name" },
    say: ({ alias }) => alias,
  },
  { name: "arguments", label: { fr: "arguments", en: "arguments" }, say: argumentsInWords },
  { name: "example", label: { fr: "exemple", en: "example" }, say: exampleInWords },
  { name: "identity", label: { fr: "identité", en: "identity" }, say: identityInWords },
];

/** The definition of a KPI in a few sentences: what it is, how it is computed, how it reads. */
export function describe(kpi: Kpi, language: Language): string {
  const { name, alias, label, summary, better, unit } = kpi;
  const [colon, unitWord] = language === "fr" ? ["\u00a0:", "Unité"] : [":", "Unit"];
  const title = `${sentence(label[language])} (${name}, ${alias}) = ${formulaInWords(kpi, language)}.`;
  return `${title} ${summary[language]} ${directions[better][language]}. ${unitWord}${colon} ${units[unit][language]}.`;
}

/** One part of the definition, asked for by its name in either language. Fails with the names there are. */
export function describePart(kpi: Kpi, wanted: string, language: Language): string {
  const part = parts.find(({ name, label }) =>
    [name, label.fr, label.en].some((known) => fold(known) === fold(wanted)),
  );
  if (part) return part.say(kpi, language);
  const choices = parts.map(({ label }) => label);
  return fail({ kind: "not_a_choice", argument: { fr: "partie", en: "part" }, found: wanted, choices });
}

/** How the function is called: `CPA(dépenses; acquisitions; [coûts de conversion])`. */
function argumentsInWords(kpi: Kpi, language: Language): string {
  const names = kpi.args.map((argument) => {
    const label = labelOf(argument)[language];
    return argument.fallback === undefined ? label : `[${label}]`;
  });
  return names.join(separator(language));
}

const TABLE: Words = { fr: "tableau", en: "table" };

/** The executed example: `CPA(1000; 48; 200) = 25`; for a measured quantity, how it is asked for. */
export function exampleInWords({ name, kind, example }: Kpi, language: Language): string {
  if (kind === "quantity") return `KPI("${name}"${separator(language)}${TABLE[language]})`;
  const number = (value: number): string => {
    const text = String(Number(value.toPrecision(12)));
    return language === "fr" ? text.replace(".", ",") : text;
  };
  const item = (value: number | string): string => (typeof value === "number" ? number(value) : `"${value}"`);
  // Rows of a literal are separated by a semicolon in every locale.
  const args = example.args.map((argument) =>
    typeof argument === "object" ? `{${argument.map(item).join("; ")}}` : item(argument),
  );
  return `${name}(${args.join(separator(language))}) = ${number(example.value)}`;
}

function separator(language: Language): string {
  return language === "fr" ? "; " : ", ";
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
