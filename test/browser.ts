// Finds a browser for the tests: the machine's own, else the one that comes with npm.
import { chromium, type LaunchOptions } from "playwright-core";
import { existsSync } from "node:fs";
import { npmChromium, withOwnLibraries } from "./npm-chromium.ts";

type Candidate = { name: string; options: LaunchOptions };

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/usr/bin/google-chrome",
];

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NO_SANDBOX = ["--no-sandbox", ...FLAGS];

/**
 * What launches a browser on this machine, tried in this order: `BROWSER_BIN`, the system's Chromium or Chrome,
 * Playwright's own, the Chrome or Edge of macOS and Windows, then @sparticuz/chromium (Linux x64), then the same
 * with the libraries it carries. Each candidate is really launched.
 * @throws Error listing every try when none starts: a browser test is never skipped.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const failures: string[] = [];
  try {
    for await (const { name, options } of candidates()) {
      try {
        const browser = await chromium.launch({ ...options, timeout: 30_000 });
        await browser.close();
        return options;
      } catch (error) {
        failures.push(`${name}: ${firstLine(error)}`);
      }
    }
  } catch (error) {
    failures.push(`@sparticuz/chromium: ${firstLine(error)}`);
  }
  throw new Error(
    "No browser for the tests. Install Chrome or Chromium (Debian: apt-get install chromium), " +
      "or run: npx playwright-core install chromium, or name one in BROWSER_BIN. Tried:\n  " +
      failures.join("\n  "),
  );
}

async function* candidates(): AsyncGenerator<Candidate> {
  // Chromium's sandbox refuses to run as root.
  const args = process.getuid?.() === 0 ? NO_SANDBOX : FLAGS;
  const named = process.env["BROWSER_BIN"];
  if (named) yield { name: `BROWSER_BIN ${named}`, options: { args, executablePath: named } };
  for (const executablePath of SYSTEM_PATHS) {
    if (existsSync(executablePath)) yield { name: executablePath, options: { args, executablePath } };
  }
  if (existsSync(chromium.executablePath())) yield { name: "Playwright's Chromium", options: { args } };
  for (const channel of ["chrome", "msedge"]) yield { name: channel, options: { args, channel } };
  if (process.platform !== "linux" || process.arch !== "x64") return;
  // This build carries no sandbox.
  const { executablePath, env } = await npmChromium();
  const bare: LaunchOptions = { args: NO_SANDBOX, executablePath, env };
  yield { name: "@sparticuz/chromium", options: bare };
  const options = { ...bare, env: withOwnLibraries(env) };
  yield { name: "@sparticuz/chromium with its own libraries", options };
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
