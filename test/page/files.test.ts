// CSV files opened as tabs, and a workbook that is kept.
import type { Browser, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chooseInMenu, launchBrowser, openSheet, untilShown, type SheetPage } from "./sheet-page.ts";

type File = { name: string; mimeType: string; buffer: Buffer };

const csv = (name: string, text: string, encoding: BufferEncoding = "utf8"): File => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text, encoding),
});

let browser: Browser;
let sheet: SheetPage;

beforeAll(async () => {
  browser = await launchBrowser();
  sheet = await openSheet(browser, "fr");
});
afterAll(() => browser.close());
afterEach(() => {
  expect(sheet.problems).toEqual([]);
});

async function openByMenu({ page }: SheetPage, files: string | File[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await chooseInMenu(page, "Fichier", "Ouvrir un CSV…");
  await (await choosing).setFiles(files);
}

async function drop(page: Page, { name, buffer }: File): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      return transfer;
    },
    [name, buffer.toString()] as const,
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer });
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

const tab = ({ page }: SheetPage, name: string) => page.locator(".o-sheet", { hasText: name });
const saved = ({ page }: SheetPage) => page.locator("#save-state", { hasText: "Enregistré" }).waitFor();

describe("a CSV file", () => {
  it("opens as a tab by the menu, its numbers understood, ready for formulas", async () => {
    const campaigns = "Canal;Coût;Clics\nE-mail;1 234,56 €;100\nAds;765,44 €;300\n";
    await openByMenu(sheet, [csv("Campagnes.csv", campaigns)]);
    await tab(sheet, "Campagnes").waitFor();
    await sheet.type("E1", "=CPC(B2:B3;C2:C3)");
    expect((await sheet.read("E1")).value).toBe(5); // 2,000 over 400
  });

  it("opens when it is dropped on the page, among the other tabs", async () => {
    await drop(sheet.page, csv("dropped.csv", "a,b\n1,2\n"));
    await tab(sheet, "dropped").waitFor();
    expect((await sheet.read("B2")).value).toBe(2);
    expect(await tab(sheet, "Exemple").count()).toBe(1);
  });

  it("is read with its accents when it was written by an older spreadsheet", async () => {
    await openByMenu(sheet, [csv("export.csv", "Dépenses;Clics\n12;3\n", "latin1")]);
    await tab(sheet, "export").waitFor();
    expect((await sheet.read("A1")).value).toBe("Dépenses");
  });

  it("gets a name of its own when a tab has it already", async () => {
    await openByMenu(sheet, [csv("Ventes.csv", "a\n1\n"), csv("ventes.csv", "b\n2\n")]);
    await tab(sheet, "ventes (2)").waitFor();
  });

  it("never becomes a formula", async () => {
    await openByMenu(sheet, [csv("formules.csv", "Campagne,Clics\n=SUM(1;1),4\n'été,5\n007,6\nTRUE,7\n")]);
    await tab(sheet, "formules").waitFor();
    const values = [];
    for (const cell of ["A2", "A3", "A4", "A5"]) values.push((await sheet.read(cell)).value);
    expect(values).toEqual(["=SUM(1;1)", "'été", "007", "TRUE"]);
  });

  it("is refused with a sentence when it is no CSV", async () => {
    await openByMenu(sheet, [csv("photo.png", "\u0089PNG\u0000\u0001")]);
    const toast = sheet.page.locator(".toast-message");
    await toast.waitFor();
    expect(await toast.innerText()).toMatch(/^Seuls les fichiers CSV s'ouvrent ici.*photo\.png/);
  });
});

describe("the workbook", () => {
  beforeAll(async () => {
    await sheet.close();
    sheet = await openSheet(browser, "fr");
  });

  it("is still there when the page is loaded again, and so is its name", async () => {
    await sheet.page.locator("#workbook-name").fill("Plan 2027");
    await sheet.page.locator("#workbook-name").press("Enter");
    await sheet.type("J1", "=CPA(1,5;2)");
    await sheet.read("J1");
    await sheet.page.reload();
    await untilShown(sheet.page);
    expect((await sheet.read("J1")).shown).toBe("0,75");
    expect(await sheet.page.title()).toBe("Plan 2027 · Boussole");
  });

  it("keeps its cells when it is opened in the other language, and follows its habits", async () => {
    await sheet.page.locator("#languages a", { hasText: "EN" }).click();
    await untilShown(sheet.page);
    expect((await sheet.read("J1")).shown).toBe("0.75");
    await sheet.type("J2", "=CPA(1.5,2)");
    expect((await sheet.read("J2")).value).toBe(0.75);
  });

  it("starts again from the example, after a confirmation", async () => {
    await sheet.page.locator("#languages a", { hasText: "FR" }).click();
    await untilShown(sheet.page);
    await chooseInMenu(sheet.page, "Fichier", "Nouveau classeur");
    const question = sheet.page.getByRole("dialog");
    expect(await question.innerText()).toContain("C'est définitif.");
    await Promise.all([
      sheet.page.waitForEvent("load"),
      question.getByRole("button", { name: "OK" }).click(),
    ]);
    await untilShown(sheet.page);
    expect((await sheet.read("J1")).value).toBeNull();
    expect((await sheet.read("A1")).value).toBe("Date");
  });

  it("is not overwritten by a page that was opened before another one changed it", async () => {
    const other = await openSheet(browser, "fr", { fresh: false });
    await sheet.type("J1", "1");
    await saved(sheet);
    await other.type("J1", "2");
    await other.page.locator("#save-state", { hasText: "a changé dans un autre onglet" }).waitFor();
    await other.close();
    await sheet.page.reload();
    await untilShown(sheet.page);
    expect((await sheet.read("J1")).value).toBe(1);
  });
});

const reference = process.env["BOUSSOLE_REFERENCE_DATA"];
if (reference === undefined) {
  console.log("The real advertiser's CSV is left out: BOUSSOLE_REFERENCE_DATA is not set.");
} else {
  it("computes a real advertiser's file, whole columns too", async () => {
    await openByMenu(sheet, join(reference, "campaigns/facebook_ads.csv"));
    await tab(sheet, "facebook_ads").waitFor();
    const rows = readFileSync(join(reference, "campaigns/facebook_ads.csv"), "utf8").trim().split("\n");
    const total = (column: number): number =>
      rows.slice(1).reduce((sum, row) => sum + Number(row.split(",")[column]), 0);
    await sheet.type("M1", "=CTR(H2:H1144;G2:G1144)");
    await sheet.type("M2", "=CTR(H:H;G:G)");
    await sheet.type("M3", '=KPI("CPC";A1:K1144)');
    expect((await sheet.read("M1")).value).toBeCloseTo(total(7) / total(6), 12);
    expect((await sheet.read("M2")).value).toBeCloseTo(total(7) / total(6), 12);
    expect((await sheet.read("M3")).value).toBeCloseTo(total(8) / total(7), 12);
  });
}
