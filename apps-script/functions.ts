// The custom functions as the spreadsheet's help shows them: names in both languages, descriptions, arguments.
import { formulaInWords, type Kpi, type KpiArgument, labelOf } from "../shared/kpi.ts";
import { catalogue } from "../shared/kpis/index.ts";
import { fold, type Language, type Words } from "../shared/language.ts";
import { statisticFunctions } from "../shared/statistics/functions.ts";
import { toolNames } from "./call.ts";
import { toolHelp } from "./tool-help.ts";

/** What the spreadsheet's help shows of a custom function; its text is static, whatever the user's language. */
export interface CellFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
}

/** The functions of a catalogue and the tools, each under both names. */
export function listFunctions(kpis: readonly Kpi[] = catalogue): CellFunction[] {
  return [
    ...kpis.filter(({ kind }) => kind !== "quantity").flatMap(kpiFunctions),
    ...toolNames().flatMap(([name, french]) => toolFunctions(name, french)),
  ];
}

export const cellFunctions: readonly CellFunction[] = listFunctions();

/**
 * A text stands in the script once: the formula, in French words, under the French name. Under the other name, which
 * French analysts type as well, both labels say which KPI it is.
 */
function kpiFunctions(kpi: Kpi): CellFunction[] {
  const { name, alias, label, args } = kpi;
  return [
    {
      name,
      description: both({ fr: sentence(label.fr), en: sentence(label.en) }),
      parameters: args.map((argument, index) => ({
        name: argument.name,
        description: both(argumentHelp(kpi, argument, index)),
      })),
    },
    {
      name: alias,
      description: `${sentence(label.fr)} = ${formulaInWords(kpi, "fr")}`,
      parameters: args.map((argument, index) => ({
        name: asName(labelOf(argument).fr),
        description: argumentHelp(kpi, argument, index).fr,
      })),
    },
  ];
}

/** What the name of an argument does not say. */
function argumentHelp(kpi: Kpi, { choices, fallback }: KpiArgument, index: number): Words {
  const optional = { fr: "(facultatif)", en: "(optional)" };
  if (choices) {
    const names = (language: Language): string =>
      choices.map(({ label }) => `"${label[language]}"`).join(", ");
    return { fr: `${names("fr")} ${optional.fr}`, en: `${names("en")} ${optional.en}` };
  }
  if (fallback !== undefined) return optional;
  const scores = { fr: "ou la plage des notes seule", en: "or the range of scores alone" };
  return kpi.answers && index === 0 ? scores : { fr: "", en: "" };
}

/** The two functions of a tool. Under its English name a statistic is told in English alone, as in French under the other. */
function toolFunctions(name: string, french: string): CellFunction[] {
  const { about, parameters } = toolHelp(name);
  const told = name in statisticFunctions ? ({ en }: Words) => en : both;
  return [
    {
      name,
      description: told(about),
      parameters: parameters.map(([english, , words]) => ({ name: english, description: told(words) })),
    },
    {
      name: french,
      description: about.fr,
      parameters: parameters.map(([, alias, words]) => ({ name: alias, description: words.fr })),
    },
  ];
}

/** The words of both languages on one line. */
function both({ fr, en }: Words): string {
  return fr === en ? fr : `${fr} — ${en}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label as a parameter name: `coûts de conversion` becomes `couts_de_conversion`. */
function asName(label: string): string {
  return fold(label).replace(/ /g, "_");
}
