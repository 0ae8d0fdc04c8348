// `=OBJECTIVE(…)` over the tab that a refresh writes: which objective, which part, and what is said when there is none.
import { beforeEach, expect, test, vi } from "vitest";
import { call } from "../../apps-script/call.ts";
import { cellFunctions } from "../../apps-script/functions.ts";

const FRENCH =
  "objectif|KPI|périmètre|statut|solidité|valeur|départ|cible|progression|progression attendue|probabilité|prochaine revue|début|échéance|lu le|remarque".split(
    "|",
  );
const ENGLISH =
  "objective|KPI|scope|status|soundness|value|baseline|target|progress|expected progress|probability|next review|start|deadline|as of|remark".split(
    "|",
  );
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const row = (name: string, value: number | string, remark = ""): unknown[] => [
  name,
  "leads",
  "tout",
  "En retard",
  "SMART",
  value,
  0,
  1000,
  0.28,
  0.33,
  0.07,
  day("2026-12-01"),
  day("2026-10-01"),
  day("2026-12-31"),
  day("2026-11-21"),
  remark,
];
const tab = (header: readonly string[], ...rows: unknown[][]): unknown[][] => [
  [...header, "Boussole : à jour"],
  ...rows,
];
const leads = tab(
  FRENCH,
  row("Leads du 1er trimestre", 280),
  row("Été : chiffre d'affaires", "", "Boutique : accès refusé."),
  ["", ...Array.from({ length: 16 }, () => "")],
);

const objective = (...args: unknown[]): unknown => (call("OBJECTIVE", args) as unknown[][])[0]?.[0];
const message = (...args: unknown[]): string => {
  try {
    return `value ${String(objective(...args))}`;
  } catch (error) {
    return (error as Error).message.replace(/[\u00a0\u202f]/g, " ");
  }
};
const speak = (locale: string): void => {
  vi.stubGlobal("Session", { getActiveUserLocale: () => locale });
};
beforeEach(() => speak("fr"));

test("each part is found by its name in either language, whatever the language of the tab", () => {
  const parts: [string, string, unknown][] = [
    ["value", "valeur", 280],
    ["target", "cible", 1000],
    ["progress", "progression", 0.28],
    ["expected", "attendue", 0.33],
    ["probability", "Probabilité", 0.07],
    ["status", "statut", "En retard"],
    ["soundness", "solidité", "SMART"],
    ["baseline", "départ", 0],
    ["next_review", "prochaine revue", day("2026-12-01")],
    ["deadline", "ECHEANCE", day("2026-12-31")],
    ["start", "début", day("2026-10-01")],
    ["scope", "périmètre", "tout"],
  ];
  const english = tab(ENGLISH, row("Leads du 1er trimestre", 280));
  for (const [en, fr, expected] of parts) {
    for (const [part, table] of [
      [en, leads],
      [fr, leads],
      [en, english],
      [fr, english],
    ] as const)
      expect(objective("Leads du 1er trimestre", table, part), part).toEqual(expected);
  }
  expect(objective("Leads du 1er trimestre", leads)).toBe(280);
  expect(call("OBJECTIF", ["Leads du 1er trimestre", leads, "cible"])).toEqual([[1000]]);
});

test("a name is found without regard to case, accents or spaces at its ends", () => {
  expect(objective("  LEADS DU 1ER TRIMESTRE ", leads, "cible")).toBe(1000);
  expect(objective("ete : chiffre d'affaires", leads, "cible")).toBe(1000);
});

test("the user's own columns before and among those of the tab change nothing", () => {
  const wider = leads.map((cells, index) => [index === 0 ? "Mes notes" : "x", ...cells]);
  expect(objective("Leads du 1er trimestre", wider, "cible")).toBe(1000);
});

test("a name that is not there is told with the closest ones", () => {
  expect(message("Leads du 1er trimestr", leads)).toBe(
    "OBJECTIVE : aucun objectif « Leads du 1er trimestr ». Le plus proche : « Leads du 1er trimestre », « Été : chiffre d'affaires ».",
  );
  speak("en_GB");
  const many = tab(ENGLISH, ...["Leads A", "Leads B", "Leads C", "Revenue"].map((name) => row(name, 1)));
  expect(message("Leads", many)).toBe(
    'OBJECTIVE: no objective "Leads". Closest: "Leads A", "Leads B", "Leads C".',
  );
  expect(message("Leads", tab(ENGLISH))).toBe(
    'OBJECTIVE: no objective "Leads". The tab is empty: refresh it.',
  );
});

test("two objectives of one name are told apart by their exact spelling, or refused", () => {
  const alike = tab(FRENCH, row("Été", 1), row("été", 2));
  expect(objective("été", alike)).toBe(2);
  expect(message("ETE", alike)).toBe("OBJECTIVE : 2 objectifs s'appellent « ETE ». Renommez-en un.");
  const same = tab(FRENCH, row("Été", 1), row("Été", 2));
  expect(message("Été", same)).toBe("OBJECTIVE : 2 objectifs s'appellent « Été ». Renommez-en un.");
});

test("another tab, a part that is none, and a value that is not there yet are told in a sentence", () => {
  expect(
    message("Leads", [
      ["date", "canal", "dépenses"],
      ["2026-01-01", "email", 3],
    ]),
  ).toBe(
    "OBJECTIVE : cette plage n'est pas l'onglet des objectifs. Donnez-le en entier, par exemple Objectifs!A:Z.",
  );
  expect(message("Leads", 3)).toContain("cette plage n'est pas l'onglet des objectifs");
  expect(message("Leads du 1er trimestre", leads, "humeur")).toContain(
    '« humeur » n\'est pas une colonne de l\'onglet. Choisissez : "objectif", "KPI"',
  );
  expect(message("Été : chiffre d'affaires", leads, "valeur")).toBe(
    "OBJECTIVE : pas encore de « valeur ». Boutique : accès refusé.",
  );
});

test("both names are shown by the help of the sheet", () => {
  const help = cellFunctions.filter(({ name }) => name === "OBJECTIVE" || name === "OBJECTIF");
  expect(help.map(({ parameters }) => parameters.map(({ name }) => name))).toEqual([
    ["name", "table", "part"],
    ["nom", "tableau", "partie"],
  ]);
});
