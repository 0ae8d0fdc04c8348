// The menu's “Compute on the server”: from the formula of a cell to a tab with its answer, by the built add-on.
import { describe, expect, test } from "vitest";
import type { ComputeRequest } from "../../shared/api/compute.ts";
import { compute } from "../../worker/compute.ts";
import { Refusal } from "../../worker/refusal.ts";
import { makeOrders } from "../shared/statistics/synthetic-orders.ts";
import { openPairedSheet, type PairedSheet, problem } from "./paired-sheet.ts";

/** A spreadsheet whose Worker computes as the real one does. */
function open(options: Parameters<typeof openPairedSheet>[0] = {}): PairedSheet {
  const sheet = openPairedSheet(options);
  sheet.worker(({ body }) => {
    try {
      return { status: 200, body: compute(JSON.parse(body ?? "") as ComputeRequest) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return problem(422, error.code, error.extras.reason?.fr ?? "");
    }
  });
  return sheet;
}

/** Types a formula in J1 of the first tab, selects it, and chooses the menu entry. @returns what the user is told. */
function computed(sheet: PairedSheet, formula: string): string {
  const { model } = sheet;
  const [sheetId = ""] = model.getters.getSheetIds();
  model.dispatch("UPDATE_CELL", { sheetId, row: 0, col: 9, content: formula });
  model.selection.selectCell(9, 0);
  sheet.runtime.entry("computeFromMenu", "FULL");
  return (sheet.toasts.at(-1) ?? "").replaceAll(/[\u00a0\u202f]/g, " ");
}

const request = (sheet: PairedSheet): ComputeRequest =>
  JSON.parse(sheet.requests.at(-1)?.body ?? "null") as ComputeRequest;
const notes = (sheet: PairedSheet): unknown[][] => sheet.values("Notes");

/** Three thousand days that repeat each week, too many for a cell. */
const LONG = ["visites", ...Array.from({ length: 3000 }, (_, t) => 100 + (t % 7))].join("\n");

describe("a history too long for its cell", () => {
  test("is forecast in a tab named after the function, the user's cells left as they were", () => {
    const sheet = open({ csv: LONG });
    expect(computed(sheet, "=KPI_FORECAST(A1:A3001,7)")).toBe(
      "KPI_FORECAST : 7 lignes dans l'onglet « KPI_FORECAST ».",
    );
    expect(sheet.tabs()).toEqual(["Notes", "KPI_FORECAST"]);
    const [header, ...rows] = sheet.values("KPI_FORECAST");
    expect(header?.slice(0, 4)).toEqual(["période", "prévision", "borne basse", "borne haute"]);
    expect(String(header?.[4]).replaceAll(/[\u00a0\u202f]/g, " ")).toBe(
      "Boussole : =KPI_FORECAST(Notes!A1:A3001; 7), calculé côté serveur le 21/11/2026 10:05.",
    );
    // 3000 = 428 × 7 + 4: the next day is the fifth of its week.
    expect(rows.map(([step, value]) => [step, Math.round(Number(value))])).toEqual([
      [1, 104],
      [2, 105],
      [3, 106],
      [4, 100],
      [5, 101],
      [6, 102],
      [7, 103],
    ]);
    expect(
      notes(sheet)
        .map(([value]) => String(value))
        .join("\n"),
    ).toBe(LONG);
    expect(sheet.model.getters.getActiveSheetId()).toBe(sheet.idOf("Notes"));
  });

  test("is asked for in the name of the user and of the sheet", () => {
    const sheet = open({ csv: LONG });
    computed(sheet, "=KPI_FORECAST(A1:A3001,7)");
    expect(sheet.requests.at(-1)).toMatchObject({
      method: "POST",
      url: "https://boussole.example/v1/compute",
      headers: { Authorization: "Bearer a.google.token", "Boussole-Key": "w1.secret-of-the-sheet" },
    });
  });

  test("speaks English in an English spreadsheet", () => {
    const sheet = open({ csv: LONG, locale: "en" });
    expect(computed(sheet, "=KPI_FORECAST(A1:A3001,7)")).toBe(
      "KPI_FORECAST: 7 rows in the tab “KPI_FORECAST”.",
    );
    expect(sheet.values("KPI_FORECAST")[0]).toEqual([
      "period",
      "forecast",
      "low",
      "high",
      "Boussole: =KPI_FORECAST(Notes!A1:A3001, 7), computed on the server on 21 Nov 2026 10:05.",
    ]);
  });

  test("asked again renews its tab, found after a rename; another formula gets its own", () => {
    const sheet = open({ csv: LONG });
    computed(sheet, "=KPI_FORECAST(A1:A3001,7)");
    sheet.model.dispatch("RENAME_SHEET", {
      sheetId: sheet.idOf("KPI_FORECAST"),
      oldName: "KPI_FORECAST",
      newName: "Semaine",
    });
    expect(computed(sheet, "=KPI_FORECAST(A1:A3001,7)")).toContain("dans l'onglet « Semaine »");
    expect(computed(sheet, "=KPI_FORECAST(A1:A3001,1)")).toBe(
      "KPI_FORECAST : 1 ligne dans l'onglet « KPI_FORECAST ».",
    );
    expect(sheet.tabs()).toEqual(["Notes", "Semaine", "KPI_FORECAST"]);
    expect(sheet.values("Semaine")).toHaveLength(8);
  });
});

test("the value of customers is the cell's own, to the last bit", () => {
  const orders = makeOrders(300);
  const csv = ["customer,date,amount", ...orders.map((o) => `${o.customer},${o.date},${o.amount}`)].join(
    "\n",
  );
  const sheet = open({ csv, locale: "en" });
  const formula = `=CLV_FROM_ORDERS(A:A,B:B,C:C,"2026-06-30",12)`;
  const { value } = sheet.evaluate(formula) as { value: unknown[][] };
  computed(sheet, formula);
  const [header, ...rows] = sheet.values("CLV_FROM_ORDERS");
  expect(rows).toHaveLength(300);
  expect(header?.slice(0, 10)).toEqual(value[0]);
  // Blank cells at the end of a row are not there in a tab.
  const trimmed = value.slice(1).map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
  expect(rows).toEqual(trimmed);
});

test("ranges of any tab, named ones, texts, dates and blanks are read as a cell would be given them", () => {
  const sheet = open({ csv: "jour;visites\n2026-01-05;12\n2026-01-06;\n2026-01-07;1 200", locale: "fr" });
  const { model } = sheet;
  model.dispatch("CREATE_SHEET", { sheetId: "other", name: "Été 2026", position: 1, cols: 5, rows: 9 });
  model.dispatch("UPDATE_CELL", { sheetId: "other", row: 0, col: 1, content: "0.5" });
  const zone = { top: 0, bottom: 1, left: 1, right: 2 };
  const ranges = [model.getters.getRangeDataFromZone("other", zone)];
  model.dispatch("CREATE_NAMED_RANGE", { name: "Parts", ranges });
  computed(sheet, `=KPI_CHAIN("été";A1:B4;'Été 2026'!B1;Parts;;2026;"")`);
  const day = (date: number) => ({ date: Date.UTC(2026, 0, date) - 3_600_000 });
  expect(request(sheet)).toEqual({
    function: "KPI_CHAIN",
    arguments: [
      "été",
      { rows: 4, columns: 2, cells: ["jour", "visites", day(5), 12, day(6), null, day(7), 1200] },
      0.5,
      { rows: 2, columns: 2, cells: [0.5] },
      null,
      2026,
      null,
    ],
  });
});

test("a number stands alone under the name of its function; days stay days, and truths are words", () => {
  const rows = Array.from({ length: 30 }, (_, t) => {
    const day = new Date(Date.UTC(2026, 0, 1 + t)).toISOString().slice(0, 10);
    return `${day},${t === 20 ? 900 : 100 + (t % 7)}`;
  });
  const sheet = open({ csv: ["jour,visites", ...rows].join("\n") });
  expect(computed(sheet, "=PROBA_AB(200;10000;246;10000)")).toBe(
    "PROBA_AB : 1 ligne dans l'onglet « PROBA_AB ».",
  );
  const { value } = sheet.evaluate("=PROBA_AB(200;10000;246;10000)") as { value: number };
  expect(sheet.values("PROBA_AB").map(([cell]) => cell)).toEqual(["PROBA_AB", value]);
  computed(sheet, "=KPI_VALEURS_ATYPIQUES(A2:A31;B2:B31)");
  const first = sheet.cell("KPI_VALEURS_ATYPIQUES", 1, 0);
  expect([first.formattedValue, first.type]).toEqual(["2026-01-01", "number"]);
  const truths = sheet.values("KPI_VALEURS_ATYPIQUES").map((row) => row[4]);
  expect(truths.slice(1).indexOf("oui")).toBe(20);
  expect(new Set(truths)).toEqual(new Set(["anomalie", "oui", "non"]));
});

describe("what cannot be computed is told in words, and writes no tab", () => {
  const HOW = /^Sélectionnez d'abord la cellule d'une formule statistique, seule/;
  test.each([
    ["a cell without a formula", "12", HOW],
    ["another function", "=SUM(A1:A3)", HOW],
    ["a KPI", "=CPA(A1;A2)", HOW],
    [
      "an argument that is a computation",
      "=KPI_FORECAST(A1:A3001;SUM(A1:A2))",
      "L'argument « SUM(A1:A2) » est lui-même un calcul. Écrivez-le dans une cellule, et donnez cette cellule.",
    ],
    ["a range that is not there", "=NPS_CI(Noms)", "La plage « Noms » n'existe pas. Corrigez la formule."],
  ])("%s", (_, formula, told) => {
    const sheet = open({ csv: LONG });
    expect(computed(sheet, formula)).toMatch(told);
    expect(sheet.requests).toEqual([]);
    expect(sheet.tabs()).toEqual(["Notes"]);
  });

  test("data that make no sense get the sentence that their cell would show", () => {
    const sheet = open({ csv: "a\n1\n2\n3" });
    expect(computed(sheet, "=KPI_PREVISION(A2:A4;7)")).toBe(
      "KPI_PREVISION : périodes d'historique : 3, il en faut au moins 6. Donnez plus de données.",
    );
    expect(sheet.tabs()).toEqual(["Notes"]);
  });

  test.each([
    ["a Worker that cannot be reached", () => ({ status: 0, body: "" })],
    ["a computation that was cut short", () => ({ status: 503, body: "error code: 1102" })],
    ["an answer that is none", () => ({ status: 200, body: { header: ["x"], rows: [[1]] } })],
  ])("%s", (_, answer) => {
    const sheet = open({ csv: LONG });
    sheet.worker(answer);
    expect(computed(sheet, "=KPI_FORECAST(A1:A3001;7)")).toBe(
      "Le serveur n'a pas répondu, ou le calcul dépassait le temps permis. Réessayez, ou réduisez les plages.",
    );
    expect(sheet.tabs()).toEqual(["Notes"]);
  });

  test("ranges too large to be sent", () => {
    const sheet = open({ csv: Array.from({ length: 300 }, () => "é".repeat(20_000)).join("\n") });
    expect(computed(sheet, "=NPS_CI(A1:A300)")).toBe(
      "Ces plages sont trop grandes pour être envoyées (12 Mo au plus). Réduisez-les, ou regroupez-en les lignes.",
    );
    expect(sheet.requests).toEqual([]);
  });

  test("a spreadsheet that is connected to nothing", () => {
    const sheet = open({ csv: LONG, paired: false });
    expect(computed(sheet, "=KPI_FORECAST(A1:A3001;7)")).toBe(
      "Ce classeur n'est relié à aucun espace de travail. Ouvrez Boussole, vue Sources.",
    );
  });
});
