// The add-on's menu and its sidebar beside the grid.
import type { Browser, FrameLocator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chooseInMenu, launchBrowser, openSheet, type SheetPage } from "./sheet-page.ts";

let browser: Browser;
let sheet: SheetPage;
let frame: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LANGUAGES = [
  { language: "fr", item: "Ouvrir Boussole", views: ["Objectifs", "KPI", "Sources", "État"] },
  { language: "en", item: "Open Boussole", views: ["Objectives", "KPI", "Sources", "Status"] },
] as const;

describe.each(LANGUAGES)("in $language", ({ language, item, views }) => {
  beforeAll(async () => {
    sheet = await openSheet(browser, language);
    await chooseInMenu(sheet.page, "Boussole", item);
    frame = sheet.page.frameLocator("#sidebar iframe");
    await frame.getByRole("tab", { name: views[3] }).waitFor();
  });
  afterEach(() => {
    expect(sheet.problems).toEqual([]);
  });
  afterAll(() => sheet.close());

  it("opens at 300 px beside the grid, on another origin, with its views", async () => {
    const iframe = sheet.page.locator("#sidebar iframe");
    expect((await iframe.boundingBox())?.width).toBe(300);
    expect(await iframe.getAttribute("src")).toMatch(/^http:\/\/localhost:/);
    expect(await frame.getByRole("tab").allInnerTexts()).toEqual(views);
  });

  it("needs no sideways scroll in any view", async () => {
    for (const view of views) {
      await frame.getByRole("tab", { name: view }).click();
      const widest = await frame.locator("html").evaluate(({ scrollWidth }) => scrollWidth);
      expect(widest, view).toBeLessThanOrEqual(300);
    }
  });

  it("inserts a formula in the selected cell", async () => {
    await sheet.select("C25");
    await frame.getByRole("tab", { name: "KPI" }).click();
    await frame.locator("#kpi-CPA").click();
    await frame.locator("[name=spend]").fill("C2:C9");
    await frame.locator("[name=acquisitions]").fill("G2:G9");
    await frame.getByRole("button", { name: language === "fr" ? "Insérer" : "Insert", exact: true }).click();
    await frame.getByRole("status").filter({ hasText: "C25" }).waitFor();
    expect((await sheet.read("C25")).value).toBeCloseTo(21_030 / 237, 12);
  });

  it("gives its place back when it is closed", async () => {
    const grid = sheet.page.locator("#grid");
    const before = (await grid.boundingBox())?.width ?? 0;
    await sheet.page.locator(".sidebar-head button").click();
    expect((await grid.boundingBox())?.width).toBeGreaterThan(before);
    expect(await sheet.page.locator("#sidebar").isVisible()).toBe(false);
  });
});
