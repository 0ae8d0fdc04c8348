// The pages of the Sources view: the list of many, the services to add, and the check of tags.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { faultsOf } from "./access.ts";
import { ok, openSidebar, type SidebarPage, type World } from "./fake-door.ts";
import { ELEVEN, elevenWorld } from "./source-world.ts";
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
  await sidebar.view(2);
}

const service = (name: string) => sidebar.page.getByRole("button", { name: new RegExp(`^${name}`) });
const focused = (): Promise<string> =>
  sidebar.page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");

describe.each(["fr", "en"] as const)("every page, in %s,", (locale) => {
  const fr = locale === "fr";
  const say = (french: string, english: string): string => (fr ? french : english);
  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    ["the list", async () => {}],
    ["the services", () => sidebar.button(say("Ajouter une source", "Add a source")).click()],
    [
      "a source",
      async () => {
        await sidebar.button(say("Ouvrir ", "Open ") + ELEVEN[0]?.name).click();
        for (const summary of await sidebar.page.locator("summary").all()) await summary.click();
        await sidebar.button(say("Déconnecter", "Disconnect")).click();
      },
    ],
    [
      "a form with a consent",
      async () => {
        await sidebar.button(say("Ajouter une source", "Add a source")).click();
        await service("Google Ads").click();
        await sidebar.button(say("Demander l'accord", "Ask for the consent")).click();
        await sidebar.page.locator("#consent-link").waitFor();
      },
    ],
    [
      "a form that lacks something",
      async () => {
        await sidebar.button(say("Ajouter une source", "Add a source")).click();
        await service("HubSpot").click();
        await sidebar.button(say("Connecter", "Connect")).click();
      },
    ],
    ["a source to connect again", () => sidebar.button(say("Reconnecter", "Reconnect")).click()],
    [
      "the check of tags",
      () => sidebar.button(say("Vérifier les balises UTM", "Check the UTM tags")).click(),
    ],
  ];

  it("can be used by anyone", async () => {
    for (const [name, go] of steps) {
      await sidebar?.close();
      await open(elevenWorld(locale));
      await sidebar.page.getByRole("heading", { name: ELEVEN[10]?.name ?? "" }).waitFor();
      await go();
      await sidebar.page.waitForTimeout(150);
      expect(await faultsOf(sidebar.page), name).toEqual([]);
    }
  }, 120_000);
});

describe("the list", () => {
  it("tells each state in words, the problem with one action, and what is to know", async () => {
    await open(elevenWorld("fr"));
    const row = (name: string) => sidebar.page.locator("li", { hasText: name });
    await sidebar.shown("Verveine Stripe");
    expect(await row("Verveine HubSpot").innerText()).toMatch(/À jour · lue il y a \d+\s+min/);
    expect(await row("Verveine HubSpot").innerText()).toMatch(/HubSpot · prochaine dans \d+\s+min/);
    expect(await row("Verveine Google Ads").innerText()).toContain("En panne depuis");
    expect(await row("Verveine Google Ads").getByRole("button", { name: "Reconnecter" }).count()).toBe(1);
    expect(await row("Verveine Brevo").getByRole("button", { name: "Reconnecter" }).count()).toBe(0);
    expect(await row("Verveine Page Facebook").innerText()).toContain("En pause");
    expect(await row("Verveine Webmecanik").innerText()).toMatch(/fermera la version v25\.\s+et 1 de plus/);
    expect(await sidebar.page.locator("progress").count()).toBe(1);
  });

  it("leaves only the list and the check to who may not change anything", async () => {
    const world = elevenWorld("en");
    world.workspace = { ...world.workspace, role: "member" };
    await open(world);
    await sidebar.shown("Verveine Stripe");
    expect(await sidebar.button("Add a source").count()).toBe(0);
    expect(await sidebar.button("Reconnect").count()).toBe(0);
    await sidebar.button("Open Verveine HubSpot").click();
    await sidebar.button("Sync now").waitFor();
    expect(await sidebar.button("Disconnect").count()).toBe(0);
    expect(await sidebar.button("Settings and access").count()).toBe(0);
  });

  it("has the keyboard where it was, once a page is left", async () => {
    await open(elevenWorld("fr"));
    await sidebar.button("Ouvrir Verveine HubSpot").focus();
    await sidebar.page.keyboard.press("Enter");
    await expect.poll(focused).toContain("Verveine HubSpot");
    await sidebar.button("Toutes les sources").click();
    await expect.poll(focused).toBe("source-hubspot");
  });
});

describe("the services", () => {
  it("are found by name or by what they bring, without accents, in groups", async () => {
    await open(elevenWorld("fr"));
    await sidebar.button("Ajouter une source").click();
    await sidebar.shown("11 services");
    const groups = await sidebar.page.locator(".services h2").allInnerTexts();
    expect(groups.slice(0, 6)).toEqual([
      "Site web",
      "Publicité",
      "Réseaux sociaux",
      "E-mail et automatisation",
      "CRM et ventes",
      "Paiements",
    ]);
    const search = sidebar.page.getByLabel("Chercher un service");
    await search.fill("depenses");
    await sidebar.shown("3 services");
    await search.fill("zzz");
    await sidebar.shown("Aucun service pour «\u00a0zzz\u00a0».");
    await search.fill("abonnés");
    await sidebar.shown("1 service");
  });
});

describe("the check of tags", () => {
  it("answers each question in words, with the rows behind it", async () => {
    await open(elevenWorld("fr"));
    await sidebar.button("Vérifier les balises UTM").click();
    await sidebar.shown(/8,6\u202f% des visites \(1\u202f320 sur 15\u202f400\)/);
    await sidebar.shown(/qr \/ affiche \/ salon/);
    await sidebar.shown(/Soldes été/);
    await sidebar.shown(
      /Réseaux sociaux payants\u00a0: 3\u202f100 clics payés, 640 visites \(79,4\u202f% de moins\)\./,
    );
    await sidebar.shown(/Notoriété compté par Verveine Meta Ads/);
    expect(await sidebar.page.getByText("À corriger").count()).toBe(3);
  });

  it("says what is missing to answer", async () => {
    const world = elevenWorld("fr");
    world.answers["GET /v1/checks/utm"] = () =>
      ok({ from: null, to: null, unassigned: null, spellings: [], untagged: null });
    await open(world);
    await sidebar.button("Vérifier les balises UTM").click();
    await sidebar.shown(/rien à vérifier/);
  });
});
