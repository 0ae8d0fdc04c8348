// The first tab of a new workbook: a small table, KPIs computed from it, and an invitation to try.
import type * as Grid from "@odoo/o-spreadsheet";
import { exampleWords } from "./example-words.ts";
import type { Language } from "./words.ts";

/** 1 September and 1 October 2026, in days since 30 December 1899. */
const [SEPTEMBER, OCTOBER] = [46_266, 46_296];

/** An invented advertiser, by month and channel: spend, impressions, clicks, leads, customers. */
const FIGURES: [day: number, channel: string, ...figures: number[]][] = [
  [SEPTEMBER, "Google Ads", 4200, 182_000, 5460, 210, 42],
  [SEPTEMBER, "Meta Ads", 3150, 415_000, 6225, 249, 35],
  [SEPTEMBER, "LinkedIn Ads", 2880, 96_000, 864, 72, 12],
  [SEPTEMBER, "", 540, 60_000, 1500, 90, 27],
  [OCTOBER, "Google Ads", 4500, 190_000, 5890, 228, 50],
  [OCTOBER, "Meta Ads", 2800, 388_000, 5820, 240, 35],
  [OCTOBER, "LinkedIn Ads", 2400, 84_000, 756, 63, 8],
  [OCTOBER, "", 560, 62_000, 1612, 98, 28],
];

const COLUMN_WIDTHS = [110, 120, 104, 104, 84, 84, 84, 96];

const STYLES: Record<number, Grid.Style> = {
  1: { bold: true, fillColor: "#0B6E69", textColor: "#FFFFFF" },
  2: { bold: true, fillColor: "#0B6E69", textColor: "#FFFFFF", align: "right" },
  3: { bold: true },
  4: { textColor: "#5F6368" },
  5: { bold: true, textColor: "#0B6E69" },
  6: { bold: true, fillColor: "#FFF2C4" },
};

/** What the grid loads for a new workbook in this language. */
export function exampleWorkbook(grid: typeof Grid, language: Language, locale: Grid.Locale): object {
  const words = exampleWords[language];
  const computed: [label: string, formula: string][] = [
    [words.costPerClick, "=CPC(C2:C9,E2:E9)"],
    [words.clickRate, "=CTR(E2:E9,D2:D9)"],
    [words.costPerLead, "=CPL(C2:C9,F2:F9)"],
    [words.costPerAcquisition, '=KPI("CPA",A1:G9)'],
    [words.inOctober, '=KPI("CPA",A1:G9,"2026-10-01","2026-10-31")'],
    [words.ofEmail, `=KPI("CPA",A1:G9,,,"${words.channel}","${words.email}")`],
  ];
  const byChannel = `=KPI_BY("CPA",A1:G9,"${words.channel}")`;
  /** A formula to read, as it is typed in this language; without an equals sign first, the grid keeps it as text. */
  const shown = (formula: string): string => `←  ${formula.replaceAll(",", locale.formulaArgSeparator)}`;

  const rows: Record<number, (string | number)[]> = {
    1: [...words.headers, '=KPI_EACH("CPA",C1:C9,G1:G9)'],
    11: words.headings,
    19: [byChannel, "", words.byChannel],
    20: ["", "", shown(byChannel)],
    25: [words.yourTurn, "", "", words.invitation],
  };
  FIGURES.forEach(([day, channel, ...figures], index) => {
    rows[index + 2] = [day, channel || words.email, ...figures];
  });
  computed.forEach(([label, formula], index) => {
    rows[index + 12] = [label, "", formula, shown(formula)];
  });
  const cells = Object.entries(rows).flatMap(([row, contents]) =>
    contents.map((content, column) => [`${grid.helpers.numberToLetters(column)}${row}`, String(content)]),
  );
  const empty = grid.helpers.createEmptyWorkbookData(words.tab);
  const sheet = {
    ...empty.sheets[0],
    cells: Object.fromEntries(cells.filter(([, content]) => content !== "")),
    styles: {
      "A1:B1": 1,
      "C1:H1": 2,
      "A11:B11": 1,
      C11: 2,
      "D11:H11": 1,
      "C12:C17": 3,
      "D12:D17": 4,
      A19: 1,
      B19: 2,
      C20: 4,
      A25: 5,
      C25: 6,
    },
    formats: {
      "A2:A9": 1,
      "C2:C9": 2,
      "H2:H9": 2,
      "D2:G9": 3,
      C12: 2,
      C13: 4,
      "C14:C17": 2,
      "B20:B23": 2,
      C25: 2,
    },
    cols: Object.fromEntries(COLUMN_WIDTHS.map((size, column) => [column, { size }])),
  };
  return {
    ...empty,
    sheets: [sheet],
    styles: STYLES,
    formats: { 1: locale.dateFormat, 2: words.money, 3: "#,##0", 4: "0.00%" },
    settings: { ...empty.settings, locale },
  };
}
