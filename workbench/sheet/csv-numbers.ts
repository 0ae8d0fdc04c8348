// Numbers and days as people write them in files, told apart by the whole column.

export type Decimal = "," | ".";

const SPACES = "[ \\u00A0\\u202F]";
const SIGNED_BODY = new RegExp(
  `^([-\\u2212+]?)(?:([€$£])${SPACES}?)?(\\d[\\d.,'’ \\u00A0\\u202F]*?)(?:${SPACES}?([€$£%]))?$`,
);
/** More digits than a number holds: an identifier. */
const MOST_DIGITS = 15;

/** A text that may be a number, taken apart. */
export interface NumberText {
  negative: boolean;
  body: string;
  /** `%`, a currency sign, or nothing. */
  unit: string;
  unitFirst: boolean;
}

/** `null` when the text is no number in any country, or must be kept as it stands (`00123`, `+33…`, a long id). */
export function takeApart(text: string): NumberText | null {
  const match = SIGNED_BODY.exec(text.trim());
  if (!match) return null;
  const [, sign = "", before = "", body = "", after = ""] = match;
  const digits = body.replace(/\D/g, "");
  const [whole = ""] = body.split(/[.,]/);
  if (sign === "+" || digits.length > MOST_DIGITS || /^0\d/.test(whole) || (before && after)) return null;
  return {
    negative: sign !== "",
    body: body.replace(/[ \u00A0\u202F'’]/g, " "),
    unit: before || after,
    unitFirst: before !== "",
  };
}

/** Which sign must be the decimal one for this number to be well written; `null` when either could. */
export function decimalSign(body: string): Decimal | null | "neither" {
  const could = ([",", "."] as const).filter((sign) => toNumber(body, sign) !== null);
  if (could.length === 2 || !/[.,]/.test(body)) return could.length > 0 ? null : "neither";
  return could[0] ?? "neither";
}

/** The value with this decimal sign; `null` when it is not well written: thousands go by three. */
export function toNumber(body: string, decimal: Decimal): number | null {
  const thousands = decimal === "," ? "." : ",";
  const [whole = "", fraction = "", ...others] = body.split(decimal);
  if (others.length > 0 || /\D/.test(fraction) || (fraction === "" && body.includes(decimal))) return null;
  for (const separator of [" ", thousands])
    if (new RegExp(`^\\d{1,3}(?:\\${separator}\\d{3})*$`).test(whole) && !/^0./.test(whole))
      return Number(`${whole.replaceAll(separator, "")}.${fraction || 0}`);
  return /^\d+$/.test(whole) ? Number(`${whole}.${fraction || 0}`) : null;
}

const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/;
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A day (and a time) as the number of days since 1899-12-30, with the format that shows it again. */
export function toDay(text: string): { value: number; format: string } | null {
  const iso = ISO_DAY.exec(text.trim());
  if (iso) {
    const [, year, month, day, hours, minutes, seconds] = iso;
    const value = serial(Number(year), Number(month), Number(day));
    if (value === null || Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59)
      return null;
    if (!hours) return { value, format: "yyyy-mm-dd" };
    const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
    return { value: value + time / 86_400, format: seconds ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd hh:mm" };
  }
  const [, day, month, year] = DAY_FIRST.exec(text.trim()) ?? [];
  const value = year ? serial(Number(year), Number(month), Number(day)) : null;
  return value === null ? null : { value, format: "dd/mm/yyyy" };
}

function serial(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}
