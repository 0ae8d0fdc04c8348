// Addresses that a person may type, or a service may give, to have the Worker call something else: none is ever called.
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Connector } from "../../../worker/connector.ts";
import { connectors } from "../../../worker/connectors/index.ts";
import { Refusal } from "../../../worker/refusal.ts";
import { FIXTURES } from "./acceptance/fixtures.ts";
import { startEngine } from "./engine/engine.ts";
import { openCanary } from "./faults/world.ts";

/** Those that a local Worker was seen to reach itself by. */
const LOOPBACK = [
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
];
/** Others, HOST being one that is allowed. */
const HOSTILE = [
  "http://HOST",
  "HOST:22",
  "HOST:8443",
  "user:pw@HOST",
  "evil.com#.HOST",
  "evil.com/.HOST",
  "evil.com?.HOST",
  "evil.com\\.HOST",
  "HOST.evil.com",
  "HOST.",
  "xHOST.evil.com",
  "10.0.0.1",
  "169.254.169.254",
  "100.64.0.1",
  "[fd00::1]",
  "router",
  "db.internal",
  "printer.local",
  "app.localhost",
  "boussole.example",
  // A Cyrillic letter in the name.
  "atelier.webmec\u0430nik.com",
  "atelier.my.s\u0430lesforce.com",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "",
];

const typed = connectors.filter(({ hosts }) => typeof hosts === "function");
let canary: Awaited<ReturnType<typeof openCanary>>;

beforeAll(async () => {
  canary = await openCanary();
});
afterAll(() => canary.close());

/** Tries to connect a source; whatever leaves reaches the canary, whatever its address. */
async function attempt({ name }: Connector, host: string, answer?: (url: string) => Response | undefined) {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const fixture = FIXTURES[name];
  const reach = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    return answer?.(url) ?? fetch(`${canary.origin}/${encodeURIComponent(url)}`, init);
  };
  const engine = await startEngine({ clock: { now: Date.now() }, fetch: reach });
  const settings = { ...fixture?.settings, host };
  const wanted = { connector: name, name, settings, credentials: fixture?.credentials ?? {} };
  const outcome = await engine.connect(wanted).catch((error: unknown) => error);
  vi.restoreAllMocks();
  return outcome;
}

test("some services are found at an address that a person types", () => {
  expect(typed.length).toBeGreaterThan(0);
});

describe.each(typed)("$name", (connector) => {
  const allowed = FIXTURES[connector.name]?.settings["host"] ?? "";

  test.each([...LOOPBACK, ...HOSTILE.map((host) => host.replace("HOST", allowed))])(
    "%j is refused before any connection",
    async (host) => {
      const refused = await attempt(connector, host);
      expect(refused).toBeInstanceOf(Refusal);
      expect(canary.seen).toEqual([]);
    },
  );

  test("the address that is allowed is the one called", async () => {
    await attempt(connector, allowed);
    expect(canary.seen.length).toBeGreaterThan(0);
    expect(decodeURIComponent(canary.seen[0] ?? "")).toContain(`https://${allowed}/`);
    canary.seen.length = 0;
  });
});

/** Services whose token says where to go on. */
const directed = typed.filter(({ authorization }) =>
  [authorization].flat().some((way) => "instance" in way && way.instance),
);

test.each(
  directed.flatMap((connector) =>
    [...LOOPBACK, "evil.com"].map((host) => ({ connector, host, name: connector.name })),
  ),
)("$name: a token that says to go on at $host leads nowhere", async ({ connector, host }) => {
  const allowed = FIXTURES[connector.name]?.settings["host"] ?? "";
  const token = { access_token: "t1", instance_url: `https://${host}`, token_type: "Bearer" };
  const refused = await attempt(connector, allowed, (url) =>
    url.includes("/token") ? Response.json(token) : undefined,
  );
  expect(refused).toBeInstanceOf(Refusal);
  expect(canary.seen.filter((seen) => !seen.includes(encodeURIComponent(`https://${allowed}/`)))).toEqual([]);
  canary.seen.length = 0;
});
