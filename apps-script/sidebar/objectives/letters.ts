// The five letters: the state of each from its rules, and how sound the whole is.
import type { Letter, RuleResult, Soundness } from "../../../shared/objectives/assessment.ts";

export const LETTERS: readonly Letter[] = ["S", "M", "A", "R", "T"];

/** `missing`: a blocking rule fails; `check`: a warning does; `later`: it cannot be told yet. */
export type LetterState = "good" | "check" | "missing" | "later";

export function rulesOf(letter: Letter, rules: readonly RuleResult[]): RuleResult[] {
  return rules.filter((rule) => rule.letter === letter);
}

export function stateOf(letter: Letter, rules: readonly RuleResult[]): LetterState {
  const own = rulesOf(letter, rules);
  if (own.some(({ level, state }) => level === "block" && state === "fail")) return "missing";
  if (own.some(({ level, state }) => level === "warn" && state === "fail")) return "check";
  const told = own.some(({ level, state }) => level !== "info" && (state === "pass" || state === "waived"));
  return told ? "good" : "later";
}

/** What stands between an objective and the next degree of soundness: failing rules of that level. */
export function leftToDo(rules: readonly RuleResult[], soundness: Soundness): number {
  const level = soundness === "draft" ? "block" : "warn";
  return rules.filter((rule) => rule.level === level && rule.state === "fail").length;
}

/** How many tests pass, of those that could be told. */
export function score(rules: readonly RuleResult[]): { readonly passed: number; readonly of: number } {
  const told = rules.filter(({ level, state }) => level !== "info" && state !== "unknown");
  return { passed: told.filter(({ state }) => state !== "fail").length, of: told.length };
}

/** The rules of a letter, those that need an answer first. */
export function inOrder(rules: readonly RuleResult[]): RuleResult[] {
  const rank = ({ level, state }: RuleResult): number =>
    state === "fail" ? { block: 0, warn: 1, info: 2 }[level] : { unknown: 3, waived: 4, pass: 5 }[state];
  return [...rules].sort((one, other) => rank(one) - rank(other));
}
