// The views of the sidebar over a workspace: what they show, what they ask for, and that anyone can use them.
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
  running,
  type SidebarPage,
  unreachable,
  type World,
} from "./fake-door.ts";
import { assessment, draft, objective } from "./objective-world.ts";
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

async function open(world: World, view: number, options = {}): Promise<void> {
  sidebar = await openSidebar(browser, world, options);
  await sidebar.view(view);
}

const HOSTILE = `"><img src=x onerror=alert(1)> ${"W".repeat(60)}`;
const failing = connection({
  id: "c2",
  name: HOSTILE,
  state: "failed",
  problem: {
    code: "access_denied",
    words: { fr: "Google refuse l'accès à la propriété.", en: "Google denies access to the property." },
    action: { fr: "Donnez le rôle de lecteur.", en: "Give the viewer role." },
    since: "2026-11-21T08:12:00.000Z",
  },
});

/** Worlds where every state of every view is seen. */
const worlds = (locale: "fr" | "en"): World[] => [
  emptyWorld(locale, { paired: false }),
  emptyWorld(locale),
  emptyWorld(locale, {
    connections: [connection(), failing, running()],
    runs: [run(), run({ number: 2, state: "failed", problem: failing.problem })],
    objectives: [
      objective(),
      objective({ id: "o2", draft: draft({ title: HOSTILE }), assessment: assessment({ share: -0.4 }) }),
    ],
    freshness: { last: refreshed(), schedule: { on: true, lastRun: null }, dataTab: "Données" },
  }),
  emptyWorld(locale, {
    answers: { "GET /v1/connections": () => unreachable, "GET /v1/objectives": () => unreachable },
  }),
];

/** The controls that have no name, or are too small for a finger. */
function faultyControls(): string[] {
  return [...document.querySelectorAll<HTMLElement>("button, input, select")]
    .filter((control) => control.offsetParent !== null)
    .filter((control) => {
      const labels = control instanceof HTMLButtonElement ? [] : ((control as HTMLInputElement).labels ?? []);
      const name =
        control.ariaLabel ?? [...labels].map((one) => one.textContent).join("") + control.textContent;
      const place = (labels[0]?.contains(control) ? labels[0] : control).getBoundingClientRect();
      return name.trim() === "" || place.height < 24 || place.width < 24;
    })
    .map((control) => control.outerHTML);
}

/** Text this many times its size, as a reader's own settings make it. */
const enlarge = (times: number): Promise<void> =>
  sidebar.page.evaluate((percent) => {
    document.documentElement.style.setProperty("font-size", `${percent}%`, "important");
  }, 81.25 * times);

const widest = (): Promise<number> => sidebar.page.evaluate(() => document.documentElement.scrollWidth);

it.each(["fr", "en"] as const)(
  "every view, in %s, fits in 300 px, its text once and twice its size, and gives every control a name of its own and room for a finger",
  async (locale) => {
    for (const world of worlds(locale)) {
      await sidebar?.close();
      await open(world, 0);
      for (const view of [0, 1, 2, 3]) {
        await sidebar.view(view);
        await sidebar.page.waitForTimeout(100);
        expect(await widest(), `view ${view}`).toBeLessThanOrEqual(300);
        expect(await sidebar.page.evaluate(faultyControls), `view ${view}`).toEqual([]);
        await enlarge(2);
        expect(await widest(), `view ${view}, twice its size`).toBeLessThanOrEqual(300);
        await enlarge(1);
      }
    }
  },
);

