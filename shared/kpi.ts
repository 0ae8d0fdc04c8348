// What a KPI is, and its value from the totals of its arguments.
import { evaluate, namesIn, parseFormula, printFormula, TYPOGRAPHIC, type Expression } from "./formula.ts";
import type { Language, Words } from "./language.ts";
import { type Metric, metricNamed, type MetricName } from "./metrics.ts";
import type { Problem } from "./problem.ts";
import type { Placed } from "./quantity.ts";
import type { Warning } from "./warning.ts";
import { zeroDenominator } from "./zero-denominator.ts";

export type KpiUnit =
  | "money"
  | "rate"
  | "multiple"
  | "points"
  | "score"
  | "count"
  | "number"
  | "seconds"
  | "hours"
  | "days"
  | "months"
  | "money_per_day";

/** Which way is good; `band`: neither too low nor too high; `neutral`: it depends. */
export type Better = "higher" | "lower" | "band" | "neutral";

/**
 * `formula`: text over its arguments. `statistic`: a formula over terms that a function computes (dates, raw answers,
 * horizons). `quantity`: one measured metric over a period, which has no cell function of its own.
 */
export type Kind = "formula" | "statistic" | "quantity";

export interface KpiArgument {
  /** The name in the formula and in the cell function. */
  readonly name: string;
  /** The quantity it takes; it finds the column of a table and decides how a range adds up. */
  readonly metric: MetricName;
  /** Value when the argument is left out (the place of the choice, for choices); without it the argument is required. */
  readonly fallback?: number;
  /** Where the argument is called otherwise than its metric. */
  readonly label?: Words;
  /** True where a negative total makes sense here and not for the metric in general. */
  readonly signed?: true;
  /** The words it takes, where it takes one of a few. */
  readonly choices?: readonly Choice[];
  /** What should be known where the argument has this value, left out or not. */
  readonly caution?: { readonly at: number; readonly words: Words };
}

export interface Choice {
  readonly name: string;
  readonly label: Words;
}

/** Raw answers from which the totals of a KPI can be counted. */
export interface Answers {
  readonly metric: MetricName;
  /** Whole answers, from and to included. */
  readonly scale: readonly [low: number, high: number];
  /** How a list of answers is counted (shared/score-counts.ts). */
  readonly count: "net_promoters";
}

/** Computes the terms of a formula that `+ - * /` cannot say. What is wrong with the cells is thrown. */
export type Statistic = (given: Given) => Measured;

/** A statistic as a KPI names it, so that a KPI is data alone; shared/kpi-statistics.ts has them. */
export type StatisticName =
  | "elapsed_share"
  | "discounted_margins"
  | "duration_in_hours"
  | "duration_in_days"
  | "top_two"
  | "average_score";

export interface Given {
  readonly kpi: Kpi;
  /** The cells of each argument, by name. */
  readonly cells: Readonly<Record<string, readonly Placed[]>>;
  /** The totals of the arguments that are numbers, by name. */
  readonly totals: Totals;
}

export interface Measured {
  readonly totals: Totals;
  readonly warnings?: readonly Warning[];
}

/** A single value, or a list of values in a column. */
export type ExampleArgument = number | string | readonly (number | string)[];

export interface Kpi {
  readonly name: string;
  /** The French function name. */
  readonly alias: string;
  /** Other names by which it is found; they are no functions. */
  readonly synonyms?: readonly string[];
  readonly label: Words;
  /** What it says and when to use it, in one to three sentences. */
  readonly summary: Words;
  readonly family: Family;
  readonly kind: Kind;
  /** What is obtained, or how the work is done: a plan needs both. */
  readonly role: "result" | "process";
  readonly unit: KpiUnit;
  readonly better: Better;
  readonly args: readonly KpiArgument[];
  /** An expression over the arguments and the terms. */
  readonly formula: string;
  /** What a statistic computes for the formula, by name. */
  readonly terms?: Readonly<Record<string, Words>>;
  readonly statistic?: StatisticName;
  /** The argument whose date places a row in a period, in a table that has no date of its own. */
  readonly dated?: string;
  /** Set where one range of raw answers may stand for all the arguments. */
  readonly answers?: Answers;
  /** A value outside cannot be: it is refused. */
  readonly limits?: Interval;
  /** A value outside is told with a warning. */
  readonly expected?: Interval;
  /** What to do where the denominator is 0, if it is not to check the range. */
  readonly atZero?: Words;
  /** Executed by the tests, then printed in the help. */
  readonly example: { readonly args: readonly ExampleArgument[]; readonly value: number };
}

