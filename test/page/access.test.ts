// Every state of every view of the sidebar, in both languages: nothing that keeps anyone from using it.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { faultsOf } from "./access.ts";
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
import { assessment, DIAGNOSIS, draft, ME, objective, rule } from "./objective-world.ts";
import { launchBrowser } from "./sheet-page.ts";

const LONG = 120_000;
/** Nothing is scrolled under what stays in sight. */
const WHOLE = { height: 4000 };

let browser: Browser;
let sidebar: SidebarPage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => sidebar.close());

const both = (text: string) => ({ fr: text, en: text });
const review = {
  id: "r1",
  on: "2026-11-01",
  decision: "acted",
  what: "Nouvel objet d'e-mail",
  by: ME,
  valueThen: 0.0221,
  probabilityThen: 0.21,
  effect: null,
} as const;
const failing = connection({
  id: "c2",
  name: "Boutique",
  state: "failed",
  problem: {
    code: "access_denied",
    words: { fr: "Google refuse l'accès à la propriété.", en: "Google denies access to the property." },
    action: { fr: "Donnez le rôle de lecteur.", en: "Give the viewer role." },
    since: "2026-11-21T08:12:00.000Z",
  },
});

/** Objectives that do well, badly, or not at all, one of which is retired. */
function followed(locale: "fr" | "en"): World {
  const old = {
    asOf: new Date(Date.now() - 3 * 86_400_000).toISOString(),
    completeness: 0.9,
    problem: failing.problem?.words ?? null,
    sources: ["Boutique"],
  };
  const nothing = assessment({
    status: "no_data",
    value: null,
    share: null,
    history: [],
    problem: both("?"),
  });
  const world = emptyWorld(locale, {
    objectives: [
      objective({ reviews: [review] }),
      objective({ id: "o2", freshness: old, toReview: true, draft: draft({ title: "Marge" }) }),
      objective({ id: "o3", isKpi: false, assessment: nothing, draft: draft({ title: "Avis" }) }),
      objective({ id: "o4", retired: { on: "2026-11-02", reason: "Dépassé", replacedBy: "o2" } }),
    ],
    set: [rule("K1", "K", "fail", both("K1"))],
  });
  world.notes = [{ id: "n1", day: "2026-11-05", text: "Nouveau site", by: ME }];
  world.answers["GET /v1/objectives/o1/diagnosis"] = () => ok(DIAGNOSIS);
  const theirs = objective({ version: 2, draft: draft({ owner: "Dominique" }) });
  world.answers["PUT /v1/objectives/o1"] = () =>
    refused(412, "stale_version", "Modifié.", { current: theirs });
  return world;
}

type Step = () => Promise<unknown>;

const here = (selector: string) => sidebar.page.locator(selector);
const click =
  (selector: string, place = 0): Step =>
  () =>
    here(selector).nth(place).click();
const fill =
  (name: string, text: string): Step =>
  () =>
    sidebar.field(name).fill(text);
const until =
  (selector: string): Step =>
  () =>
    here(selector).first().waitFor();

/** Ways to each state of the objectives: what the workspace holds, then what is done. */
const OBJECTIVES: Record<string, [(locale: "fr" | "en") => World, ...Step[]]> = {
  "no workspace": [(locale) => emptyWorld(locale, { paired: false })],
  "no objective": [(locale) => emptyWorld(locale)],
  "no server": [
    (locale) => emptyWorld(locale, { answers: { "GET /v1/objectives": () => unreachable } }),
    until("[role=alert]"),
  ],
  "the list": [followed, click("#view-objectives .health summary"), click("#view-objectives .fold summary")],
  "a wish": [emptyWorld, click("#view-objectives .primary")],
  "the form, all open": [
    emptyWorld,
    click("#view-objectives .primary"),
    fill("wish", "leads"),
    until(".chances"),
    click(".fold summary", 0),
    click(".fold summary", 1),
    click(".fold summary", 2),
    () => here("[name=baseline-source][value=cell]").check(),
    () => here("[name=scope][value=channel]").check(),
    () => sidebar.page.waitForTimeout(500),
    until(".chances"),
    click(".letter", 1),
    until(".rules"),
  ],
  "a warning set aside": [
    emptyWorld,
    click("#view-objectives .primary"),
    fill("wish", "leads"),
    until(".chances"),
    click(".letter", 3),
    click(".rules .plain"),
  ],
  "two who save": [
    followed,
    click(".card button"),
    click("#view-objectives .actions button", 1),
    until(".chances"),
    fill("target", "4 %"),
    click("#view-objectives [type=submit]"),
    until(".question"),
  ],
  "one objective": [
    followed,
    click(".card button"),
    until(".diagnosis"),
    click(".notes > .plain"),
    click("#view-objectives section > .fold summary"),
  ],
  "one that ends": [
    followed,
    click(".card button"),
    click("#view-objectives section:last-of-type .actions button"),
  ],
  "one to delete": [followed, click(".card button"), click("#view-objectives section:last-of-type .plain")],
  "a retired one": [followed, click("#view-objectives .fold summary"), click(".fold .card button")],
  "a review": [
    followed,
    click(".card button"),
    click("#view-objectives .primary"),
    until("[name=decision]"),
    () => here("[name=decision][value=acted]").check(),
    click("#view-objectives [type=submit]"),
    until(".field-error"),
  ],
};

