// Small systems of linear equations.

export type Vector = readonly number[];
/** Rows of a matrix, or of its lower half. */
export type Matrix = readonly Vector[];

/**
 * The x of A x = b for a symmetric positive definite matrix, by Cholesky's decomposition; `undefined` where the matrix
 * is not one. Only the lower half of A is read.
 */
export function solvePositive(a: Matrix, b: Vector): number[] | undefined {
  const size = b.length;
  const root: number[][] = [];
  const at = (row: number, column: number): number => (root[row] as number[])[column] as number;
  for (let i = 0; i < size; i += 1) {
    root.push([]);
    for (let j = 0; j <= i; j += 1) {
      let rest = (a[i] as Vector)[j] as number;
      for (let k = 0; k < j; k += 1) rest -= at(i, k) * at(j, k);
      if (i === j && !(rest > 0)) return undefined;
      root[i]?.push(i === j ? Math.sqrt(rest) : rest / at(j, j));
    }
  }
  const x = [...b];
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) (x[i] as number) -= at(i, k) * (x[k] as number);
    (x[i] as number) /= at(i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) (x[i] as number) -= at(k, i) * (x[k] as number);
    (x[i] as number) /= at(i, i);
  }
  return x.every(Number.isFinite) ? x : undefined;
}
