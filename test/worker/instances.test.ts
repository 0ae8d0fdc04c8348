// The hosts that a source may call: the service's, those that its operator allows, and nothing else.
import { afterEach, expect, test, vi } from "vitest";
import { connected, form, KEY, openAtelier } from "./atelier-world.ts";
import { call, paired } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("a service that says which host to call is heard within its own hosts only", async () => {
  const { state, asked } = openAtelier();
  state.instance = "eu7.atelier.example";
  const caller = await paired();
  expect(await connected(caller, { id: "c1", secret: "good" })).toMatchObject({ state: "idle" });
  expect(new Set(asked.filter(({ url }) => url.pathname !== "/token").map(({ url }) => url.host))).toEqual(
    new Set(["eu7.atelier.example"]),
  );
  state.instance = "evil.example";
  const refused = await call(caller, "POST", "/v1/connections", form({ id: "c1", secret: "good" }));
  expect(await refused.json()).toMatchObject({ source: { code: "source_forbidden" } });
});

test("an instance of one's own is called where its host is allowed: the service's, or the operator's", async () => {
  const { asked } = openAtelier();
  for (const [typed, host] of [
    ["acme.atelier.example", "acme.atelier.example"],
    ["https://crm.atelier.test/s/login", "crm.atelier.test"],
  ] as const) {
    const caller = await paired();
    asked.length = 0;
    expect(await connected(caller, { key: KEY }, { host: typed })).toMatchObject({ state: "idle" });
    expect(new Set(asked.map(({ url }) => url.host))).toEqual(new Set([host]));
  }
});

const REFUSED = [
  "localhost",
  "127.0.0.1",
  "0.0.0.0",
  "0x7f000001",
  "2130706433",
  "127.1",
  "0177.0.0.1",
  "[::1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "127。0。0。1",
  "①②⑦.0.0.1",
  "user:pw@127.0.0.1",
  "evil.example",
  "atelier.example.evil.example",
  "evilatelier.example",
  "acme.atelier.example.",
  "acme.atelier.example:8443",
  "http://acme.atelier.example",
  "db.internal",
  "boussole.example",
];

test.each(REFUSED)("%s is refused before any connection", async (host) => {
  const { asked } = openAtelier();
  const caller = await paired();
  const refused = await call(caller, "POST", "/v1/connections", form({ key: KEY }, { host }));
  expect(await refused.json()).toMatchObject({ status: 422, source: { code: "source_forbidden" } });
  expect(asked).toEqual([]);
});
