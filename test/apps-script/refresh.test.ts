// A refresh of the sheet by the built add-on: all or nothing, text as text, the user's own cells left alone.
import { describe, expect, test } from "vitest";
import {
  BROKEN,
  dataTab,
  HEADER,
  type Line,
  NOW,
  openPairedSheet,
  type PairedSheet,
  patchOf,
  problem,
} from "./paired-sheet.ts";

const OLD: Line[] = [
  ["2026-11-20", "soldes", 120, 30.5],
  ["2026-11-19", "soldes", 100, 12],
];
const NEW: Line[] = [["2026-11-20", "soldes", 150, 41.25]];
/** From 1899-12-30 to 2026: 2 days, 126 years of 365 days, 31 leap days; then 323 days to 20 November. */
const NOVEMBER_20 = 2 + 126 * 365 + 31 + 323;

function filled(lines = OLD, options: Parameters<typeof openPairedSheet>[0] = {}): PairedSheet {
  const sheet = openPairedSheet(options);
  sheet.gives(patchOf(dataTab(lines)));
  sheet.refresh();
  return sheet;
}

const figures = (sheet: PairedSheet, tab = "Données") =>
  sheet.values(tab).map((row) => [row[0], row[3], row[4], row[5]]);
const stateOf = (sheet: PairedSheet, tab = "Données", column = HEADER.length) =>
  String(sheet.cell(tab, 0, column).value);

describe("what is written", () => {
  test("days are days, texts are texts, numbers are numbers, under their headers", () => {
    const sheet = filled();
    expect(sheet.tabs()).toEqual(["Notes", "Données", "Uniques", "Objectifs"]);
    expect(sheet.values("Données")[0]?.slice(0, HEADER.length)).toEqual(HEADER);
    expect(figures(sheet).slice(1)).toEqual([
      [NOVEMBER_20, "soldes", 120, 30.5],
      [NOVEMBER_20 - 1, "soldes", 100, 12],
    ]);
    expect(sheet.cell("Données", 1, 0)).toMatchObject({ type: "number", formattedValue: "2026-11-20" });
    expect(sheet.cell("Données", 1, 6)).toMatchObject({ formattedValue: "2026-11-21 08:00" });
    expect(sheet.toasts).toEqual(["Données actualisées\u00a0: 2 lignes."]);
  });

  test("a function of the add-on over the tab follows", () => {
    const sheet = filled();
    const formula = '=KPI("SESSIONS";Données!A:Z;"2026-11-20";"2026-11-20")';
    expect(sheet.evaluate(formula)).toEqual({ value: 120 });
    sheet.gives(patchOf(dataTab(NEW)), '"2"');
    sheet.refresh();
    expect(sheet.evaluate(formula)).toEqual({ value: 150 });
  });

  test.each([
    '=IMPORTXML("http://evil.example";"//a")',
    "+promo",
    "-10",
    "@everyone",
    "0012",
    "mai 2026",
    "2026-05-01",
    "1 234,56 €",
    "'tis",
    "VRAI",
    "\tonglet",
    "＝1+1",
    "<img src=x onerror=alert(1)>",
  ])("a campaign named %j stays a text", (campaign) => {
    const sheet = filled([["2026-11-20", campaign, 1, 2]]);
    const cell = sheet.cell("Données", 1, 3);
    expect([cell.type, cell.value]).toEqual(["text", campaign]);
    expect(sheet.model.getters.getCell({ sheetId: sheet.idOf("Données"), row: 1, col: 3 })?.isFormula).toBe(
      false,
    );
  });

  test("the state stands after the figures, with where they come from as its note", () => {
    const sheet = filled();
    expect(stateOf(sheet)).toBe("Boussole\u00a0: actualisé le 21/11/2026 10:05.");
    expect(Object.values(sheet.store.all("notes"))).toContain(
      "Boutique\u00a0: 412, 2026-11-19 → 2026-11-20, Europe/Paris, EUR, 21/11/2026 08:00, 2 lignes, synchronisation 3",
    );
  });

  test("an English spreadsheet has English tabs", () => {
    const sheet = filled(OLD, { locale: "en" });
    expect(sheet.tabs()).toEqual(["Notes", "Data", "Uniques", "Objectives"]);
    expect(stateOf(sheet, "Data")).toBe("Boussole: refreshed on 21 Nov 2026 10:05.");
    expect(sheet.toasts).toEqual(["Data refreshed: 2 rows."]);
  });

  test("what a tab leaves out is told", () => {
    const sheet = openPairedSheet();
    const note = { fr: "Avant 2026-01, une ligne par mois.", en: "Before 2026-01, one row a month." };
    sheet.gives(patchOf(dataTab(OLD, { note })));
    sheet.refresh();
    expect(stateOf(sheet)).toContain("10:05. Avant 2026-01, une ligne par mois.");
  });
});

