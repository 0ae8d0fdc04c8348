// Everything that can be wrong with a figure, with its evidence.
import type { Language, Words } from "./language.ts";
import type { ObjectiveProblem } from "./objectives/problem.ts";
import { sentences } from "./sentences.ts";
import type { StatisticsProblem } from "./statistics/problem.ts";

/** Where a cell stands in an argument: rows and columns count from 1; absent for a single value. */
export interface Place {
  readonly row: number;
  readonly column?: number;
}

export interface InArgument {
  readonly argument: Words;
  readonly place?: Place | undefined;
}

export type Problem =
  | ({ readonly kind: "not_a_number"; readonly found: string } & InArgument)
  | ({ readonly kind: "negative"; readonly value: number } & InArgument)
  | ({
      readonly kind: "out_of_range";
      readonly value: number;
      readonly low: number;
      readonly high: number;
    } & InArgument)
  | ({
      readonly kind: "not_a_score";
      readonly value: number;
      readonly low: number;
      readonly high: number;
    } & InArgument)
  | ({ readonly kind: "not_a_day"; readonly found: string } & InArgument)
  | ({ readonly kind: "empty" } & InArgument)
  | ({ readonly kind: "one_value_only"; readonly values: number } & InArgument)
  | { readonly kind: "too_many_arguments"; readonly most: number; readonly given: number }
  | { readonly kind: "shapes_differ"; readonly first: Shaped; readonly second: Shaped }
  | {
      readonly kind: "zero_denominator";
      readonly denominator: Words;
      /** What is above it, and how much, where that can be said. */
      readonly numerator?: Words;
      readonly value?: number;
      /** What else is 0, where all is. */
      readonly zeros?: readonly Words[];
      /** What to do, if it is not to check the range. */
      readonly advice?: Words | undefined;
    }
  | {
      readonly kind: "impossible";
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly parts: readonly Words[];
    }
  | { readonly kind: "diverges" }
  | { readonly kind: "not_started"; readonly start: string; readonly today: string }
  | ({ readonly kind: "ends_before"; readonly start: string; readonly end: string } & InArgument)
  | ({
      readonly kind: "not_a_choice";
      readonly found: string;
      readonly choices: readonly Words[];
    } & InArgument)
  | { readonly kind: "not_finite" }
  | { readonly kind: "unexpected" }
  | { readonly kind: "unknown_kpi"; readonly name: string; readonly close: readonly string[] }
  | { readonly kind: "no_table" }
  | { readonly kind: "no_rows" }
  | { readonly kind: "unknown_column"; readonly wanted: Words; readonly found: readonly string[] }
  | { readonly kind: "ambiguous_column"; readonly wanted: Words; readonly columns: readonly string[] }
  | { readonly kind: "unpaired_dimension"; readonly dimension: string }
  | { readonly kind: "period_reversed"; readonly from: string; readonly to: string }
  | {
      readonly kind: "not_additive";
      readonly metric: Words;
      readonly rows: number;
      /** For people counted once, who have bounds: the periods for which there is one value. */
      readonly windows?: readonly string[];
    }
  | {
      readonly kind: "no_window";
      readonly from: string;
      readonly to: string;
      readonly windows: readonly string[];
    }
  | { readonly kind: "several_currencies"; readonly currencies: readonly string[] }
  | ObjectiveProblem
  | StatisticsProblem;

/** An argument and its shape. */
export interface Shaped {
  readonly argument: Words;
  readonly rows: number;
  readonly columns: number;
}

/** Thrown where a problem leaves nothing to compute; caught at the edge, which words it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** Ends the computation with a problem. */
export function fail(problem: Problem): never {
  throw new ProblemError(problem);
}

/** One or two short sentences: what is wrong, where, what to do. `subject` is the function or KPI concerned. */
export function explain(problem: Problem, language: Language, subject?: string): string {
  const sentence = sentences(problem)[language];
  if (subject === undefined) return sentence;
  return language === "fr" ? `${subject}\u00a0: ${sentence}` : `${subject}: ${sentence}`;
}
