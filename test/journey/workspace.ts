// A workspace as the add-on sees it over HTTP, and the shop behind the simulators as a test steers it.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { apiHeaders } from "../../shared/api/call.ts";
import { type Connection, type Run, type SyncStarted } from "../../shared/api/sources.ts";
import { type Pairing } from "../../shared/api/workspace.ts";
import { type Refresh } from "../../shared/api/refresh.ts";

const SYNC_MS = 60_000;

export type Shop = {
  /** Orders something of the simulators; see `workbench/vendors/control.ts`. */
  order: (order: object) => Promise<void>;
  /** The day it is in the shop. */
  today: () => Promise<string>;
  /** The shop's own totals between two days, by channel, campaign or day. */
  totals: (from: string, to: string, by: string) => Promise<Record<string, ShopTotals>>;
  /** How many different people came between two days. */
  people: (from: string, to: string) => Promise<number>;
  /** How often each page of figures was served. */
  served: () => Promise<Record<string, number>>;
  /** What its leads and deals came to, day by day; money in micros. */
  sales: (from: string, to: string) => Promise<Record<string, Record<string, number>>>;
  /** Forgets what was ordered and what was served. */
  forget: () => Promise<void>;
};

export type ShopTotals = Record<
  "sessions" | "engaged" | "pages" | "seconds" | "newUsers" | "conversions" | "orders" | "revenueMicros",
  number
>;

export type Workspace = {
  connection: () => Promise<Connection>;
  runs: () => Promise<Run[]>;
  refresh: () => Promise<Refresh>;
  kpi: (query: string) => Promise<any>;
  /** Connects the demonstration data: the first sync begins. */
  connectDemo: () => Promise<Connection>;
  /** Connects a source: its first sync begins. */
  connect: (form: object) => Promise<Connection>;
  sync: () => Promise<SyncStarted>;
  /** Resolves once no run is under way, to the last one. */
  settled: (patienceMs?: number) => Promise<Run>;
};

export function shopAt(url: string): Shop {
  const own = async (path: string, body?: object): Promise<any> => {
    const init = body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    const response = await fetch(`${url}/vendors/-/${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    order: async (order) => void (await own("control", order)),
    today: async () => (await own("control")).today,
    totals: async (from, to, by) => (await own(`totals?from=${from}&to=${to}&by=${by}`)).groups,
    people: async (from, to) => (await own(`totals?from=${from}&to=${to}`)).total.users,
    served: async () => (await own("requests")).pages,
    sales: async (from, to) => (await own(`totals?from=${from}&to=${to}&by=day&with=sales`)).sales.groups,
    forget: async () => void (await own("reset", {})),
  };
}

/** Pairs a new spreadsheet with a new workspace, for the person at the workbench. */
export async function newWorkspace(url: string): Promise<Workspace> {
  const { token } = (await (await fetch(`${url}/google/identity-token`)).json()) as { token: string };
  const spreadsheet = { id: randomUUID(), name: "Suivi", timeZone: "Europe/Paris", locale: "en_US" };
  let headers: Record<string, string> = { [apiHeaders.token]: `Bearer ${token}` };

  async function call<Body>(method: string, path: string, body?: object): Promise<Body> {
    const json = body && { "content-type": "application/json" };
    const init = { method, headers: { ...headers, ...json }, body: body ? JSON.stringify(body) : null };
    const response = await fetch(url + path, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  }
  const paired = await call<Pairing>("POST", "/v1/workspaces", { name: "Atelier Verveine", spreadsheet });
  headers = { ...headers, [apiHeaders.key]: paired.key, [apiHeaders.spreadsheet]: spreadsheet.id };

  const runs = async (): Promise<Run[]> => (await call<{ runs: Run[] }>("GET", "/v1/runs")).runs;
  const connection = async (): Promise<Connection> => {
    const { connections } = await call<{ connections: Connection[] }>("GET", "/v1/connections");
    return connections[0]!;
  };
  return {
    connection,
    runs,
    refresh: () => call("GET", "/v1/refresh"),
    kpi: (query) => call("GET", `/v1/kpis/${query}`),
    connectDemo: () => call("POST", "/v1/connections", { demo: true }),
    connect: (form) => call("POST", "/v1/connections", form),
    sync: async () => call("POST", `/v1/connections/${(await connection()).id}/sync`),
    async settled(patienceMs = SYNC_MS) {
      for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100)) {
        const [last] = await runs();
        if (last && last.state !== "running" && last.state !== "abandoned") return last;
      }
      throw new Error(`No end in sight: ${JSON.stringify((await runs())[0])}`);
    },
  };
}
