// The forms of the Sources view: a consent, credentials, accounts, and what changes a source that is connected.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ok, openSidebar, refused, running, type SidebarPage, type World } from "./fake-door.ts";
import { consent, ELEVEN, elevenWorld } from "./source-world.ts";
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
async function toForm(name: string, world = elevenWorld("fr")): Promise<void> {
  await open(world);
  await sidebar.button("Ajouter une source").click();
  await service(name).click();
}

describe("a consent", () => {
  it("opens in a new tab, is waited for, then proposes the accounts; each becomes a source", async () => {
    const world = elevenWorld("fr");
    world.answers["POST /v1/connections"] = () => ok(running(), 201);
    await toForm("Google Ads", world);
    await sidebar.field("credentials.developerToken").fill("tok");
    await sidebar.button("Connecter").click();
    await sidebar.shown("Donnez d'abord votre accord.");
    await sidebar.button("Demander l'accord").click();
    const link = sidebar.page.locator("#consent-link");
    await link.waitFor();
    expect(await link.innerText()).toBe("Ouvrir la page de Google Ads");
    expect(await link.getAttribute("href")).toBe("https://boussole.example/connect/start?ticket=t1");
    expect([await link.getAttribute("target"), await link.getAttribute("rel")]).toEqual([
      "_blank",
      "noopener noreferrer",
    ]);
    await sidebar.shown("En attente de votre accord, dans l'autre onglet…");
    await sidebar.shown("Accord donné.");
    await sidebar.page.getByLabel(/Verveine France/).check();
    await sidebar.page.getByLabel(/Verveine Belgique/).check();
    await sidebar.button("Connecter 2 sources").click();
    await sidebar.shown("Sources de Suivi marketing");
    expect(sidebar.callsTo("POST /v1/connections").map(({ body }) => body)).toEqual(
      ["4820163957", "7305918246"].map((account, place) => ({
        connector: "google-ads",
        name: ["Verveine France", "Verveine Belgique"][place],
        settings: { account },
        credentials: { developerToken: "tok" },
        consent: "k1",
      })),
    );
    expect(sidebar.callsTo("POST /v1/consents")[0]?.body).toEqual({ connector: "google-ads", settings: {} });
  });

  it.each([
    ["refused", () => ok(consent("refused")), /Vous n'avez pas donné votre accord/],
    ["left until it expired", () => refused(404, "not_found", "Introuvable."), /Le lien n'est plus valable/],
  ] as const)("that is %s can be asked for again", async (_, answer, told) => {
    const world = elevenWorld("fr");
    world.answers["GET /v1/consents/k1"] = answer;
    await toForm("Google Ads", world);
    await sidebar.button("Demander l'accord").click();
    await sidebar.shown(told);
    await sidebar.button("Demander de nouveau").click();
    await sidebar.page.locator("#consent-link").waitFor();
  });

  it("that the server is not registered for names what its operator must fill in", async () => {
    await toForm("LinkedIn Ads");
    await sidebar.shown(/doit renseigner OAUTH_LINKEDIN_ID, OAUTH_LINKEDIN_SECRET\./);
    expect(await sidebar.button("Demander l'accord").count()).toBe(0);
  });
});

describe("a form", () => {
  it("asks for what the way chosen needs, and takes a key file that is dropped", async () => {
    await toForm("Google Ads");
    expect(await sidebar.field("credentials.serviceAccount").count()).toBe(0);
    await sidebar.page.getByLabel(/^Avec\u00a0: Clé du compte de service/).check();
    await sidebar.field("credentials.serviceAccount").waitFor();
    const data = await sidebar.page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['{"private_key":"k"}'], "cle.json", { type: "application/json" }));
      return transfer;
    });
    await sidebar.page.dispatchEvent(".drop", "drop", { dataTransfer: data });
    await sidebar.shown("Fichier lu\u00a0: cle.json");
  });

  it("tries the connection without keeping it, and tells what a refusal is about", async () => {
    const world = elevenWorld("fr");
    world.answers["POST /v1/connectors/hubspot/test"] = () =>
      ok({ currency: "EUR", timeZone: "Europe/Paris" });
    await toForm("HubSpot", world);
    await sidebar.field("credentials.key").fill("pat-1");
    await sidebar.button("Tester").click();
    await sidebar.shown("Choisissez un compte.");
    await sidebar.field("settings.account").fill("25187340");
    await sidebar.button("Tester").click();
    await sidebar.shown(/La connexion fonctionne\u00a0: montants en EUR, fuseau Europe\/Paris\./);
    expect(sidebar.callsTo("POST /v1/connections")).toEqual([]);
    world.answers["POST /v1/connectors/hubspot/test"] = () =>
      refused(422, "source_refused", "La source n'a pas pu être connectée.");
    await sidebar.button("Tester").click();
    await sidebar.shown("La source n'a pas pu être connectée.");
  });

  it("of a source that is connected keeps what is not typed anew", async () => {
    const world = elevenWorld("fr");
    world.answers["PATCH /v1/connections/hubspot"] = () => ok(ELEVEN[8]);
    await open(world);
    await sidebar.button("Ouvrir Verveine HubSpot").click();
    await sidebar.button("Réglages et accès").click();
    await sidebar.field("settings.account").fill("999");
    await sidebar.button("Enregistrer").click();
    await sidebar.button("Réglages et accès").waitFor();
    expect(sidebar.callsTo("PATCH /v1/connections/hubspot")[0]?.body).toEqual({
      name: "Verveine HubSpot",
      settings: { account: "999" },
    });
  });
});

describe("a source", () => {
  it("is read again from a day, paused, and given other channels", async () => {
    const world = elevenWorld("fr");
    world.answers["PATCH /v1/connections/ga4"] = () => ok(ELEVEN[0]);
    world.answers["POST /v1/connections/ga4/sync"] = () => ok({ run: 4, joined: false }, 202);
    await open(world);
    await sidebar.button("Ouvrir Verveine Google Analytics 4").click();
    await sidebar.page.getByText("Relire depuis une date").click();
    await sidebar.button("Relire").click();
    await sidebar.shown("Choisissez un jour passé, d'il y a dix ans au plus.");
    await sidebar.field("resync").fill("2026-01-01");
    await sidebar.button("Relire").click();
    await sidebar.shown("C'est demandé\u00a0: la lecture commence.");
    await sidebar.button("Mettre en pause").click();
    await sidebar.page.getByText("Canaux", { exact: true }).click();
    expect(await sidebar.page.getByLabel("Cross-network").inputValue()).toBe("display");
    await sidebar.page.getByLabel("Cross-network").selectOption("other");
    await sidebar.page.getByLabel("Unassigned").selectOption("direct");
    await sidebar.field("channel-added").fill("Audio");
    await sidebar.button("Ajouter ce nom").click();
    await sidebar.page.getByLabel("Audio").selectOption("video");
    await sidebar.button("Enregistrer les canaux").click();
    await sidebar.shown("Canaux enregistrés.");
    expect(sidebar.callsTo("PATCH /v1/connections/ga4").map(({ body }) => body)).toEqual([
      { resyncFrom: "2026-01-01" },
      { paused: true },
      // What is as usual again is not told.
      { settings: { property: "412", channels: '{"Unassigned":"direct","Audio":"video"}' } },
    ]);
  });
});
