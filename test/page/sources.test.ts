// From nothing to live figures: a workspace, demonstration data, formulas over them, an objective, all kept.
import type * as Grid from "@odoo/o-spreadsheet";
import type { Browser, FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { DEVELOPER_TOKEN } from "../../workbench/vendors/google-ads.ts";
import { chooseInMenu, launchBrowser, openSheet, type SheetPage, untilShown } from "./sheet-page.ts";

/** What the page leaves for the browser's console. */
declare const workbench: { model: Grid.Model };

/** What the simulated shop says of itself. */
interface Totals {
  total: Record<"sessions" | "conversions", number>;
  groups: Record<string, Record<"sessions" | "conversions", number>>;
}

const LONG = 180_000;
const DAY_MS = 86_400_000;
/** Days on the shop's own calendar. */
const dayBefore = (days: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(Date.now() - days * DAY_MS);
/** The shop's day, then the next one. Figures are compared until the first, which no midnight in Paris changes. */
const [EARLIER, LATER] = [dayBefore(1), dayBefore(0)];
/** The shop's first day, after the first that a sync reads. */
const FROM = dayBefore(700);
const BEFORE_IT = { from: "2000-01-01", to: dayBefore(701), removed: true };

let browser: Browser;
let sheet: SheetPage;
let frame: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
  await simulate({ day: EARLIER, adjustments: [BEFORE_IT] });
  sheet = await openSheet(browser, "fr");
  await openSidebar();
}, LONG);
afterAll(async () => {
  await browser.close();
  await simulate({ day: null, adjustments: [] });
});

async function openSidebar(): Promise<void> {
  await chooseInMenu(sheet.page, "Boussole", "Ouvrir Boussole");
  frame = sheet.page.frameLocator("#sidebar iframe");
}

async function simulate(change: object): Promise<void> {
  const answer = await fetch(`${inject("url")}/vendors/-/control`, {
    method: "POST",
    body: JSON.stringify(change),
  });
  expect(answer.status).toBe(200);
}

/** What the shop knows of the days that a sync reads. */
async function totals(): Promise<Totals> {
  const answer = await fetch(`${inject("url")}/vendors/-/totals?from=${FROM}&to=${EARLIER}&by=channel`);
  return (await answer.json()) as Totals;
}

const show = (view: string) => frame.getByRole("tab", { name: view }).click();
const button = (name: string) => frame.getByRole("button", { name, exact: true });
const ended = () => frame.getByText("Synchronisation terminée").waitFor({ timeout: LONG });

describe("the first steps", () => {
  it(
    "name a workspace, connect demonstration data in one click, and count what comes",
    async () => {
      await show("Sources");
      await button("Créer l'espace").click();
      await button("Utiliser des données de démonstration").click();
      await frame.getByText(/^\d+ étapes sur \d+, [\d\u202f]+ lignes$/).waitFor();
      await ended();
      expect(await frame.locator("#view-sources").innerText()).toMatch(
        /Données actualisées\u00a0: [\d\u202f]+ lignes/,
      );
    },
    LONG,
  );

  it(
    "end with a formula in the sheet, which gives the shop's own conversion rate",
    async () => {
      await sheet.select("I2");
      await button("Insérer la formule").click();
      await frame.getByText(/^I2 = |^Formule écrite dans I2/).waitFor();
      const { total } = await totals();
      expect((await sheet.read("I2")).value).toBeCloseTo(total.conversions / total.sessions, 12);
      await button("Terminer").click();
    },
    LONG,
  );
});

describe("formulas over the figures", () => {
  it(
    "agree with the shop's own totals, channel by channel",
    async () => {
      await sheet.type("F19", '=KPI_BY("CR";Données!A:Z;"canal")');
      const { groups } = await totals();
      const { sessions = 0, conversions = 0 } = groups["Email"] ?? {};
      const place = await placeOf("email");
      expect((await sheet.read(`G${place}`)).value).toBeCloseTo(conversions / sessions, 12);
    },
    LONG,
  );

  it(
    "follow when the shop goes on to another day",
    async () => {
      await sheet.type("I4", `=KPI("SESSIONS";Données!A:Z;;"${EARLIER}")`);
      expect((await sheet.read("I4")).value).toBe((await totals()).total.sessions);
      await simulate({ day: LATER });
      await show("Sources");
      await frame.getByRole("button", { name: /^Synchroniser/ }).click();
      await frame.locator("progress").waitFor();
      await ended();
      const { total } = await totals();
      await expect.poll(async () => (await sheet.read("I4")).value, { timeout: 30_000 }).toBe(total.sessions);
    },
    LONG,
  );

  it(
    "are refreshed from the menu too, which says how many rows there are",
    async () => {
      await chooseInMenu(sheet.page, "Boussole", "Actualiser les données");
      const told = /Données actualisées\u00a0: [\d\u202f]+ lignes\./;
      await sheet.page.locator(".toast-message", { hasText: told }).waitFor({ timeout: LONG });
    },
    LONG,
  );
});

