// What the rows of a range come to: sums worked out by hand beside each table.
import { expect, test } from "vitest";
import type { SentCell } from "../../../shared/api/ranges.ts";
import { convert, type Conversion } from "../../../shared/range/convert.ts";
import type { RangeMapping } from "../../../shared/range/mapping.ts";
import { leftOutWords } from "../../../shared/range/rejection.ts";

/** Money in cents. */
const around = {
  today: "2026-11-21",
  stored: (metric: string, value: number) =>
    metric === "spend" || metric === "revenue" ? Math.round(value * 100) : value,
};
const mapping = (change: Partial<RangeMapping> = {}): RangeMapping => ({
  kind: "figures",
  columns: [
    { header: "Jour", role: "date" },
    { header: "Canal", role: "channel" },
    { header: "Coût", role: "spend" },
    { header: "Clics", role: "clicks" },
  ],
  dayFirst: true,
  decimal: ",",
  currency: "EUR",
  channel: null,
  ...change,
});

function converted(rows: readonly (readonly SentCell[])[], change: Partial<RangeMapping> = {}): Conversion {
  const result = convert({ first: 1, rows }, mapping(change), around);
  if ("missing" in result) throw new Error(`No column ${result.missing}`);
  return result;
}

test("rows of a day and a channel are added; their names become channels", () => {
  const { facts, counted, leftOut } = converted([
    ["Jour", "Canal", "Coût", "Clics"],
    ["01/11/2026", "Google Ads", "10,50 €", 3],
    ["01/11/2026", "SEA", 4.5, "2"],
    ["02/11/2026", "Newsletter", "", 7],
    ["02/11/2026", "Affichage métro", 100, ""],
    ["02/11/2026", "", "", 1],
  ]);
  expect(facts.map(({ day, channel, values }) => [day, channel, values])).toEqual([
    ["2026-11-01", "paid_search", { spend: 1500, clicks: 5 }],
    ["2026-11-02", "email", { clicks: 7 }],
    ["2026-11-02", "other", { spend: 10_000 }],
    ["2026-11-02", "unknown", { clicks: 1 }],
  ]);
  expect([counted, leftOut.count]).toEqual([5, 0]);
});

test("money is whole millionths, and no cent is lost on the way", () => {
  const cents = Array.from({ length: 10 }, () => ["2026-11-01", "", 0.1, 1]);
  const stored = (_: string, value: number) => Math.round(value * 1e6);
  const rows = [["Jour", "Canal", "Coût", "Clics"], ...cents];
  const result = convert({ first: 1, rows }, mapping(), { ...around, stored });
  // Ten times 0.1 is 1; adding them as such would give 0.9999999999999999.
  expect((result as Conversion).facts[0]?.values.spend).toBe(1_000_000);
});

test("blank rows, totals and a header that comes back are passed over, and not counted as left out", () => {
  const { counted, leftOut, facts } = converted([
    ["Jour", "Canal", "Coût", "Clics"],
    ["01/11/2026", "Email", 1, 1],
    ["", "", "", ""],
    ["Jour", "Canal", "Coût", "Clics"],
    ["02/11/2026", "Total Energies", 2, 2],
    ["Total", "", 3, 3],
    ["", "Grand total", 3, 3],
  ]);
  expect([counted, leftOut.count]).toEqual([2, 0]);
  expect(facts.reduce((sum, { values }) => sum + (values.spend ?? 0), 0)).toBe(300);
});

test("each wrong row is left out with its row, its column and its reason, and the others count", () => {
  const { counted, leftOut } = convert(
    {
      first: 4,
      rows: [
        ["Jour", "Canal", "Coût", "Clics"],
        ["01/11/2026", "Email", 1, 1],
        ["", "Email", 1, 1],
        ["32/11/2026", "Email", 1, 1],
        ["22/11/2026", "Email", 1, 1],
        ["01/11/2006", "Email", 1, 1],
        ["01/11/2026", "Email", "camille@client.example", 1],
        ["01/11/2026", "Email", 1, 1.5],
        ["01/11/2026", "Email", 1, -1],
      ],
    },
    mapping(),
    around,
  ) as Conversion;
  expect([counted, leftOut.count]).toEqual([1, 7]);
  expect(leftOut.first).toEqual([
    { row: 6, header: "Jour", code: "no_date" },
    { row: 7, header: "Jour", code: "bad_date" },
    { row: 8, header: "Jour", code: "future" },
    { row: 9, header: "Jour", code: "too_old" },
    { row: 10, header: "Coût", code: "not_a_number" },
  ]);
  expect(leftOutWords(leftOut)?.fr).toContain(
    "7 lignes écartées\u00a0: ligne 6, colonne «\u00a0Jour\u00a0», la date manque",
  );
  expect(JSON.stringify(leftOut)).not.toContain("camille");
});

