// The simulated services in a test: remembered in a variable, on a clock that the test sets.
import { importPKCS8, SignJWT } from "jose";
import { handleVendor } from "../../../workbench/vendors/door.ts";
import { newServiceAccount } from "../../../workbench/vendors/service-account.ts";
import {
  INITIAL,
  type Memory,
  type SeenRequest,
  type Simulation,
} from "../../../workbench/vendors/simulation.ts";

const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

export type TestWorld = Awaited<ReturnType<typeof newWorld>>;

/** A world on this day, at noon in UTC. */
export async function newWorld(day = "2026-11-21") {
  const { keyFile, account } = await newServiceAccount();
  const memory = inVariables();
  let now = Date.parse(`${day}T12:00:00Z`);
  let drawn = 0;

  const ask = (path: string, init?: RequestInit): Promise<Response> => {
    const world = { memory, accounts: [account], now, random: () => String((drawn += 1)) };
    return handleVendor(new Request(`http://127.0.0.1/vendors/${path}`, init), world);
  };
  const json = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    };
    const response = await ask(path, init);
    return { status: response.status, body: await response.json() };
  };
  const get = async (path: string): Promise<any> => (await ask(path)).json();
  /** An assertion as a client library makes it, some of its claims replaced. */
  const assertion = async (
    claims: Record<string, unknown> = {},
    pem: string = keyFile.private_key,
  ): Promise<string> => {
    const issued = Math.floor(now / 1000);
    const usual = {
      iss: keyFile.client_email,
      scope: "https://www.googleapis.com/auth/analytics.readonly",
      aud: "https://oauth2.googleapis.com/token",
      iat: issued,
      exp: issued + 3600,
    };
    const key = await importPKCS8(pem, "RS256");
    return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: "RS256", typ: "JWT" }).sign(key);
  };
  const exchange = async (signed: string, grant_type = GRANT) => {
    const body = new URLSearchParams({ grant_type, assertion: signed });
    const response = await ask("oauth2.googleapis.com/token", { method: "POST", body });
    return { status: response.status, body: await response.json() };
  };
  const token = async (claims?: Record<string, unknown>): Promise<string> =>
    (await exchange(await assertion(claims))).body.access_token;

  return {
    ask,
    json,
    assertion,
    exchange,
    token,
    control: (order: unknown) => json("-/control", order),
    get: (path: string) => get(path),
    totals: (query: string) => get(`-/totals?${query}`),
    report: (body: unknown, bearer: string, property = "386402517") =>
      json(`analyticsdata.googleapis.com/v1beta/properties/${property}:runReport`, body, {
        authorization: `Bearer ${bearer}`,
      }),
    wait: (milliseconds: number) => (now += milliseconds),
  };
}

function inVariables(): Memory {
  let simulation: Simulation = INITIAL;
  let seen: SeenRequest[] = [];
  return {
    simulation: () => simulation,
    keep: (next) => void (simulation = next),
    note: (request) => void seen.push(request),
    seen: () => seen,
    forget: () => {
      simulation = INITIAL;
      seen = [];
    },
  };
}