/** The other views, over worlds where they have something to say. */
const WORLDS: Record<string, (locale: "fr" | "en") => World> = {
  "no workspace": (locale) => emptyWorld(locale, { paired: false }),
  "no source": (locale) => emptyWorld(locale),
  "sources in every state": (locale) =>
    emptyWorld(locale, {
      connections: [connection(), failing, running()],
      runs: [run(), run({ number: 2, state: "failed", problem: failing.problem })],
      freshness: { last: refreshed(), schedule: { on: true, lastRun: null }, dataTab: "Données" },
    }),
  "no server": (locale) =>
    emptyWorld(locale, {
      answers: { "GET /v1/connections": () => unreachable, "GET /v1/runs": () => unreachable },
    }),
};

describe.each(["fr", "en"] as const)("in %s,", (locale) => {
  it.each(Object.keys(OBJECTIVES))(
    "objectives: %s",
    async (name) => {
      const [world, ...steps] = OBJECTIVES[name] ?? [emptyWorld];
      sidebar = await openSidebar(browser, world(locale), WHOLE);
      await sidebar.view(0);
      for (const step of steps) await step();
      await sidebar.page.waitForTimeout(150);
      expect(await faultsOf(sidebar.page)).toEqual([]);
    },
    LONG,
  );

  it.each(Object.keys(WORLDS))(
    "sources and status: %s",
    async (name) => {
      sidebar = await openSidebar(browser, (WORLDS[name] ?? emptyWorld)(locale), WHOLE);
      for (const view of [2, 3]) {
        await sidebar.view(view);
        await sidebar.page.waitForTimeout(150);
        expect(await faultsOf(sidebar.page), `view ${view}`).toEqual([]);
      }
    },
    LONG,
  );

  it(
    "KPIs: the catalogue, one found, one opened",
    async () => {
      sidebar = await openSidebar(browser, emptyWorld(locale));
      await sidebar.view(1);
      await here("#search").fill("xyzzy");
      expect(await faultsOf(sidebar.page), "none").toEqual([]);
      await here("#search").fill("NPS");
      expect(await faultsOf(sidebar.page), "found").toEqual([]);
      await here("#kpi-NPS").click();
      await here("form [type=submit]").click();
      expect(await faultsOf(sidebar.page), "opened").toEqual([]);
    },
    LONG,
  );
});

describe("the keyboard is given back", () => {
  const at = () => sidebar.page.evaluate(() => document.activeElement?.id ?? "");

  it("to the objective that was opened, and to the button of a new one", async () => {
    sidebar = await openSidebar(browser, followed("fr"));
    await sidebar.view(0);
    await here("#objective-o2").click();
    await here("#view-objectives .back").click();
    await expect.poll(at).toBe("objective-o2");
    await sidebar.button("Fixer un objectif").click();
    await here("#view-objectives .back").click();
    const told = () => sidebar.page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(told).toBe("Fixer un objectif");
  });

  it("to the button of a new objective once one is deleted", async () => {
    const world = followed("fr");
    world.answers["DELETE /v1/objectives/o2"] = () => {
      world.objectives = world.objectives.filter(({ id }) => id !== "o2");
      return ok(null, 204);
    };
    sidebar = await openSidebar(browser, world);
    await sidebar.view(0);
    await here("#objective-o2").click();
    await sidebar.button("Supprimer").click();
    await sidebar.button("Confirmer").click();
    await sidebar.shown("Objectif supprimé.");
    const told = () => sidebar.page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(told).toBe("Fixer un objectif");
  });

  it("to what asked a question that was not confirmed", async () => {
    sidebar = await openSidebar(browser, followed("fr"));
    const told = () => sidebar.page.evaluate(() => document.activeElement?.textContent);
    await sidebar.view(0);
    await here("#objective-o2").click();
    await sidebar.button("Supprimer").click();
    await sidebar.button("Annuler").click();
    await expect.poll(told).toBe("Supprimer");
    await sidebar.view(3);
    await sidebar.button("Renouveler la clé").click();
    await sidebar.button("Annuler").click();
    await expect.poll(told).toBe("Renouveler la clé");
  });

  it("to the title of an objective that was just retired", async () => {
    const world = followed("fr");
    world.answers["POST /v1/objectives/o2/retire"] = () => {
      const retired = { on: "2026-11-02", reason: "Dépassé", replacedBy: null };
      world.objectives = world.objectives.map((one) => (one.id === "o2" ? { ...one, retired } : one));
      return ok(world.objectives[1]);
    };
    sidebar = await openSidebar(browser, world);
    await sidebar.view(0);
    await here("#objective-o2").click();
    await sidebar.button("Retirer").click();
    await expect.poll(at).toBe("field-reason");
    await sidebar.page.keyboard.type("Dépassé");
    await sidebar.page.keyboard.press("Enter");
    await sidebar.shown("Objectif retiré. Son historique reste.");
    await expect.poll(() => sidebar.page.evaluate(() => document.activeElement?.textContent)).toBe("Marge");
  });
});
