// From nothing to live figures: a workspace, demonstration data, formulas over them, an objective, all kept.
import type { Browser, FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chooseInMenu, launchBrowser, openSheet, type SheetPage, untilShown } from "./sheet-page.ts";

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
const TODAY = dayBefore(0);
const YESTERDAY = dayBefore(1);
/** The first sync reads 24 months before this one. */
const FROM = `${Number(TODAY.slice(0, 4)) - 2}${TODAY.slice(4, 7)}-01`;

let browser: Browser;
let sheet: SheetPage;
let frame: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
  await simulate({ day: YESTERDAY });
  sheet = await openSheet(browser, "fr");
  await openSidebar();
}, LONG);
afterAll(async () => {
  await browser.close();
  await simulate({ day: null });
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
  const answer = await fetch(`${inject("url")}/vendors/-/totals?from=${FROM}&to=${YESTERDAY}&by=channel`);
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
      await sheet.type("I4", '=KPI("SESSIONS";Données!A:Z)');
      expect((await sheet.read("I4")).value).toBe((await totals()).total.sessions);
      await simulate({ day: TODAY });
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

describe("an objective", () => {
  it(
    "is set, and is still there with its value after the page is reloaded",
    async () => {
      await show("Objectifs");
      await button("Fixer un objectif").click();
      await frame.locator("[name=kpi]").selectOption("SESSIONS");
      await frame.locator("[name=title]").fill("Plus de visites");
      await frame.locator("[name=baseline]").fill("0");
      await frame.locator("[name=target]").fill("1 000 000");
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
      expect(await frame.locator("#view-objectives").innerText()).toMatch(/[\d\u202f]+ aujourd'hui/);
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
