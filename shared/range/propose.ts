// What the columns of a range seem to mean, by their headers and by what they hold: a proposal, for the analyst to correct.
import type { SentCell } from "../api/ranges.ts";
import { fold } from "../language.ts";
import { type MetricName, metricNamed } from "../metrics.ts";
import { dayFirstIn, decimalIn, isNothing, readAmount, readDay, textOf } from "./cells.ts";
import { AMOUNTS, HEADERS, namesOf } from "./header-names.ts";
import { type Part, type RangeMapping, type Role, type RowKind, storable } from "./mapping.ts";

/** A column as it was found: its header and the cells under it. */
export interface FoundColumn {
  readonly header: string;
  readonly cells: readonly SentCell[];
}

/** What the question of a Net Promoter Score asks. */
const RECOMMENDS = /recommand|recommend/;

/** @param locale the spreadsheet's, for what the cells leave open */
export function propose(columns: readonly FoundColumn[], locale: string): RangeMapping {
  const usable = columns.filter(
    ({ header }, place) =>
      header !== "" && columns.every((one, other) => other === place || one.header !== header),
  );
  const kind = kindOf(usable);
  const dayFirst = dayFirstIn(datesIn(usable, true)?.cells ?? datesIn(usable, false)?.cells ?? [], locale);
  const roles = new Map<Role, FoundColumn>();
  const take = (role: Role, column: FoundColumn | undefined): void => {
    if (column && !roles.has(role) && ![...roles.values()].includes(column)) roles.set(role, column);
  };
  take("date", datesIn(usable, dayFirst));
  if (kind === "scores") take("score", usable.find(isScores));
  const parts: readonly Part[] =
    kind === "orders"
      ? ["order", "customer", "currency", "campaign", "channel", "source", "account"]
      : ["currency", "campaign", "channel", "source", "account"];
  for (const part of parts)
    take(
      part,
      usable.find((column) => bears(column, HEADERS[part])),
    );
  const decimal = decimalIn(
    usable.filter((column) => !bears(column, HEADERS.date)).flatMap(({ cells }) => cells),
    locale,
  );
  if (kind !== "scores") {
    if (kind === "orders")
      take(
        "revenue",
        usable.find((column) => isNamed(column, "revenue")),
      );
    if (kind === "orders")
      take(
        "revenue",
        usable.find((column) => bears(column, AMOUNTS) && areNumbers(column, decimal)),
      );
    for (const column of usable) {
      const found = storable.find((name) => isNamed(column, name));
      if (found && !(kind === "orders" && (found === "orders" || found === "new_customers"))) {
        take(countedInParts(found, column, decimal), column);
      }
    }
  }
  return {
    kind,
    // In the order of the sheet.
    columns: usable.flatMap((column) =>
      [...roles].filter(([, taken]) => taken === column).map(([role]) => ({ header: column.header, role })),
    ),
    dayFirst,
    decimal,
    currency: currencyIn(usable, roles.get("currency")),
    channel: null,
  };
}

function bears({ header }: FoundColumn, names: readonly string[]): boolean {
  const [folded, bare] = [fold(header), fold(withoutCurrency(header))];
  return names.some((name) => fold(name) === folded || fold(name) === bare);
}

/** `Coût (EUR)`, `Amount spent €`: the currency is told apart. */
const CURRENCY = /\(?\b(EUR|USD|GBP|CHF|CAD|JPY|MAD|XOF|AUD|SEK|NOK|DKK|PLN)\b\)?|\(?([€$£])\)?/;
const SYMBOLS: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP" };

function withoutCurrency(header: string): string {
  return header.replace(CURRENCY, "");
}

function isNamed(column: FoundColumn, metric: MetricName): boolean {
  return bears(column, [metric, ...namesOf(metricNamed(metric))]);
}

function kindOf(columns: readonly FoundColumn[]): RowKind {
  const counts = columns.filter((column) => storable.some((name) => isNamed(column, name)));
  if (counts.length === 0 && columns.some(isScores)) return "scores";
  const tells = columns.filter((column) => bears(column, HEADERS.order) || bears(column, HEADERS.customer));
  const amount = columns.some((column) => bears(column, AMOUNTS) || isNamed(column, "revenue"));
  return amount && tells.some(isDistinct) && !columns.some((column) => isNamed(column, "spend"))
    ? "orders"
    : "figures";
}

/** Ids that mostly differ from row to row, unlike counts or names of groups. */
function isDistinct({ cells }: FoundColumn): boolean {
  const filled = cells.filter((cell) => !isNothing(cell)).map(textOf);
  return filled.length > 0 && new Set(filled).size > filled.length / 4;
}

function isScores(column: FoundColumn): boolean {
  if (
    !bears(column, HEADERS.score) &&
    !RECOMMENDS.test(fold(column.header)) &&
    !/\bnps\b/.test(fold(column.header))
  ) {
    return false;
  }
  const filled = column.cells.filter((cell) => !isNothing(cell));
  const fits = filled.filter((cell) => /^(\d|10)$/.test(textOf(cell)));
  return filled.length > 0 && fits.length * 2 > filled.length;
}

/** The column of the days: the one so named, else the first that mostly holds days. */
function datesIn(columns: readonly FoundColumn[], dayFirst: boolean): FoundColumn | undefined {
  const share = ({ cells }: FoundColumn): number => {
    const filled = cells.filter((cell) => !isNothing(cell));
    return filled.filter((cell) => readDay(cell, dayFirst) !== undefined).length / Math.max(1, filled.length);
  };
  return (
    columns.find((column) => bears(column, HEADERS.date) && share(column) > 0.3) ??
    columns.find((column) => share(column) > 0.8)
  );
}

function areNumbers({ cells }: FoundColumn, decimal: "," | "."): boolean {
  const filled = cells.filter((cell) => !isNothing(cell));
  return filled.filter((cell) => readAmount(cell, decimal) !== undefined).length * 2 > filled.length;
}

/** Conversions in parts are those that an ad platform claims. */
function countedInParts(metric: MetricName, { cells }: FoundColumn, decimal: "," | "."): MetricName {
  if (metric !== "conversions") return metric;
  const parts = cells.some((cell) => !isNothing(cell) && !Number.isInteger(readAmount(cell, decimal) ?? 0));
  return parts ? "platform_conversions" : metric;
}

/** The currency that a column of currencies mostly names, else one that a header or an amount shows. */
function currencyIn(columns: readonly FoundColumn[], named: FoundColumn | undefined): string | null {
  const counts = new Map<string, number>();
  for (const cell of named?.cells ?? []) {
    const code = textOf(cell).toUpperCase();
    if (/^[A-Z]{3}$/.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const texts = columns.flatMap(({ header, cells }) => [
    header,
    ...cells.slice(0, 20).map(textOf).filter(hasDigits),
  ]);
  for (const text of texts) {
    const [, code, symbol] = CURRENCY.exec(text) ?? [];
    if (code !== undefined || symbol !== undefined) return code ?? SYMBOLS[symbol ?? ""] ?? null;
  }
  return null;
}

function hasDigits(text: string): boolean {
  return /\d/.test(text);
}
