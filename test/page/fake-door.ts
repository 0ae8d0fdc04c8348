// The built sidebar alone in a browser, at 300 px, over a script that answers what a test tells it to.
import type { Browser, Locator, Page } from "playwright-core";
import type { Connection, ConnectorSummary, Run } from "../../shared/api/sources.ts";
import type { EvidenceQuestion, Objective } from "../../shared/api/objectives.ts";
import type { RuleResult } from "../../shared/objectives/assessment.ts";
import type { Note } from "../../shared/objectives/evidence.ts";
import type { Workspace } from "../../shared/api/workspace.ts";
import type { ApiAnswer, ApiCall } from "../../apps-script/backend.ts";
import type { Freshness } from "../../apps-script/door.ts";
import type { RefreshState } from "../../apps-script/refresh-state.ts";
import { noteClicks } from "./access.ts";
import { builtFile } from "../apps-script/addon.ts";
import { shopEvidence } from "./objective-world.ts";

type Answerer = (payload: never) => unknown;

/** What the script and the Worker behind it are to hold; a test changes it as it goes. */
export interface World {
  locale: "fr" | "en";
  paired: boolean;
  workspace: Workspace;
  connectors: ConnectorSummary[];
  connections: Connection[];
  objectives: Objective[];
  set: RuleResult[];
  notes: Note[];
  runs: Run[];
  freshness: Freshness;
  /** Answers of methods and of calls (`POST /v1/connections`) that differ from what the world holds. */
  answers: Record<string, Answerer>;
}

export interface SidebarPage {
  readonly page: Page;
  /** Everything that the sidebar asked, in order: methods, and calls as `POST /v1/objectives`. */
  readonly asked: { what: string; payload: unknown }[];
  readonly problems: string[];
  /** Shows a view: 0 to 3, as their tabs stand. */
  view(place: number): Promise<void>;
  button(name: string): Locator;
  field(name: string): Locator;
  /** Waits until this is shown. */
  shown(text: string | RegExp): Promise<void>;
  callsTo(what: string): ApiCall[];
  close(): Promise<void>;
}

export const ok = (body: unknown, status = 200): ApiAnswer => ({ ok: true, status, body, etag: null });
export const refused = (status: number, code: string, detail: string, more = {}): unknown => ({
  ok: false,
  status,
  problem: { code, detail, ...more },
});
export const unreachable: unknown = { ok: false, status: 0, problem: null };

/** Opens the sidebar at the given view. */
export async function openSidebar(
  browser: Browser,
  world: World,
  { scale = 1, height = 700 } = {},
): Promise<SidebarPage> {
  const context = await browser.newContext({
    viewport: { width: 300, height },
    locale: world.locale === "fr" ? "fr-FR" : "en-GB",
    timezoneId: "Europe/Paris",
  });
  const page = await context.newPage();
  const asked: SidebarPage["asked"] = [];
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.exposeFunction("askScript", (method: string, payload: string) => {
    const call = JSON.parse(payload) as ApiCall;
    const what = method === "api" ? `${call.method.toUpperCase()} ${call.path.split("?")[0]}` : method;
    asked.push({ what, payload: call });
    const given = world.answers[what];
    return JSON.stringify({ value: given ? given(call as never) : answer(world, what, call) });
  });
  await noteClicks(page);
  await page.addInitScript(() => {
    const scope = globalThis as unknown as {
      google: unknown;
      askScript: (method: string, payload: string) => Promise<string>;
    };
    const runner = (success: (text: string) => void, failure: (error: unknown) => void): object => ({
      withSuccessHandler: (handler: typeof success) => runner(handler, failure),
      withFailureHandler: (handler: typeof failure) => runner(success, handler),
      sidebar: (method: string, payload: string) =>
        void scope.askScript(method, payload).then(success, failure),
    });
    scope.google = { script: { run: runner(() => {}, console.error) } };
  });
  // A secure origin, as Google's: the sidebar draws random keys.
  await page.route("https://sidebar.example/", (route) =>
    route.fulfill({ contentType: "text/html", body: builtFile("Sidebar.html") }),
  );
  await page.goto("https://sidebar.example/");
  if (scale !== 1) await page.addStyleTag({ content: `:root { font-size: ${81.25 * scale}% !important; }` });
  await page.getByRole("tab").first().waitFor();
  return {
    page,
    asked,
    problems,
    view: (place) => page.getByRole("tab").nth(place).click(),
    button: (name) => page.getByRole("button", { name, exact: true }),
    field: (name) => page.locator(`[name="${name}"]`),
    shown: (text) => page.getByText(text).waitFor(),
    callsTo: (what) => asked.filter((one) => one.what === what).map(({ payload }) => payload as ApiCall),
    close: () => context.close(),
  };
}

