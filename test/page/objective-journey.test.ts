// An objective from an empty view to a decision, in a browser over the whole workbench: defined by keyboard alone, followed
// while a channel fails, explained, reviewed, and still there after a restart.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Grid from "@odoo/o-spreadsheet";
import type { Browser, Frame } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { typist } from "./keyboard.ts";
import { lapse } from "./lapse.ts";
import { chooseInMenu, launchBrowser, openSheet, type SheetPage, untilShown } from "./sheet-page.ts";
import { end, freePort, npmStart, type Running, untilPrinted } from "./workbench.ts";

/** What the page leaves for the browser's console. */
declare const workbench: { model: Grid.Model };

const LONG = 240_000;
const PATIENT = { timeout: 30_000 };
const dayBefore = (days: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(Date.now() - days * 86_400_000);
/** Searches have brought twice as much for half a year: a fifth more than last year is ambitious, not a dream. */
const GROWTH = { from: dayBefore(180), channel: "Organic Search", sessions: 2 };
/** What goes wrong: they bring next to nothing, for four weeks. */
const COLLAPSE = { from: dayBefore(30), channel: "Organic Search", sessions: 0.05 };
/** The objective began five weeks ago, and it is written down today. */
const START = dayBefore(35);
/** The shop is two winters old, no more: there is less to read. */
const YOUNG = { from: "2000-01-01", to: dayBefore(520), removed: true };

let state: string;
let url: string;
let server: Running;
let browser: Browser;
let sheet: SheetPage;
let frame: Frame;

async function start(): Promise<void> {
  server = npmStart(["--port", new URL(url).port, "--state", state]);
  await untilPrinted(server, url);
}

async function simulate(change: object): Promise<void> {
  const answer = await fetch(`${url}/vendors/-/control`, { method: "POST", body: JSON.stringify(change) });
  expect(answer.status).toBe(200);
}

async function open(language: "fr" | "en", fresh: boolean): Promise<void> {
  sheet = await openSheet(browser, language, { url, fresh });
  await openSidebar();
}

async function openSidebar(): Promise<void> {
  await chooseInMenu(sheet.page, "Boussole", "Boussole");
  const element = await sheet.page.locator("#sidebar iframe").elementHandle();
  const found = await element?.contentFrame();
  if (!found) throw new Error("The sidebar has no frame.");
  frame = found;
  await frame.getByRole("tab").first().waitFor();
}

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), "boussole-objective-"));
  url = `http://127.0.0.1:${await freePort()}`;
  await start();
  browser = await launchBrowser();
  await simulate({ day: dayBefore(1), adjustments: [YOUNG, GROWTH] });
  await open("fr", true);
  await show(2);
  await button("Créer l'espace").click();
  await button("Utiliser des données de démonstration").click();
  await shown("Synchronisation terminée");
}, LONG);
afterAll(async () => {
  await browser.close();
  await end(server);
  rmSync(state, { recursive: true });
});

/** Shows a view: 0 to 3, as their tabs stand. */
const show = (place: number) => frame.getByRole("tab").nth(place).click();
const button = (name: string | RegExp) => frame.getByRole("button", { name, exact: true });
const shown = (text: string | RegExp) => frame.getByText(text).first().waitFor({ timeout: LONG });
const view = () => frame.locator("#view-objectives");

const WORDS = {
  fr: {
    empty: "Aucun objectif",
    add: "Fixer un objectif",
    wish: "plus de ventes en ligne",
    more: /^Plus/,
    serves: "Développer les ventes en ligne",
    failing: /: (?:à voir|manque)$/,
    fix: /^Viser/,
    sound: /^Objectif SMART/,
    save: "Enregistrer",
    saved: "Objectif enregistré.",
  },
  en: {
    empty: "No objective",
    add: "Set an objective",
    wish: "more online sales",
    more: /^More/,
    serves: "Grow online sales",
    failing: /: (?:check|missing)$/,
    fix: /^Aim at/,
    sound: /^A SMART objective/,
    save: "Save",
    saved: "Objective saved.",
  },
};