describe("a service that asks for a consent", () => {
  it(
    "is connected by giving it on the service's page and confirming it, and its figures come",
    async () => {
      await show("Sources");
      await button("Ajouter une source").click();
      await frame.getByRole("button", { name: /^Google Ads/ }).click();
      await frame.getByLabel("Par mon accord, sur la page du service").check();
      await frame.locator("[name='credentials.developerToken']").fill(DEVELOPER_TOKEN);
      await button("Demander l'accord").click();
      const opened = sheet.page.context().waitForEvent("page");
      await frame.getByRole("link", { name: "Ouvrir la page de Google Ads" }).click();
      const tab = await opened;
      await tab.getByText("Page simulée de Google").waitFor();
      await tab.getByRole("button", { name: "Autoriser" }).click();
      await tab.getByText("Relier Google Ads à ce classeur").waitFor();
      const question = await tab.locator("main").innerText();
      for (const named of ["camille@atelier-verveine.example", "Espace de travail", "Classeur"]) {
        expect(question).toContain(named);
      }
      expect(await tab.context().cookies(inject("url"))).toMatchObject([
        { name: "boussole-consent", httpOnly: true, secure: false, sameSite: "Lax", path: "/" },
      ]);
      await tab.getByRole("button", { name: "Oui, relier à ce classeur" }).click();
      await tab.getByText("Accord enregistré").waitFor();
      await tab.close();
      await frame.getByText("Accord donné.").waitFor();
      const account = frame.locator("[name=account]").last();
      await account.waitFor({ timeout: LONG });
      await account.check();
      await button("Tester").click();
      await frame.getByText(/La connexion fonctionne\u00a0: montants en EUR/).waitFor();
      await button("Connecter").click();
      await ended();
      await button("Vérifier les balises UTM").click();
      await frame
        .getByText(/clics payés/)
        .first()
        .waitFor();
      await button("Toutes les sources").click();
    },
    LONG,
  );
});

describe("a statistic", () => {
  it(
    "is computed on the server from the menu, and written in a tab of its own",
    async () => {
      await sheet.type("I6", "=PROBA_AB(200;10000;246;10000)");
      const inCell = (await sheet.read("I6")).value;
      await sheet.select("I6");
      await chooseInMenu(sheet.page, "Boussole", "Calculer côté serveur");
      const told = /PROBA_AB\u00a0: 1 ligne dans l'onglet «\u00a0PROBA_AB\u00a0»/;
      await sheet.page.locator(".toast-message", { hasText: told }).waitFor({ timeout: LONG });
      const inTab = await sheet.page.evaluate(() => {
        const { getters } = workbench.model;
        const sheetId = getters.getSheetIdByName("PROBA_AB") ?? "";
        return getters.getEvaluatedCell({ sheetId, row: 1, col: 0 }).value;
      });
      expect(inTab).toBe(inCell);
    },
    LONG,
  );
});

describe("an objective", () => {
  it(
    "is set, and is still there with its value after the page is reloaded",
    async () => {
      await show("Objectifs");
      await button("Fixer un objectif").click();
      await frame.locator("[name=wish]").fill("plus de visites");
      await frame.locator("[name=kpi]").selectOption("SESSIONS");
      await frame.locator("[name=title]").fill("Plus de visites");
      await frame.locator("[name=target]").fill("+20 %");
      await frame.locator("[name=start]").fill("2026-01-01");
      await frame.locator("[name=deadline]").fill("2026-12-31");
      await button("Enregistrer").click();
      await frame.getByText("Objectif enregistré.").waitFor();
      await sheet.page.waitForTimeout(2000);
      await sheet.page.reload();
      await untilShown(sheet.page);
      await openSidebar();
      await show("Objectifs");
      await frame.getByRole("heading", { name: "Plus de visites" }).waitFor();
      expect(await frame.locator("#view-objectives").innerText()).toMatch(/[\d\u202f]+\s*cible [\d\u202f]+/);
      expect(sheet.problems).toEqual([]);
    },
    LONG,
  );
});

/** The row of the split, from F19 down, whose group is this. */
async function placeOf(group: string): Promise<number> {
  for (let row = 19; row < 40; row += 1) {
    if ((await sheet.read(`F${row}`)).value === group) return row;
  }
  throw new Error(`No group ${group}`);
}