function answer(world: World, what: string, call: ApiCall): unknown {
  const { locale, paired, workspace, connectors, connections, objectives, set, notes, runs, freshness } =
    world;
  switch (what) {
    case "locale":
      return { user: locale, sheet: locale === "fr" ? "fr_FR" : "en_GB" };
    case "paired":
      return { paired, spreadsheet: "Suivi marketing" };
    case "freshness":
      return freshness;
    case "unpair":
      world.paired = false;
      return null;
    case "GET /v1/workspace":
      return ok(workspace);
    case "GET /v1/connectors":
      return ok({ connectors });
    case "GET /v1/connections":
      return ok({ connections });
    case "GET /v1/counting":
      return ok({ metrics: [] });
    case "GET /v1/runs":
      return ok({ runs });
    case "GET /v1/objectives":
      return ok({ objectives, set, notes });
    case "POST /v1/objectives/evidence":
      return ok(shopEvidence(call.body as EvidenceQuestion));
    case "me":
      return "camille@atelier-verveine.example";
    default:
      return refused(404, "not_found", `${what}: no answer.`);
  }
}

const HOUR = 3_600_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

export function emptyWorld(locale: "fr" | "en", change: Partial<World> = {}): World {
  return {
    locale,
    paired: true,
    workspace: {
      id: "w1",
      name: "Suivi marketing",
      role: "owner",
      members: [
        {
          id: "m1",
          email: "camille@atelier-verveine.example",
          role: "owner",
          since: ago(48 * HOUR),
          you: true,
        },
      ],
      spreadsheets: [],
      demo: true,
    },
    connectors: [GA4],
    connections: [],
    objectives: [],
    set: [],
    notes: [],
    runs: [],
    freshness: { last: null, schedule: { on: true, lastRun: null }, dataTab: null },
    answers: {},
    ...change,
  };
}

const GA4: ConnectorSummary = {
  name: "ga4",
  label: { fr: "Google Analytics 4", en: "Google Analytics 4" },
  gives: {
    fr: "Sessions, engagement, conversions et chiffre d'affaires par jour, canal et campagne.",
    en: "Sessions, engagement, conversions and revenue by day, channel and campaign.",
  },
  settings: [
    {
      name: "property",
      kind: "text",
      label: { fr: "Identifiant de la propriété", en: "Property id" },
      help: { fr: "Un nombre, dans Administration.", en: "A number, in Admin." },
    },
  ],
  credentials: [
    {
      name: "serviceAccount",
      kind: "file",
      label: { fr: "Clé du compte de service (JSON)", en: "Service account key (JSON)" },
      help: { fr: "Le fichier de clé créé dans Google Cloud.", en: "The key file made in Google Cloud." },
    },
  ],
  group: "web",
  ways: [{ kind: "credentials", fields: ["serviceAccount"] }],
  version: null,
  accountSetting: null,
  channels: null,
};

export function run(change: Partial<Run> = {}): Run {
  return {
    connection: "c1",
    number: 3,
    state: "ok",
    started: ago(13 * 60_000),
    ended: ago(13 * 60_000 - 12_000),
    pages: 24,
    rows: 8760,
    rejected: 0,
    progress: { done: 61, total: 61 },
    problem: null,
    ...change,
  };
}

export function connection(change: Partial<Connection> = {}): Connection {
  return {
    id: "c1",
    connector: "ga4",
    name: "Atelier Verveine",
    settings: { property: "412" },
    state: "idle",
    currency: "EUR",
    timeZone: "Europe/Paris",
    lastRun: run(),
    nextRun: ago(-48 * 60_000),
    asOf: ago(12 * 60_000),
    lastDay: "2026-11-20",
    problem: null,
    notices: [],
    version: null,
    ...change,
  };
}

export function running(done = 7): Connection {
  const lastRun = run({ state: "running", ended: null, rows: 5210, progress: { done, total: 61 } });
  return connection({ state: "running", lastRun, nextRun: null, asOf: null, lastDay: null });
}

/** What a refresh of the sheet came to. */
export const refreshed = (change: Partial<RefreshState> = {}): RefreshState => ({
  asked: new Date().toISOString(),
  fresh: new Date().toISOString(),
  changed: true,
  rows: 8760,
  failure: null,
  sources: [],
  notes: {},
  moved: [],
  ...change,
});
