// Describes a function of the add-on to the grid's help, which counts arguments where Google does not.
import type * as Grid from "@odoo/o-spreadsheet";
import type { AddOnFunction } from "../google/add-on.ts";

/** As many arguments as anyone types. */
const MOST_ARGUMENTS = 100;

type Compute = Grid.AddFunctionDescription["compute"];

/**
 * Google hands a function whatever the formula holds: fewer arguments than declared, or more. The grid
 * refuses what its description does not foresee, and shows all that it foresees. So the description
 * foresees many arguments and requires none; only its help, which reads it through Owl's reactive proxy,
 * is shown the declared ones.
 */
export function describe(
  grid: typeof Grid,
  { name, listed, description, parameters }: AddOnFunction,
  category: string,
  compute: (this: Grid.EvalContext, ...args: never[]) => unknown,
): void {
  const foreseen = Array.from({ length: MOST_ARGUMENTS }, (_, at): Grid.ArgDefinition => {
    const { name: argument = `${at + 1}`, description: text = "" } = parameters[at] ?? {};
    return { name: argument, description: text, type: ["ANY"], acceptMatrix: true, acceptErrors: true };
  });
  const registry = grid.registries.functionRegistry;
  registry.replace(name, {
    description,
    category,
    hidden: !listed,
    args: foreseen,
    compute: compute as Compute,
  });
  const registered = registry.get(name.toUpperCase());
  registered.minArgRequired = 0;
  const declared = foreseen.slice(0, parameters.length);
  Object.defineProperty(registered, "args", {
    get(this: unknown) {
      return this === registered ? foreseen : declared;
    },
  });
}
