// The list of objectives: how each state shows; and every page of one, at every size of text.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { emptyWorld, ok, openSidebar, type SidebarPage, type World } from "./fake-door.ts";
import { assessment, DIAGNOSIS, draft, ME, objective, rule } from "./objective-world.ts";
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

describe("the list", () => {
  it("tells the status in words, the chances out of ten, the next review and how old the data are", async () => {
    await open(emptyWorld("fr", { objectives: [objective()] }));
    const card = sidebar.page.locator(".card");
    await card.waitFor();
    const text = await card.innerText();
    for (const words of [
      "En retard",
      "KPI",
      "2,46\u202f%",
      "cible 3\u202f%",
      "46\u202f% du chemin · 56\u202f% attendus à ce jour",
      "3 chances sur 10",
      "Prochaine revue le 1 déc. 2099",
      "Données lues il y a 1 heure.",
    ])
      expect(text).toContain(words);
    expect(await card.getByRole("img").getAttribute("aria-label")).toBe(
      "Évolution sur 7 périodes\u00a0: de 1,9\u202f% à 2,46\u202f%",
    );
  });

  it("keeps the last value of a failing source, with its age and the reason", async () => {
    const freshness = {
      asOf: new Date(Date.now() - 3 * 86_400_000).toISOString(),
      completeness: 0.9,
      problem: { fr: "Google refuse l'accès.", en: "Google denies access." },
      sources: ["Google Analytics 4"],
    };
    await open(emptyWorld("en", { objectives: [objective({ freshness })] }));
    await sidebar.shown("Data read 3 days ago. Google denies access.");
    await sidebar.shown("2.46%");
  });

  it("says why there is no value, instead of a zero", async () => {
    const empty = assessment({
      status: "no_data",
      value: null,
      share: null,
      problem: { fr: "Aucune source ne compte cela.", en: "No source counts this." },
      history: [],
    });
    await open(
      emptyWorld("fr", { objectives: [objective({ assessment: { ...empty, feasibility: null } })] }),
    );
    await sidebar.shown("Sans donnée");
    await sidebar.shown("Aucune source ne compte cela.");
  });

  it("tells a metric from a KPI, one that nobody reviews, and folds those that were retired", async () => {
    const retired = { on: "2026-11-02", reason: "Il ne disait plus rien.", replacedBy: null };
    const objectives = [
      objective({ isKpi: false, toReview: true }),
      objective({ id: "o2", draft: draft({ title: "L'ancien" }), retired }),
    ];
    await open(emptyWorld("fr", { objectives }));
    await sidebar.shown("métrique");
    await sidebar.shown("À revoir\u00a0: aucune revue depuis deux périodes");
    await sidebar.page.getByText("Objectifs retirés (1)").waitFor();
    expect(await openedCard("L'ancien").isVisible()).toBe(false);
    await sidebar.page.getByText("Objectifs retirés (1)").click();
    await openedCard("L'ancien").click();
    await sidebar.shown("Retiré le 2 nov. 2026\u00a0: Il ne disait plus rien.");
  });

  it("asks for a review once its day has come", async () => {
    await open(emptyWorld("fr", { objectives: [objective({ nextReview: "2026-11-01" })] }));
    await sidebar.shown("Revue attendue depuis le 1 nov. 2026");
  });

  it("tells the health of the set in one line, which opens", async () => {
    const few = { fr: "Un seul indicateur\u00a0: 3 à 5 disent mieux.", en: "Only one KPI." };
    await open(emptyWorld("fr", { objectives: [objective()], set: [rule("K1", "K", "fail", few)] }));
    await sidebar.page.getByText("L'ensemble\u00a0: 1 point à voir").click();
    await sidebar.shown(/Un seul indicateur/);
  });

  it("that is empty says what an objective is for, with one button", async () => {
    await open(emptyWorld("fr"));
    await sidebar.shown("Aucun objectif");
    expect(await sidebar.page.locator("#view-objectives button").allInnerTexts()).toEqual([
      "Fixer un objectif",
    ]);
  });
});

describe.each(["fr", "en"] as const)("every page of an objective, in %s,", (locale) => {
  it.each([1, 2])(
    "fits in 300 px with its text at %i times its size, with room for a finger",
    async (scale) => {
      const world = emptyWorld(locale, { objectives: [objective()] });
      world.answers["GET /v1/objectives/o1/diagnosis"] = () => ok(DIAGNOSIS);
      world.notes = [{ id: "n1", day: "2026-11-05", text: `Site ${"W".repeat(60)}`, by: ME }];
      sidebar = await openSidebar(browser, world, { scale });
      await sidebar.view(0);
      const pages = {
        detail: () => openedCard("Taux").click(),
        review: () => sidebar.page.locator("#view-objectives .primary").click(),
        form: async () => {
          await sidebar.page.locator("#view-objectives .back").click();
          await sidebar.page.locator("#view-objectives .actions button").nth(1).click();
          await sidebar.page.locator(".chances").waitFor();
          for (const fold of await sidebar.page.locator("#view-objectives .fold > summary").all())
            await fold.click();
          await sidebar.page.locator(".letter").nth(2).click();
        },
      };
      for (const [name, go] of Object.entries(pages)) {
        await go();
        await sidebar.page.waitForTimeout(300);
        const { widest, faults } = await sidebar.page.evaluate(() => ({
          widest: document.documentElement.scrollWidth,
          faults: [...document.querySelectorAll<HTMLElement>("button, input, select, summary")]
            .filter((control) => control.offsetParent !== null)
            .filter((control) => {
              const labels = (control as HTMLInputElement).labels ?? [];
              const called = `${control.ariaLabel ?? ""}${control.textContent}${labels[0]?.textContent ?? ""}`;
              const place = (labels[0]?.contains(control) ? labels[0] : control).getBoundingClientRect();
              return called.trim() === "" || place.height < 24 || place.width < 24;
            })
            .map((control) => control.outerHTML),
        }));
        expect(widest, name).toBeLessThanOrEqual(300);
        expect(faults, name).toEqual([]);
      }
    },
  );
});
