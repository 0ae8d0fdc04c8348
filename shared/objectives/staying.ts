// Staying within a bound period after period: the chances that every period left does.
import type { Ahead } from "./ahead.ts";
import { middleOf } from "./flows.ts";
import type { Asked, Horizon } from "./horizon.ts";
import { allTogether, chanceOf, type Estimate, type Law, reachedWith } from "./laws.ts";

/** The share of a deviation that lasts from one step to the next: what the last step has more than the first. */
export function lasting(laws: readonly Law[]): number {
  const [first, last] = [laws[0]?.deviation ?? 0, laws[laws.length - 1]?.deviation ?? 0];
  return last > first ? 1 - (first / last) ** 2 : 0;
}

/**
 * P is that of every period left staying within the bound: periods already out count in the progress, not here, or a single
 * bad week would leave nothing to say. What is reached with a probability is the bound that every period left would hold.
 * @param each the value of each period to come
 * @param chances that each stays within the target, the middles moved by so many standard errors
 * @param shared the share of the deviations that is common to the periods
 */
export function staying(
  { target, atMost }: Asked,
  { weights }: Horizon,
  each: readonly Estimate[],
  chances: (away: number) => readonly number[],
  shared: number,
  n: number,
): Ahead | null {
  const inside = <T>(list: readonly T[]): T[] => list.filter((_, h) => (weights[h] ?? 0) > 0);
  const left = inside(each);
  const final = left[left.length - 1];
  const next = left[0];
  if (!final || !next) return null;
  const held = (bound: number): number =>
    allTogether(
      left.map((estimate) => chanceOf(estimate, bound, atMost)),
      shared,
    );
  const reached = (probability: number): number => {
    const ends = left.flatMap((estimate) => [reachedWith(estimate, 0.001), reachedWith(estimate, 0.999)]);
    let [good, bad] = atMost
      ? [Math.max(...ends), Math.min(...ends)]
      : [Math.min(...ends), Math.max(...ends)];
    for (let step = 0; step < 24; step += 1) {
      const middle = (good + bad) / 2;
      if (held(middle) >= probability) good = middle;
      else bad = middle;
    }
    return good;
  };
  return {
    final,
    floor: -Infinity,
    chance: (away) => allTogether(inside(chances(away)), shared),
    reached,
    needed: target,
    expected: middleOf(next),
    n,
    path: each,
  };
}
