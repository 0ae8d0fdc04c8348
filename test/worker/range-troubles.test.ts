// What a range asks, refuses and leaves out: nothing of it is lost when it cannot be read.
import { runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SentRange } from "../../shared/api/ranges.ts";
import type { Connection } from "../../shared/api/sources.ts";
import { everything, query } from "./atelier-world.ts";
import {
  codeOf,
  filled,
  HEADER,
  HOUR_MS,
  kpi,
  member,
  NOON,
  place,
  refreshed,
  ROWS,
  rows,
  runs,
  send,
  SPEND,
  wanted,
} from "./range-world.ts";
import { ask, call, camille, dominique, objectOf, paired, simulate } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  simulate();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("a refresh asks for the ranges of its own spreadsheet, with the columns that count and what it took last", async () => {
  const { caller, connection } = await filled();
  const text = JSON.stringify({ first: 1, rows: ROWS });
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  expect((await refreshed(caller)).ranges).toEqual([
    {
      id: connection.id,
      place,
      columns: HEADER.map((header) => ({ header, hidden: false })),
      digest: new Uint8Array(bytes).toHex(),
      asOf: connection.asOf,
      problem: null,
    },
  ]);
  const other = await member(caller);
  expect((await refreshed(other)).ranges).toEqual([]);
  expect(await codeOf(await call(other, "PUT", `/v1/connections/${connection.id}/rows`, rows(ROWS)))).toBe(
    "not_found",
  );
  await ask(caller, "PATCH", `/v1/connections/${connection.id}`, { paused: true });
  expect((await refreshed(caller)).ranges).toEqual([]);
  expect(await codeOf(await call(caller, "PUT", `/v1/connections/${connection.id}/rows`, rows(ROWS)))).toBe(
    "paused",
  );
});

test("rows left out are counted and told, and their cells are kept nowhere", async () => {
  const { caller, connection } = await filled(undefined, [
    ...ROWS,
    ["2030-11-18", "SEA", "FR", "lea@client.example", 1],
    ["bientôt", "SEA", "FR", 1, 1],
  ]);
  expect(connection.notices).toEqual([
    {
      fr: "2 lignes écartées\u00a0: ligne 6, colonne «\u00a0Coût\u00a0», ce n'est pas un nombre\u202f; ligne 7, colonne «\u00a0Jour\u00a0», ce n'est pas une date.",
      en: "2 rows left out: row 6, column “Coût”, not a number; row 7, column “Jour”, not a date.",
    },
  ]);
  expect(await runs(caller)).toMatchObject([{ rows: 3, rejected: 2 }]);
  expect(await everything(caller)).not.toMatch(/client\.example|bientôt/);
});

test.each([
  [
    "a renamed column",
    rows([HEADER.map((name) => (name === "Coût" ? "Dépense" : name)), ...ROWS.slice(1)]),
    "header_changed",
  ],
  ["a missing column", rows(ROWS.map((row) => row.slice(0, 4))), "header_changed"],
  ["nothing that can be read", rows([HEADER, ["hier", "SEA", "", 1, 1]]), "rows_unreadable"],
  [
    "20,001 rows",
    rows([HEADER, ...Array.from({ length: 20_001 }, () => ["2030-11-17", "", "", 1, 1])]),
    "too_large",
  ],
  ["a deleted tab", { problem: "range_gone" }, "range_gone"],
] satisfies [string, SentRange, string][])(
  "%s stops it, its old figures stay, and it goes on once mended",
  async (_, sent, code) => {
    const { caller, connection } = await filled();
    vi.setSystemTime(NOON + HOUR_MS);
    const stopped = await send(caller, connection, sent);
    expect(stopped).toMatchObject({ state: "failed", asOf: connection.asOf, problem: { code } });
    expect((await kpi(caller, "CPC")).value).toBe(1200.1 / 525);
    expect((await runs(caller))[0]).toMatchObject({ state: "failed", problem: { code } });
    expect(await send(caller, connection, rows(ROWS))).toMatchObject({ state: "idle", problem: null });
  },
);

test("other columns are read at once, though the rows are the same; another currency empties it first", async () => {
  const { caller, connection } = await filled();
  const fewer = { ...SPEND, columns: SPEND.columns.filter(({ role }) => role !== "clicks") };
  await ask(caller, "PUT", `/v1/ranges/${connection.id}`, wanted(fewer));
  expect((await refreshed(caller)).ranges?.[0]?.digest).toBeNull();
  await send(caller, connection, rows(ROWS));
  expect((await kpi(caller, "CPC")).problem?.code).toBe("empty");
  const changed = await ask<Connection>(
    caller,
    "PUT",
    `/v1/ranges/${connection.id}`,
    wanted({ ...SPEND, currency: "CHF" }, "Spend"),
  );
  expect(changed).toMatchObject({ name: "Spend", currency: "CHF", asOf: null, lastDay: null });
});

test("an owner connects it, a member sends its rows; no sync is ever due, nor asked for", async () => {
  const { caller, connection } = await filled();
  const other = await member(caller);
  expect(await codeOf(await call(other, "POST", "/v1/ranges", wanted()))).toBe("owner_only");
  const here = { ...caller, person: dominique };
  await send(here, connection, rows(ROWS));
  const reader = { key: caller.key, spreadsheet: caller.spreadsheet };
  const path = `/v1/connections/${connection.id}/rows`;
  expect((await call(reader, "PUT", path, rows(ROWS))).status).toBe(401);
  expect(await codeOf(await call(caller, "POST", `/v1/connections/${connection.id}/sync`))).toBe(
    "sent_by_sheet",
  );
  const again = await call(caller, "PATCH", `/v1/connections/${connection.id}`, { resyncFrom: "2030-01-01" });
  expect(await codeOf(again)).toBe("sent_by_sheet");
  expect(await runDurableObjectAlarm(objectOf(caller.id))).toBe(false);
  const generic = { connector: "range", name: "x", settings: {}, credentials: {} };
  expect(await codeOf(await call({ ...caller, person: camille }, "POST", "/v1/connections", generic))).toBe(
    "invalid_request",
  );
});

test("disconnecting keeps its figures or forgets them", async () => {
  const { caller, connection } = await filled();
  await ask(caller, "DELETE", `/v1/connections/${connection.id}`);
  expect((await kpi(caller, "CPC")).value).toBe(1200.1 / 525);
  const { caller: second, connection: gone } = await filled();
  await ask(second, "DELETE", `/v1/connections/${gone.id}?data=drop`);
  expect((await kpi(second, "CPC")).problem?.code).toBe("no_rows");
  expect(await query(second, "SELECT * FROM pushed")).toEqual([]);
});

test.each([
  ["a place that is none", { ...wanted(), place: { sheet: "1", a1: "Feuille!A1" } }],
  ["a mapping without a date", wanted({ ...SPEND, columns: SPEND.columns.slice(1) })],
  ["money without a currency", wanted({ ...SPEND, currency: null })],
  [
    "a metric that cannot be added up",
    wanted({ ...SPEND, columns: [...SPEND.columns, { header: "Reach", role: "reach" }] }),
  ],
])("%s is refused", async (_, body) => {
  expect(await codeOf(await call(await paired(), "POST", "/v1/ranges", body))).toBe("invalid_request");
});
