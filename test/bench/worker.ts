// The Worker: a KPI against a bare route on the same workerd, and its store against the same SQL in node:sqlite.
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { createTestHarness } from "wrangler";
import { newStack } from "../journey/stack.ts";
import { newWorkspace, type Workspace } from "../journey/workspace.ts";
import { line, median } from "./measure.ts";
import { dayOf, SERIES, valuesOf } from "./worker/facts.ts";

const DAYS = 1000;
const DAYS_A_WINDOW = 25;
const ASKED = 200;

export async function bench(): Promise<void> {
  await routes();
  await store();
}

/** Through `npm start`: one caller, requests one after the other. */
async function routes(): Promise<void> {
  const stack = await newStack();
  await stack.start();
  try {
    const workspace = await newWorkspace(stack.url);
    await workspace.connectDemo();
    await workspace.settled();
    await calls(stack.url, workspace);
    const times = { kpi: [] as number[], health: [] as number[] };
    for (let turn = 0; turn < ASKED; turn += 1) {
      times.health.push(await clock(async () => void (await (await fetch(`${stack.url}/healthz`)).text())));
      times.kpi.push(await clock(() => workspace.kpi("CR?from=2026-10-01&to=2026-10-31&by=channel")));
    }
    line("GET /v1/kpis/CR, a month by channel", median(times.kpi), "GET /healthz", median(times.health));
  } finally {
    await stack.remove();
  }
}

/** How often a source is asked in a sync of what is new: once a page, tokens and trials included. */
async function calls(url: string, workspace: Workspace): Promise<void> {
  const requests = async (): Promise<number> => {
    const { requests: all } = (await (await fetch(`${url}/vendors/-/requests`)).json()) as {
      requests: unknown[];
    };
    return all.length;
  };
  const before = await requests();
  await workspace.sync();
  const { pages } = await workspace.settled();
  console.log(`  an hourly sync: ${(await requests()) - before} requests for ${pages} pages`);
}

/** A million facts in the product's own store under workerd, and in node:sqlite. */
async function store(): Promise<void> {
  // Else it asks Cloudflare where this machine is.
  process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
  const server = createTestHarness({
    workers: [{ configPath: join(import.meta.dirname, "worker/wrangler.toml") }],
  });
  await server.listen();
  const peer = new DatabaseSync(":memory:");
  peer.exec(
    `CREATE TABLE series (number INTEGER PRIMARY KEY, channel TEXT NOT NULL);
     CREATE TABLE facts (connection INTEGER NOT NULL, stream TEXT NOT NULL, day INTEGER NOT NULL, series INTEGER NOT NULL,
       sums TEXT NOT NULL, PRIMARY KEY (connection, stream, day, series)) WITHOUT ROWID;`,
  );
  try {
    let ours = 0;
    let raw = 0;
    for (let first = 0; first < DAYS; first += DAYS_A_WINDOW) {
      ours += await clock(() => send(server, "POST", `/ingest/${first}/${DAYS_A_WINDOW}`));
      raw += await clock(() => insert(peer, first));
    }
    console.log(
      `  ${DAYS * SERIES} facts: ${perSecond(ours)} facts/s staged and swapped in, ${perSecond(raw)} raw inserts/s`,
    );
    line(
      "ingest, per window of 25,000 facts",
      (ours / DAYS) * DAYS_A_WINDOW,
      "raw inserts",
      (raw / DAYS) * DAYS_A_WINDOW,
    );
    const overhead = median(await several(20, () => send(server, "GET", "/month/0")));
    const month = (median(await several(5, () => send(server, "GET", "/month/20"))) - overhead) / 20;
    line(
      "a month by channel out of a million facts",
      month,
      "the same in node:sqlite",
      median(await several(20, () => ask(peer))),
    );
  } finally {
    await server.close();
    peer.close();
  }
}

async function send(
  server: ReturnType<typeof createTestHarness>,
  method: string,
  path: string,
): Promise<void> {
  const response = await server.fetch(path, { method });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await response.text();
}

function insert(peer: DatabaseSync, first: number): void {
  peer.exec("BEGIN");
  const series = peer.prepare("INSERT OR IGNORE INTO series VALUES (?, ?)");
  const fact = peer.prepare("INSERT INTO facts VALUES (1, 'traffic', ?, ?, ?)");
  const channels = ["paid_search", "paid_social", "email", "direct"];
  for (let number = 0; number < SERIES; number += 1) series.run(number, channels[number % 4] ?? "");
  for (let day = first; day < first + DAYS_A_WINDOW; day += 1) {
    const key = Number(dayOf(day).replaceAll("-", ""));
    for (let number = 0; number < SERIES; number += 1)
      fact.run(key, number, JSON.stringify(valuesOf(number)));
  }
  peer.exec("COMMIT");
}

function ask(peer: DatabaseSync): void {
  const [from, to] = [dayOf(300), dayOf(329)].map((day) => Number(day.replaceAll("-", "")));
  peer
    .prepare(
      `SELECT series.channel AS key, SUM(facts.sums ->> 'sessions') AS total FROM facts CROSS JOIN series ON series.number = facts.series
       WHERE facts.connection = 1 AND facts.stream = 'traffic' AND facts.day BETWEEN ? AND ? GROUP BY 1 ORDER BY 1`,
    )
    .all(from ?? 0, to ?? 0);
}

async function clock(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function several(times: number, work: () => unknown): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) found.push(await clock(work));
  return found;
}

function perSecond(ms: number): string {
  return Math.round((DAYS * SERIES) / (ms / 1000)).toLocaleString("en");
}
