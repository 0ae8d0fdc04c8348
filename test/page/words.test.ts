// The words of the page: all of them in the reader's language.
import type { Browser } from "playwright-core";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openSheet, type SheetPage } from "./sheet-page.ts";

const ROOT = join(import.meta.dirname, "../..");
const french = JSON.parse(readFileSync(join(ROOT, "workbench/sheet/french.json"), "utf8")) as Record<
  string,
  string
>;
const library = readFileSync(
  join(ROOT, "node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js"),
  "utf8",
);

/** The texts that these lines of the library say. */
const textsIn = (source: string): string[] =>
  [...source.matchAll(/\b_t\(("(?:[^"\\]|\\.)*")/g)].map(
    // A string of JavaScript, as JSON: \xa0 is the only escape that JSON does not know.
    ([, literal = ""]) => JSON.parse(literal.replaceAll("\\x", "\\u00")) as string,
  );

/** Texts that must not be read on the French page. */
const english = new Set(
  [...textsIn(library), ...Object.keys(french)].filter((text) => french[text] !== text),
);

let browser: Browser;
let sheet: SheetPage;

beforeAll(async () => {
  browser = await launchBrowser();
  sheet = await openSheet(browser, "fr");
});
afterAll(() => browser.close());

/** Every text and every title on the page. */
function visibleTexts(): Promise<string[]> {
  return sheet.page.evaluate(() => {
    const lines = document.body.innerText.split("\n");
    const titles = [...document.querySelectorAll("[title], [placeholder], [aria-label]")].flatMap(
      (element) => [
        element.getAttribute("title") ?? "",
        element.getAttribute("placeholder") ?? "",
        element.getAttribute("aria-label") ?? "",
      ],
    );
    return [...lines, ...titles].map((text) => text.trim()).filter((text) => text !== "");
  });
}

const inEnglish = async (): Promise<string[]> => (await visibleTexts()).filter((text) => english.has(text));

describe("the page in French", () => {
  it("has no English word in its bars", async () => {
    expect(await inEnglish()).toEqual([]);
    expect(await sheet.page.locator("html").getAttribute("lang")).toBe("fr");
  });

  it("has no English word in its menus", async () => {
    const menus = sheet.page.locator(".o-topbar-menu");
    for (const menu of await menus.all()) {
      await menu.click();
      const items = sheet.page.locator(".o-menu-item");
      expect(await inEnglish(), await menu.innerText()).toEqual([]);
      for (const item of await items.filter({ has: sheet.page.locator(".o-menu-item-root") }).all()) {
        await item.hover();
        expect(await inEnglish(), await item.innerText()).toEqual([]);
      }
      await sheet.page.keyboard.press("Escape");
      await sheet.page.locator("h1").click();
    }
  });

  it("has no English word in the menus of cells, rows, columns and tabs", async () => {
    const { page } = sheet;
    const canvas = await page.locator(".o-grid canvas").first().boundingBox();
    if (!canvas) throw new Error("There is no grid.");
    const places = { cell: [400, 200], column: [400, 10], row: [20, 200] } as const;
    for (const [name, [x, y]] of Object.entries(places)) {
      await page.mouse.click(canvas.x + x, canvas.y + y, { button: "right" });
      await page.locator(".o-menu-item").first().waitFor();
      expect(await inEnglish(), name).toEqual([]);
      await page.locator("h1").click();
    }
    await page.locator(".o-sheet").first().click({ button: "right" });
    expect(await inEnglish(), "tab").toEqual([]);
  });
});

describe("the grid's own texts", () => {
  it("are all in French, but the help of its functions' arguments", () => {
    const regions = library
      .split(/^\/\/#region /m)
      .filter((region) => !/^src\/functions\/(?:module|helper_financial)/.test(region));
    expect(regions.flatMap(textsIn).filter((text) => !(text in french))).toEqual([]);
  });

  it("keep in French what the grid fills in", () => {
    const holes = (text: string): string[] => (text.match(/%s|%\(\w+\)s|\[\[\w+\]\]/g) ?? []).toSorted();
    for (const [source, translation] of Object.entries(french))
      expect(holes(translation)).toEqual(holes(source));
  });
});
