// Formulas whose arguments never stay the same: Google Sheets leaves them on « Loading… » for good.
import type * as Grid from "@odoo/o-spreadsheet";

/** https://developers.google.com/apps-script/guides/sheets/functions#arguments */
const VOLATILE = /^(?:NOW|RAND|RANDARRAY|RANDBETWEEN)$/i;

const known = new WeakMap<object, Set<string>>();

/** Whether the formula hands a volatile function's value to the custom function `name`. */
export function isVolatile(
  grid: typeof Grid,
  cell: Grid.FormulaCell,
  getters: Grid.Getters,
  name: string,
): boolean {
  let names = known.get(cell.compiledFormula);
  if (!names) known.set(cell.compiledFormula, (names = readNames(grid, cell, getters)));
  return names.has(name.toUpperCase());
}

/** The functions of a formula that have a volatile one among their arguments. */
function readNames(grid: typeof Grid, cell: Grid.FormulaCell, getters: Grid.Getters): Set<string> {
  const formula = cell.compiledFormula.toFormulaString(getters);
  if (!/\b(?:NOW|RAND\w*)\s*\(/i.test(formula)) return new Set();
  const calls = [...grid.iterateAstNodes(grid.parse(formula))].filter((node) => node.type === "FUNCALL");
  const hasVolatile = (call: Grid.ASTFuncall) =>
    call.args.some((argument) =>
      [...grid.iterateAstNodes(argument)].some(
        (node) => node.type === "FUNCALL" && VOLATILE.test(node.value),
      ),
    );
  return new Set(calls.filter(hasVolatile).map((call) => call.value.toUpperCase()));
}
