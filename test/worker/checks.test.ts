// The check of tags over what the workspace holds.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { UtmAnswer } from "../../shared/utm-check.ts";
import type { Connector } from "../../worker/connector.ts";
import { connectors } from "../../worker/connectors/index.ts";
import { type Caller, query } from "./atelier-world.ts";
import { ask, call, paired, simulate } from "./world.ts";

beforeEach(() => void simulate());
afterEach(() => vi.restoreAllMocks());

const service = (name: string, metrics: string[]) =>
  ({ name, streams: [{ kind: "facts", name: "all", metrics }] }) as unknown as Connector;
(connectors as Connector[]).push(
  service("site", ["sessions"]),
  service("ads", ["spend", "clicks"]),
  service("search", ["clicks"]),
);

let numbers = 0;

/** A source that has read its days until this one, and holds one day of these series. */
async function holds(
  caller: Caller,
  connector: string,
  until: number,
  series: readonly { names: string[]; day: number; sums: object }[],
): Promise<void> {
  numbers += 1;
  const connection = numbers;
  await query(
    caller,
    `INSERT INTO connections (number, id, connector, name, account, settings, currency, time_zone, created, due)
     VALUES (?1, ?2, ?2, ?3, '', '{}', '', 'UTC', 0, 9e15)`,
    connection,
    connector,
    `Mon ${connector}`,
  );
  await query(caller, "INSERT INTO coverage VALUES (?, 'all', ?, 0, '')", connection, until);
  for (const { names, day, sums } of series) {
    numbers += 1;
    const key = String(numbers);
    await query(
      caller,
      `INSERT INTO series (number, connection, key, channel, source, medium, campaign_id, campaign)
       VALUES (?, ?, ?, ?, ?, ?, '', ?)`,
      numbers,
      connection,
      key,
      ...names,
    );
    await query(
      caller,
      "INSERT INTO facts VALUES (?, 'all', ?, ?, ?)",
      connection,
      day,
      numbers,
      JSON.stringify(sums),
    );
  }
}

test("is over the four weeks that all sources concerned have read, and leaves free results out", async () => {
  const caller = await paired();
  await holds(caller, "site", 20261120, [
    { names: ["direct", "", "", ""], day: 20261024, sums: { sessions: 900 } },
    { names: ["unknown", "qr", "affiche", ""], day: 20261118, sums: { sessions: 60 } },
    { names: ["paid_search", "google", "cpc", "marque"], day: 20261119, sums: { sessions: 40 } },
    // One day too old, one too new.
    { names: ["unknown", "vieux", "", ""], day: 20261021, sums: { sessions: 7777 } },
    { names: ["unknown", "neuf", "", ""], day: 20261120, sums: { sessions: 7777 } },
  ]);
  await holds(caller, "ads", 20261119, [
    { names: ["paid_search", "", "", "Marque"], day: 20261119, sums: { clicks: 200, spend: 90_000_000 } },
  ]);
  await holds(caller, "search", 20261117, [
    { names: ["organic_search", "", "", ""], day: 20261117, sums: { clicks: 5000 } },
  ]);
  const answer = await ask<UtmAnswer>(caller, "GET", "/v1/checks/utm");
  const site = { by: "Mon site", clicks: 0 };
  const brand = {
    ...site,
    channel: "paid_search",
    source: "google",
    medium: "cpc",
    campaign: "marque",
    sessions: 40,
  };
  const bought = {
    by: "Mon ads",
    channel: "paid_search",
    source: "",
    medium: "",
    campaign: "Marque",
    sessions: 0,
    clicks: 200,
  };
  expect(answer).toEqual({
    from: "2026-10-23",
    to: "2026-11-19",
    unassigned: {
      sessions: 60,
      all: 1000,
      share: 0.06,
      flagged: true,
      rows: [{ ...site, channel: "unknown", source: "qr", medium: "affiche", campaign: "", sessions: 60 }],
    },
    spellings: [
      {
        of: "campaign",
        forms: [
          { text: "Marque", rows: [bought] },
          { text: "marque", rows: [brand] },
        ],
      },
    ],
    untagged: [
      {
        channel: "paid_search",
        clicks: 200,
        sessions: 40,
        missing: 0.8,
        flagged: true,
        campaigns: [{ by: "Mon ads", campaign: "Marque", clicks: 200, sessions: 40 }],
      },
    ],
  });
  const day = await ask<UtmAnswer>(caller, "GET", "/v1/checks/utm?from=2026-11-20&to=2026-11-20");
  expect(day).toMatchObject({ unassigned: { all: 7777, share: 1 }, untagged: null });
});

test("says nothing before there are figures, and refuses days in the wrong order", async () => {
  const caller = await paired();
  expect(await ask<UtmAnswer>(caller, "GET", "/v1/checks/utm")).toEqual({
    from: null,
    to: null,
    unassigned: null,
    spellings: [],
    untagged: null,
  });
  expect((await call(caller, "GET", "/v1/checks/utm?from=2026-11-20&to=2026-11-19")).status).toBe(400);
});
