// Numbers as analysts write them, in French and in English, read and printed.
import type { Language } from "./language.ts";

const CURRENCY = "€|\\$|£|¥|EUR|USD|GBP|CHF|CAD|JPY|MAD|XOF";
const AMOUNT = new RegExp(
  `^(?:${CURRENCY})? ?([-+]?) ?(?:${CURRENCY})? ?([\\d.,][\\d.,' ]*?) ?(?:(%)|${CURRENCY})?$`,
  "i",
);

/**
 * The number that a text states without ambiguity, such as `1 234,56 €`, `1,234.56`, `12,5 %` (0.125) or `−3`;
 * `undefined` otherwise. `1,234` is refused: a thousand for some readers, one and a bit for others.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/\u2212/g, "-")
    .replace(/\u2019/g, "'")
    .trim();
  const match = AMOUNT.exec(plain);
  if (!match) return undefined;
  const digits = decimalDigits(match[2] ?? "");
  if (digits === undefined) return undefined;
  return Number(`${match[1]}${digits}${match[3] ? "e-2" : ""}`);
}

/** `body` with its groups removed and a decimal point, or `undefined` where the separators do not tell which is which. */
function decimalDigits(body: string): string | undefined {
  if (/^\d+$/.test(body)) return body;
  if (/^\d{1,3}([ '])\d{3}(\1\d{3})*([.,]\d+)?$/.test(body))
    return body.replace(/[ ']/g, "").replace(",", ".");
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(body)) return body.replace(/\./g, "").replace(",", ".");
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(body)) return body.replace(/,/g, "");
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})+$/.test(body)) return body.replace(/[.,]/g, "");
  const thousandsOrDecimals = /^[1-9]\d{0,2}[.,]\d{3}$/.test(body);
  if (/^\d*[.,]\d+$/.test(body) && !thousandsOrDecimals) return body.replace(",", ".");
  return undefined;
}

/**
 * Prints a number for a sentence: grouped thousands, at most two decimals (four significant digits below 1),
 * `1 234,56` in French (U+202F between groups) and `1,234.56` in English. Never used for computing.
 */
export function formatNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return decimalMark(value.toExponential(3), language);
  const rounded = size >= 1 ? roundHalfAway(value, 2) : Number(value.toPrecision(4));
  const [whole = "0", decimals = ""] = String(rounded).split(".");
  const group = language === "fr" ? "\u202f" : ",";
  const grouped = whole.replace("-", "\u2212").replace(/\B(?=(\d{3})+$)/g, group);
  return decimals ? `${grouped}${language === "fr" ? "," : "."}${decimals}` : grouped;
}

/**
 * Rounds as readers do, halves away from 0, on the decimals that a number shows: 1.005 is 1.01, which `toFixed` makes 1.00.
 * @param decimals digits kept after the mark; below 0, digits lost before it
 */
export function roundHalfAway(value: number, decimals: number): number {
  const [digits, exponent = "0"] = String(Math.abs(value)).split("e");
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  return Math.sign(value) * Number(`${shifted}e${-decimals}`);
}

function decimalMark(text: string, language: Language): string {
  return language === "fr" ? text.replace(".", ",") : text;
}

/** The sum of numbers, compensated so that no digit is lost on long columns (Neumaier, 1974, doi:10.1002/zamm.19740540106). */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
