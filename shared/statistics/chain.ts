// Why a product of factors moved from one period to the next: what each factor did, exactly.

/** A factor's values in the two periods, none negative, and its power in the product: 1 above the bar, −1 below. */
export interface Factor {
  readonly before: number;
  readonly after: number;
  readonly power: number;
}

/**
 * The change of constant × Π valueᵖᵒʷᵉʳ shared out between its factors by the logarithmic mean (LMDI-I, Ang 2005, Energy
 * Policy 33, 867-871): effects add up to the change. A factor that goes to or comes from 0 takes the whole change, several
 * of them share it alike (the limits of Ang & Liu 2007, Energy Policy 35, 238-246). A factor below the bar is not 0.
 */
export function chainEffects(factors: readonly Factor[], constant = 1): number[] {
  const value = (period: "before" | "after"): number =>
    factors.reduce((product, factor) => product * factor[period] ** factor.power, constant);
  const [before, after] = [value("before"), value("after")];
  const vanishing = factors.filter(isVanishing).length;
  if (before === 0 || after === 0) {
    return factors.map((factor) => (isVanishing(factor) ? (after - before) / vanishing : 0));
  }
  const mean = logarithmicMean(before, after);
  return factors.map(({ before: was, after: is, power }) => mean * power * Math.log(is / was));
}

function isVanishing({ before, after }: Factor): boolean {
  return (before === 0) !== (after === 0);
}

/** (a − b) / ln(a / b) for a, b > 0 of one sign; a where they are equal. */
function logarithmicMean(a: number, b: number): number {
  // Of a small value over a large one, log1p would keep no digit.
  if (Math.abs(a) < Math.abs(b)) return logarithmicMean(b, a);
  const gap = (a - b) / b;
  // Near equality both differences lose their digits: b × g / ln(1 + g) does not.
  return gap === 0 ? a : (b * gap) / Math.log1p(gap);
}
