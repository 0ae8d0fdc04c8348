// Where several sources tell one figure, the sidebar says which counts it, and lets a member choose.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Counting } from "../../shared/api/counting.ts";
import { connection, emptyWorld, ok, openSidebar, type SidebarPage } from "./fake-door.ts";
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

const words = (text: string) => ({ fr: text, en: text });

function revenue(): Counting {
  const connectors = [
    { name: "ga4", label: words("Google Analytics 4") },
    { name: "hubspot", label: words("HubSpot") },
  ];
  return { metric: "revenue", label: { fr: "chiffre d'affaires", en: "revenue" }, by: "ga4", connectors };
}

it("shows who counts what two sources tell, and another may be chosen with the keyboard", async () => {
  let counting = revenue();
  const world = emptyWorld("fr", { connections: [connection()] });
  world.answers["GET /v1/counting"] = () => ok({ metrics: [counting] });
  world.answers["PUT /v1/counting/revenue"] = ({ body }) => {
    counting = { ...counting, ...(body as { by: string }) };
    return ok(counting);
  };
  sidebar = await openSidebar(browser, world);
  await sidebar.view(2);
  await sidebar.shown("Qui compte quoi");
  const select = sidebar.page.getByLabel("Chiffre d'affaires");
  expect(await select.inputValue()).toBe("ga4");
  await select.focus();
  await sidebar.page.keyboard.press("ArrowDown");
  await sidebar.shown("C'est noté. Actualisez pour le voir dans la feuille.");
  expect(await select.inputValue()).toBe("hubspot");
  expect(sidebar.callsTo("PUT /v1/counting/revenue").map(({ body }) => body)).toEqual([{ by: "hubspot" }]);
  if (process.env.PICTURE) await sidebar.page.screenshot({ path: process.env.PICTURE });
});

it("who only reads is told, and chooses nothing", async () => {
  const world = emptyWorld("en", { connections: [connection()] });
  world.workspace = { ...world.workspace, role: "reader" };
  world.answers["GET /v1/counting"] = () => ok({ metrics: [revenue()] });
  sidebar = await openSidebar(browser, world);
  await sidebar.view(2);
  await sidebar.shown("Revenue: Google Analytics 4");
  expect(await sidebar.page.locator(".counting select").count()).toBe(0);
});

it("nothing is said where each figure has one source", async () => {
  sidebar = await openSidebar(browser, emptyWorld("fr", { connections: [connection()] }));
  await sidebar.view(2);
  await sidebar.shown("Atelier Verveine");
  expect(await sidebar.page.getByText("Qui compte quoi").count()).toBe(0);
});
