// Before the page's tests: finds a browser once, and starts one workbench for all of them.
import type { LaunchOptions } from "playwright-core";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findBrowser } from "../browser.ts";
import { end, freePort, npmStart, untilPrinted } from "./workbench.ts";

declare module "vitest" {
  interface ProvidedContext {
    url: string;
    browser: LaunchOptions;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const state = mkdtempSync(join(tmpdir(), "boussole-page-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = npmStart(["--port", String(port), "--state", state]);
  const [browser] = await Promise.all([findBrowser(), untilPrinted(running, url)]);
  project.provide("browser", browser);
  project.provide("url", url);
  return async () => {
    await end(running);
    rmSync(state, { recursive: true });
  };
}
