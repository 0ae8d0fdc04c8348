// What users do to the tabs that Boussole writes: renaming, deleting, sorting them, and adding columns of their own.
import { expect, test } from "vitest";
import { layoutOf } from "../../apps-script/tab-columns.ts";
import { dataTab, HEADER, type Line, openPairedSheet, type PairedSheet, patchOf } from "./paired-sheet.ts";

const OLD: Line[] = [
  ["2026-11-20", "soldes", 120, 30.5],
  ["2026-11-19", "soldes", 100, 12],
];

function filled(csv = ""): PairedSheet {
  const sheet = openPairedSheet({ csv });
  sheet.gives(patchOf(dataTab(OLD)));
  sheet.refresh();
  return sheet;
}

const type = (sheet: PairedSheet, cell: [row: number, col: number], content: string, tab = "Données") =>
  sheet.model.dispatch("UPDATE_CELL", { sheetId: sheet.idOf(tab), row: cell[0], col: cell[1], content });
const addColumn = (sheet: PairedSheet, after: number) =>
  sheet.model.dispatch("ADD_COLUMNS_ROWS", {
    sheetId: sheet.idOf("Données"),
    sheetName: "Données",
    dimension: "COL",
    base: after,
    position: "after",
    quantity: 1,
  });
const headerOf = (sheet: PairedSheet) =>
  (sheet.values("Données")[0] ?? []).map((name) => (String(name).startsWith("Boussole") ? "Boussole" : name));

test("a renamed tab is found again", () => {
  const sheet = filled();
  const sheetId = sheet.idOf("Données");
  sheet.model.dispatch("RENAME_SHEET", { sheetId, oldName: "Données", newName: "Chiffres" });
  sheet.gives(patchOf(dataTab(OLD.slice(1))));
  sheet.refresh();
  expect(sheet.tabs()).toEqual(["Notes", "Chiffres", "Uniques", "Objectifs"]);
  expect(sheet.values("Chiffres")).toHaveLength(2);
  expect(sheet.ask("freshness")).toMatchObject({ value: { dataTab: "Chiffres" } });
});

test("a tab that the user has under the same name stays theirs", () => {
  const sheet = openPairedSheet();
  sheet.model.dispatch("CREATE_SHEET", { sheetId: "mine", name: "Données", position: 1 });
  type(sheet, [0, 0], "à moi");
  sheet.gives(patchOf(dataTab(OLD)));
  sheet.refresh();
  expect(sheet.tabs()).toEqual(["Notes", "Données", "Données 2", "Uniques", "Objectifs"]);
  expect(sheet.values("Données")).toEqual([["à moi"]]);
});

test("other tabs and the current tab are left alone", () => {
  const sheet = filled("a,b\n1,2\n");
  expect(sheet.values("Notes")).toEqual([
    ["a", "b"],
    [1, 2],
  ]);
  expect(sheet.model.getters.getActiveSheetId()).toBe(sheet.idOf("Notes"));
});

test("columns to the right stay, beside the figures, when these gain a column", () => {
  const sheet = filled();
  type(sheet, [0, HEADER.length + 1], "ma note");
  type(sheet, [1, HEADER.length + 1], "=E2*2");
  const wider = dataTab(OLD);
  sheet.gives(
    patchOf({
      ...wider,
      header: [...HEADER, "qualité"],
      formats: [...wider.formats, "@"],
      rows: wider.rows.map((row) => [...row, "provisoire"]),
    }),
  );
  sheet.refresh();
  expect(headerOf(sheet)).toEqual([...HEADER, "qualité", "Boussole", "ma note"]);
  expect(sheet.cell("Données", 1, HEADER.length + 2).value).toBe(240);
});

