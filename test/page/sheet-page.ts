// The page as a user has it: opened in a language, its cells reached by keyboard and read as they show.
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import type * as Grid from "@odoo/o-spreadsheet";
import { expect, inject } from "vitest";

/** What the page leaves for the browser's console. */
declare const workbench: { grid: typeof Grid; model: Grid.Model };

/** A cell: its value, how it shows, and what its error says when the mouse is over it. */
type Cell = { value: unknown; shown: string; message: string };

export type SheetPage = {
  page: Page;
  /** Errors on the console, and requests that leave this machine or fail: none is expected. */
  problems: string[];
  /** Selects a cell. */
  select: (cell: string) => Promise<void>;
  /** Types into a cell and validates. */
  type: (cell: string, text: string) => Promise<void>;
  /** Puts the mouse over a cell. */
  hover: (cell: string) => Promise<void>;
  /** What a cell shows once it no longer loads. */
  read: (cell: string) => Promise<Cell>;
  close: () => Promise<void>;
};

const LOCALES = { fr: "fr-FR", en: "en-GB" };
/** What a cell shows while its function is pending. */
const LOADING = ["Loading...", "Chargement…"];
/** What the grid's library says while it works. */
const CHATTER = /^#|^(?:evaluate|cells imported|Data loaded|Replayed|Model created|START|UPDATE_CELL)/;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch(inject("browser"));
}

/** Opens the page in a browser that speaks this language. @param fresh forgets the workbook first. */
export async function openSheet(
  browser: Browser,
  language: "fr" | "en",
  { fresh = true, url = inject("url"), height = 800 } = {},
): Promise<SheetPage> {
  if (fresh) await fetch(`${url}/workbook`, { method: "DELETE", headers: { "if-match": "*" } });
  const context = await browser.newContext({
    locale: LOCALES[language],
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height },
  });
  const page = await context.newPage();
  const problems = watch(context, page, url);
  await page.goto(url);
  await untilShown(page);
  return {
    page,
    problems,
    select: (cell) => select(page, cell),
    async type(cell, text) {
      await select(page, cell);
      await startTyping(page, text);
      await page.keyboard.press("Enter");
    },
    hover: (cell) => hover(page, cell),
    read: (cell) => read(page, cell),
    close: () => context.close(),
  };
}

/** Waits for the grid and for the numbers in it. */
export async function untilShown(page: Page): Promise<void> {
  await page.waitForFunction(() => "workbench" in globalThis);
  await page.waitForFunction((loading) => {
    const { getters } = workbench.model;
    const sheetId = getters.getActiveSheetId();
    return getters.getEvaluatedCells(sheetId).every(({ value }) => !loading.includes(String(value)));
  }, LOADING);
}

/** Chooses an item in a menu of the menu bar. */
export async function chooseInMenu(page: Page, menu: string, item: string): Promise<void> {
  await page.locator(".o-topbar-menu", { hasText: menu }).click();
  await page.locator(".o-menu-item", { hasText: item }).click();
}

/**
 * Types as a person does. The grid opens the cell at the first key, and only a moment later forgets what the cell
 * held: nobody types two keys that fast. On a busy machine that moment is long enough to mix letters up; then, as a
 * person would, gives up the cell and types again.
 */
export async function startTyping(page: Page, text: string, patience = 3): Promise<void> {
  const composer = page.locator(".o-grid-composer .o-composer");
  const untilHeld = (typed: string): Promise<void> =>
    expect.poll(() => composer.textContent(), { interval: 10, timeout: 6000 }).toBe(typed);
  try {
    await page.keyboard.type(text.slice(0, 1));
    await untilHeld(text.slice(0, 1));
    await page.keyboard.type(text.slice(1));
    await untilHeld(text);
  } catch (error) {
    if (patience <= 1) throw error;
    // The first closes the suggestions, the second the cell.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await startTyping(page, text, patience - 1);
  }
}

/** Where a cell is on the screen, its middle; null when it is not in sight. */
async function placeOf(page: Page, cell: string): Promise<[x: number, y: number] | null> {
  const rect = await page.evaluate((xc) => {
    const { grid, model } = workbench;
    return model.getters.getVisibleRect(grid.helpers.toZone(xc));
  }, cell);
  const canvas = await page.locator(".o-grid canvas").first().boundingBox();
  if (!canvas || rect.width === 0) return null;
  return [canvas.x + rect.x + rect.width / 2, canvas.y + rect.y + rect.height / 2];
}

/** Clicks a cell, or names it in the name box when it is not in sight. */
async function select(page: Page, cell: string): Promise<void> {
  const place = await placeOf(page, cell);
  if (place) return page.mouse.click(...place);
  const nameBox = page.locator(".o-named-range-selector input");
  await nameBox.fill(cell);
  await nameBox.press("Enter");
}

async function hover(page: Page, cell: string): Promise<void> {
  const place = await placeOf(page, cell);
  if (!place) throw new Error(`${cell} is not in sight.`);
  await page.mouse.move(...place);
}

async function read(page: Page, cell: string): Promise<Cell> {
  const handle = await page.waitForFunction(
    ([xc, loading]) => {
      const { grid, model } = workbench;
      const position = { sheetId: model.getters.getActiveSheetId(), ...grid.helpers.toCartesian(xc) };
      const { value, formattedValue: shown, ...rest } = model.getters.getEvaluatedCell(position);
      return (
        !loading.includes(String(value)) && { value, shown, message: "message" in rest ? rest.message : "" }
      );
    },
    [cell, LOADING] as const,
  );
  return (await handle.jsonValue()) as Cell;
}

function watch(context: BrowserContext, page: Page, url: string): string[] {
  const problems: string[] = [];
  const ours = new Set([new URL(url).host, new URL(url.replace("127.0.0.1", "localhost")).host]);
  page.on("console", (message) => {
    const expected = message.type() === "debug" || CHATTER.test(message.text());
    if (!expected) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && !ours.has(host)) problems.push(`left this machine: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}
