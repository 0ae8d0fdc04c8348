// `npm run screenshot`: takes the README's picture of the page, from a fresh workbook.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "../test/browser.ts";
import { end, freePort, npmStart, untilPrinted } from "../test/page/workbench.ts";

const TARGET = join(import.meta.dirname, "screenshot.png");

const state = mkdtempSync(join(tmpdir(), "boussole-screenshot-"));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const running = npmStart(["--port", String(port), "--state", state]);
const [options] = await Promise.all([findBrowser(), untilPrinted(running, url)]);
const browser = await chromium.launch(options);
const page = await browser.newPage({
  locale: "en-GB",
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1.5,
});
await page.goto(url);
await page.locator(".o-topbar-menu", { hasText: "Boussole" }).click();
await page.locator(".o-menu-item").first().click();
await page.frameLocator("#sidebar iframe").locator("#kpi-CPA").click();
await page.waitForLoadState("networkidle");
await page.screenshot({ path: TARGET });
await browser.close();
await end(running);
rmSync(state, { recursive: true });
console.log(TARGET);
