// Days of an objective cut into steps: days, blocks of seven days, calendar months.
import { addDays, type Day, daysBetween, firstDayOf } from "../period.ts";
import type { Span } from "./reading.ts";

export type Step = "day" | "week" | "month";

export function lastOfMonth(day: Day): Day {
  return addDays(firstDayOf(addDays(firstDayOf(day, "month"), 31), "month"), -1);
}

/** The steps that follow a day until another, the last one whole even where it goes past it. */
export function stepsAfter(day: Day, until: Day, step: Step): Span[] {
  const steps: Span[] = [];
  for (let from = addDays(day, 1); from <= until;) {
    const first = step === "month" ? firstDayOf(from, "month") : from;
    const to = step === "month" ? lastOfMonth(from) : addDays(from, step === "week" ? 6 : 0);
    steps.push({ from: first, to });
    from = addDays(to, 1);
  }
  return steps;
}

/** The whole steps that end on a day or before, back to another, oldest first; months are calendar months. */
export function stepsBefore(day: Day, since: Day, step: Step): Span[] {
  const steps: Span[] = [];
  let to = step === "month" && lastOfMonth(day) !== day ? addDays(firstDayOf(day, "month"), -1) : day;
  for (;;) {
    const from = step === "month" ? firstDayOf(to, "month") : addDays(to, step === "week" ? -6 : 0);
    if (from < since) return steps.reverse();
    steps.push({ from, to });
    to = addDays(from, -1);
  }
}

/** The share of the days of a step that fall in a span, 0 to 1. */
export function overlap(step: Span, { from, to }: Span): number {
  const first = step.from > from ? step.from : from;
  const last = step.to < to ? step.to : to;
  return Math.max(0, daysBetween(first, last) + 1) / (daysBetween(step.from, step.to) + 1);
}
