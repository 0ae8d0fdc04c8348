// The views of the sidebar over a workspace: the status, and what is left without the Worker.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  connection,
  emptyWorld,
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

  it("lets an owner remove someone else, once confirmed, and never themselves", async () => {
    const world = emptyWorld("fr", { connections: [connection()] });
    const since = "2026-11-01T09:00:00Z";
    const dominique = {
      id: "m2",
      email: "dominique@shop.example",
      role: "member",
      since,
      you: false,
    } as const;
    world.workspace = { ...world.workspace, members: [...world.workspace.members, dominique] };
    world.answers["DELETE /v1/members/m2"] = () => ok(null, 204);
    await open(world, 3);
    await sidebar.shown("dominique@shop.example");
    expect(await sidebar.page.getByRole("button", { name: /^Retirer/ }).count()).toBe(1);
    await sidebar.button("Retirer dominique@shop.example").click();
    expect(sidebar.callsTo("DELETE /v1/members/m2")).toEqual([]);
    await sidebar.button("Confirmer").click();
    await sidebar.shown("dominique@shop.example ne fait plus partie de l'espace.");
    expect(await sidebar.page.getByRole("button", { name: /^Retirer/ }).count()).toBe(0);
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
