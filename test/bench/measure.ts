// Timing two things in turn, so that a busy machine slows both alike.

/** The median time of each candidate in milliseconds, over rounds in which they alternate, after a warm-up. */
export function inTurn<Name extends string>(
  candidates: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(candidates) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -Math.ceil(rounds / 5); round < rounds; round += 1) {
    for (const name of names) {
      const start = performance.now();
      candidates[name]();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export function line(what: string, ms: number, against: string, base: number): void {
  console.log(
    `  ${what.padEnd(44)} ${ms.toFixed(3).padStart(10)} ms   ${(ms / base).toFixed(1).padStart(6)} × ${against} (${base.toFixed(3)} ms)`,
  );
}
