// Which source counts a figure that several of them tell.
import type { Words } from "../language.ts";

/** GET /v1/counting → { metrics }: only those that several connectors tell. */
export interface Counting {
  readonly metric: string;
  readonly label: Words;
  /** The name of the connector that counts, or `all` where they tell different things and add up. */
  readonly by: string;
  readonly connectors: readonly { readonly name: string; readonly label: Words }[];
}

/** PUT /v1/counting/:metric → Counting */
export interface ChooseCounting {
  readonly by: string;
}
