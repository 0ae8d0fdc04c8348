// The views of the sidebar over a workspace: objectives, the status, and what is left without the Worker.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ApiCall } from "../../apps-script/backend.ts";
import {
  connection,
  emptyWorld,
  objective,
  ok,
  openSidebar,
  refreshed,
  refused,
  run,
  type SidebarPage,
  type World,
  unreachable,
} from "./fake-door.ts";
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

async function open(world: World, view: number): Promise<void> {
  sidebar = await openSidebar(browser, world);
  await sidebar.view(view);
}

describe("objectives", () => {
  it("are created from what is typed, in the words of the user", async () => {
    const world = emptyWorld("fr");
    world.answers["POST /v1/objectives"] = () => ((world.objectives = [objective()]), ok(objective(), 201));
    world.answers["GET /v1/kpis/CR"] = () => ok({ kpi: "CR", value: 0.0213699, rows: [{ key: "email" }] });
    await open(world, 0);
    await sidebar.button("Fixer un objectif").click();
    await sidebar.button("Enregistrer").click();
    await sidebar.shown("Choisissez le KPI à suivre.");
    await sidebar.field("kpi").selectOption("CR");
    await sidebar.page.getByLabel("Un canal").check();
    await sidebar.field("within").fill("email");
    await sidebar.button("Valeur des 30 derniers jours").click();
    await sidebar.shown("soit 2,14\u202f%");
    await sidebar.field("target").fill("3 %");
    await sidebar.field("start").fill("2026-10-01");
    await sidebar.field("deadline").fill("2026-09-01");
    await sidebar.button("Enregistrer").click();
    await sidebar.shown("L'échéance vient avant le début.");
    await sidebar.field("deadline").fill("2026-12-31");
    await sidebar.button("Enregistrer").click();
    await sidebar.shown("Objectif enregistré.");
    expect(sidebar.callsTo("POST /v1/objectives")[0]?.body).toEqual({
      kpi: "CR",
      title: "Taux de conversion",
      scope: { channel: "email" },
      baseline: 0.0214,
      target: 0.03,
      start: "2026-10-01",
      deadline: "2026-12-31",
    });
    await sidebar.shown("46\u202f% du chemin");
  });

  it("changed by someone else meanwhile lose nothing of what was typed", async () => {
    const theirs = objective({ version: 2, target: 0.035 });
    const world = emptyWorld("fr", { objectives: [objective()] });
    world.answers["PUT /v1/objectives/o1"] = (({ headers }: ApiCall) =>
      headers?.["If-Match"] === '"2"'
        ? ok(objective({ version: 3 }))
        : refused(412, "stale_version", "Modifié.", { current: theirs })) satisfies (
      call: ApiCall,
    ) => unknown;
    await open(world, 0);
    await sidebar.button("Modifier «\u00a0Mieux convertir l'e-mail\u00a0»").click();
    await sidebar.field("target").fill("4 %");
    await sidebar.button("Enregistrer").click();
    await sidebar.shown(/Ce que vous avez tapé est toujours là/);
    await sidebar.shown("3,5\u202f%");
    expect(await sidebar.field("target").inputValue()).toBe("4 %");
    await sidebar.button("Enregistrer la mienne").click();
    await sidebar.shown("Objectif enregistré.");
    expect(sidebar.callsTo("PUT /v1/objectives/o1").map(({ headers }) => headers?.["If-Match"])).toEqual([
      '"1"',
      '"2"',
    ]);
  });

  it("are deleted once confirmed", async () => {
    const world = emptyWorld("en", { objectives: [objective({ title: "Convert" })] });
    world.answers["DELETE /v1/objectives/o1"] = () => ((world.objectives = []), ok(null, 204));
    await open(world, 0);
    await sidebar.button("Delete “Convert”").click();
    await sidebar.shown("Delete “Convert”?");
    await sidebar.page.keyboard.press("Enter");
    await sidebar.page.waitForTimeout(300);
    expect(sidebar.callsTo("DELETE /v1/objectives/o1")).toEqual([]);
    await sidebar.button("Confirm").click();
    await sidebar.shown("Objective deleted.");
    await sidebar.shown("No objective");
  });
});

describe("the status", () => {
  it("tells the last syncs in words, and gives an owner a code to share", async () => {
    const world = emptyWorld("fr", { connections: [connection()], runs: [run()] });
    world.answers["POST /v1/invitations"] = () =>
      ok({ code: "w1.once", expires: "2026-11-28T10:05:00Z" }, 201);
    await open(world, 3);
    await sidebar.shown("24 pages, 8\u202f760 lignes, 12\u00a0s");
    await sidebar.shown("camille@atelier-verveine.example");
    await sidebar.button("Inviter quelqu'un").click();
    await sidebar.field("invitation").waitFor();
    expect(await sidebar.field("invitation").inputValue()).toBe("w1.once");
  });

  it("renews the key and detaches the spreadsheet, once confirmed", async () => {
    const world = emptyWorld("en", { connections: [connection()] });
    world.answers["rotateKey"] = () => ok(null);
    await open(world, 3);
    await sidebar.button("Renew the key").click();
    await sidebar.button("Confirm").click();
    await sidebar.shown("Key renewed.");
    await sidebar.button("Detach this spreadsheet").click();
    await sidebar.button("Confirm").click();
    await sidebar.shown("Nothing to refresh");
    expect(sidebar.callsTo("unpair")).toHaveLength(1);
  });
});

describe("without the Worker", () => {
  it.each([
    ["fr", "Le serveur de Boussole ne répond pas. Les chiffres déjà dans la feuille y restent", "Réessayer"],
    ["en", "Boussole's server does not answer. The figures already in the sheet stay there", "Try again"],
  ] as const)("says so, what still works, and reads again when asked (%s)", async (locale, words, retry) => {
    const world = emptyWorld(locale, { connections: [connection()] });
    world.answers["GET /v1/connections"] = () => unreachable;
    await open(world, 2);
    await sidebar.shown(new RegExp(words));
    delete world.answers["GET /v1/connections"];
    await sidebar.button(retry).click();
    await sidebar.shown("Atelier Verveine");
    expect(await sidebar.page.getByText(words).count()).toBe(0);
  });

  it("still tells how old the figures of the sheet are", async () => {
    const failure = { fr: "Le serveur ne répond pas.", en: "No answer." };
    const last = refreshed({ failure, fresh: new Date(Date.now() - 3 * 3_600_000).toISOString() });
    const world = emptyWorld("fr", {
      freshness: { last, schedule: { on: true, lastRun: null }, dataTab: "Données" },
      answers: { "GET /v1/connections": () => unreachable, "GET /v1/workspace": () => unreachable },
    });
    await open(world, 3);
    await sidebar.shown("il y a 3 heures");
    world.answers["refresh"] = () => last;
    await sidebar.button("Actualiser maintenant").click();
    await sidebar.shown("Le serveur ne répond pas.");
  });

  it("whose key is refused, offers to pair again", async () => {
    const world = emptyWorld("fr", {
      answers: {
        "GET /v1/connections": () => refused(401, "key_refused", "Cette feuille n'est plus reliée."),
      },
    });
    await open(world, 2);
    await sidebar.button("Relier de nouveau").click();
    await sidebar.field("name").waitFor();
  });
});