test("figures that lose a column leave nothing of it, and the columns to the right where they are", () => {
  const sheet = filled();
  type(sheet, [0, HEADER.length + 1], "ma note");
  const whole = dataTab(OLD);
  const without = <Value>(list: readonly Value[]): Value[] => list.filter((_, place) => place !== 5);
  sheet.gives(
    patchOf({
      ...whole,
      header: without(whole.header),
      formats: without(whole.formats),
      rows: whole.rows.map(without),
    }),
  );
  sheet.refresh();
  expect(headerOf(sheet)).toEqual([...without(HEADER), "Boussole", "", "ma note"]);
  sheet.gives(patchOf(whole));
  sheet.refresh();
  expect(headerOf(sheet).filter((name) => name !== "")).toEqual([...HEADER, "Boussole", "ma note"]);
});

test("a column inserted among the figures is moved after them, with its formulas, and the user is told", () => {
  const sheet = filled();
  addColumn(sheet, 4);
  type(sheet, [0, 5], "double");
  type(sheet, [1, 5], "=E2*2");
  sheet.refresh();
  expect(headerOf(sheet)).toEqual([...HEADER, "Boussole", "double"]);
  expect(sheet.cell("Données", 1, HEADER.length + 1).value).toBe(240);
  expect(sheet.toasts.at(-1)).toBe(
    "Données actualisées\u00a0: 2 lignes. Vos colonnes ont été placées à droite\u00a0: «\u00a0double\u00a0».",
  );
});

test("a column inserted without a header keeps its cells, and is named by its letter", () => {
  const sheet = filled();
  addColumn(sheet, 1);
  type(sheet, [1, 2], "à garder");
  sheet.refresh();
  expect(headerOf(sheet)).toEqual([...HEADER, "Boussole"]);
  expect(sheet.cell("Données", 1, HEADER.length + 1).value).toBe("à garder");
  expect(sheet.toasts.at(-1)).toContain("«\u00a0C\u00a0»");
});

test("sorted rows, a header written over and an inserted row are put right", () => {
  const sheet = filled();
  type(sheet, [0, 4], "visites du site");
  sheet.model.dispatch("ADD_COLUMNS_ROWS", {
    sheetId: sheet.idOf("Données"),
    sheetName: "Données",
    dimension: "ROW",
    base: 1,
    position: "after",
    quantity: 1,
  });
  type(sheet, [2, 4], "7");
  sheet.refresh();
  expect(headerOf(sheet)).toEqual([...HEADER, "Boussole"]);
  expect(sheet.values("Données").map((row) => row[4])).toEqual(["sessions", 120, 100]);
});

test("after more rows than the sheet has, blanks pad what fewer leave", () => {
  const sheet = filled();
  const many = Array.from({ length: 1500 }, (): Line => ["2026-11-20", "soldes", 1, 1]);
  sheet.gives(patchOf(dataTab(many)));
  sheet.refresh();
  expect(sheet.values("Données")).toHaveLength(1501);
  sheet.gives(patchOf(dataTab(OLD)));
  sheet.refresh();
  expect(sheet.values("Données")).toHaveLength(3);
});

const KNOWN = ["a", "b", "c", "Boussole"];
const STATE = "Boussole\u00a0: actualisé le 21/11/2026 10:05.";
test.each([
  ["as it was written", ["a", "b", "c", STATE], { own: 4, foreign: [] }],
  ["with the user's own after", ["a", "b", "c", STATE, "x"], { own: 4, foreign: [] }],
  ["with one inserted", ["a", "x", "b", "c", STATE], { own: 4, foreign: [1] }],
  ["with one inserted first", ["x", "a", "b", "c", STATE], { own: 4, foreign: [0] }],
  ["with two inserted", ["a", "x", "b", "", "c", STATE], { own: 4, foreign: [1, 3] }],
  ["with a header written over", ["a", "x", "c", STATE], { own: 4, foreign: [] }],
  ["with a column deleted", ["a", "c", STATE, "x"], { own: 3, foreign: [] }],
  ["with the state deleted", ["a", "b", "c", "x"], { own: 3, foreign: [] }],
  ["in another order", ["b", "a", "c", STATE], { own: 4, foreign: [] }],
  ["pushed down by a row", ["My report", "", "", ""], { own: 4, foreign: [] }],
])("a tab %s: which columns are whose", (_, found, layout) => {
  expect(layoutOf(found, KNOWN)).toEqual(layout);
});
