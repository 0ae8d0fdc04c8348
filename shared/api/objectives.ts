// Objectives as the Worker keeps and shows them.
import type { Day } from "../period.ts";
import type { Figure } from "./kpis.ts";

export type Scope = "all" | { readonly channel?: string | undefined; readonly campaign?: string | undefined };

/** POST /v1/objectives → 201 Objective; PUT /v1/objectives/:id, with `If-Match: "<version>"`. */
export interface ObjectiveDraft {
  readonly kpi: string;
  readonly title: string;
  readonly scope: Scope;
  readonly baseline: number;
  readonly target: number;
  readonly start: Day;
  readonly deadline: Day;
}

/** GET /v1/objectives → { objectives } */
export interface Objective extends ObjectiveDraft {
  readonly id: string;
  readonly version: number;
  /** The KPI from the start to today, or to the deadline once it is past. */
  readonly now: Figure;
  /** 0 at the baseline, 1 at the target; null where there is no figure. */
  readonly progress: number | null;
}
