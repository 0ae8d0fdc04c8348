// The identity of a KPI: which others it follows from, in words.
import { namesIn, parseFormula, printFormula, TYPOGRAPHIC } from "./formula.ts";
import { expressionOf, type Kpi } from "./kpi.ts";
import { identities, type Identity } from "./kpis/identities.ts";
import { findKpi } from "./kpis/index.ts";
import type { Language } from "./language.ts";
import { isMetric, metricNamed } from "./metrics.ts";

/** The identity by which a KPI follows from others, if there is one. */
export function identityOf(kpi: Kpi): Identity | undefined {
  return identities.find((identity) => identity.kpi === kpi.name);
}

/**
 * `CPA = CPC ÷ CR [nouveaux clients ÷ clics]`, with what a KPI is made of where that is not the usual; for a KPI
 * without an identity, those in which it appears; empty where there is none.
 */
export function identityInWords(kpi: Kpi, language: Language): string {
  const own = identityOf(kpi);
  const found = own
    ? [own]
    : identities.filter(({ formula }) => namesIn(parseFormula(formula)).includes(kpi.name));
  return found.map((identity) => inWords(identity, language)).join(" · ");
}

const RELATIONS = { "at least": "≥", "at most": "≤" } as const;

function inWords({ kpi, relation, formula, args, of = {} }: Identity, language: Language): string {
  const label = (name: string): string => (isMetric(name) ? metricNamed(name).label[language] : name);
  const print = (text: string): string => printFormula(parseFormula(text), label, TYPOGRAPHIC);
  const named = (name: string, given: readonly string[] | string | undefined): string => {
    // A ratio in the place of a metric is itself a KPI of the formula: it needs no telling.
    if (given === undefined || (typeof given === "object" && given.some((text) => text.includes("/")))) {
      return label(name);
    }
    return `${label(name)} [${print(typeof given === "string" ? given : withArguments(findKpi(name), given))}]`;
  };
  const right = printFormula(parseFormula(formula), (name) => named(name, of[name]), TYPOGRAPHIC);
  return `${named(kpi, args)} ${relation ? RELATIONS[relation] : "="} ${right}`;
}

/** The formula of a KPI with what its arguments are in place of their names. */
function withArguments(kpi: Kpi, given: readonly string[]): string {
  return printFormula(expressionOf(kpi), (name) => {
    const index = kpi.args.findIndex((argument) => argument.name === name);
    return `(${given[index] ?? kpi.args[index]?.fallback ?? 0})`;
  });
}
