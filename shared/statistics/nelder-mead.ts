// Finds the bottom of a function of a few parameters without derivatives: the simplex of Nelder and Mead (1965).

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * The parameters with the lowest value found from `start`, the first simplex reaching `size` away along each axis.
 * Standard coefficients (reflection 1, expansion 2, contraction and shrinkage ½); deterministic.
 * Ends after `most` evaluations, or when the values at the corners differ by less than 1e-9 of their size.
 * @param evaluate gives a finite number, or Infinity where the parameters are not allowed
 */
export function minimise(
  evaluate: (at: readonly number[]) => number,
  start: readonly number[],
  size: number,
  most: number,
): Corner {
  let evaluations = 0;
  const corner = (at: readonly number[]): Corner => {
    evaluations += 1;
    const value = evaluate(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const corners = [corner(start)];
  start.forEach((_, axis) => corners.push(corner(start.map((x, i) => (i === axis ? x + size : x)))));
  const byValue = (a: Corner, b: Corner): number => a.value - b.value;
  for (;;) {
    corners.sort(byValue);
    const best = corners[0] as Corner;
    const worst = corners[corners.length - 1] as Corner;
    if (evaluations >= most || worst.value - best.value <= 1e-9 * Math.abs(best.value)) return best;
    const others = corners.slice(0, -1);
    const centre = start.map((_, i) => others.reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / others.length);
    const along = (step: number): Corner =>
      corner(centre.map((middle, i) => middle + step * ((worst.at[i] ?? 0) - middle)));
    const reflected = along(-1);
    const second = others[others.length - 1] as Corner;
    let next: Corner;
    if (reflected.value < best.value) {
      const expanded = along(-2);
      next = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < second.value) {
      next = reflected;
    } else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) {
        next = contracted;
      } else {
        corners.splice(
          1,
          others.length,
          ...corners.slice(1).map(({ at }) => corner(at.map((x, i) => ((best.at[i] ?? 0) + x) / 2))),
        );
        continue;
      }
    }
    corners[corners.length - 1] = next;
  }
}
