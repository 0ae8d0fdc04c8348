// The figure of a KPI, or why there is none.
import type { Words } from "../language.ts";
import type { Day } from "../period.ts";

/** A figure, or why there is none. */
export type Figure =
  | { readonly value: number; readonly problem?: undefined }
  | { readonly value: null; readonly problem: { readonly code: string; readonly words: Words } };

/** GET /v1/kpis/:name?from&to&by&channel&campaign&connection */
export type KpiAnswer = Figure & {
  readonly kpi: string;
  readonly from: Day;
  readonly to: Day;
  /** The sums the figure is made of; money in the connections' currency. */
  readonly totals: Readonly<Record<string, number>>;
  readonly currency: string | null;
  /** With `by`: one figure a group. */
  readonly rows?: readonly (Figure & {
    readonly key: string;
    readonly totals: Readonly<Record<string, number>>;
  })[];
};
