// What can be wrong when a cell reads the tab of objectives, with its evidence.
import type { Words } from "../language.ts";

export type ObjectiveProblem =
  | { readonly kind: "no_objectives_tab" }
  | {
      readonly kind: "unknown_objective" | "same_objective";
      readonly name: string;
      readonly names: readonly string[];
    }
  | { readonly kind: "unknown_part"; readonly part: string; readonly parts: readonly Words[] }
  | { readonly kind: "no_objective_value"; readonly part: Words; readonly remark: string };
