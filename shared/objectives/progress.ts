// How far a figure has come from where an objective starts to what it aims at.

/** 0 at the baseline, 1 at the target; below 0 when things got worse, above 1 past the target. Fails on equal ends. */
export function progress(
  objective: { readonly baseline: number; readonly target: number },
  value: number,
): number {
  const { baseline, target } = objective;
  if (baseline === target) throw new RangeError("The baseline of an objective is not its target.");
  return (value - baseline) / (target - baseline);
}
