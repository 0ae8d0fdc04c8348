// How much of the past a tab of bounded length shows day by day, month by month, or not at all.
import type { MonthSize } from "./store/report.ts";

export interface Folding {
  /** Months before this one (202611) are folded into one day each. */
  readonly foldBefore: number;
  /** Months before this one are left out. */
  readonly dropBefore: number;
}

/** As many of the newest months day by day as fit in `most` rows with all the older ones folded. */
export function foldPlan(months: readonly MonthSize[], most: number): Folding {
  let rows = months.reduce((total, { folded }) => total + folded, 0);
  let foldBefore = 999_999;
  for (const { month, daily, folded } of months) {
    if (rows - folded + daily > most) break;
    rows += daily - folded;
    foldBefore = month;
  }
  let dropBefore = 0;
  for (const { month, daily, folded } of [...months].reverse()) {
    if (rows <= most) break;
    rows -= month >= foldBefore ? daily : folded;
    dropBefore = month + 1;
  }
  return { foldBefore, dropBefore };
}
