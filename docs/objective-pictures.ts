// `npm run pictures`: takes the pictures of the guide to objectives, in both languages, from the simulated shop.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Frame, type Locator, type Page } from "playwright-core";
import { findBrowser } from "../test/browser.ts";
import { lapse } from "../test/page/lapse.ts";
import { end, freePort, npmStart, untilPrinted } from "../test/page/workbench.ts";

const FOLDER = process.argv[2] ?? join(import.meta.dirname, "images");
/** As tall as the tallest picture needs. */
const VIEWPORT = { width: 1280, height: 2600 };
const MARGIN = 12;
const day = (before: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(Date.now() - before * 86_400_000);
/** Searches do well for half a year, then bring next to nothing. */
const GROWTH = { from: day(180), channel: "Organic Search", sessions: 2 };
const COLLAPSE = { from: day(30), channel: "Organic Search", sessions: 0.05 };

const SAID = {
  fr: {
    locale: "fr-FR",
    wish: "plus de ventes en ligne",
    serves: "Développer les ventes en ligne",
    what: "Refaire les titres des fiches",
    note: "Refonte du site",
  },
  en: {
    locale: "en-GB",
    wish: "more online sales",
    serves: "Grow online sales",
    what: "Rewrite the titles of product pages",
    note: "The site was rebuilt",
  },
};
type Language = keyof typeof SAID;

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch(await findBrowser());
for (const language of ["fr", "en"] as const) await picture(browser, language);
await browser.close();

async function picture(chrome: Browser, language: Language): Promise<void> {
  const { locale, wish, serves, what, note } = SAID[language];
  const state = mkdtempSync(join(tmpdir(), "boussole-pictures-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = async () => {
    const running = npmStart(["--port", String(port), "--state", state]);
    await untilPrinted(running, url);
    return running;
  };
  const simulate = (change: object): Promise<Response> =>
    fetch(`${url}/vendors/-/control`, { method: "POST", body: JSON.stringify(change) });

  let running = await start();
  await simulate({ day: day(1), adjustments: [GROWTH] });
  const page = await chrome.newPage({ locale, timezoneId: "Europe/Paris", viewport: VIEWPORT });
  page.setDefaultTimeout(120_000);
  const frame = await openSidebar(page, url);
  const at = (selector: string) => frame.locator(`#view-objectives ${selector}`);
  const show = (view: string): Promise<void> => frame.locator(`#tab-${view}`).click();
  const sync = async (button: Locator): Promise<void> => {
    await show("sources");
    await button.click();
    await frame.locator("progress").waitFor();
    await frame.locator("progress").waitFor({ state: "detached" });
    await frame.locator("#view-sources .done").first().waitFor();
  };
  /** A part of the view, from the top of an element to the end of another. */
  const take = async (name: string, first: string, last: string): Promise<void> => {
    await frame.waitForTimeout(500);
    await frame.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const [whole, top, bottom] = await Promise.all(
      [page.locator("#sidebar iframe"), at(first).first(), at(last).last()].map((part) => part.boundingBox()),
    );
    if (!whole || !top || !bottom) throw new Error(`Nothing to take for ${name}.`);
    const from = Math.max(whole.y, top.y - MARGIN);
    const clip = { ...whole, y: from, height: bottom.y + bottom.height + MARGIN - from };
    await page.screenshot({ path: join(FOLDER, `objective-${name}.${language}.png`), clip });
  };

  await show("sources");
  await frame.locator("#view-sources form .primary").click();
  await sync(frame.locator("#view-sources .primary").first());
  await show("objectives");
  await take("empty", "h2", ".primary");
  await at(".primary").click();
  await at("[name=wish]").fill(wish);
  await at(".chances").waitFor();
  await at("[name=start]").fill(day(35));
  await at(".fold summary").last().click();
  await at("[name=serves]").fill(serves);
  await at(".fold summary").last().click();
  await take("form", "h2", ".help + .fold");
  await take("start", "fieldset", ".pair + .help");
  await take("chances", ".chances", ".chances");
  await at(".letter").nth(2).click();
  await take("letters", ".smart", ".submit");
  await at("[type=submit]").click();
  await at(".told .done").waitFor();

  await end(running);
  lapse(state, 28);
  running = await start();
  await simulate({ day: day(0), adjustments: [GROWTH, COLLAPSE] });
  await sync(frame.getByRole("button", { name: /^Sync(?:hroniser)? / }));
  await show("objectives");
  await at(".diagnosis").waitFor();
  await at(".notes > .plain").click();
  await at("[name=noteText]").fill(note);
  await at("[name=noteDay]").fill(day(30));
  await at(".notes [type=submit]").click();
  await at(".notes ol").waitFor();
  await take("history", ".page > h2 ~ section", ".notes");
  await take("why", ".diagnosis", ".diagnosis");
  await at(".actions .primary").first().click();
  await at("[name=decision][value=acted]").check();
  await at("[name=what]").fill(what);
  await take("review", "form", ".submit");
  await at("[type=submit]").click();
  await at(".told .done").waitFor();
  await at(".back").click();
  await take("list", "h2", ".submit");

  await page.close();
  await end(running);
  rmSync(state, { recursive: true });
}

async function openSidebar(page: Page, url: string): Promise<Frame> {
  await page.goto(url);
  await page.waitForFunction(() => "workbench" in globalThis);
  await page.locator(".o-topbar-menu", { hasText: "Boussole" }).click();
  await page.locator(".o-menu-item").first().click();
  const element = await page.locator("#sidebar iframe").elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("The sidebar has no frame.");
  await frame.getByRole("tab").first().waitFor();
  return frame;
}
