// Why a ratio moved from one period to the next: segment by segment, what its own rate did and what its weight did.
import { sum } from "../number.ts";

/** A segment's numerator and denominator in the two periods, none negative. */
export interface Segment {
  readonly before: { readonly numerator: number; readonly denominator: number };
  readonly after: { readonly numerator: number; readonly denominator: number };
}

export interface SegmentEffect {
  /** What the segment's own rate did, its weight being the mean of the two periods'. */
  readonly rate: number;
  /** What its weight did: a segment that grows moves the total towards its own rate. */
  readonly mix: number;
  /** What its numerator did where it had no denominator: costs without any conversion. */
  readonly unmatched: number;
  readonly total: number;
}

export interface RatioChange {
  readonly before: number;
  readonly after: number;
  readonly segments: readonly SegmentEffect[];
}

/**
 * The change of Σ numerators / Σ denominators shared out exactly between segments, by the midpoint decomposition (Bennet
 * 1920; for two factors it is Shapley's): effects add up to the change, swapping the periods swaps their signs, and growth
 * in proportion has none. A segment without a denominator in one period counts with the rate of the other.
 * Both periods must have a denominator in all.
 */
export function ratioChange(segments: readonly Segment[]): RatioChange {
  const all = (period: "before" | "after", part: "numerator" | "denominator"): number =>
    sum(segments.map((segment) => segment[period][part]));
  const [base0, base1] = [all("before", "denominator"), all("after", "denominator")];
  const [before, after] = [all("before", "numerator") / base0, all("after", "numerator") / base1];
  const middle = (before + after) / 2;
  const effects = segments.map(({ before: was, after: is }) => {
    const [weight0, weight1] = [was.denominator / base0, is.denominator / base1];
    const [rate0, rate1] = [rateIn(was), rateIn(is)];
    const known = (rate0 ?? rate1 ?? middle) + (rate1 ?? rate0 ?? middle);
    const rate = rate0 !== undefined && rate1 !== undefined ? ((weight0 + weight1) / 2) * (rate1 - rate0) : 0;
    const mix = (known / 2 - middle) * (weight1 - weight0);
    const unmatched =
      (rate1 === undefined ? is.numerator / base1 : 0) - (rate0 === undefined ? was.numerator / base0 : 0);
    return { rate, mix, unmatched, total: rate + mix + unmatched };
  });
  return { before, after, segments: effects };
}

function rateIn({ numerator, denominator }: Segment["before"]): number | undefined {
  return denominator > 0 ? numerator / denominator : undefined;
}
