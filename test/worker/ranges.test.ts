// A range of the sheet as a source: its rows become figures like any other's.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { query } from "./atelier-world.ts";
import {
  connect,
  filled,
  HEADER,
  HOUR_MS,
  kpi,
  NOON,
  refreshed,
  ROWS,
  rows,
  runs,
  send,
  SPEND,
} from "./range-world.ts";
import { simulate } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  simulate();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("its rows are figures: in the KPIs, in the tab of data, in the log of syncs", async () => {
  const { caller, connection } = await filled();
  expect(connection).toMatchObject({
    connector: "range",
    state: "idle",
    currency: "EUR",
    timeZone: "Europe/Paris",
    lastDay: "2030-11-20",
    asOf: new Date(NOON).toISOString(),
    nextRun: null,
    problem: null,
    notices: [],
  });
  // 1,000.10 + 200 over 400 + 100 + 25.
  expect(await kpi(caller, "CPC")).toMatchObject({ value: 1200.1 / 525, currency: "EUR" });
  expect((await kpi(caller, "CPC", "?channel=paid_search")).value).toBe(1200.1 / 500);
  expect(await runs(caller)).toMatchObject([{ state: "ok", pages: 1, rows: 3, rejected: 0 }]);
  const { tabs } = await refreshed(caller);
  const data = tabs.find(({ key }) => key === "data");
  // Only its own metrics have a column.
  expect(data?.header.slice(0, -2)).toEqual([
    "date",
    "source",
    "compte",
    "canal",
    "campagne",
    "devise",
    "dépenses",
    "clics",
  ]);
  expect(data?.rows.map((row) => row.slice(0, 8))).toEqual([
    ["2030-11-20", "Dépenses", "FR", "email", "", "EUR", 0, 25],
    ["2030-11-17", "Dépenses", "BE", "paid_search", "", "EUR", 200, 100],
    ["2030-11-17", "Dépenses", "FR", "paid_search", "", "EUR", 1000.1, 400],
  ]);
});

test("days between its rows are zero, those outside are not known, and today may still change", async () => {
  const { caller } = await filled(undefined, [...ROWS, ["2030-11-21", "SEA", "FR", 5, 1]]);
  const days = await query<{ day: number; marks: string }>(
    caller,
    "SELECT day, marks FROM coverage ORDER BY day",
  );
  expect(days).toEqual([
    { day: 20301117, marks: "" },
    { day: 20301118, marks: "" },
    { day: 20301119, marks: "" },
    { day: 20301120, marks: "" },
    { day: 20301121, marks: "provisional" },
  ]);
  expect((await kpi(caller, "CPC", "?from=2030-11-18&to=2030-11-19")).problem?.code).toBe("zero_denominator");
  expect((await kpi(caller, "CPC", "?from=2030-11-10&to=2030-11-16")).problem?.code).toBe("no_rows");
});

test("what is sent takes the place of all that was held", async () => {
  const { caller, connection } = await filled();
  await send(caller, connection, rows([HEADER, ["2030-11-19", "SEO", "", 3, 4]]));
  expect(await kpi(caller, "CPC")).toMatchObject({ value: 3 / 4, from: "2030-11-19", to: "2030-11-19" });
});

test("the same rows are read once a day, and their freshness follows", async () => {
  const { caller, connection } = await filled();
  vi.setSystemTime(NOON + HOUR_MS);
  const again = await send(caller, connection, rows(ROWS));
  expect(again.asOf).toBe(new Date(NOON + HOUR_MS).toISOString());
  expect(await runs(caller)).toHaveLength(1);
  vi.setSystemTime(NOON + 24 * HOUR_MS);
  await send(caller, connection, rows(ROWS));
  expect(await runs(caller)).toHaveLength(2);
  expect((await kpi(caller, "CPC")).value).toBe(1200.1 / 525);
});

test("survey scores make a Net Promoter Score, orders a revenue and an average order, without a customer's name", async () => {
  const scores = {
    ...SPEND,
    kind: "scores",
    columns: [
      { header: "Horodateur", role: "date" },
      { header: "Note", role: "score" },
    ],
    currency: null,
  };
  const { caller } = await filled(scores, [
    ["Horodateur", "Note"],
    ["2030-11-19", 10],
    ["2030-11-19", 9],
    ["2030-11-20", 7],
    ["2030-11-20", 3],
  ]);
  // Two promoters, one passive, one detractor: (2 − 1) / 4.
  expect((await kpi(caller, "NPS")).value).toBe(25);
  const orders = {
    ...SPEND,
    kind: "orders",
    columns: [
      { header: "Date", role: "date" },
      { header: "Client", role: "customer" },
      { header: "Montant", role: "revenue" },
    ],
  };
  const shop = await connect(caller, orders);
  await send(
    caller,
    shop,
    rows([
      ["Date", "Client", "Montant"],
      ["2030-11-19", 1, 30],
      ["2030-11-19", 2, 20.5],
      ["2030-11-20", 1, 10],
    ]),
  );
  // 60.50 over 3 orders.
  expect((await kpi(caller, "AOV")).value).toBe(60.5 / 3);
  expect((await kpi(caller, "AOV")).totals).toMatchObject({ revenue: 60.5, orders: 3 });
});

test("followers are those of the last day told, and no day without a row makes them zero", async () => {
  const levels = {
    ...SPEND,
    columns: [
      { header: "Jour", role: "date" },
      { header: "Abonnés", role: "followers" },
    ],
    currency: null,
  };
  const { caller } = await filled(levels, [
    ["Jour", "Abonnés"],
    ["2030-11-01", 900],
    ["2030-11-15", 1000],
  ]);
  expect(await query(caller, "SELECT stream, day FROM coverage ORDER BY day")).toEqual([
    { stream: "levels", day: 20301101 },
    { stream: "levels", day: 20301115 },
  ]);
});
