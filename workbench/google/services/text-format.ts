// The two small languages of Utilities: `%05.2f` for texts, `yyyy-MM-dd` for dates.
import { zoneOffset } from "../time-zone.ts";

const PLACE = /%(%|([-+0 ]*)(\d*)(?:\.(\d+))?([sdfFxX]))/g;

/** `printf` for `%s %d %f %x %%`, with width, precision and flags; a place without value is left as it is. */
export function formatText(template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    PLACE,
    (place, whole: string, flags: string, width: string, precision, kind: string) => {
      if (whole === "%") return "%";
      if (next >= values.length) return place;
      const text = formatOne(values[next++], kind, precision === undefined ? null : Number(precision));
      const signed = flags.includes("+") && kind !== "s" && !text.startsWith("-") ? `+${text}` : text;
      if (flags.includes("-")) return signed.padEnd(Number(width));
      if (!flags.includes("0") || kind === "s") return signed.padStart(Number(width));
      const [, sign = "", digits = ""] = /^([-+]?)(.*)$/.exec(signed) ?? [];
      return sign + digits.padStart(Number(width) - sign.length, "0");
    },
  );
}

function formatOne(value: unknown, kind: string, precision: number | null): string {
  if (kind === "s") {
    const text = String(value);
    return precision === null ? text : text.slice(0, precision);
  }
  if (kind === "d") return String(Math.trunc(Number(value)));
  if (kind === "x" || kind === "X") {
    const digits = Math.trunc(Number(value)).toString(16);
    return kind === "X" ? digits.toUpperCase() : digits;
  }
  return Number(value).toFixed(precision ?? 6);
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const DATE_PART = /'((?:[^']|'')*)'|([yMdHhmsSaEuZX])\2*/g;

/**
 * A date in Java's letters, in English, in a time zone.
 * https://docs.oracle.com/javase/8/docs/api/java/text/SimpleDateFormat.html
 */
export function formatDate(date: Date, zone: string, pattern: string): string {
  const offset = zoneOffset(date.getTime(), zone);
  const clock = new Date(date.getTime() + offset);
  const hours = clock.getUTCHours();
  const numbers: Record<string, number> = {
    d: clock.getUTCDate(),
    H: hours,
    h: hours % 12 || 12,
    m: clock.getUTCMinutes(),
    s: clock.getUTCSeconds(),
    S: clock.getUTCMilliseconds(),
    u: clock.getUTCDay() || 7,
  };
  return pattern.replace(DATE_PART, (part: string, quoted: string | undefined, letter: string) => {
    if (quoted !== undefined) return quoted.replaceAll("''", "'") || "'";
    const width = part.length;
    const name = (full: string) => (width > 3 ? full : full.slice(0, 3));
    if (letter === "y")
      return String(clock.getUTCFullYear())
        .padStart(width, "0")
        .slice(width === 2 ? -2 : 0);
    if (letter === "M" && width > 2) return name(MONTHS[clock.getUTCMonth()] ?? "");
    if (letter === "M") return String(clock.getUTCMonth() + 1).padStart(width, "0");
    if (letter === "E") return name(DAYS[clock.getUTCDay()] ?? "");
    if (letter === "a") return hours < 12 ? "AM" : "PM";
    if (letter === "Z") return writeOffset(offset, "");
    if (letter === "X") return offset === 0 ? "Z" : writeOffset(offset, width > 2 ? ":" : "");
    return String(numbers[letter]).padStart(width, "0");
  });
}

function writeOffset(offset: number, colon: string): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  return (offset < 0 ? "-" : "+") + two(minutes / 60) + colon + two(minutes % 60);
}
