// Many cells written as one step of the grid's history, and recalculated once.
import type * as Grid from "@odoo/o-spreadsheet";

/** A cell to change; `content` is in the model's English. */
export type CellChange = Omit<Grid.UpdateCellCommand, "type">;

interface WriteCells {
  type: "WORKBENCH_WRITE_CELLS";
  cells: CellChange[];
}

const PLUGIN = "workbench_write_cells";
/** The grid's history spreads the changes of one step over a function's arguments: 100,000 is too many. */
const MOST_CELLS = 20_000;

/** Teaches the grid the command, which its models then have: to be called before a model is made. */
export function teachWriting(grid: typeof Grid): void {
  if (grid.registries.featurePluginRegistry.contains(PLUGIN)) return;
  class WriteCellsPlugin extends grid.UIPlugin {
    override handle(command: Grid.Command | WriteCells): void {
      if (command.type !== "WORKBENCH_WRITE_CELLS") return;
      for (const cell of command.cells) this.dispatch("UPDATE_CELL", cell);
    }
  }
  grid.registries.featurePluginRegistry.add(PLUGIN, WriteCellsPlugin);
}

/** @throws when `teachWriting` was not called before the model was made */
export function writeCells(grid: typeof Grid, model: Grid.Model, cells: readonly CellChange[]): void {
  if (!grid.registries.featurePluginRegistry.contains(PLUGIN))
    throw new Error("teachWriting(grid) comes before the model.");
  for (let at = 0; at < cells.length; at += MOST_CELLS) {
    const command: WriteCells = { type: "WORKBENCH_WRITE_CELLS", cells: cells.slice(at, at + MOST_CELLS) };
    model.dispatch(command.type as never, command as never);
  }
}