describe("all or nothing", () => {
  test("between the calls of a refresh, a reader sees the old figures or the new ones", () => {
    const sheet = filled();
    const seen: string[] = [];
    const look = (): void => {
      const now = JSON.stringify(sheet.values("Données").map((row) => row.slice(0, HEADER.length)));
      if (seen.at(-1) !== now) seen.push(now);
    };
    const { dispatch } = sheet.model;
    sheet.model.dispatch = ((...args: Parameters<typeof dispatch>) => {
      look();
      const result = dispatch(...args);
      look();
      return result;
    }) as typeof dispatch;
    sheet.gives(patchOf(dataTab(NEW)), '"2"');
    sheet.refresh();
    expect(seen.map((text) => (JSON.parse(text) as unknown[]).length)).toEqual([3, 2]);
    expect(figures(sheet)).toEqual([
      ["date", "campagne", "sessions", "chiffre d'affaires"],
      [NOVEMBER_20, "soldes", 150, 41.25],
    ]);
  });

  const misshapen: [string, unknown][] = [
    ["a page of a hotel's wifi", "<html><title>Wifi</title></html>"],
    ["a list", []],
    ["no tab at all", { generation: "2", sources: [] }],
    ["an unknown tab", patchOf(dataTab(NEW, { key: "other" as never }))],
    ["twice the same tab", { ...patchOf(dataTab(NEW)), tabs: [dataTab(NEW), dataTab(NEW)] }],
    ["a row too short", patchOf(dataTab(NEW, { rows: [["2026-11-20", "x"]] }))],
    ["a row that is none", patchOf(dataTab(NEW, { rows: [null as never] }))],
    ["a cell that holds an object", patchOf(dataTab(NEW, { rows: [[{} as never, "", "", "", 1, 1, null]] }))],
    ["a day that is none", patchOf(dataTab([["2026-13-40", "x", 1, 1]]))],
    ["a formula for a day", patchOf(dataTab([["=NOW()", "x", 1, 1]]))],
    ["a format too few", patchOf(dataTab(NEW, { formats: ["@"] }))],
    ["a header without a name", patchOf(dataTab(NEW, { header: ["", ...HEADER.slice(1)] }))],
    ["a text longer than a cell", patchOf(dataTab([["2026-11-20", "x".repeat(50_001), 1, 1]]))],
    ["sources without a shape", { ...patchOf(dataTab(NEW)), sources: [null] }],
  ];
  test.each(misshapen)("an answer that is %s changes no figure, and is told", (_, body) => {
    const sheet = filled();
    const before = figures(sheet);
    sheet.gives(body, '"2"');
    sheet.refresh();
    expect(figures(sheet)).toEqual(before);
    expect(sheet.toasts.at(-1)).toContain("ne répond pas");
    expect(sheet.tabs()).toHaveLength(4);
  });
});

