// The settings that `npm start` gives the Workers: kept keys, and files that only their owner reads.
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { prepareSettings } from "../../workbench/local-settings.ts";

const state = mkdtempSync(join(tmpdir(), "boussole-settings-"));
afterAll(() => rmSync(state, { recursive: true }));

const variables = (): Record<string, string> => {
  const lines = readFileSync(join(state, "worker/.dev.vars"), "utf8").trim().split("\n");
  return Object.fromEntries(lines.map((line) => /^(\w+)='([^']*)'$/.exec(line)!.slice(1)));
};

it("keys are made at the first start and kept at the next, the address follows the port", async () => {
  const first = await prepareSettings(state, 8787, {});
  const before = variables();
  const second = await prepareSettings(state, 9999, {});
  const after = variables();
  expect(second).toEqual(first.map((flag) => flag.replaceAll(":8787/", ":9999/")));
  expect(after["CRED_KEYS"]).toBe(before["CRED_KEYS"]);
  expect(after["DEMO_CONNECTION"]).toBe(before["DEMO_CONNECTION"]);
  expect(before["BOUSSOLE_VENDORS"]).toBe("http://127.0.0.1:8787/vendors");
  expect(after["BOUSSOLE_VENDORS"]).toBe("http://127.0.0.1:9999/vendors");
  expect(after["GOOGLE_KEYS_URL"]).toBe("http://127.0.0.1:9999/google/oauth2/v3/certs");
});

it("someone's own simulators replace the vendors, never Google's signing keys", async () => {
  await prepareSettings(state, 8787, { BOUSSOLE_VENDORS: "http://127.0.0.1:4000" });
  expect(variables()).toMatchObject({
    BOUSSOLE_VENDORS: "http://127.0.0.1:4000",
    GOOGLE_KEYS_URL: "http://127.0.0.1:8787/google/oauth2/v3/certs",
  });
});

it("private keys are in files of their owner, and not on the command line", async () => {
  const flags = await prepareSettings(state, 8787, {});
  const { private_key } = JSON.parse(JSON.parse(variables()["DEMO_CONNECTION"]!).credentials.serviceAccount);
  expect(private_key).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect(flags.join(" ")).not.toMatch(/PRIVATE|"d":/);
  for (const file of ["worker/.dev.vars", "worker/keys.json"]) {
    if (process.platform !== "win32") expect(statSync(join(state, file)).mode & 0o077).toBe(0);
  }
});
