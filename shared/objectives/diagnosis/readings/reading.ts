// What a reading of the figures is: data that say when it holds, what it means, and what to check first.
import type { Words } from "../../../language.ts";
import type { Reading } from "../../assessment.ts";
import type { Seen, Subject } from "../seen.ts";

/** How a KPI or a quantity stands against its own past: higher, lower, or as usual. */
export type Sign = "up" | "down" | "steady";

export type Evidence = Reading["evidence"];

export interface Rule {
  readonly id: string;
  readonly cause: Reading["cause"];
  readonly words: Words;
  readonly test: Words;
  /** The KPIs or metrics and their signs, all together; any of several groups will do. */
  readonly when?: readonly (readonly (readonly [name: string, sign: Sign])[])[];
  /** Where signs do not say it: the figures that make it hold, null where it does not. */
  readonly find?: (seen: Seen) => Evidence | null;
}

/** The figures of a subject before and after. */
export function figures({ label, before, after, say }: Subject): Evidence[number] {
  return { label, before: say(before), after: say(after) };
}

/** The reading that a rule makes of what was seen; null where it does not hold. */
export function readingOf(rule: Rule, seen: Seen): Reading | null {
  const evidence = rule.find ? rule.find(seen) : signed(rule.when ?? [], seen);
  if (!evidence) return null;
  return { id: rule.id, cause: rule.cause, words: rule.words, evidence, test: rule.test };
}

function signed(groups: NonNullable<Rule["when"]>, seen: Seen): Evidence | null {
  for (const group of groups) {
    const subjects = group.map(([name, sign]) => {
      const subject = seen.subject(name);
      return subject && signOf(subject) === sign ? subject : undefined;
    });
    const held = subjects.filter((subject): subject is Subject => subject !== undefined);
    if (held.length === group.length) return held.map(figures);
  }
  return null;
}

/** A change that stands out tells; without one, a level that stands out of the past year. */
export function signOf({ way, standing }: Subject): Sign {
  if (way !== "steady") return way;
  return standing === "high" ? "up" : standing === "low" ? "down" : "steady";
}
