// The KPI view: finding a KPI by a goal, quantities that are read in a table, and what is to check in a value.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Inserted, Insertion } from "../../apps-script/door.ts";
import { emptyWorld, openSidebar, type SidebarPage, type World } from "./fake-door.ts";
import { launchBrowser } from "./sheet-page.ts";

let browser: Browser;
let sidebar: SidebarPage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(sidebar.problems).toEqual([]);
  await sidebar.close();
});

async function open(world: World): Promise<void> {
  sidebar = await openSidebar(browser, world);
  await sidebar.view(1);
}

const titles = (): Promise<string[]> => sidebar.page.locator(".family h2").allInnerTexts();
const names = (): Promise<string[]> => sidebar.page.locator(".family .name").allInnerTexts();
const inserted = (shown: Inserted): World["answers"] => ({ insert: () => shown });

describe("by goal", () => {
  it("a goal chosen in the list gives its KPIs, by what each is there for, and why", async () => {
    await open(emptyWorld("fr"));
    await sidebar.page.getByLabel("Ce que vous voulez obtenir").selectOption("Générer des leads");
    expect(await titles()).toEqual(["KPI principal", "Pour le lire", "Le travail qui y mène"]);
    expect(await names()).toEqual(["LEADS", "CR", "CPL", "MQL_TO_SQL", "FIRST_RESPONSE_TIME"]);
    await sidebar.shown(/Le nombre de leads est le résultat/);
    await sidebar.shown("5 KPI");
  });

  it("a goal typed in one's own words is understood, and its KPIs are one click away", async () => {
    await open(emptyWorld("en"));
    await sidebar.page.getByLabel("Search for a KPI").fill("grow our traffic");
    await sidebar.button("Grow traffic").click();
    expect(await names()).toContain("UNIQUE_VISITORS");
    expect(await sidebar.page.getByLabel("Search for a KPI").inputValue()).toBe("");
  });

  it("a KPI opened from a goal leads back to the goal", async () => {
    await open(emptyWorld("en"));
    await sidebar.page.getByLabel("What you want to achieve").selectOption("Grow traffic");
    await sidebar.page.locator("#kpi-CTR").click();
    await sidebar.button("All KPIs").click();
    expect(await titles()).toContain("Main KPI");
    expect(await sidebar.page.evaluate(() => document.activeElement?.id)).toBe("kpi-CTR");
  });
});

describe("a measured quantity", () => {
  it("is in the list with what to type", async () => {
    await open(emptyWorld("fr"));
    await sidebar.page.getByLabel("Chercher un KPI").fill("sessions");
    const item = sidebar.page.locator("#kpi-SESSIONS");
    expect(await item.locator("code").innerText()).toBe("=KPI(\"SESSIONS\"; 'Données'!A:Z)");
  });

  it("is read from the tab of figures of this spreadsheet, offered as the table", async () => {
    const world = emptyWorld("fr", {
      freshness: { last: null, schedule: { on: false, lastRun: null }, dataTab: "Mes chiffres" },
      answers: inserted({ cell: "B2", display: "20 770" }),
    });
    await open(world);
    await sidebar.page.locator("#kpi-SESSIONS").click();
    await expect.poll(() => sidebar.field("table").inputValue()).toBe("'Mes chiffres'!A:Z");
    await sidebar.button("Insérer").click();
    await sidebar.shown("B2 = 20 770");
    const [asked] = sidebar.callsTo("insert") as unknown as Insertion[];
    expect(asked).toEqual({ name: "KPI", args: ["SESSIONS", { sheet: "Mes chiffres", a1: "A:Z" }] });
  });
});

it("what is to check in an inserted value is told in words, under it", async () => {
  const warnings = ["Calculé sur 3 seulement.", "120 %, plus que le tout."];
  await open(emptyWorld("fr", { answers: inserted({ cell: "D2", display: "120 %", warnings }) }));
  await sidebar.page.locator("#kpi-CR").click();
  await sidebar.field("conversions").fill("B2");
  await sidebar.field("base").fill("C2");
  await sidebar.button("Insérer").click();
  const told = sidebar.page.getByRole("status").filter({ hasText: "À vérifier" });
  await told.waitFor();
  expect(await told.innerText()).toContain("D2 = 120 %");
  for (const warning of warnings) expect(await told.innerText()).toContain(warning);
});
