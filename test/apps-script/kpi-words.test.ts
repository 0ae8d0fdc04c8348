// KPI_INFO and KPI_CHECK: a KPI in words, in the language of the user.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "../../apps-script/call.ts";
import { catalogue } from "../../shared/kpis/index.ts";

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const plain = (text: unknown): string => String(text).replace(/[\u00a0\u202f]/g, " ");
const speak = (locale: string) => vi.stubGlobal("Session", { getActiveUserLocale: vi.fn(() => locale) });
const message = (name: string, ...args: unknown[]): string => {
  try {
    return `value ${String(call(name, args))}`;
  } catch (error) {
    return plain((error as Error).message);
  }
};

beforeEach(() => {
  speak("fr");
});

describe("KPI_INFO", () => {
  test("gives the definition in words", () => {
    expect(plain(call("KPI_INFO", ["cpa"]))).toBe(
      "Coût par acquisition (CPA, COUT_PAR_ACQUISITION) = (dépenses + coûts de conversion) ÷ acquisitions. Ce que coûte un nouveau client d'un canal ou d'une campagne. Coûts directs ; salaires et outils vont dans le CAC. Plus il est bas, mieux c'est. Unité : montant, dans la devise de vos données.",
    );
    speak("en_GB");
    expect(call("KPI_FICHE", ["TAUX_REBOND"])).toBe(
      "Bounce rate (BOUNCE_RATE, TAUX_REBOND) = 1 − engaged sessions ÷ sessions. The share of sessions not engaged as GA4 means it (ten seconds, two pages or a key event). Not to be compared with SINGLE_PAGE_BOUNCE_RATE. Lower is better. Unit: rate (0.05 is 5%).",
    );
  });

  test.each([
    ["formula", "calcul", "100 × (promoteurs − détracteurs) ÷ (promoteurs + passifs + détracteurs)"],
    ["unit", "unité", "points, de −100 à 100"],
    ["better", "sens", "Plus il est haut, mieux c'est"],
    ["alias", "alias", "TAUX_RECOMMANDATION"],
    ["label", "nom", "Taux de recommandation net (NPS)"],
    ["family", "famille", "Satisfaction et service"],
    ["role", "rôle", "résultat"],
    ["arguments", "arguments", "promoteurs; passifs; détracteurs"],
    ["example", "exemple", "NPS(62; 25; 13) = 49"],
    ["identity", "identité", ""],
    [
      "summary",
      "définition",
      "La part des promoteurs (9 ou 10) moins celle des détracteurs (0 à 6). Donnez la plage des notes, ou les trois effectifs.",
    ],
  ])("gives the part %s, also called %s", (english, french, text) => {
    expect(plain(call("KPI_INFO", ["NPS", english]))).toBe(text);
    expect(plain(call("KPI_INFO", ["NPS", french.toUpperCase()]))).toBe(text);
  });

  test("tells the identity with its factors in order, and the example of a measured quantity", () => {
    expect(call("KPI_INFO", ["CPA", "identity"])).toBe("CPA = CPC ÷ CR [nouveaux clients ÷ clics]");
    expect(call("KPI_INFO", ["SESSIONS", "exemple"])).toBe('KPI("SESSIONS"; tableau)');
    expect(call("KPI_INFO", ["ROMI", "example"])).toBe("ROMI(40000; 10000; 0,6) = 1,4");
    speak("en");
    expect(call("KPI_INFO", ["ROMI", "example"])).toBe("ROMI(40000, 10000, 0.6) = 1.4");
  });

  test("names the parts there are", () => {
    expect(message("KPI_INFO", "CPA", "couleur")).toContain(
      "« couleur » n'est pas prévu. Choix : « nom », « définition »",
    );
    expect(message("KPI_INFO", "CPX")).toContain("n'est pas un KPI connu");
  });

  test("has words in both languages for every KPI and every part", () => {
    for (const { name } of catalogue) {
      for (const locale of ["fr", "en"]) {
        speak(locale);
        for (const part of ["", "label", "summary", "formula", "unit", "better", "arguments", "example"]) {
          const text = plain(call("KPI_INFO", [name, part]));
          expect(text, `${name} ${part}`).toMatch(/^\S.*\S$/s);
          expect(text, `${name} ${part}`).not.toMatch(/undefined|NaN|object|null/);
        }
      }
    }
  });
});

