// A custom function called from a cell: which one, and what its errors say.
import type { Argument } from "../shared/cell.ts";
import { catalogue } from "../shared/kpis/index.ts";
import { type Language, languageOf } from "../shared/language.ts";
import { explain, ProblemError } from "../shared/problem.ts";
import {
  type Arguments,
  computeBy,
  computeCheck,
  computeEach,
  computeInfo,
  computeKpi,
  computeOnTable,
  type Spill,
} from "./compute.ts";
import { statistics } from "./statistics.ts";

/** What a function does with the arguments of a cell; the language is asked for only where words are produced. */
export type Compute = (args: Arguments, language: () => Language) => number | string | Spill;

/** The functions that are not KPIs, under their English and French names. */
export const tools: Readonly<Record<string, { readonly french: string; readonly compute: Compute }>> = {
  KPI: { french: "KPI_TABLEAU", compute: computeOnTable },
  KPI_BY: { french: "KPI_PAR", compute: computeBy },
  KPI_EACH: { french: "KPI_PAR_LIGNE", compute: computeEach },
  KPI_INFO: { french: "KPI_FICHE", compute: computeInfo },
  KPI_CHECK: { french: "KPI_VERIFIER", compute: computeCheck },
  ...statistics,
};

/**
 * Computes a custom function for a cell. Throws an Error whose message is one sentence in the user's language;
 * the locale is asked for only where there are words to say, since it is a service call.
 */
export function call(functionName: string, args: ArrayLike<unknown>): number | string | Spill {
  const language = (): Language => languageOf(Session.getActiveUserLocale());
  try {
    return computeOf(functionName)(Array.from(args) as Argument[], language);
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : { kind: "unexpected" as const };
    throw new Error(explain(problem, language(), functionName));
  }
}

function computeOf(functionName: string): Compute {
  const kpi = catalogue.find(
    ({ kind, name, alias }) => kind !== "quantity" && (name === functionName || alias === functionName),
  );
  if (kpi) return (args) => computeKpi(kpi, args);
  const tool = Object.entries(tools).find(
    ([name, { french }]) => name === functionName || french === functionName,
  );
  if (!tool) throw new Error(`No function ${functionName}`);
  return tool[1].compute;
}
