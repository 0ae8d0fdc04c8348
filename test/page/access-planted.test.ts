// The checks of access themselves: each defect planted in a page is found, and a sound page has none.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { faultsOf, noteClicks } from "./access.ts";
import { launchBrowser } from "./sheet-page.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 300, height: 600 } });
  await noteClicks(page);
});
afterAll(() => browser.close());

async function faultsIn(body: string): Promise<string[]> {
  await page.goto("about:blank");
  await page.setContent(
    `<!doctype html><html lang="en"><title>Page</title>
    <style>button, input { min-height: 30px; min-width: 30px }</style>
    <main><h1>Page</h1><p><button>First</button></p><p><label>Name <input name="name"></label></p>
    <p><button>Last</button></p>${body}</main>`,
  );
  return faultsOf(page);
}

it("a sound page has no fault", async () => {
  expect(await faultsIn("")).toEqual([]);
});

it.each([
  ["a placeholder in place of a label", '<p><input placeholder="E-mail"></p>', /no label in sight/],
  [
    "a target of 20 px",
    '<p><button style="min-width:20px;min-height:20px;width:20px;height:20px;padding:0">x</button></p>',
    /^target 20 × 20/,
  ],
  ["a sideways scroll", '<p style="width:400px">Wide</p>', /^overflow 4\d\d > 300/],
  [
    "a focus out of the order of reading",
    '<p><button tabindex="3">Early</button></p>',
    /^(?:out of order|not reached)/,
  ],
  [
    "an order on the screen that is not that of the keyboard",
    '<div style="display:flex;flex-direction:column-reverse"><button>A</button><button>B</button></div>',
    /^out of order/,
  ],
  ["a focus that is not seen", '<p><button style="outline:none">Hidden</button></p>', /^focus not seen/],
  ["an image without words", '<img src="data:," width="30" height="30">', /^axe image-alt/],
  ["a text too pale", '<p style="color:#bbb">Pale</p>', /^axe color-contrast/],
])("%s is found", async (_, body, fault) => {
  expect((await faultsIn(body)).some((one) => fault.test(one))).toBe(true);
});

it("a click that the keyboard cannot make is found, written in the page or in its script", async () => {
  expect(await faultsIn('<div onclick="go()">Go</div>')).toContainEqual(
    expect.stringMatching(/^clicked without a control/),
  );
  await faultsIn('<div id="later">Go</div>');
  await page.evaluate(() => document.getElementById("later")?.addEventListener("click", () => {}));
  expect(await faultsOf(page)).toContainEqual(expect.stringMatching(/^clicked without a control/));
});