describe("when the figures cannot be had", () => {
  const outages: [string, () => { status: number; body?: unknown }, string, string][] = [
    [
      "the Worker cannot be reached",
      () => {
        throw new Error("DNS");
      },
      "Le serveur de Boussole ne répond pas. Réessayez dans quelques minutes.",
      "Boussole's server does not answer. Try again in a few minutes.",
    ],
    [
      "something else answers in its place",
      () => ({ status: 502, body: "<html>Bad gateway</html>" }),
      "Le serveur de Boussole ne répond pas. Réessayez dans quelques minutes.",
      "Boussole's server does not answer. Try again in a few minutes.",
    ],
    [
      "the key is refused",
      () => problem(401, "key_refused", "Cette feuille n'est plus reliée. Reliez-la."),
      "Cette feuille n'est plus reliée. Reliez-la.",
      "Cette feuille n'est plus reliée. Reliez-la.",
    ],
  ];
  test.each(outages)("%s: the old ones stay, with their age and the reason", (_, answer, fr, en) => {
    for (const [locale, tab, sentence] of [
      ["fr", "Données", `Boussole\u00a0: chiffres du 21/11/2026 10:05. ${fr}`],
      ["en", "Data", `Boussole: figures of 21 Nov 2026 10:05. ${en}`],
    ] as const) {
      const sheet = filled(OLD, { locale });
      const before = figures(sheet, tab);
      expect(sheet.colour(tab)).toBeNull();
      sheet.clock.now = NOW + 3 * 3_600_000;
      sheet.worker(answer);
      sheet.refresh();
      expect(figures(sheet, tab)).toEqual(before);
      expect(stateOf(sheet, tab)).toBe(sentence);
      expect(sheet.colour(tab)).toBe("#f29900");
      expect(sheet.toasts.at(-1)).toBe(locale === "fr" ? fr : en);
    }
  });

  test("the next good one clears the warning", () => {
    const sheet = filled();
    sheet.worker(() => ({ status: 502 }));
    sheet.refresh();
    sheet.gives(patchOf(dataTab(NEW)), '"2"');
    sheet.refresh();
    expect(stateOf(sheet)).toBe("Boussole\u00a0: actualisé le 21/11/2026 10:05.");
    expect(sheet.colour("Données")).toBeNull();
  });

  test.each([
    [
      "fr",
      "Données",
      "Boutique (chiffres du 21/11/2026 08:00)\u00a0: Google refuse l'accès. Rendez le compte lecteur.",
    ],
    [
      "en",
      "Data",
      "Boutique (figures of 21 Nov 2026 08:00): Google denies access. Make the account a viewer.",
    ],
  ] as const)("a source that fails is told with its age and what to do (%s)", (locale, tab, sentence) => {
    const sheet = openPairedSheet({ locale });
    sheet.gives(patchOf(dataTab(OLD), [BROKEN]));
    sheet.refresh();
    expect(stateOf(sheet, tab)).toContain(sentence);
    expect(sheet.colour(tab)).toBe("#f29900");
  });

  test("a spreadsheet that is not paired asks nothing and says what to do", () => {
    const sheet = openPairedSheet({ paired: false });
    sheet.refresh();
    expect(sheet.requests).toEqual([]);
    expect(sheet.toasts).toEqual([
      "Ce classeur n'est relié à aucun espace de travail. Ouvrez Boussole, vue Sources.",
    ]);
  });
});

describe("asking the Worker", () => {
  test("is done with the key of the sheet alone, in the language of the sheet", () => {
    const { headers } = filled().requests[0] ?? {};
    expect(headers).toMatchObject({
      "Boussole-Key": "w1.secret-of-the-sheet",
      "Boussole-Spreadsheet": "headless",
      "Accept-Language": "fr",
    });
    expect(headers).not.toHaveProperty("Authorization");
  });

  test("on schedule, says what is known: a 304 changes no cell but the time", () => {
    const sheet = filled();
    const before = figures(sheet);
    sheet.clock.now = NOW + 3_600_000;
    sheet.worker(({ headers }) => ({ status: headers["If-None-Match"] === '"1"' ? 304 : 500 }));
    sheet.tick();
    expect(figures(sheet)).toEqual(before);
    expect(stateOf(sheet)).toBe("Boussole\u00a0: actualisé le 21/11/2026 11:05.");
    expect(sheet.ask("freshness")).toMatchObject({
      value: { last: { changed: false, rows: 2 }, schedule: { lastRun: "2026-11-21T10:05:00.000Z" } },
    });
  });

  test("by hand, wants all of it, so that what someone typed over comes back", () => {
    const sheet = filled();
    const sheetId = sheet.idOf("Données");
    sheet.model.dispatch("UPDATE_CELL", { sheetId, row: 1, col: 4, content: "999999" });
    sheet.refresh();
    expect(sheet.requests.at(-1)?.headers).not.toHaveProperty("If-None-Match");
    expect(figures(sheet)[1]).toEqual([NOVEMBER_20, "soldes", 120, 30.5]);
  });

  test("after a tab was deleted, wants all of it even on schedule", () => {
    const sheet = filled();
    const sheetId = sheet.idOf("Données");
    sheet.model.dispatch("DELETE_SHEET", { sheetId, sheetName: "Données" });
    sheet.tick();
    expect(sheet.requests.at(-1)?.headers).not.toHaveProperty("If-None-Match");
    expect(figures(sheet)).toHaveLength(3);
  });

  test("keeps a state of any length: fifty sources that all fail", () => {
    const sheet = openPairedSheet();
    const words = { fr: "é".repeat(300), en: "e".repeat(300) };
    const sources = Array.from({ length: 50 }, (_, at) => ({
      ...BROKEN,
      name: `Source ${at}`,
      problem: BROKEN.problem && { ...BROKEN.problem, words },
    }));
    sheet.gives(patchOf(dataTab(OLD), sources));
    sheet.refresh();
    const answer = sheet.ask("freshness");
    expect("value" in answer && answer.value.last?.sources).toHaveLength(50);
  });
});
