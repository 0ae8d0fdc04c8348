// Spend from a CSV: dropped in the sidebar, it becomes a tab, then figures that follow the tab.
import type { Browser, FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseInMenu, launchBrowser, openSheet, type SheetPage } from "./sheet-page.ts";

const LONG = 180_000;
const CSV = [
  "Jour;Campagne;Coût (EUR);Clics;Note interne",
  "02/11/2026;Soldes;1 000,50;400;vu avec Léa",
  "03/11/2026;Soldes;200;100;",
  "03/11/2026;Marque;pas reçu;10;",
  "Total;;1 200,50;510;",
].join("\n");

let browser: Browser;
let sheet: SheetPage;
let frame: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
  sheet = await openSheet(browser, "fr");
  await chooseInMenu(sheet.page, "Boussole", "Ouvrir Boussole");
  frame = sheet.page.frameLocator("#sidebar iframe");
  await frame.getByRole("tab", { name: "Sources" }).click();
  await button("Créer l'espace").click();
  await button("Connecter mon outil").waitFor({ timeout: LONG });
}, LONG);
afterAll(() => browser.close());

const button = (name: string | RegExp) => frame.getByRole("button", { name });
const column = (header: string) => frame.getByLabel(header, { exact: true });
const tab = (name: string) => sheet.page.locator(".o-sheet", { hasText: name });

describe("a CSV of spend", () => {
  it(
    "is read with its columns recognised, and says which row it leaves out and why",
    async () => {
      // By the keyboard alone, but for the file.
      for (const name of ["Connecter mon outil", /^Une plage de la feuille ou un CSV/]) {
        await button(name).press("Enter");
        await frame.locator("h2:focus").waitFor();
      }
      await frame.locator("[name=csv]").setInputFiles({
        name: "Régies.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(CSV, "latin1"),
      });
      await tab("Régies").waitFor({ timeout: LONG });
      expect(await column("Jour").inputValue()).toBe("date");
      expect(await column("Campagne").inputValue()).toBe("campaign");
      expect(await column("Coût (EUR)").inputValue()).toBe("spend");
      expect(await column("Clics").inputValue()).toBe("clicks");
      expect(await column("Note interne").inputValue()).toBe("");
      expect(await frame.locator("[name=currency]").inputValue()).toBe("EUR");
      const preview = await frame.locator(".preview").innerText();
      expect(preview).toContain("2 nov. 2026");
      expect(preview).toContain("dépenses 1\u202f000,5\u00a0EUR, clics 400");
      expect(preview).toContain("2 lignes comptées.");
      expect(preview).toContain(
        "1 ligne écartée\u00a0: ligne 4, colonne «\u00a0Coût (EUR)\u00a0», ce n'est pas un nombre.",
      );
    },
    LONG,
  );

  it(
    "feeds the tab of data, and a KPI over it",
    async () => {
      await frame.getByLabel("Canal de toutes les lignes").selectOption("paid_search");
      await button("Connecter").press("Enter");
      await frame.getByRole("heading", { name: /^Sources de/ }).waitFor({ timeout: LONG });
      await tab("Données").waitFor({ timeout: LONG });
      await tab("Régies").click();
      await sheet.type("H1", '=KPI("CPC";Données!A:Z)');
      // 1,000.50 + 200 over 400 + 100.
      await expect.poll(async () => (await sheet.read("H1")).value, { timeout: 30_000 }).toBe(1200.5 / 500);
      await sheet.type("H2", '=KPI("CPC";Données!A:Z;;;"canal";"paid_search")');
      await expect.poll(async () => (await sheet.read("H2")).value, { timeout: 30_000 }).toBe(1200.5 / 500);
    },
    LONG,
  );

  it(
    "is read again at the next refresh: the row that was mended counts",
    async () => {
      await sheet.type("C4", "99,5");
      await chooseInMenu(sheet.page, "Boussole", "Actualiser les données");
      // 1,300 over 510.
      await expect.poll(async () => (await sheet.read("H1")).value, { timeout: 60_000 }).toBe(1300 / 510);
    },
    LONG,
  );

  it(
    "whose column was renamed keeps its figures, and says what to do",
    async () => {
      await sheet.type("C1", "Dépense TTC");
      await chooseInMenu(sheet.page, "Boussole", "Actualiser les données");
      await frame.getByRole("tab", { name: "KPI" }).click();
      await frame.getByRole("tab", { name: "Sources" }).click();
      await frame.getByText(/Une colonne de la plage a changé de nom/).waitFor({ timeout: LONG });
      expect((await sheet.read("H1")).value).toBe(1300 / 510);
      await button("Plage et colonnes").press("Enter");
      await column("Dépense TTC").selectOption("spend");
      await button("Enregistrer").press("Enter");
      await frame.getByText("À jour", { exact: true }).waitFor({ timeout: LONG });
      expect(await frame.getByText(/Une colonne de la plage/).count()).toBe(0);
      expect((await sheet.read("H1")).value).toBe(1300 / 510);
      expect(sheet.problems).toEqual([]);
    },
    LONG,
  );
});
