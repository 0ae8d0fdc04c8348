// A custom function called from a cell: which one, and what its errors say.
import type { Argument } from "../shared/cell.ts";
import { kpiNamed, kpiNames } from "../shared/kpis/index.ts";
import type { Language } from "../shared/language.ts";
import { explain, ProblemError } from "../shared/problem.ts";
import { statisticFunctions } from "../shared/statistics/functions.ts";
import { warn } from "../shared/warning.ts";
import {
  type Arguments,
  computeBy,
  computeCheck,
  computeEach,
  computeInfo,
  computeKpi,
  computeOnTable,
  type Spill,
  warningsAbout,
} from "./compute.ts";
import { computeObjective } from "./objective.ts";
import { userLanguage } from "./services.ts";
import { inACell } from "./statistics.ts";

/** What a function does with the arguments of a cell; the language is asked for only where words are produced. */
export type Compute = (args: Arguments, language: () => Language) => number | string | Spill;

/** The functions over tables and definitions, under their English and French names. */
const tools: Readonly<Record<string, { readonly french: string; readonly compute: Compute }>> = {
  KPI: { french: "KPI_TABLEAU", compute: computeOnTable },
  KPI_BY: { french: "KPI_PAR", compute: computeBy },
  KPI_EACH: { french: "KPI_PAR_LIGNE", compute: computeEach },
  KPI_INFO: { french: "KPI_FICHE", compute: computeInfo },
  KPI_CHECK: { french: "KPI_VERIFIER", compute: computeCheck },
  OBJECTIVE: { french: "OBJECTIF", compute: computeObjective },
};

/** The names of all functions, the English and the French of each in turn; some KPIs among them have none. */
export function functionNames(): string[] {
  return [...kpiNames(), ...toolNames().flat()];
}

/** The English and French names of the functions that are not KPIs. */
export function toolNames(): (readonly [english: string, french: string])[] {
  return Object.entries({ ...tools, ...statisticFunctions }).map(([name, { french }]) => [name, french]);
}

let names: readonly string[] | undefined;

/** Computes the function of this place among the names: the built script gives places, which are shorter than names. */
export function callAt(place: number, args: ArrayLike<unknown>): number | string | Spill {
  names ??= functionNames();
  return call(names[place] ?? "", args);
}

/**
 * Computes a custom function for a cell. Throws an Error whose message is one sentence in the user's language;
 * the locale is asked for only where there are words to say, since it is a service call.
 */
export function call(functionName: string, args: ArrayLike<unknown>): number | string | Spill {
  const language = (): Language => userLanguage();
  try {
    return computeOf(functionName)(Array.from(args) as Argument[], language);
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : { kind: "unexpected" as const };
    throw new Error(explain(problem, language(), functionName));
  }
}

/** What should be known of the value that a KPI's function, or `KPI`, gives: a sentence each, none where it fails. */
export function warningsIn(functionName: string, args: readonly unknown[]): string[] {
  const language = userLanguage();
  try {
    const warnings = warningsAbout(kpiNamed(functionName), args as Argument[]);
    return warnings.map((warning) => warn(warning, language));
  } catch {
    return [];
  }
}

function computeOf(functionName: string): Compute {
  const kpi = kpiNamed(functionName);
  if (kpi && kpi.kind !== "quantity") return (args) => computeKpi(kpi, args);
  const tool = named(functionName, tools);
  if (tool) return tool.compute;
  const statistic = named(functionName, statisticFunctions);
  if (statistic) return inACell(statistic.compute);
  throw new Error(`No function ${functionName}`);
}

/** What bears this name, in English (its key) or in French. */
function named<Value extends { readonly french: string }>(
  name: string,
  table: Readonly<Record<string, Value>>,
): Value | undefined {
  return table[name] ?? Object.values(table).find(({ french }) => french === name);
}
