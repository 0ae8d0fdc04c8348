// Formulas typed in the grid, in both languages.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openSheet, startTyping, type SheetPage } from "./sheet-page.ts";

let browser: Browser;
let sheet: SheetPage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => {
  expect(sheet.problems).toEqual([]);
});

// The example: eight rows whose spend adds up to 21,030, clicks to 28,127 and customers to 237.

describe("in French", () => {
  beforeAll(async () => {
    sheet = await openSheet(browser, "fr");
  });
  afterAll(() => sheet.close());

  it("computes the example as soon as it is opened", async () => {
    expect((await sheet.read("C15")).value).toBeCloseTo(21_030 / 237, 12);
    expect((await sheet.read("C12")).shown).toBe("0,75 €");
  });

  it("takes semicolons between arguments, and shows the decimal comma", async () => {
    await sheet.type("J1", "=CPC(C2:C9;E2:E9)");
    const { value, shown } = await sheet.read("J1");
    expect(value).toBeCloseTo(21_030 / 28_127, 12);
    expect(shown).toMatch(/^0,747/);
  });

  it("takes the French name of a function, in any case", async () => {
    await sheet.type("J1", "=cout_par_acquisition(C2:C9;G2:G9)");
    expect((await sheet.read("J1")).value).toBeCloseTo(21_030 / 237, 12);
  });

  it("spills a table with a row for each channel", async () => {
    await sheet.type("J1", '=KPI_BY("CPA";A1:G9;"Canal")');
    // Google Ads: (4200 + 4500) / (42 + 50).
    await expect.poll(async () => (await sheet.read("J3")).value).toBe("Google Ads");
    expect((await sheet.read("K3")).value).toBeCloseTo(8700 / 92, 12);
  });

  it("says in an error what is wrong, when the mouse is over the cell", async () => {
    await sheet.type("J1", "=CPA(100;0)");
    const { value, message } = await sheet.read("J1");
    expect(value).toMatch(/^#ERROR/);
    expect(message).toMatch(/^CPA.*«\sacquisitions\s»/);
    await sheet.hover("J1");
    expect(await sheet.page.locator(".o-error-tooltip-message").innerText()).toBe(message);
  });

  it("computes again when a cell changes", async () => {
    await sheet.type("J1", "=CPA(J2;J3)");
    await sheet.type("J2", "1 200,50");
    await sheet.type("J3", "10");
    expect((await sheet.read("J1")).value).toBeCloseTo(120.05, 12);
  });

  it("offers the functions while a name is typed, the chosen one with its description", async () => {
    await sheet.select("J10");
    await startTyping(sheet.page, "=CP");
    const choices = sheet.page.locator(".o-autocomplete-value");
    await choices.first().waitFor();
    expect(await choices.allInnerTexts()).toEqual(expect.arrayContaining(["CPA", "CPC", "CPL", "CPM"]));
    expect(await choices.first().innerText()).toBe("CPA");
    expect(await sheet.page.locator(".o-autocomplete-description").innerText()).toContain(
      "Coût par acquisition",
    );
    await sheet.page.keyboard.press("Escape");
    await sheet.page.keyboard.press("Escape");
  });

  it("names the arguments of a function while they are typed, the current one set apart", async () => {
    await sheet.select("J10");
    await startTyping(sheet.page, "=CPA(C2:C9;");
    const help = sheet.page.locator(".o-formula-assistant-head");
    await help.waitFor();
    expect((await help.innerText()).replace(/\s+/g, " ")).toMatch(
      /CPA \( spend; acquisitions; conversion_costs \)/,
    );
    await expect.poll(() => help.locator(".o-formula-assistant-focus").innerText()).toBe("acquisitions");
    await sheet.page.keyboard.press("Escape");
    await sheet.page.keyboard.press("Escape");
  });
});

describe("in English", () => {
  beforeAll(async () => {
    sheet = await openSheet(browser, "en");
  });
  afterAll(() => sheet.close());

  it("takes commas between arguments, and shows the decimal point", async () => {
    await sheet.type("J1", "=CPC(C2:C9,E2:E9)");
    const { value, shown } = await sheet.read("J1");
    expect(value).toBeCloseTo(21_030 / 28_127, 12);
    expect(shown).toMatch(/^0\.747/);
  });

  it("says in an error what is wrong", async () => {
    await sheet.type("J1", '=CPA("abc",3)');
    expect((await sheet.read("J1")).message).toMatch(/^CPA.*spend.*abc.*number/);
  });

  it("suggests the KPI that was meant", async () => {
    await sheet.type("J1", '=KPI("CPX",A1:G9)');
    expect((await sheet.read("J1")).message).toMatch(/CPX.*CPA/);
  });
});
