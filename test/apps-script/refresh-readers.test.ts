// Readers of the figures while they are refreshed, the built add-on in a thread of its own as on the page: all or nothing.
import * as grid from "@odoo/o-spreadsheet";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Manifest } from "../../workbench/google/host.ts";
import { memoryStore, nobody, noUi } from "../../workbench/google/node-ports.ts";
import { createPageRuntime } from "../../workbench/google/page-runtime.ts";
import { openBook } from "../../workbench/sheet/book.ts";
import { teachWriting } from "../../workbench/sheet/write-cells.ts";
import { ThreadWorker } from "../workbench/web-worker.ts";
import { builtFile } from "./addon.ts";
import { dataTab, HEADER, patchOf } from "./paired-sheet.ts";

const ROWS = 5000;
const REFRESHES = 20;
const EVERY_MS = 20;

let folder: string;
beforeAll(() => {
  vi.stubGlobal("Worker", ThreadWorker);
  folder = mkdtempSync(join(tmpdir(), "boussole-readers-"));
  mkdirSync(join(folder, "v1"));
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

/** Two generations of figures: other campaigns, other numbers, and some rows fewer in the second. */
const generations = (["old", "new"] as const).map((campaign, which) => {
  const lines = Array.from({ length: ROWS - 10 * which }, (_, row) => {
    const day = new Date(Date.UTC(2026, 10, 20 - Math.floor(row / 50))).toISOString().slice(0, 10);
    return [day, campaign, 1000 * which + (row % 50), 10] as const;
  });
  return { campaign, rows: lines.length, text: JSON.stringify(patchOf(dataTab(lines))) };
});

/** What is wrong with the figures that a reader sees; `null` where they are one whole generation. */
function amiss(model: grid.Model): string | null {
  const sheetId = model.getters.getSheetIdByName("Données") ?? "";
  const value = (row: number, col: number) => model.getters.getEvaluatedCell({ sheetId, row, col }).value;
  const generation = generations.findIndex(({ campaign }) => campaign === value(1, 3));
  const known = generations[generation];
  if (value(0, 0) !== HEADER[0] || !known)
    return `begins with ${String(value(0, 0))}, ${String(value(1, 3))}`;
  for (let row = 1; row <= ROWS; row += 1) {
    const [day, campaign, sessions] = [value(row, 0), value(row, 3), value(row, 4)];
    const whole =
      row > known.rows
        ? !day && !campaign && !sessions
        : typeof day === "number" &&
          campaign === known.campaign &&
          sessions === 1000 * generation + ((row - 1) % 50);
    if (!whole) return `row ${row}: ${String(day)}, ${String(campaign)}, ${String(sessions)}`;
  }
  return null;
}

/** Refreshes by turns from one generation to the other, and reads all along. @returns reads made, and what was amiss */
async function readWhileRefreshing(
  code: string,
  refreshes: number,
): Promise<{ reads: number; faults: string[] }> {
  teachWriting(grid);
  const model = new grid.Model({
    settings: { locale: grid.DEFAULT_LOCALES.find((l) => l.code === "fr_FR")! },
  });
  const store = memoryStore();
  store.set("document", "boussole.key", "w1.secret");
  const runtime = createPageRuntime({
    code,
    manifest: JSON.parse(builtFile("appsscript.json")) as Manifest,
    files: {},
    locale: "fr",
    book: openBook(grid, model, { id: "b", url: "about:blank", name: "B", timeZone: "Europe/Paris" }),
    store,
    ui: { ...noUi, toast: () => {} },
    user: nobody,
    workerUrl: "worker.js",
    origins: { "https://boussole.example": folder },
  });
  const refreshTo = async (which: number): Promise<void> => {
    writeFileSync(join(folder, "v1/refresh"), generations[which]!.text);
    await runtime.entry("refreshFromMenu", "FULL");
    const sheetId = model.getters.getSheetIdByName("Données") ?? "";
    const { value } = model.getters.getEvaluatedCell({ sheetId, row: 1, col: 3 });
    expect(value).toBe(generations[which]!.campaign);
  };
  await refreshTo(0);
  let reads = 0;
  const faults: string[] = [];
  const poller = setInterval(() => {
    reads += 1;
    const fault = amiss(model);
    if (fault !== null) faults.push(fault);
  }, EVERY_MS);
  for (let turn = 1; turn <= refreshes; turn += 1) await refreshTo(turn % 2);
  clearInterval(poller);
  runtime.stop();
  return { reads, faults };
}

test("who reads every 20 ms through 20 refreshes of 5,000 rows sees old figures or new ones, never a mix", async () => {
  const { reads, faults } = await readWhileRefreshing(builtFile("Code.js"), REFRESHES);
  console.log(`${reads} reads during ${REFRESHES} refreshes of ${ROWS} rows: ${faults.length} amiss.`);
  expect(faults).toEqual([]);
  expect(reads).toBeGreaterThan(REFRESHES);
}, 30_000);

test("and would notice a writer that empties the tab first", async () => {
  const code = builtFile("Code.js").replaceAll(".setValues(", ".clearContent().setValues(");
  const { faults } = await readWhileRefreshing(code, 2);
  expect(faults.length).toBeGreaterThan(0);
}, 30_000);
