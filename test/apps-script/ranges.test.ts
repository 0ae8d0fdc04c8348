// Ranges of the sheet that feed the workspace: what the add-on reads, what leaves the sheet and when, what is said otherwise.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { AskedRange, RangePlace, SentRows } from "../../shared/api/ranges.ts";
import type { ShownRange } from "../../apps-script/door.ts";
import { dataTab, openPairedSheet, type PairedSheet, patchOf, problem, NOW } from "./paired-sheet.ts";

const CSV = "Jour;Client;Coût\n21/11/2026;lea@client.example;12,5\n20/11/2026;tom@client.example;3\n";

function opened(csv = CSV): PairedSheet {
  return openPairedSheet({ csv });
}

function value<T>(answer: { value: T } | { refusal: unknown }): T {
  if ("refusal" in answer) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

function select(sheet: PairedSheet, tab: string, [top, left, bottom, right]: readonly number[]): void {
  const { model } = sheet;
  const sheetId = sheet.idOf(tab);
  if (model.getters.getActiveSheetId() !== sheetId)
    model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: sheetId });
  model.selection.selectZone({
    cell: { row: top!, col: left! },
    zone: { top: top!, left: left!, bottom: bottom!, right: right! },
  });
}

const shownPlace = (sheet: PairedSheet): RangePlace => value(sheet.ask("range", null)).place;

const COLUMNS = [
  { header: "Jour", hidden: false },
  { header: "Client", hidden: true },
  { header: "Coût", hidden: false },
];
const SENT: SentRows = {
  first: 1,
  rows: [
    ["Jour", "Client", "Coût"],
    ["2026-11-21", 1, 12.5],
    ["2026-11-20", 2, 3],
  ],
};
const digest = createHash("sha256").update(JSON.stringify(SENT)).digest("hex");

/** The patch of a workspace that asks for the range at this place. */
function asking(place: RangePlace, change: Partial<AskedRange> = {}): object {
  const asOf = new Date(NOW - 3_600_000).toISOString();
  const range = { id: "c9", place, columns: COLUMNS, digest, asOf, problem: null, ...change };
  return { ...patchOf(dataTab([["2026-11-20", "A", 1, 1]])), ranges: [range] };
}

/** Refreshes once so that the sheet knows which ranges are asked for, and then forgets what was sent. */
function asked(sheet: PairedSheet, patch: object): void {
  sheet.gives(patch);
  sheet.refresh();
  sheet.requests.length = 0;
}

const puts = (sheet: PairedSheet) =>
  sheet.requests
    .filter(({ method }) => method === "PUT")
    .map(({ url, body }) => [new URL(url).pathname, JSON.parse(body ?? "null")]);

test("the selection is shown with its place: one cell is the whole tab, the last rows are all rows to come", () => {
  const sheet = opened();
  select(sheet, "Notes", [1, 1, 1, 1]);
  const shown: ShownRange = value(sheet.ask("range", null));
  expect(shown).toMatchObject({ tab: "Notes", first: 1, total: 3, place: { a1: "A:C" } });
  expect(shown.rows).toEqual([
    ["Jour", "Client", "Coût"],
    ["2026-11-21", "lea@client.example", 12.5],
    ["2026-11-20", "tom@client.example", 3],
  ]);
  select(sheet, "Notes", [0, 0, 2, 2]);
  expect(shownPlace(sheet).a1).toBe("A:C");
  select(sheet, "Notes", [1, 0, 2, 2]);
  expect(shownPlace(sheet).a1).toBe("A2:C");
  select(sheet, "Notes", [0, 0, 1, 2]);
  expect(shownPlace(sheet).a1).toBe("A1:C2");
});

test("a tab that Boussole writes is refused, since its figures would be counted twice", () => {
  const sheet = opened();
  sheet.gives(patchOf(dataTab([["2026-11-20", "A", 1, 1]])));
  sheet.refresh();
  select(sheet, "Données", [0, 0, 0, 0]);
  expect(sheet.ask("range", null)).toEqual({ refusal: { kind: "own_tab", tab: "Données" } });
});

test("only the columns that count leave the sheet, customers as numbers, in the name of who asks", () => {
  const sheet = opened();
  const place = shownPlace(sheet);
  sheet.worker(() => ({ status: 200, body: { id: "c9" } }));
  const answer = value(sheet.ask("sendRange", { id: "c9", place, columns: COLUMNS }));
  expect(answer).toMatchObject({ ok: true, body: { id: "c9" } });
  expect(puts(sheet)).toEqual([["/v1/connections/c9/rows", SENT]]);
  expect(sheet.requests[0]?.headers).toMatchObject({ Authorization: "Bearer a.google.token" });
  sheet.requests.length = 0;
  sheet.ask("sendRange", { id: "c9", place, columns: COLUMNS.slice(2) });
  expect(puts(sheet)).toEqual([["/v1/connections/c9/rows", { first: 1, rows: [["Coût"], [12.5], [3]] }]]);
});