export type Interval = readonly [low: number, high: number];

export type Family = "acquisition" | "budget" | "web" | "social" | "email" | "sales" | "finance" | "service";

export const families: Readonly<Record<Family, Words>> = {
  acquisition: { fr: "Acquisition", en: "Acquisition" },
  budget: { fr: "Budget et rendement", en: "Budget and return" },
  web: { fr: "Site web", en: "Website" },
  social: { fr: "Réseaux sociaux", en: "Social networks" },
  email: { fr: "E-mail", en: "E-mail" },
  sales: { fr: "Ventes et clients", en: "Sales and customers" },
  finance: { fr: "Finance", en: "Finance" },
  service: { fr: "Satisfaction et service", en: "Satisfaction and service" },
};

export type Totals = Readonly<Record<string, number>>;
export type Outcome = { readonly value: number } | { readonly problem: Problem };

const parsed = new Map<string, Expression>();

/** The formula of a KPI as a tree, parsed once. */
export function expressionOf(kpi: Kpi): Expression {
  const expression = parsed.get(kpi.formula) ?? parseFormula(kpi.formula);
  parsed.set(kpi.formula, expression);
  return expression;
}

export function metricOf(argument: KpiArgument): Metric {
  return metricNamed(argument.metric);
}

export function labelOf(argument: KpiArgument): Words {
  return argument.label ?? metricOf(argument).label;
}

/** What a name of the formula is called: an argument, or a term. */
export function labelIn(kpi: Kpi, name: string): Words {
  const argument = kpi.args.find((candidate) => candidate.name === name);
  return argument ? labelOf(argument) : (kpi.terms?.[name] ?? { fr: name, en: name });
}

/** `(dépenses + coûts de conversion) ÷ acquisitions`. */
export function formulaInWords(kpi: Kpi, language: Language): string {
  return printFormula(expressionOf(kpi), (name) => labelIn(kpi, name)[language], TYPOGRAPHIC);
}

/** The value of a KPI from one total per argument and term (missing optional ones take their fallback), or why there is none. */
export function kpiFromTotals(kpi: Kpi, totals: Totals): Outcome {
  const values: Record<string, number> = {};
  for (const argument of kpi.args) {
    const value = totals[argument.name] ?? argument.fallback;
    if (value === undefined) {
      if (isListed(argument)) continue;
      return { problem: { kind: "empty", argument: labelOf(argument) } };
    }
    const problem = refusal(argument, value);
    if (problem) return { problem };
    values[argument.name] = value;
  }
  for (const term in kpi.terms) {
    const value = totals[term];
    const [first] = kpi.args;
    if (value === undefined && first) return { problem: { kind: "empty", argument: labelOf(first) } };
    if (value !== undefined) values[term] = value;
  }
  const outcome = evaluate(expressionOf(kpi), values);
  if (typeof outcome !== "number") return { problem: zeroDenominator(kpi, values, outcome) };
  if (!Number.isFinite(outcome)) return { problem: { kind: "not_finite" } };
  if (kpi.limits && (outcome < kpi.limits[0] || outcome > kpi.limits[1])) {
    const parts = namesIn(expressionOf(kpi)).map((name) => labelIn(kpi, name));
    return {
      problem: { kind: "impossible", value: outcome, low: kpi.limits[0], high: kpi.limits[1], parts },
    };
  }
  return { value: outcome };
}

/** True where the cells of an argument make no total: dates, raw answers, a word. */
export function isListed(argument: KpiArgument): boolean {
  const { unit } = metricOf(argument);
  return unit === "day" || unit === "score" || unit === "choice";
}

/** Why a total cannot be: a rate outside 0 to 1, or a quantity below 0. */
export function refusal(argument: KpiArgument, value: number): Problem | undefined {
  const { unit, signed } = metricOf(argument);
  if (unit === "rate" && (value < 0 || value > 1)) {
    return { kind: "out_of_range", argument: labelOf(argument), value, low: 0, high: 1 };
  }
  if (value >= 0 || signed || argument.signed) return undefined;
  return { kind: "negative", argument: labelOf(argument), value };
}
