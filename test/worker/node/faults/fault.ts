// One way in which things go wrong, by its number.
import type { FaultWorld } from "./world.ts";

export interface Fault {
  readonly id: `F${number}`;
  readonly name: string;
  /** Makes it happen; throws where it was not survived. */
  readonly run: (world: FaultWorld) => Promise<void>;
}
