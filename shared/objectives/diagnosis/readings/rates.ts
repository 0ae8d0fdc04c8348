// Rates by channel, and whether one differs from the others by more than chance.
import { sum } from "../../../number.ts";
import type { Segment } from "../../evidence.ts";
import { NOTABLE } from "../change.ts";

export interface Rate {
  readonly channel: string;
  readonly events: number;
  readonly base: number;
  readonly rate: number;
}

/** Fewer events than this say nothing of a rate. */
const FEWEST = 10;

/** What of each channel: events (conversions, leads) over a base (sessions, spend); channels without a base are left out. */
export function ratesOf(
  segments: readonly Segment[],
  side: "before" | "after",
  events: string,
  base: string,
): Rate[] {
  return segments.flatMap((segment) => {
    const [top, bottom] = [segment[side][events], segment[side][base]];
    if (top === undefined || bottom === undefined || !(bottom > 0) || top < 0) return [];
    return { channel: segment.channel, events: top, base: bottom, rate: top / bottom };
  });
}

/**
 * The standard score of a channel's rate against the others together: the logarithm of a ratio of two counts has the variance
 * 1/a + 1/b. 0 where either has fewer than ten events.
 */
export function scoreOf(one: Rate, all: readonly Rate[]): number {
  const others = all.filter(({ channel }) => channel !== one.channel);
  const [events, base] = [sum(others.map((rate) => rate.events)), sum(others.map((rate) => rate.base))];
  if (one.events < FEWEST || events < FEWEST || !(base > 0)) return 0;
  return Math.log(one.rate / (events / base)) / Math.sqrt(1 / one.events + 1 / events);
}

/** The same between the two periods of one channel. */
export function scoreOfChange(before: Rate, after: Rate): number {
  if (before.events < FEWEST || after.base <= 0) return 0;
  const rate = Math.max(after.events, 0.5) / after.base;
  return Math.log(rate / before.rate) / Math.sqrt(1 / before.events + 1 / Math.max(after.events, 0.5));
}

/** The channel furthest above the others, or below them, beyond chance; undefined where none is. */
export function furthest(rates: readonly Rate[], side: "above" | "below"): Rate | undefined {
  const scored = rates
    .map((rate) => ({ rate, score: (side === "above" ? 1 : -1) * scoreOf(rate, rates) }))
    .filter(({ score }) => score >= NOTABLE)
    .sort((a, b) => b.score - a.score);
  return scored[0]?.rate;
}

/** The rate of all the channels but one. */
export function rateOfOthers(one: Rate, all: readonly Rate[]): number {
  const others = all.filter(({ channel }) => channel !== one.channel);
  return sum(others.map((rate) => rate.events)) / sum(others.map((rate) => rate.base));
}
