// What surrounds the Worker in its tests: Google's sign-in, the simulated services, and a sheet that calls the API.
import { env, exports } from "cloudflare:workers";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { vi } from "vitest";
import type { Connection } from "../../shared/api/sources.ts";
import type { Pairing } from "../../shared/api/workspace.ts";
import { handleVendor } from "../../workbench/vendors/door.ts";
import { newServiceAccount } from "../../workbench/vendors/service-account.ts";
import { INITIAL, type SeenRequest, type Simulation } from "../../workbench/vendors/simulation.ts";
import type { World } from "../../workbench/vendors/vendor.ts";

const CLIENT_ID = "123456789-tests.apps.googleusercontent.com";
export const ORIGIN = "https://boussole.example";
/** Found nowhere but in sealed records: a test looks for it everywhere else. */
export const MARKER = "MARKER-7d1f3c";

const signing = await generateKeyPair("RS256", { extractable: true });
const jwk = { ...(await exportJWK(signing.publicKey)), kid: "google-1", alg: "RS256", use: "sig" };
const account = await newServiceAccount();
export const keyFile = JSON.stringify({ ...account.keyFile, note: MARKER });

export type Person = { sub: string; email: string };
export const camille: Person = { sub: "1001", email: "camille@example.com" };
export const dominique: Person = { sub: "1002", email: "dominique@example.com" };
export const eve: Person = { sub: "1003", email: "eve@example.com" };

/** An ID token as Google signs them, some claims replaced. */
export async function idToken(person: Person, claims: JWTPayload = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const standard = {
    iss: "https://accounts.google.com",
    aud: CLIENT_ID,
    email_verified: true,
    iat: now,
    exp: now + 3600,
  };
  return new SignJWT({ ...standard, ...person, ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "google-1", typ: "JWT" })
    .sign(signing.privateKey);
}

/**
 * The simulated services, in memory: what they are told to do, and what they were asked. `pageRows` shortens the pages;
 * `meet` may answer a report's request instead of them.
 */
export function simulate(
  options: {
    readonly changes?: Partial<Simulation>;
    readonly pageRows?: number;
    readonly meet?: (body: string) => Promise<Response | undefined> | Response | undefined;
  } = {},
) {
  let simulation: Simulation = { ...INITIAL, ...options.changes };
  let seen: SeenRequest[] = [];
  const memory: World["memory"] = {
    simulation: () => simulation,
    keep: (next) => void (simulation = next),
    note: (request) => void seen.push(request),
    seen: () => seen,
    forget: () => void (seen = []),
  };
  const random = (): string => `${MARKER}${crypto.randomUUID()}`;
  const world = (): World => ({ memory, accounts: [account.account], now: Date.now(), random });
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.href === "https://www.googleapis.com/oauth2/v3/certs") return Response.json({ keys: [jwk] });
    const { method, headers } = request;
    let body = typeof init?.body === "string" ? init.body : null;
    if (body !== null && url.pathname.endsWith(":runReport")) {
      const met = await options.meet?.(body);
      if (met) return met;
      if (options.pageRows && body.includes("sessionSource"))
        body = JSON.stringify({ ...(JSON.parse(body) as object), limit: String(options.pageRows) });
    }
    const address = `http://simulator/vendors/${url.host}${url.pathname}${url.search}`;
    return handleVendor(new Request(address, { method, headers, body }), world());
  });
  return {
    change: (next: Partial<Simulation>) => void (simulation = { ...simulation, ...next }),
    revokeTokens: () => void (simulation = { ...simulation, tokens: {} }),
    /** What the reports that were answered had asked for. */
    reports: () =>
      seen.filter(({ path, status }) => path.includes("runReport") && status === 200).map(({ page }) => page),
    tokenCalls: () => seen.filter(({ path }) => path.includes("/token")).length,
    tries: () => seen.filter(({ path }) => path.includes("runReport")).length,
    forget: memory.forget,
    /** `parts` as in `with` of the simulators' own totals. */
    async totals(from: string, to: string, by = "channel", parts = ""): Promise<SimulatedTotals> {
      const url = `http://simulator/vendors/-/totals?from=${from}&to=${to}&by=${by}&with=${parts}`;
      return (await handleVendor(new Request(url), world())).json();
    },
  };
}

interface Sums {
  readonly total: Record<string, number>;
  readonly groups: Record<string, Record<string, number>>;
}

export interface SimulatedTotals extends Sums {
  readonly sales?: Sums;
  readonly forms?: Sums;
  readonly newsletters?: Sums;
  readonly messages?: Sums;
  readonly search?: Sums;
}

export interface Caller {
  readonly person?: Person;
  readonly key?: string;
  readonly spreadsheet?: string;
}

/** A call of the API. */
export async function call(
  { person, key, spreadsheet }: Caller,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const identity: Record<string, string> = person ? { authorization: `Bearer ${await idToken(person)}` } : {};
  if (key !== undefined) identity["boussole-key"] = key;
  if (spreadsheet !== undefined) identity["boussole-spreadsheet"] = spreadsheet;
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  return exports.default.fetch(
    new Request(ORIGIN + path, { method, headers: { ...identity, ...type, ...headers }, ...json }),
  );
}

/** The JSON of a call that must succeed. */
export async function ask<T>(caller: Caller, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await call(caller, method, path, body);
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

let sheets = 0;

export function sheet(locale = "fr_FR") {
  sheets += 1;
  return { id: `sheet-${sheets}-abcdefgh`, name: "Plan marketing", timeZone: "Europe/Paris", locale };
}

/** A workspace of this person, seen from its spreadsheet. */
export async function paired(
  person: Person = camille,
  locale = "fr_FR",
): Promise<Required<Caller> & { id: string }> {
  const spreadsheet = sheet(locale);
  const { key, workspace } = await ask<Pairing>({ person }, "POST", "/v1/workspaces", {
    name: "Atelier",
    spreadsheet,
  });
  return { person, key, spreadsheet: spreadsheet.id, id: workspace };
}

/** Connects the simulated property. */
export function connect(caller: Caller, property = "386402517"): Promise<Connection> {
  const connection = {
    connector: "ga4",
    name: "Boutique",
    settings: { property },
    credentials: { serviceAccount: keyFile },
  };
  return ask<Connection>(caller, "POST", "/v1/connections", connection);
}

/** Waits until something is there, without touching a clock that a test has stopped. */
export async function until<T>(
  look: () => Promise<T | undefined> | T | undefined,
  patience = 50_000,
): Promise<T> {
  for (let waited = 0; waited < patience; waited += 60) {
    const found = await look();
    if (found !== undefined) return found;
    await scheduler.wait(60);
  }
  throw new Error("It never came.");
}

/** Waits until a connection no longer syncs. */
export function settled(caller: Caller): Promise<Connection> {
  return until(async () => {
    const { connections } = await ask<{ connections: Connection[] }>(caller, "GET", "/v1/connections");
    return connections.find(({ state }) => state !== "running");
  });
}

export function objectOf(workspace: string) {
  return env.WORKSPACE.getByName(workspace);
}
