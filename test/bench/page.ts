// The page: a thousand separate KPI cells against a thousand native formulas.
import type * as Grid from "@odoo/o-spreadsheet";
import { chromium, type Page } from "playwright-core";
import { findBrowser } from "../browser.ts";
import { newStack } from "../journey/stack.ts";
import { line, median } from "./measure.ts";

/** What the page leaves for the browser's console. */
declare const workbench: { grid: typeof Grid; model: Grid.Model };

const CELLS = 1000;
const ROUNDS = 5;

export async function bench(): Promise<void> {
  const stack = await newStack();
  await stack.start();
  const browser = await chromium.launch(await findBrowser());
  try {
    const page = await browser.newPage();
    await page.goto(stack.url);
    await page.waitForFunction(() => "workbench" in globalThis);
    await fillInputs(page);
    const kpi = await timed(page, 3, (row) => `=CPA(A${row},B${row})`);
    const native = await timed(page, 4, (row) => `=A${row}/B${row}`);
    line(`${CELLS} =CPA cells written and shown`, kpi.written, "native cells", native.written);
    line(`${CELLS} =CPA cells after one change`, kpi.changed, "native cells", native.changed);
  } finally {
    await browser.close();
    await stack.remove();
  }
}

async function fillInputs(page: Page): Promise<void> {
  await page.evaluate((count) => {
    const { model } = workbench;
    const sheetId = "bench";
    model.dispatch("CREATE_SHEET", { sheetId, position: 1, name: "Bench", cols: 6, rows: count + 1 });
    model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: sheetId });
    for (let row = 0; row < count; row += 1) {
      model.dispatch("UPDATE_CELL", { sheetId, row, col: 0, content: String(100 + row) });
      model.dispatch("UPDATE_CELL", { sheetId, row, col: 1, content: "4" });
    }
  }, CELLS);
}

/** Milliseconds until a column of formulas shows its values, when written and after its inputs change. */
async function timed(
  page: Page,
  column: number,
  formula: (row: number) => string,
): Promise<{ written: number; changed: number }> {
  const formulas = Array.from({ length: CELLS }, (_, row) => formula(row + 1));
  const rounds = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    rounds.push(
      await page.evaluate(
        async ({ contents, col, divisor }) => {
          const { model } = workbench;
          const sheetId = "bench";
          const valueAt = (row: number): unknown =>
            model.getters.getEvaluatedCell({ sheetId, col, row }).value;
          const shown = async (divided: number): Promise<void> => {
            const isDone = (): boolean => contents.every((_, row) => valueAt(row) === (100 + row) / divided);
            while (!isDone()) await new Promise((done) => setTimeout(done, 1));
          };
          const write = (target: number, content: (row: number) => string): void => {
            for (let row = 0; row < contents.length; row += 1)
              model.dispatch("UPDATE_CELL", { sheetId, row, col: target, content: content(row) });
          };
          const before = Number(model.getters.getEvaluatedCell({ sheetId, col: 1, row: 0 }).value);
          write(col, () => "");
          let start = performance.now();
          write(col, (row) => contents[row] ?? "");
          await shown(before);
          const written = performance.now() - start;
          start = performance.now();
          write(1, () => String(divisor));
          await shown(divisor);
          return { written, changed: performance.now() - start };
        },
        { contents: formulas, col: column, divisor: 4 + round + column / 10 },
      ),
    );
  }
  return {
    written: median(rounds.map(({ written }) => written)),
    changed: median(rounds.map(({ changed }) => changed)),
  };
}