test("a refresh sends a range that changed, before it asks for the figures, and nothing otherwise", () => {
  const sheet = opened();
  const place = shownPlace(sheet);
  asked(sheet, asking(place));
  sheet.tick();
  expect(sheet.requests.map(({ method }) => method)).toEqual(["GET"]);
  sheet.requests.length = 0;
  sheet.model.dispatch("UPDATE_CELL", { sheetId: sheet.idOf("Notes"), col: 2, row: 2, content: "4" });
  sheet.refresh();
  expect(sheet.requests.map(({ method }) => method)).toEqual(["PUT", "GET"]);
  expect(puts(sheet)[0]?.[1].rows[2]).toEqual(["2026-11-20", 2, 4]);
});

test("a range that did not change is told once a day, on the spreadsheet's own calendar", () => {
  const sheet = opened();
  asked(sheet, asking(shownPlace(sheet)));
  // 23:30 in Paris, then half past midnight.
  sheet.clock.now = Date.parse("2026-11-21T22:30:00Z");
  sheet.tick();
  expect(puts(sheet)).toEqual([]);
  sheet.clock.now = Date.parse("2026-11-21T23:30:00Z");
  sheet.tick();
  expect(puts(sheet)).toEqual([["/v1/connections/c9/rows", SENT]]);
});

test("a tab that was renamed and moved is still read; a deleted one is told once, and what it held stays", () => {
  const sheet = opened();
  const place = shownPlace(sheet);
  asked(sheet, asking(place, { digest: null }));
  const sheetId = sheet.idOf("Notes");
  sheet.model.dispatch("RENAME_SHEET", { sheetId, oldName: "Notes", newName: "Budget 2026" });
  sheet.refresh();
  expect(puts(sheet)).toEqual([["/v1/connections/c9/rows", SENT]]);
  sheet.requests.length = 0;
  sheet.model.dispatch("DELETE_SHEET", { sheetId, sheetName: "Budget 2026" });
  sheet.refresh();
  expect(puts(sheet)).toEqual([["/v1/connections/c9/rows", { problem: "range_gone" }]]);
  asked(sheet, asking(place, { problem: "range_gone" }));
  sheet.refresh();
  expect(puts(sheet)).toEqual([]);
  expect(sheet.values("Données")[1]?.[0]).toBeDefined();
});

test("a range of more than 20,000 rows is not sent, and the Worker is told why", () => {
  const sheet = opened(`Jour;Client;Coût\n${"21/11/2026;a;1\n".repeat(20_030)}`);
  const place = shownPlace(sheet);
  sheet.worker(() => ({ status: 200, body: {} }));
  sheet.ask("sendRange", { id: "c9", place, columns: COLUMNS });
  expect(puts(sheet)).toEqual([["/v1/connections/c9/rows", { problem: "too_large" }]]);
});

test("whoever may not send it is told so, and the figures are refreshed all the same", () => {
  const sheet = opened();
  asked(sheet, asking(shownPlace(sheet), { digest: null }));
  const patch = patchOf(dataTab([["2026-11-20", "A", 7, 1]]));
  sheet.worker(({ method }) =>
    method === "PUT"
      ? problem(403, "not_a_member", "Vous ne faites pas partie de cet espace de travail.")
      : { status: 200, body: patch },
  );
  sheet.refresh();
  expect(sheet.toasts.at(-1)).toBe(
    "Données actualisées\u00a0: 1 ligne. Une plage de ce classeur n'a pas été relue\u00a0: Vous ne faites pas partie de cet espace de travail.",
  );
  expect(sheet.values("Données")[1]?.[4]).toBe(7);
});

test("a range that was just given other columns is not read again with those it had", () => {
  const sheet = opened();
  const place = shownPlace(sheet);
  asked(sheet, asking(place, { problem: "header_changed" }));
  sheet.model.dispatch("UPDATE_CELL", {
    sheetId: sheet.idOf("Notes"),
    col: 2,
    row: 0,
    content: "Dépense",
  });
  const columns = [...COLUMNS.slice(0, 2), { header: "Dépense", hidden: false }];
  sheet.ask("sendRange", { id: "c9", place, columns });
  sheet.refresh();
  expect(puts(sheet).map(([, { rows }]) => rows[0])).toEqual([["Jour", "Client", "Dépense"]]);
  expect(sheet.requests.map(({ method }) => method)).toEqual(["PUT", "GET"]);
});

test("a file becomes a tab of its own, its texts texts, and is a range like any other", () => {
  const sheet = opened();
  const place = value(
    sheet.ask("addTab", {
      name: "Notes",
      rows: [
        ["Jour", "Campagne", "Coût"],
        ["2026-11-21", "=1+1", 12.5],
        ["2026-11-20", "'été", "4 €"],
      ],
      formats: ["yyyy-mm-dd", "@", ""],
    }),
  );
  expect(sheet.tabs()).toEqual(["Notes", "Notes 2"]);
  expect(place.a1).toBe("A:C");
  expect(value(sheet.ask("range", place)).rows).toEqual([
    ["Jour", "Campagne", "Coût"],
    ["2026-11-21", "=1+1", 12.5],
    ["2026-11-20", "'été", "4 €"],
  ]);
});
