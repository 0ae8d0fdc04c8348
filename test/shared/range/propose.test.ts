// What Boussole proposes for the columns of the usual exports, before anyone corrects it.
import { expect, test } from "vitest";
import type { SentCell } from "../../../shared/api/ranges.ts";
import { lackingIn, mappingIn } from "../../../shared/range/mapping.ts";
import { propose } from "../../../shared/range/propose.ts";
import { columnsUnder, headerPlace, sentRows } from "../../../shared/range/table.ts";

type Rows = readonly (readonly SentCell[])[];

function proposed(rows: Rows, locale = "fr_FR") {
  const mapping = propose(columnsUnder(rows, headerPlace(rows)), locale);
  return {
    ...mapping,
    columns: Object.fromEntries(mapping.columns.map(({ header, role }) => [role, header])),
  };
}

test("the spend of an ad platform, in French", () => {
  expect(
    proposed([
      ["Jour", "Nom de la campagne", "Coût (EUR)", "Impr.", "Clics", "Conversions", "CTR"],
      ["21/11/2026", "Soldes", "1 234,56", 10_000, 100, "12,50", "1 %"],
    ]),
  ).toEqual({
    kind: "figures",
    columns: {
      date: "Jour",
      campaign: "Nom de la campagne",
      spend: "Coût (EUR)",
      impressions: "Impr.",
      clicks: "Clics",
      // Conversions in parts are those that a platform claims.
      platform_conversions: "Conversions",
    },
    dayFirst: true,
    decimal: ",",
    currency: "EUR",
    channel: null,
  });
});

test("the same in English, with the month first and a currency column", () => {
  expect(
    proposed(
      [
        ["Campaign name", "Day", "Currency", "Amount spent", "Link clicks"],
        ["Sales", "11/21/2026", "USD", "1,234.56", 12],
      ],
      "en_US",
    ),
  ).toMatchObject({
    kind: "figures",
    columns: { date: "Day", campaign: "Campaign name", currency: "Currency", spend: "Amount spent" },
    dayFirst: false,
    decimal: ".",
    currency: "USD",
  });
});

test("the answers to a survey form", () => {
  const rows: Rows = [
    ["Horodateur", "Adresse e-mail", "Recommanderiez-vous notre boutique à un proche ?", "Pourquoi ?"],
    ["2026-11-20", "lea@client.example", 9, "Livraison rapide"],
    ["2026-11-21", "tom@client.example", 4, "Trop cher"],
  ];
  expect(proposed(rows)).toMatchObject({
    kind: "scores",
    columns: { date: "Horodateur", score: "Recommanderiez-vous notre boutique à un proche ?" },
  });
  expect(Object.keys(proposed(rows).columns)).toEqual(["date", "score"]);
});

test("orders, one a row", () => {
  expect(
    proposed([
      ["N° de commande", "Date de commande", "Client", "Montant TTC (€)"],
      ["A1", "2026-11-20", "C7", 49.9],
      ["A2", "2026-11-20", "C8", 20],
      ["A3", "2026-11-21", "C7", 15],
    ]),
  ).toMatchObject({
    kind: "orders",
    columns: {
      order: "N° de commande",
      date: "Date de commande",
      customer: "Client",
      revenue: "Montant TTC (€)",
    },
    currency: "EUR",
  });
});

test("a column of days is found without its name; two columns of one name are left alone", () => {
  expect(
    proposed([
      ["Quand", "Clics", "Coût", "Coût"],
      ["2026-11-20", 4, 1, 2],
      ["2026-11-21", 5, 1, 2],
    ]).columns,
  ).toEqual({ date: "Quand", clicks: "Clics" });
});

test("a header under a title and a blank line is found, and sent from there", () => {
  const rows: Rows = [
    ["Rapport de campagnes", "", ""],
    ["", "", ""],
    ["Jour", "Clics", "E-mail"],
    ["2026-11-20", 4, "A@b.c"],
    ["", "", ""],
    ["2026-11-21", 5, "a@b.c"],
  ];
  expect(headerPlace(rows)).toBe(2);
  const columns = [
    { header: "Jour", hidden: false },
    { header: "E-mail", hidden: true },
  ];
  // The sheet's row 7 is the header's; what tells customers apart becomes a number.
  expect(sentRows(rows, 5, columns)).toEqual({
    first: 7,
    rows: [
      ["Jour", "E-mail"],
      ["2026-11-20", 1],
      ["", ""],
      ["2026-11-21", 1],
    ],
  });
});

test("numbers alone are no header", () => {
  expect(
    headerPlace([
      [1, 2],
      ["2026-11-20", 4],
    ]),
  ).toBe(-1);
});

test("a mapping is kept as a text, and only one that can be used is taken back", () => {
  const mapping = {
    kind: "figures",
    columns: [
      { header: "Jour", role: "date" },
      { header: "Coût", role: "spend" },
    ],
    dayFirst: true,
    decimal: ",",
    currency: "EUR",
    channel: "display",
  } as const;
  expect(mappingIn(JSON.stringify(mapping))).toEqual(mapping);
  expect(lackingIn({ ...mapping, currency: null })).toBe("currency");
  expect(lackingIn({ ...mapping, columns: [{ header: "Coût", role: "spend" }] })).toBe("date");
  expect(lackingIn({ ...mapping, columns: [{ header: "Jour", role: "date" }] })).toBe("figure");
  const wrong = [
    { ...mapping, currency: null },
    { ...mapping, kind: "other" },
    { ...mapping, columns: [...mapping.columns, { header: "Coût", role: "clicks" }] },
    { ...mapping, columns: [...mapping.columns, { header: "Dépense", role: "spend" }] },
    { ...mapping, columns: [...mapping.columns, { header: "Reach", role: "reach" }] },
    { ...mapping, channel: "radio" },
  ];
  for (const one of wrong) expect(mappingIn(JSON.stringify(one))).toBeUndefined();
  expect(mappingIn("{")).toBeUndefined();
});
