// A spreadsheet without a screen where the built add-on is at work, and a Worker that answers what a test tells it to.
import type { Refresh, SourceState, Tab } from "../../shared/api/refresh.ts";
import type { Answer, Door } from "../../apps-script/door.ts";
import type { Net, NetRequest } from "../../workbench/google/host.ts";
import { memoryStore, nodeMachine } from "../../workbench/google/node-ports.ts";
import { openHeadlessSheet } from "../../workbench/headless-sheet.ts";
import { readCsv } from "../../workbench/sheet/csv.ts";
import { builtFile } from "./addon.ts";

export const NOW = Date.parse("2026-11-21T09:05:00Z");
const KEY = "w1.secret-of-the-sheet";

/** What the Worker answers to a request; a thrown error is a Worker that cannot be reached. */
export type Worker = (request: NetRequest) => { status: number; body?: unknown; etag?: string };

interface Options {
  readonly locale?: "fr" | "en";
  /** The first tab. */
  readonly csv?: string;
  readonly paired?: boolean;
}

export function openPairedSheet({ locale = "fr", csv = "", paired = true }: Options = {}) {
  const requests: NetRequest[] = [];
  const toasts: string[] = [];
  const store = memoryStore();
  const clock = { now: NOW };
  let worker: Worker = () => ({ status: 500 });
  const fetch = (request: NetRequest): ReturnType<Net["fetch"]> => {
    requests.push(request);
    try {
      const { status, body, etag } = worker(request);
      const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
      return { status, headers: etag === undefined ? {} : { ETag: etag }, body: text };
    } catch (error) {
      return { error: String(error) };
    }
  };
  const sheet = openHeadlessSheet({
    addOn: {
      code: builtFile("Code.js"),
      manifest: JSON.parse(builtFile("appsscript.json")) as never,
      files: { Sidebar: builtFile("Sidebar.html") },
    },
    tabs: [{ name: "Notes", rows: readCsv(csv) }],
    locale,
    ports: {
      store,
      net: { fetch },
      user: { email: () => "camille@shop.example", identityToken: () => "a.google.token" },
      ui: {
        menu: () => {},
        sidebar: () => {},
        dialog: () => {},
        alert: () => "CLOSE",
        prompt: () => ({ button: "CLOSE", text: "" }),
        toast: (message) => void toasts.push(message),
      },
      machine: { ...nodeMachine, now: () => clock.now, log: () => {} },
    },
  });
  if (paired) store.set("document", "boussole.key", KEY);
  const { model, runtime } = sheet;
  const { getters } = model;
  const idOf = (name: string): string => {
    const found = getters.getSheetIds().find((id) => getters.getSheetName(id) === name);
    if (found === undefined) throw new Error(`No tab ${name}`);
    return found;
  };
  return {
    ...sheet,
    requests,
    toasts,
    store,
    clock,
    idOf,
    worker: (answers: Worker) => void (worker = answers),
    /** Gives this patch from now on. */
    gives: (patch: unknown, etag = '"1"') => void (worker = () => ({ status: 200, body: patch, etag })),
    ask<Method extends keyof Door>(method: Method, ...[payload]: Parameters<Door[Method]>) {
      const text = runtime.call("sidebar", [method, JSON.stringify(payload ?? null)]) as string;
      return JSON.parse(text) as Answer<ReturnType<Door[Method]>>;
    },
    refresh: () => runtime.entry("refreshFromMenu", "FULL"),
    tick: () => runtime.entry("refreshOnSchedule", "FULL"),
    tabs: () => getters.getSheetIds().map((id) => getters.getSheetName(id)),
    /** What cells hold from A1, blank rows and columns at the end left out. */
    values(name: string): unknown[][] {
      const sheetId = idOf(name);
      const rows: unknown[][] = [];
      for (const { row, col } of getters.getEvaluatedCellsPositions(sheetId)) {
        const { value } = getters.getEvaluatedCell({ sheetId, row, col });
        if (value !== null && value !== "") (rows[row] ??= [])[col] = value;
      }
      return Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? ""));
    },
    cell: (name: string, row: number, col: number) =>
      getters.getEvaluatedCell({ sheetId: idOf(name), row, col }),
    colour: (name: string) => getters.getSheet(idOf(name)).color ?? null,
  };
}

export type PairedSheet = ReturnType<typeof openPairedSheet>;

export const HEADER = ["date", "source", "canal", "campagne", "sessions", "chiffre d'affaires", "lu le"];
const FORMATS = ["yyyy-mm-dd", "@", "@", "@", "#,##0", "#,##0.00", "yyyy-mm-dd hh:mm"];

export type Line = readonly [day: string, campaign: string, sessions: number, revenue: number];

/** The tab of figures as the Worker gives it. */
export function dataTab(lines: readonly Line[], change: Partial<Tab> = {}): Tab {
  return {
    key: "data",
    title: { fr: "Données", en: "Data" },
    header: HEADER,
    formats: FORMATS,
    rows: lines.map(([day, campaign, sessions, revenue]) => [
      day,
      "Boutique",
      "email",
      campaign,
      sessions,
      revenue,
      "2026-11-21 08:00",
    ]),
    note: null,
    provenance: [
      {
        connection: "c1",
        source: "Boutique",
        account: "412",
        from: "2026-11-19",
        to: "2026-11-20",
        timeZone: "Europe/Paris",
        currency: "EUR",
        asOf: "2026-11-21T07:00:00.000Z",
        rows: lines.length,
        run: 3,
      },
    ],
    ...change,
  };
}

const small = (key: "uniques" | "objectives", fr: string, en: string): Tab => ({
  key,
  title: { fr, en },
  header: ["période"],
  formats: ["@"],
  rows: [],
  note: null,
  provenance: [],
});

export function patchOf(data: Tab, sources: readonly SourceState[] = [HEALTHY]): Refresh {
  const others = [small("uniques", "Uniques", "Uniques"), small("objectives", "Objectifs", "Objectives")];
  return { generation: "1", tabs: [data, ...others], sources };
}

const HEALTHY: SourceState = {
  connection: "c1",
  name: "Boutique",
  state: "idle",
  asOf: "2026-11-21T07:00:00.000Z",
  problem: null,
};

export const BROKEN: SourceState = {
  ...HEALTHY,
  state: "failed",
  problem: {
    code: "access_denied",
    words: { fr: "Google refuse l'accès.", en: "Google denies access." },
    action: { fr: "Rendez le compte lecteur.", en: "Make the account a viewer." },
    since: "2026-11-21T08:00:00.000Z",
  },
};

export function problem(status: number, code: string, detail: string) {
  return { status, body: { type: "urn:x", title: "x", status, code, detail } };
}
