// An objective followed in the sidebar: reviewed, explained, shared between two, retired.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ApiCall } from "../../apps-script/backend.ts";
import { emptyWorld, ok, openSidebar, refused, type SidebarPage, type World } from "./fake-door.ts";
import { DIAGNOSIS, draft, focusedIn, ME, objective, sentDraft, today } from "./objective-world.ts";
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
  await sidebar.view(0);
}

const openedCard = (title: string) => sidebar.page.locator(".card button", { hasText: title });

const focused = (): Promise<string> => focusedIn(sidebar.page);

describe("an objective", () => {
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

  it("is reviewed: the figures, then a decision with what and by whom", async () => {
    const world = emptyWorld("fr", { objectives: [objective()] });
    const short = { diagnosis: null, budget: null };
    world.answers["GET /v1/objectives/o1/diagnosis"] = () => ok(short);
    world.answers["POST /v1/objectives/o1/reviews"] = () => {
      world.objectives = [objective({ reviews: [review] })];
      return ok(review, 201);
    };
    await open(world);
    await openedCard("Taux de conversion").click();
    await sidebar.button("Faire la revue").click();
    await sidebar.button("Enregistrer la décision").click();
    await sidebar.shown("Choisissez une décision.");
    await sidebar.page.getByLabel(/^On agit/).check();
    await sidebar.button("Enregistrer la décision").click();
    await sidebar.shown("Écrivez ce qui est décidé.");
    await expect.poll(focused).toBe("what");
    await sidebar.page.keyboard.type("Nouvel objet d'e-mail");
    await sidebar.page.keyboard.press("Enter");
    await sidebar.shown("Revue enregistrée.");
    await sidebar.shown("Effet mesuré quand assez de jours seront passés.");
    expect(sidebar.callsTo("POST /v1/objectives/o1/reviews").map(({ body }) => body)).toEqual([
      { decision: "acted", what: "Nouvel objet d'e-mail", by: ME },
    ]);
  });

  it("changed by someone else meanwhile is saved with the changes of both", async () => {
    const theirs = objective({ version: 2, draft: draft({ owner: "Dominique" }) });
    const world = emptyWorld("fr", { objectives: [objective()] });
    world.answers["PUT /v1/objectives/o1"] = ({ headers }: ApiCall) =>
      headers?.["If-Match"] === '"2"'
        ? ok(objective({ version: 3 }))
        : refused(412, "stale_version", "Modifié.", { current: theirs });
    await open(world);
    await openedCard("Taux de conversion").click();
    await sidebar.button("Modifier").click();
    await sidebar.field("target").fill("4 %");
    await sidebar.button("Enregistrer").click();
    await sidebar.shown(/Rien de ce que vous avez tapé n'est perdu/);
    const conflict = sidebar.page.locator(".question");
    expect(await conflict.innerText()).toContain("Dominique");
    expect(await sidebar.field("target").inputValue()).toBe("4 %");
    await sidebar.button("Enregistrer avec mes changements").click();
    await sidebar.shown("Objectif enregistré.");
    const calls = sidebar.callsTo("PUT /v1/objectives/o1");
    expect(calls.map(({ headers }) => headers?.["If-Match"])).toEqual(['"1"', '"2"']);
    expect(sentDraft(calls[1])).toMatchObject({
      owner: "Dominique",
      target: { as: "value", value: 0.04 },
    });
  });

  it("is deleted once confirmed; a second Enter confirms nothing", async () => {
    const world = emptyWorld("en", { objectives: [objective()] });
    world.answers["DELETE /v1/objectives/o1"] = () => ((world.objectives = []), ok(null, 204));
    await open(world);
    await openedCard("Taux").click();
    await sidebar.button("Delete").click();
    await sidebar.page.keyboard.press("Enter");
    await sidebar.page.waitForTimeout(300);
    expect(sidebar.callsTo("DELETE /v1/objectives/o1")).toEqual([]);
    await sidebar.button("Confirm").click();
    await sidebar.shown("Objective deleted.");
    await sidebar.shown("No objective");
  });

  it("is retired with a reason, in favour of another, and its history stays", async () => {
    const other = objective({ id: "o2", draft: draft({ title: "Marge" }) });
    const world = emptyWorld("fr", { objectives: [objective(), other] });
    world.answers["POST /v1/objectives/o1/retire"] = (call: ApiCall) => {
      const retired = { ...(call.body as { reason: string; replacedBy: string }), on: today() };
      const changed = objective({ retired });
      world.objectives = [changed, other];
      return ok(changed);
    };
    await open(world);
    await openedCard("Taux de conversion").click();
    await sidebar.button("Retirer").click();
    await expect.poll(focused).toBe("reason");
    await sidebar.page.keyboard.type("La marge dit mieux");
    await sidebar.field("replacedBy").selectOption({ label: "Marge" });
    await sidebar.button("Retirer").click();
    await sidebar.shown("Objectif retiré. Son historique reste.");
    await sidebar.shown(/La marge dit mieux Remplacé par «\u00a0Marge\u00a0»\./);
  });

  it("has its events beside its figures: written, numbered on the drawing, erased", async () => {
    const note = { id: "n1", day: "2026-11-05", text: "Nouveau site", by: ME };
    const world = emptyWorld("fr", { objectives: [objective()] });
    world.answers["POST /v1/notes"] = () => ((world.notes = [note]), ok(note, 201));
    world.answers["DELETE /v1/notes/n1"] = () => ((world.notes = []), ok(null, 204));
    await open(world);
    await openedCard("Taux de conversion").click();
    await sidebar.button("Noter un événement").click();
    await expect.poll(focused).toBe("noteText");
    await sidebar.page.keyboard.type("Nouveau site");
    await sidebar.field("noteDay").fill("2026-11-05");
    await sidebar.page.keyboard.press("Enter");
    await sidebar.shown("5 nov. 2026");
    expect(await sidebar.page.locator(".drawing .note text").innerHTML()).toBe("1");
    expect(sidebar.callsTo("POST /v1/notes").map(({ body }) => body)).toEqual([
      { day: "2026-11-05", text: "Nouveau site" },
    ]);
    await sidebar.button("Effacer la note «\u00a0Nouveau site\u00a0»").click();
    await expect.poll(() => sidebar.page.locator(".drawing .note").count()).toBe(0);
  });

  it("tells who changed what, version after version", async () => {
    const world = emptyWorld("fr", { objectives: [objective()] });
    const change = { at: "2026-11-03T09:00:00Z", by: "Dominique", did: "changed" };
    world.answers["GET /v1/objectives/o1/history"] = () =>
      ok({
        changes: [
          { ...change, version: 1, at: "2026-10-01T09:00:00Z", by: ME, did: "created", draft: draft() },
          {
            ...change,
            version: 2,
            draft: draft({ target: { as: "value", value: 0.04 }, owner: "Dominique" }),
          },
        ],
      });
    await open(world);
    await openedCard("Taux de conversion").click();
    await sidebar.page.getByText("Qui a changé quoi").click();
    await sidebar.shown("Changé\u00a0: Cible, Qui en répond\u202f?");
  });

  it("explains why it moves, with parts that add up, and proposes without applying", async () => {
    const world = emptyWorld("fr", { objectives: [objective({ currency: "EUR" })] });
    world.answers["GET /v1/objectives/o1/diagnosis"] = () => ok(DIAGNOSIS);
    await open(world);
    await openedCard("Taux de conversion").click();
    await sidebar.shown("L'e-mail a perdu 0,21 point.");
    const text = await sidebar.page.locator(".diagnosis").innerText();
    expect(text).toContain(
      "sa part dans l'ensemble \u22120,04\u00a0point, son propre chiffre \u22120,21\u00a0point",
    );
    expect(text).toContain("Comparez l'annonce et la page.");
    expect(text).toContain("Les 2 derniers jours peuvent changer.");
    await sidebar.shown("500\u00a0€ → 650\u00a0€ par semaine");
    await sidebar.shown(/Boussole ne change jamais un budget/);
    expect(await sidebar.page.locator(".budget button").count()).toBe(0);
  });
});