test("an amount in another currency is left out; a credit note takes its amount back", () => {
  const columns = [...mapping().columns.slice(0, 3), { header: "Devise", role: "currency" }] as const;
  const { facts, leftOut } = converted(
    [
      ["Jour", "Canal", "Coût", "Devise"],
      ["01/11/2026", "Email", 10, "EUR"],
      ["01/11/2026", "Email", -2, "eur"],
      ["01/11/2026", "Email", 99, "USD"],
      ["01/11/2026", "Email", 1, ""],
    ],
    { columns },
  );
  expect(facts[0]?.values.spend).toBe(900);
  expect(leftOut.first).toEqual([{ row: 4, header: "Devise", code: "other_currency" }]);
});

test("scores are counted by day as the Net Promoter Score counts them", () => {
  const { facts, leftOut } = converted(
    [
      ["Horodateur", "Recommanderiez-vous ?"],
      ["2026-11-01", 10],
      ["2026-11-01", "9"],
      ["2026-11-01", 8],
      ["2026-11-01", 6],
      ["2026-11-02", 0],
      ["2026-11-02", ""],
      ["2026-11-02", 11],
      ["2026-11-02", 7.5],
    ],
    {
      kind: "scores",
      columns: [
        { header: "Horodateur", role: "date" },
        { header: "Recommanderiez-vous ?", role: "score" },
      ],
      currency: null,
    },
  );
  // 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract.
  expect(facts.map(({ day, values }) => [day, values])).toEqual([
    ["2026-11-01", { promoters: 2, passives: 1, detractors: 1 }],
    ["2026-11-02", { promoters: 0, passives: 0, detractors: 1 }],
  ]);
  expect(leftOut.count).toBe(2);
});

test("an order of several rows counts once, a customer is new once, on the day of the first order, whatever the order of the rows", () => {
  const { facts } = converted(
    [
      ["Date", "N° de commande", "E-mail", "Montant"],
      ["2026-11-03", "A3", "Léa@client.example", 30],
      ["2026-11-01", "A1", "lea@client.example", 10],
      ["2026-11-01", "A1", "lea@client.example", 5],
      ["2026-11-03", "A4", "léa@client.example", 7],
      ["2026-11-03", "R1", "zoe@client.example", -5],
      ["2026-11-03", "", "", 1],
    ],
    {
      kind: "orders",
      columns: [
        { header: "Date", role: "date" },
        { header: "N° de commande", role: "order" },
        { header: "E-mail", role: "customer" },
        { header: "Montant", role: "revenue" },
      ],
    },
  );
  expect(facts.map(({ day, values }) => [day, values])).toEqual([
    // A1: two rows, one order of 15 by a new customer.
    ["2026-11-01", { revenue: 1500, orders: 1, new_customers: 1 }],
    // A3 and A4 (one address, whatever its capitals) and one without a number; the refund of 5 is no order.
    ["2026-11-03", { revenue: 3300, orders: 3, new_customers: 1 }],
  ]);
});

test("what tells how things stand is not added up within a day", () => {
  const { facts } = converted(
    [
      ["Jour", "Abonnés"],
      ["01/11/2026", 900],
      ["01/11/2026", 1000],
    ],
    {
      columns: [
        { header: "Jour", role: "date" },
        { header: "Abonnés", role: "followers" },
      ],
    },
  );
  expect(facts[0]?.values).toEqual({ followers: 1000 });
});

test("a column that was renamed, or that stands twice, is named", () => {
  const rows = [["Jour", "Canal", "Dépense", "Clics"]];
  expect(convert({ first: 1, rows }, mapping(), around)).toEqual({ missing: "Coût" });
  const twice = [["Jour", "Canal", "Coût", "Clics", "Coût"]];
  expect(convert({ first: 1, rows: twice }, mapping(), around)).toEqual({ missing: "Coût" });
});
