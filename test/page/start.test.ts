// `npm start` itself: what it says, what it keeps, what it leaves behind.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { end, freePort, npmStart, untilPrinted, type Running } from "./workbench.ts";

let state: string;
const started: Running[] = [];
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "boussole-start-"));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((running) => end(running)));
  rmSync(state, { recursive: true, force: true });
});

function start(flags: string[], language?: string): Running {
  const running = npmStart(flags, language);
  started.push(running);
  return running;
}

describe("before it starts anything", () => {
  it.each([
    ["fr_FR.UTF-8", (port: number) => `Le port ${port} est déjà pris\u00a0: arrêtez l'autre programme`],
    ["en_US.UTF-8", (port: number) => `Port ${port} is already in use: stop the other program`],
  ])("says that the port is busy, and which one to take (%s)", async (language, sentence) => {
    const other = createServer();
    await new Promise<void>((done) => {
      other.listen(0, "127.0.0.1", done);
    });
    const { port } = other.address() as AddressInfo;
    const running = start(["--port", String(port), "--state", state], language);
    expect(await running.ended).toBe(1);
    expect(running.output()).toContain(sentence(port));
    expect(running.output()).toContain(`--port ${port + 1}`);
    expect(running.output().trim().split("\n")).toHaveLength(1);
    other.close();
  });

  it.each([["--prot", "8787"], ["--port", "http"], ["--port", "70000"], ["--port"], ["extra"]])(
    "recalls its usage when it is asked %s %s",
    async (...flags) => {
      const running = start(flags);
      expect(await running.ended).toBe(2);
      expect(running.output().trim()).toBe("Usage: npm start [-- --port PORT] [--state FOLDER] [--fresh]");
    },
  );
});

it("of two that start together on one port, one serves and the other says that the port is busy", async () => {
  const port = await freePort();
  const both = ["one", "two"].map((name) => start(["--port", String(port), "--state", join(state, name)]));
  const late = await Promise.race(both.map((running) => running.ended.then(() => running)));
  expect(await late.ended).toBe(1);
  expect(late.output().trim().split("\n")).toHaveLength(1);
  expect(late.output()).toMatch(/^Port \d+ is already in use: stop the other program/);
  const served = both.find((running) => running !== late)!;
  await untilPrinted(served, `http://127.0.0.1:${port}`);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
});

it("says why it did not start, and leaves nothing running", async () => {
  const file = join(state, "a-file");
  writeFileSync(file, "");
  const running = start(["--port", String(await freePort()), "--state", file]);
  expect(await running.ended).toBe(1);
  expect(running.output()).toMatch(/^Boussole did not start\. /);
});

it(
  "keeps the workbook from one start to the next, until it is told to forget it",
  { timeout: 120_000 },
  async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const flags = ["--port", String(port), "--state", state];
    const address = `${url}/workbook`;

    const first = start(flags);
    await untilPrinted(first, url);
    const headers = { "if-match": "none", "x-page": "a-page", "content-type": "application/json" };
    const document = JSON.stringify({ text: "é".repeat(3_000_000) });
    expect((await fetch(address, { method: "PUT", headers, body: document })).status).toBe(204);

    const second = start(["--port", String(await freePort()), "--state", state]);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`${state} is already open at ${url}`);
    await end(first); // and none of its processes is left

    const third = start(flags);
    await untilPrinted(third, url);
    expect(await (await fetch(address)).text()).toBe(document);
    await end(third, "SIGKILL"); // npm has no time to pass it on

    const fourth = start([...flags, "--fresh"]);
    await untilPrinted(fourth, join(state, "v3"));
    expect(fourth.output()).toMatch(/^Deleted: /);
    expect(existsSync(join(state, "v3"))).toBe(false);
    await end(fourth);
  },
);