describe("KPI_CHECK", () => {
  test("spills the value, and says that nothing is odd", () => {
    expect(call("KPI_CHECK", ["CTR", 1200, 300000])).toEqual([[0.004, "rien à signaler"]]);
    speak("en");
    expect(call("KPI_VERIFIER", ["taux de clics", 1200, 300000])).toEqual([[0.004, "nothing to report"]]);
  });

  const codes = (...args: unknown[]): unknown[] =>
    (call("KPI_CHECK", args) as unknown[][]).slice(1).map(([code]) => code);

  test.each([
    ["more than the whole", ["CR", 3000, 2500], ["OVER_ONE"]],
    ["nothing where all convert", ["CR", 2500, 2500], []],
    ["more clicks than opens", ["CTOR", 320, 300], ["OVER_ONE"]],
    ["a negative share", ["BOUNCE_RATE", 2600, 2500], ["NEGATIVE"]],
    ["a session without a page", ["PAGES_PER_SESSION", 900, 1000], ["UNDER_ONE"]],
    ["few answers", ["RECALL_RATE", 9, 20], ["SMALL_N"]],
    ["few customers", ["CPA", 900, 3], ["SMALL_N"]],
    ["few scores", ["NPS", column(9, 10, 3)], ["SMALL_N"]],
    ["few opinions", ["CSAT", column(5, 4, 3)], ["SMALL_N"]],
    ["revenue taken for a gain", ["CLV", 60, 4, 3], ["NOTE"]],
    ["a margin that is given", ["CLV", 60, 4, 3, 0.4], []],
    ["media costs alone", ["CAC", 80000, 0, 200], ["NOTE"]],
    ["a scale that may be reversed", ["CES", Array.from({ length: 30 }, () => [4]), 5], ["NOTE"]],
    ["a loss, which a return may be", ["ROI", 5000, 10000], []],
    ["more revenue kept than there was", ["NRR", 100, 30, 0, 0], []],
  ])("tells %s", (_, args, expected) => {
    expect(codes(...args)).toEqual(expected);
  });

  test("counts the rows without an end, and those without a start", () => {
    const starts = column("2026-01-01", "2026-01-01", "", "2026-01-01");
    const ends = column("2026-01-11", "", "2026-01-05", "");
    expect(
      (call("KPI_CHECK", ["SALES_CYCLE", starts, ends]) as unknown[][]).map((row) => row.map(plain)),
    ).toEqual([
      ["10", "à vérifier"],
      [
        "SMALL_N",
        "Calculé sur 1 seulement : au-dessous de 30, la valeur varie beaucoup d'une fois à l'autre.",
      ],
      ["UNFINISHED", "2 lignes sans date de fin : encore en cours, hors du calcul."],
      ["NO_START", "1 ligne sans date de début, hors du calcul."],
    ]);
  });

  test("has a sentence in each language", () => {
    expect(plain((call("KPI_CHECK", ["CR", 3000, 2500]) as unknown[][])[1]?.[1])).toBe(
      "120 %, plus que le tout : un même élément est compté plusieurs fois, ou les deux plages n'ont pas la même base.",
    );
    speak("en");
    expect((call("KPI_CHECK", ["CR", 3000, 2500]) as unknown[][])[1]?.[1]).toBe(
      "120%, more than the whole: something is counted several times, or the two ranges do not share one base.",
    );
  });

  test("refuses what is refused elsewhere", () => {
    expect(message("KPI_CHECK", "CPA", 100, 0)).toContain("n'est pas défini");
  });
});

test("what cannot be is refused, in words", () => {
  speak("en");
  expect(message("CART_ABANDONMENT", 120, 100)).toBe(
    'CART_ABANDONMENT: the result would be −0.2, outside 0 to 1. Check "orders", "carts".',
  );
  expect(message("SOV", 150, 100)).toContain("outside 0 to 1");
  expect(message("RETENTION", 600, 10, 550)).toContain("outside 0 to 1");
  expect(message("CLV_CHURN", 50, 0.7, 0)).toContain("choose a horizon with CLV_DISCOUNTED");
  expect(message("CLV_DISCOUNTED", 40, 1, 0)).toContain("Give a number of periods");
  expect(message("CLV_DISCOUNTED", 40, 80, 0.1)).toContain("80 is not between 0 and 1");
  expect(call("CLV_DISCOUNTED", [40, 1, 0, 12])).toBe(480);
  // 40 × (1 + 0.5 + 0.25)
  expect(call("CLV_DISCOUNTED", [40, 0.5, 0, 3])).toBe(70);
  expect(message("CSAT", column(4, 6))).toContain("row 2: 6 is not a whole score from 1 to 5");
  expect(call("CSAT", [column(9, 10, 3, 8), 10])).toBe(0.5);
  expect(message("CSAT", column(4, 5), 100)).toContain('"scale": 100 is not a whole score from 3 to 10');
});

test("the language is asked for only where there are words to say", () => {
  const ask = vi.fn(() => "fr");
  vi.stubGlobal("Session", { getActiveUserLocale: ask });
  call("CPA", [1000, 48]);
  call("KPI_EACH", ["CPA", column(1, 2), column(1, 0)]);
  call("SALES_CYCLE", ["2026-01-01", "2026-01-02"]);
  expect(ask).not.toHaveBeenCalled();
  call("KPI_INFO", ["CPA"]);
  expect(ask).toHaveBeenCalledTimes(1);
});
