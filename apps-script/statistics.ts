// The statistics as cells compute them.
import type { Language } from "../shared/language.ts";
import { finite, type Statistic, worded } from "../shared/statistics/answer.ts";
import { IN_A_CELL } from "../shared/statistics/limits.ts";
import type { Arguments, Spill } from "./compute.ts";

/** A statistic over the arguments of a cell, its headers in the user's language. */
export function inACell(compute: Statistic): (args: Arguments, language: () => Language) => number | Spill {
  return (args, language) => {
    const answer = finite(compute(args, IN_A_CELL));
    return typeof answer === "number" ? answer : worded(answer, language());
  };
}
