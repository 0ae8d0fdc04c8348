// Secrets at rest, and the settings without which the Worker does not serve.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { isOutdated, parseKeyRing, seal, unseal } from "../../../worker/credentials.ts";
import { astray, readEnvironment } from "../../../worker/environment.ts";

const base64 = (bytes: number) => randomBytes(bytes).toString("base64");
const [k1, k2] = [base64(32), base64(32)];
const ringOf = (keys: Record<string, string>) => {
  const ring = parseKeyRing(JSON.stringify(keys));
  if (!ring) throw new Error("no ring");
  return ring;
};
const ring = ringOf({ cur: "k2", k1, k2 });
const place = { workspace: "w1", connection: "c1", field: "serviceAccount" };

test("a secret opens where it was sealed, and shows nothing of itself", async () => {
  const record = await seal("MARKER", place, ring);
  expect(record).toMatch(/^v1\.k2\.[\w-]{16}\.[\w-]+$/);
  expect(await unseal(record, place, ring)).toBe("MARKER");
  expect(await seal("MARKER", place, ring)).not.toBe(record);
});

test.each(["workspace", "connection", "field"] as const)(
  "a record moved to another %s does not open",
  async (part) => {
    const record = await seal("MARKER", place, ring);
    expect(await unseal(record, { ...place, [part]: "other" }, ring)).toBeUndefined();
  },
);

test("a record with one bit flipped, anywhere, does not open", async () => {
  const [version, id, iv, sealed = ""] = (await seal("MARKER", place, ring)).split(".");
  const bytes = Buffer.from(sealed, "base64url");
  for (let index = 0; index < bytes.length; index += 1) {
    const flipped = Buffer.from(bytes);
    flipped[index] = (flipped[index] ?? 0) ^ 1;
    const record = [version, id, iv, flipped.toString("base64url")].join(".");
    expect(await unseal(record, place, ring)).toBeUndefined();
  }
  expect(await unseal("v1.k2.x", place, ring)).toBeUndefined();
});

test("an old key still opens, until it leaves the ring", async () => {
  const before = await seal("MARKER", place, ringOf({ cur: "k1", k1 }));
  expect(await unseal(before, place, ring)).toBe("MARKER");
  expect(isOutdated(before, ring)).toBe(true);
  expect(await unseal(before, place, ringOf({ cur: "k2", k2 }))).toBeUndefined();
});

const good = {
  CRED_KEYS: JSON.stringify({ cur: "k1", k1 }),
  GOOGLE_CLIENT_IDS: "123456789-abc.apps.googleusercontent.com",
};

test.each([
  ["missing keys", { CRED_KEYS: undefined }, "CRED_KEYS"],
  ["a current key that is not there", { CRED_KEYS: JSON.stringify({ cur: "k2", k1 }) }, "CRED_KEYS"],
  ["a short key", { CRED_KEYS: JSON.stringify({ cur: "k1", k1: base64(16) }) }, "CRED_KEYS"],
  [
    "a key of zeros",
    { CRED_KEYS: JSON.stringify({ cur: "k1", k1: Buffer.alloc(32).toString("base64") }) },
    "CRED_KEYS",
  ],
  [
    "a key typed by hand",
    {
      CRED_KEYS: JSON.stringify({
        cur: "k1",
        k1: Buffer.from("changemechangemechangemechangeme").toString("base64"),
      }),
    },
    "CRED_KEYS",
  ],
  ["text instead of keys", { CRED_KEYS: "secret" }, "CRED_KEYS"],
  ["no client", { GOOGLE_CLIENT_IDS: "" }, "GOOGLE_CLIENT_IDS"],
  [
    "a sample client",
    { GOOGLE_CLIENT_IDS: "your-client-id.apps.googleusercontent.com" },
    "GOOGLE_CLIENT_IDS",
  ],
  ["one client and a blank", { GOOGLE_CLIENT_IDS: `${good.GOOGLE_CLIENT_IDS},` }, "GOOGLE_CLIENT_IDS"],
  ["a stand-in elsewhere than here", { BOUSSOLE_VENDORS: "https://evil.example" }, "BOUSSOLE_VENDORS"],
  ["keys from elsewhere than Google", { GOOGLE_KEYS_URL: "https://evil.example/certs" }, "GOOGLE_KEYS_URL"],
  ["a demonstration that is no connection", { DEMO_CONNECTION: "{}" }, "DEMO_CONNECTION"],
])("the Worker does not serve with %s, and names the variable", (_, change, faulty) => {
  expect(readEnvironment({ ...good, ...change })).toEqual({ faulty });
});

test("a stand-in is obeyed on this machine only: a deployed Worker that finds one refuses to serve", () => {
  const environment = readEnvironment({ ...good, BOUSSOLE_VENDORS: "http://127.0.0.1:8787/vendors" });
  if ("faulty" in environment) throw new Error(environment.faulty);
  expect(astray(environment, "http://127.0.0.1:8787/v1/workspace")).toBeUndefined();
  expect(astray(environment, "https://boussole.example.workers.dev/v1/workspace")).toBe("BOUSSOLE_VENDORS");
});