/** Defines an objective as a newcomer would: one's own words, then what the letters ask for. */
async function define(language: "fr" | "en"): Promise<void> {
  const words = WORDS[language];
  await show(0);
  await shown(words.empty);
  await frame.locator("#tab-objectives").focus();
  const hand = typist(sheet.page, frame);
  await hand.press(words.add);
  await expect.poll(() => hand.focused()).toBe("wish");
  await hand.fill("wish", words.wish);
  await frame.locator(".chances").waitFor();
  await hand.fillDay("start", START);
  await hand.press(words.more);
  await hand.fill("serves", words.serves);
  await frame.waitForTimeout(500);
  const sound = () => frame.locator(".sound").innerText();
  const fixes = frame.locator(".rules .fix");
  for (const letter of await frame.getByRole("button", { name: words.failing }).all()) {
    if (words.sound.test(await sound())) break;
    await hand.press((await letter.innerText()).replace(/\s+/g, " ").trim());
    if ((await fixes.count()) > 0) await hand.press(words.fix);
    await frame.waitForTimeout(500);
  }
  expect(await sound()).toMatch(words.sound);
  await hand.press(words.save);
  await shown(words.saved);
  expect(hand.inputs).toBeLessThanOrEqual(12);
  expect(Date.now() - hand.begun).toBeLessThan(120_000);
}

it(
  "is defined by keyboard alone by a newcomer, in English, in at most twelve inputs",
  async () => {
    await sheet.close();
    await open("en", false);
    await define("en");
    await button("Delete").click();
    await button("Confirm").click();
    await shown("No objective");
    expect(sheet.problems).toEqual([]);
    await sheet.close();
  },
  LONG,
);

it(
  "then in French, where it starts on track, with its chances",
  async () => {
    await open("fr", false);
    await define("fr");
    expect(await view().locator(".mark").first().innerText()).toMatch(/^(Dans les temps|En avance)$/);
    expect(await view().innerText()).toMatch(/chances? sur (10|20)/);
  },
  LONG,
);

it(
  "slips when a channel fails, and its diagnosis names that channel",
  async () => {
    await end(server);
    lapse(state, 28);
    await start();
    await simulate({ day: dayBefore(0), adjustments: [YOUNG, GROWTH, COLLAPSE] });
    await sync();
    await frame.locator("progress").waitFor();
    await shown("Synchronisation terminée");
    await show(0);
    await expect.poll(() => view().innerText(), PATIENT).toMatch(/^(?:En retard|Très en retard)$/m);
    await expect
      .poll(() => view().innerText(), PATIENT)
      .toMatch(/Recherche naturelle en fait la plus grande part/);
    const parts = await frame.locator(".parts li").allInnerTexts();
    expect(parts.find((part) => part.startsWith("Recherche naturelle"))).toMatch(/\u2212[\d\u202f]+\u00a0€/);
  },
  LONG,
);

it(
  "is reviewed: the decision and the event are kept, with the figures of the day",
  async () => {
    await button("Faire la revue").click();
    await frame.getByLabel(/^On agit/).check();
    await frame.locator("[name=what]").fill("Refaire les titres des fiches");
    await button("Enregistrer la décision").click();
    await shown("Revue enregistrée.");
    await button("Noter un événement").click();
    await frame.locator("[name=noteText]").fill("Refonte du site");
    await button("Noter un événement").click();
    await shown("Refonte du site");
  },
  LONG,
);

it(
  "keeps its last value, with its age and the reason, while its source fails",
  async () => {
    const { value } = await figures();
    await simulate({ propertyClosed: true });
    await sync();
    await frame.locator("#view-sources").getByText("(access_denied)").waitFor();
    await show(0);
    await expect
      .poll(() => view().locator(".age").allInnerTexts(), PATIENT)
      .toContainEqual(
        expect.stringMatching(/^Données lues .+\. Atelier Verveine\s: Ces identifiants n.ont pas accès/),
      );
    expect((await figures()).value).toBe(value);
    await chooseInMenu(sheet.page, "Boussole", "Actualiser les données");
    await expect
      .poll(() => sheet.page.evaluate(remarks), PATIENT)
      .toMatch(/Ces identifiants n.ont pas accès/);
    await simulate({ propertyClosed: false });
  },
  LONG,
);