describe("the first steps", () => {
  it("are taken by keyboard alone: a name, then demonstration data", async () => {
    const world = emptyWorld("fr", { paired: false });
    world.answers["pair"] = () => ((world.paired = true), ok(null, 201));
    world.answers["POST /v1/connections"] = () => ((world.connections = [running()]), ok(running(), 201));
    await open(world, 2);
    await sidebar.field("name").waitFor();
    expect(await sidebar.field("name").inputValue()).toBe("Suivi marketing");
    await sidebar.page.keyboard.press("Tab");
    await sidebar.page.keyboard.press("Tab");
    await sidebar.page.keyboard.type("Équipe web");
    await sidebar.page.keyboard.press("Enter");
    await sidebar.button("Utiliser des données de démonstration").waitFor();
    expect(sidebar.callsTo("pair")).toEqual([{ name: "Équipe web" }]);
    await sidebar.page.keyboard.press("Tab");
    await sidebar.button("Utiliser des données de démonstration").focus();
    await sidebar.page.keyboard.press("Enter");
    await sidebar.shown("7 étapes sur 61, 5\u202f210 lignes");
    expect(sidebar.callsTo("POST /v1/connections")[0]?.body).toEqual({ demo: true });
    expect(sidebar.callsTo("POST /v1/connections")[0]?.headers).toHaveProperty("Idempotency-Key");
  });

  it("tell why a code is refused, and keep it", async () => {
    const world = emptyWorld("fr", { paired: false });
    world.answers["pair"] = () => refused(403, "code_refused", "Ce code est faux.");
    await open(world, 2);
    await sidebar.page.getByLabel("J'ai un code").check();
    await sidebar.button("Rejoindre l'espace").click();
    await sidebar.shown("Collez le code reçu.");
    await sidebar.field("code").fill("w1.abc");
    await sidebar.button("Rejoindre l'espace").click();
    await sidebar.shown("Ce code est faux.");
    expect(await sidebar.field("code").inputValue()).toBe("w1.abc");
  });

  it("leave to an owner what only an owner can do", async () => {
    const world = emptyWorld("en");
    world.workspace = { ...world.workspace, role: "member" };
    await open(world, 2);
    await sidebar.shown("No source is connected. An owner of the workspace can add one.");
  });
});

describe("a sync", () => {
  it("is followed to its end, then the sheet is refreshed and the rows are counted", async () => {
    const world = emptyWorld("fr", { connections: [connection()] });
    world.answers["POST /v1/connections/c1/sync"] = () => {
      world.connections = [running(60)];
      return ok({ run: 4, joined: false }, 202);
    };
    world.answers["refresh"] = () => refreshed({ moved: ["double"] });
    await open(world, 2);
    await sidebar.button("Synchroniser Atelier Verveine").click();
    await sidebar.shown("60 étapes sur 61, 5\u202f210 lignes");
    world.connections = [connection()];
    await sidebar.shown(/Synchronisation terminée\. Données actualisées\u00a0: 8\u202f760 lignes\./);
    await sidebar.shown(/Vos colonnes ont été placées à droite\u00a0: «\u00a0double\u00a0»\./);
    await sidebar.shown("À jour");
  });

  it("that fails is told with its one action; a name is only ever text", async () => {
    await open(emptyWorld("en", { connections: [failing] }), 2);
    await sidebar.shown(HOSTILE);
    await sidebar.shown(/Google denies access to the property\. Give the viewer role\./);
    await sidebar.shown("(access_denied)");
    await sidebar.button("Reconnect").click();
    expect(await sidebar.field("settings.property").inputValue()).toBe("412");
  });
});

describe("a source", () => {
  it("is connected with a key file that is read here", async () => {
    const world = emptyWorld("fr");
    world.answers["POST /v1/connections"] = () => ((world.connections = [running()]), ok(running(), 201));
    await open(world, 2);
    await sidebar.button("Connecter mon outil").click();
    await sidebar.page.getByRole("button", { name: /^Google Analytics 4/ }).click();
    await sidebar.button("Connecter").click();
    await sidebar.shown("Choisissez un fichier.");
    expect(
      await sidebar.field("settings.property").evaluate((input) => input === document.activeElement),
    ).toBe(true);
    const file = (text: string) => ({
      name: "key.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
    await sidebar.field("credentials.serviceAccount").setInputFiles(file("not a key"));
    await sidebar.shown("Ce fichier n'est pas une clé au format JSON.");
    await sidebar.field("credentials.serviceAccount").setInputFiles(file('{"private_key":"k"}'));
    await sidebar.field("settings.property").fill(" 412 ");
    await sidebar.button("Connecter").click();
    await sidebar.shown("Synchronisation en cours");
    expect(sidebar.callsTo("POST /v1/connections")[0]?.body).toEqual({
      connector: "ga4",
      name: "Google Analytics 4",
      settings: { property: "412" },
      credentials: { serviceAccount: '{"private_key":"k"}' },
    });
  });

  it("is disconnected with or without its figures, once confirmed", async () => {
    const world = emptyWorld("fr", { connections: [connection()] });
    world.answers["DELETE /v1/connections/c1"] = () => ((world.connections = []), ok(null, 204));
    await open(world, 2);
    await sidebar.button("Ouvrir Atelier Verveine").click();
    await sidebar.button("Déconnecter").click();
    await sidebar.button("Annuler").click();
    await sidebar.button("Déconnecter").click();
    await sidebar.button("Effacer les chiffres").click();
    await sidebar.shown("Connecter une source");
    expect(sidebar.callsTo("DELETE /v1/connections/c1").map(({ path }) => path)).toEqual([
      "/v1/connections/c1?data=drop",
    ]);
  });
});
