// A statistic computed here for a cell that holds too much.
import type { ComputeAnswer, ComputeRequest } from "../shared/api/compute.ts";
import { explain, ProblemError } from "../shared/problem.ts";
import { finite } from "../shared/statistics/answer.ts";
import { statisticFunctions } from "../shared/statistics/functions.ts";
import { ON_THE_SERVER } from "../shared/statistics/limits.ts";
import { readArguments, sentAnswer } from "../shared/statistics/sent.ts";
import { Refusal } from "./refusal.ts";

/** What a cell would show, were there no limit to what it takes. @throws Refusal with the sentence that it would show */
export function compute({ function: name, arguments: sent }: ComputeRequest): ComputeAnswer {
  const statistic = statisticFunctions[name];
  if (!statistic) throw new Refusal("not_found");
  try {
    return sentAnswer(finite(statistic.compute(readArguments(sent), ON_THE_SERVER)));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    const reason = { fr: explain(problem, "fr", statistic.french), en: explain(problem, "en", name) };
    throw new Refusal("not_computable", { reason });
  }
}