it(
  "changed in two windows at once, tells the second what the first did, and loses nothing",
  async () => {
    const [first, other] = [sheet, frame];
    await open("fr", false);
    await show(0);
    await view().locator(".card h3 button").click();
    await button("Modifier").click();
    await other.getByRole("button", { name: "Modifier", exact: true }).click();
    await other.locator("[name=owner]").fill("Dominique");
    await other.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await other.getByText("Objectif enregistré.").waitFor();
    await frame.locator("[name=title]").fill("Les ventes de l'hiver");
    await button("Enregistrer").click();
    await shown(/Rien de ce que vous avez tapé n'est perdu/);
    expect(await frame.locator(".question").innerText()).toContain("Dominique");
    await button("Enregistrer avec mes changements").click();
    await shown("Objectif enregistré.");
    expect(await view().locator("h2").innerText()).toBe("Les ventes de l'hiver");
    expect(await view().innerText()).toContain("Dominique");
    await first.close();
  },
  LONG,
);

it(
  "is all still there after a restart, and a formula in the sheet agrees",
  async () => {
    const before = await figures();
    await end(server);
    await start();
    await sheet.page.reload();
    await untilShown(sheet.page);
    await openSidebar();
    await show(0);
    await view().locator(".card h3 button").click();
    await shown("Refaire les titres des fiches");
    await shown("Refonte du site");
    expect(await figures()).toEqual(before);

    await chooseInMenu(sheet.page, "Boussole", "Actualiser les données");
    await sheet.page.locator(".toast-message", { hasText: "Données actualisées" }).waitFor({ timeout: LONG });
    const title = await view().locator("h2").innerText();
    const { value, percent, status } = before;
    await sheet.type("F20", `=OBJECTIVE("${plain(title)}";Objectifs!A:Z;"progress")`);
    await sheet.type("F21", `=OBJECTIF("${plain(title)}";Objectifs!A:Z;"statut")`);
    expect(Math.round(Number((await sheet.read("F20")).value) * 100)).toBe(percent);
    expect((await sheet.read("F21")).value).toBe(status);
    const tab = await row(title);
    expect(tab).toContain(status);
    expect(tab.map((cell) => (typeof cell === "number" ? Math.round(cell) : cell))).toContain(value);
    expect(sheet.problems.filter((problem) => !/unavailable|50[234]|ERR_|412/.test(problem))).toEqual([]);
  },
  LONG,
);

async function sync(): Promise<void> {
  await show(2);
  await button(/^Synchroniser /).click();
}

/** The tab of objectives, read by the page. */
function remarks(): string {
  const { getters } = workbench.model;
  const sheetId = getters.getSheetIdByName("Objectifs") ?? "";
  const cells = Array.from(
    { length: 40 },
    (_, col) => getters.getEvaluatedCell({ sheetId, row: 1, col }).value,
  );
  return cells.join(" ");
}

/** What the page of the objective says of it: its value, how far it is, its status. */
async function figures(): Promise<{ value: number; percent: number; status: string }> {
  await view().locator(".way").first().waitFor();
  const number = (text: string | undefined): number => Number(text?.replace(/[^\d]/g, ""));
  const [percent] = /^\d+/.exec(await view().locator(".way .count").first().innerText()) ?? [];
  return {
    value: number(await view().locator(".figure strong").first().innerText()),
    percent: number(percent),
    status: await view().locator(".mark").first().innerText(),
  };
}

/** A title as it is typed: spaces are spaces. */
function plain(title: string): string {
  return title.replace(/[\u00a0\u202f]/g, " ");
}

/** The row of the tab of objectives that bears this title. */
function row(title: string): Promise<unknown[]> {
  return sheet.page.evaluate((wanted) => {
    const { getters } = workbench.model;
    const sheetId = getters.getSheetIdByName("Objectifs") ?? "";
    const rows = Array.from({ length: 20 }, (_, at) =>
      Array.from({ length: 20 }, (__, col) => getters.getEvaluatedCell({ sheetId, row: at, col }).value),
    );
    return rows.find(([name]) => name === wanted) ?? [];
  }, title);
}
