// An objective defined in the sidebar: by keyboard alone, with letters that light up and chances that follow.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ApiCall } from "../../apps-script/backend.ts";
import { emptyWorld, ok, openSidebar, type SidebarPage, type World } from "./fake-door.ts";
import { focusedIn, ME, objective, sentDraft, today } from "./objective-world.ts";
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

const focused = (): Promise<string> => focusedIn(sidebar.page);

describe("an objective is defined by keyboard alone", () => {
  it.each([
    ["fr", "je veux plus de leads", "Enregistrer", "Objectif SMART"],
    ["en", "I want more leads", "Save", "A SMART objective"],
  ] as const)("in %s, from its own words, in at most twelve inputs", async (locale, wish, save, sound) => {
    const world = emptyWorld(locale);
    world.answers["POST /v1/objectives"] = (call: ApiCall) => {
      const made = objective({ draft: sentDraft(call) });
      world.objectives = [made];
      return ok(made, 201);
    };
    await open(world);
    const { keyboard } = sidebar.page;
    const begun = Date.now();
    let inputs = 0;
    /** Goes to a control, key after key, and acts on it: one input. */
    const act = async (name: string, key: string): Promise<void> => {
      for (let step = 0; (await focused()) !== name; step += 1) {
        expect(step, `${name} is reached`).toBeLessThan(60);
        await keyboard.press("Tab");
      }
      if (key === "Enter") await keyboard.press(key);
      else await keyboard.type(key);
      inputs += 1;
    };
    await sidebar.page.getByRole("tab").first().press("Tab");
    await act(locale === "fr" ? "Fixer un objectif" : "Set an objective", "Enter");
    await expect.poll(focused).toBe("wish");
    await act("wish", wish);
    await sidebar.shown(new RegExp(sound));
    await act(save, "Enter");
    await sidebar.shown(locale === "fr" ? "Objectif enregistré." : "Objective saved.");
    expect(inputs).toBeLessThanOrEqual(12);
    expect(Date.now() - begun).toBeLessThan(120_000);
    const [call] = sidebar.callsTo("POST /v1/objectives");
    expect(sentDraft(call)).toMatchObject({
      wish,
      goal: "leads",
      kpi: "LEADS",
      scope: "all",
      owner: ME,
      start: today(),
      cadence: "monthly",
      target: { as: "percent", value: 0.2 },
    });
    expect(sentDraft(call).baseline).toMatchObject({ source: "data" });
    // The page of the new objective is read from its title.
    await expect.poll(focused).toBe(sentDraft(call).title);
  });
});

/** Opens the form on a wish, and waits until the data have spoken. */
async function define(world: World, wish: string): Promise<void> {
  await open(world);
  await sidebar.button(world.locale === "fr" ? "Fixer un objectif" : "Set an objective").click();
  await sidebar.field("wish").fill(wish);
  await sidebar.page.locator(".chances").waitFor();
}

const letter = (name: RegExp) => sidebar.page.getByRole("button", { name });

describe("while one defines", () => {
  it("the letters tell their state, and a click puts right what a rule found", async () => {
    await define(emptyWorld("fr"), "plus de leads");
    await letter(/^Spécifique\s: bon$/).waitFor();
    await sidebar.page.getByLabel("Un nombre").check();
    await letter(/^Mesurable\s: manque$/).click();
    const rules = sidebar.page.locator(".rules");
    await rules.getByText("(M3)").waitFor();
    await rules.locator(".rule.bad .fix").first().click();
    await letter(/^Mesurable\s: (bon|à voir)$/).waitFor();
    // The button of the fix is gone: the keyboard is back on the letter.
    await expect.poll(focused).toContain("M");
    await sidebar.page.keyboard.press("Escape");
    await expect.poll(() => rules.count()).toBe(0);
  });

  it("a warning is set aside with a written reason, and only so", async () => {
    const world = emptyWorld("fr");
    world.answers["POST /v1/objectives"] = () => ok(objective(), 201);
    await define(world, "plus de leads");
    await letter(/^Réaliste\s: à voir$/).click();
    const rules = sidebar.page.locator(".rules");
    await rules.getByRole("button", { name: "Écarter avec une raison" }).first().click();
    await expect.poll(focused).toMatch(/^waiver-R/);
    const id = (await focused()).replace("waiver-", "");
    await sidebar.page.keyboard.press("Enter");
    await rules.getByText("Écrivez la raison.").waitFor();
    await sidebar.page.keyboard.type("Décidé en comité");
    await sidebar.page.keyboard.press("Enter");
    await rules.getByRole("button", { name: "En tenir compte de nouveau" }).waitFor();
    expect(sidebar.callsTo("POST /v1/objectives")).toEqual([]);
    await sidebar.button("Enregistrer").click();
    await expect.poll(() => sidebar.callsTo("POST /v1/objectives").length).toBe(1);
    const [call] = sidebar.callsTo("POST /v1/objectives");
    expect(sentDraft(call).waived).toEqual({ [id]: "Décidé en comité" });
  });

  it("the chances follow the target, and the one reached 8 times in 10 is a click away", async () => {
    await define(emptyWorld("fr"), "plus de leads");
    const chances = sidebar.page.locator(".chances");
    await sidebar.field("target").fill("+500 %");
    await chances.getByText("Moins d'1 chance sur 20").waitFor();
    await chances.getByRole("button", { name: /atteint 8 fois sur 10/ }).click();
    await chances.getByText("8 chances sur 10", { exact: true }).waitFor();
    expect(await sidebar.field("targetAs").inputValue()).toBe("value");
    expect(await chances.getByRole("img").getAttribute("aria-label")).toMatch(/^Prévision au .* cible /);
  });

  it("another goal, KPI or scope can be chosen, and the data are asked again", async () => {
    await define(emptyWorld("fr"), "plus de leads");
    await sidebar.field("goal").selectOption("seo");
    await expect.poll(() => sidebar.field("kpi").inputValue()).toBe("ORGANIC_TRAFFIC");
    await sidebar.field("kpi").selectOption("CR");
    await sidebar.page.getByLabel("Un canal").check();
    await sidebar.field("channel").selectOption("email");
    await expect
      .poll(() => sidebar.callsTo("POST /v1/objectives/evidence").at(-1)?.body)
      .toMatchObject({ kpi: "CR", scope: { channel: "email" } });
  });

  it("the starting point may be the selected cell", async () => {
    const world = emptyWorld("fr");
    world.answers["selectedNumber"] = () => ({ reference: { sheet: "Bilan", a1: "B2" }, value: 480 });
    await define(world, "plus de leads");
    await sidebar.page.getByLabel("Une cellule de la feuille").check();
    await sidebar.button("Prendre la cellule sélectionnée").click();
    await sidebar.shown("Bilan!B2\u00a0: 480");
    await sidebar.shown(/soit 576, en partant de 480/);
    await letter(/^Mesurable\s: manque$/).waitFor();
    await sidebar.field("baselineFrom").fill("2026-09-01");
    await sidebar.field("baselineTo").fill("2026-09-30");
    await letter(/^Mesurable\s: (bon|à voir)$/).waitFor();
  });

  it("a wish that says nothing here leaves the choice to the analyst", async () => {
    await open(emptyWorld("en"));
    await sidebar.button("Set an objective").click();
    await sidebar.field("wish").fill("xyzzy");
    await sidebar.field("preset").selectOption("leads");
    await expect.poll(() => sidebar.field("kpi").inputValue()).toBe("LEADS");
    expect(await sidebar.field("wish").inputValue()).toBe("xyzzy");
  });
});
