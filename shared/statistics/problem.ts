// What can be wrong with the data of a statistic, with its evidence.
import type { Words } from "../language.ts";
import type { InArgument, Place, Shaped } from "../problem.ts";

interface Amiss extends InArgument {
  readonly value: number;
}

export type StatisticsProblem =
  | ({ readonly kind: "not_whole" | "not_above_zero" } & Amiss)
  | ({ readonly kind: "not_between"; readonly low: number; readonly high: number } & Amiss)
  | ({
      readonly kind: "gap" | "not_in_order" | "growing" | "all_zero" | "too_steady";
    } & InArgument)
  | ({ readonly kind: "not_one_line" } & Shaped)
  | {
      readonly kind: "greater";
      readonly first: Words;
      readonly value: number;
      readonly second: Words;
      readonly limit: number;
      readonly place?: Place | undefined;
    }
  | {
      readonly kind: "no_repeat";
      readonly x: number;
      readonly recency: number;
      readonly place?: Place | undefined;
    }
  | { readonly kind: "too_few"; readonly what: Words; readonly found: number; readonly least: number }
  | {
      readonly kind: "too_large";
      readonly what: Words;
      readonly found: number;
      readonly most: number;
      readonly on: "cell" | "server";
      readonly advice: "compute_on_server" | "give_less";
    }
  | { readonly kind: "no_fit"; readonly model: Words }
  | { readonly kind: "no_identity"; readonly kpi: string; readonly known: readonly string[] }
  | ({
      readonly kind: "factors_differ";
      readonly identity: Words;
      readonly least: number;
      readonly found: number;
    } & InArgument)
  | {
      readonly kind: "budget_out_of_reach";
      readonly total: number;
      readonly low: number;
      readonly high: number;
    };
