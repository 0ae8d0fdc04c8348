// The server stopped and started again while the page stays open: nothing is lost, and the schedule goes on by itself.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, FrameLocator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chooseInMenu, launchBrowser, openSheet, type SheetPage } from "./sheet-page.ts";
import { end, freePort, npmStart, type Running, untilPrinted } from "./workbench.ts";

const LONG = 240_000;
const dayBefore = (days: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(Date.now() - days * 86_400_000);
/** The shop's day stays behind the clock's: midnight may pass. */
const [FROM, TO] = [dayBefore(60), dayBefore(1)];
const YOUNG = { from: "2000-01-01", to: dayBefore(61), removed: true };

let state: string;
let url: string;
let server: Running;
let browser: Browser;
let sheet: SheetPage;
let frame: FrameLocator;

async function start(): Promise<void> {
  server = npmStart(["--port", new URL(url).port, "--state", state]);
  await untilPrinted(server, url);
}

async function simulate(change: object): Promise<void> {
  const answer = await fetch(`${url}/vendors/-/control`, { method: "POST", body: JSON.stringify(change) });
  expect(answer.status).toBe(200);
}

/** The sessions that the shop counts itself. */
async function sessions(): Promise<number> {
  const answer = await fetch(`${url}/vendors/-/totals?from=${FROM}&to=${TO}`);
  return ((await answer.json()) as { total: { sessions: number } }).total.sessions;
}

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), "boussole-restart-"));
  url = `http://127.0.0.1:${await freePort()}`;
  await start();
  browser = await launchBrowser();
  await simulate({ day: TO, adjustments: [YOUNG] });
  sheet = await openSheet(browser, "fr", { url });
  await chooseInMenu(sheet.page, "Boussole", "Ouvrir Boussole");
  frame = sheet.page.frameLocator("#sidebar iframe");
}, LONG);
afterAll(async () => {
  await browser.close();
  await end(server);
  rmSync(state, { recursive: true });
});

const button = (name: string | RegExp) => frame.getByRole("button", { name, exact: true });

it(
  "the page says so and recovers, and the figures that change meanwhile come without a click",
  async () => {
    await frame.getByRole("tab", { name: "Sources" }).click();
    await button("Créer l'espace").click();
    await button("Utiliser des données de démonstration").click();
    await frame.getByText("Synchronisation terminée").waitFor({ timeout: LONG });
    await sheet.type("I4", '=KPI("SESSIONS";Données!A:Z)');
    const before = await sessions();
    await expect.poll(async () => (await sheet.read("I4")).value).toBe(before);

    // The source asks to be left alone for a while: the next sync is planned, and nobody will ask for it.
    await simulate({ faults: [{ match: ":runReport", to: null, status: 429, retryAfter: "20" }] });
    await frame.getByRole("button", { name: /^Synchroniser/ }).click();
    await expect.poll(async () => frame.locator("#view-sources").innerText()).toMatch(/limit|trop de/i);
    await simulate({ faults: [], adjustments: [YOUNG, { from: dayBefore(2), sessions: 2 }] });
    const after = await sessions();
    expect(after).toBeGreaterThan(before);

    await end(server);
    await sheet.type("I6", "pendant l'arrêt");
    await sheet.page.getByText(/Non enregistré\s: le serveur ne répond plus/).waitFor({ timeout: 20_000 });
    await frame.getByRole("button", { name: /^Synchroniser/ }).click();
    await frame
      .getByText(/Le serveur de Boussole ne répond pas/)
      .first()
      .waitFor({ timeout: 20_000 });
    expect((await sheet.read("I4")).value).toBe(before);

    await start();
    await sheet.page.getByText("Enregistré", { exact: true }).waitFor({ timeout: 20_000 });
    // An hour of the add-on's trigger is a minute here.
    await expect.poll(async () => (await sheet.read("I4")).value, { timeout: 120_000 }).toBe(after);

    await sheet.page.reload();
    await expect.poll(async () => (await sheet.read("I6")).value).toBe("pendant l'arrêt");
    expect((await sheet.read("I4")).value).toBe(after);
  },
  LONG,
);
