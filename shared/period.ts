// Days and the periods they fall in: a day is the text `2026-01-31`, so that it sorts and never shifts.

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const DAY_LENGTH = 86_400_000;

/** The day of the UTC midnight nearest to an instant: right for a cell's date in any zone within 12 hours of UTC. */
export function nearestDay(date: Date): Day {
  return dayOfNumber(Math.round(date.getTime() / DAY_LENGTH));
}

function dayOfNumber(number: number): Day {
  return new Date(number * DAY_LENGTH).toISOString().slice(0, 10);
}

/** Days since 1970-01-01. */
function numberOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_LENGTH;
}

/** The day that a text states without ambiguity: `2026-01-31`, `20260131`, or `31/01/2026` where only one reading is a date. */
export function parseDay(text: string): Day | undefined {
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text.trim());
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text.trim());
  if (!slashed) return undefined;
  const dayFirst = existing(slashed[3], slashed[2], slashed[1]);
  const monthFirst = existing(slashed[3], slashed[1], slashed[2]);
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return undefined;
  return dayFirst ?? monthFirst;
}

function existing(year = "", month = "", day = ""): Day | undefined {
  const candidate = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const number = numberOfDay(candidate);
  return Number.isFinite(number) && dayOfNumber(number) === candidate ? candidate : undefined;
}

export type Calendar = "week" | "month" | "quarter" | "year";

/** The period that a day falls in, as a text that sorts: `2026-W05` (ISO 8601), `2026-01`, `2026-Q1`, `2026`. */
export function periodOf(day: Day, calendar: Calendar): string {
  const year = day.slice(0, 4);
  switch (calendar) {
    case "year":
      return year;
    case "month":
      return day.slice(0, 7);
    case "quarter":
      return `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case "week":
      return isoWeek(day);
  }
}

/** ISO 8601: weeks begin on Monday and belong to the year of their Thursday. */
function isoWeek(day: Day): string {
  const number = numberOfDay(day);
  const mondayBased = (((number + 3) % 7) + 7) % 7;
  const thursday = number - mondayBased + 3;
  const year = dayOfNumber(thursday).slice(0, 4);
  const week = Math.floor((thursday - numberOfDay(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOfNumber(numberOfDay(day) + count);
}

/** The first day of the ISO week, month, quarter or year that a day falls in. */
export function firstDayOf(day: Day, calendar: Calendar): Day {
  switch (calendar) {
    case "year":
      return `${day.slice(0, 4)}-01-01`;
    case "quarter":
      return `${day.slice(0, 5)}${String(3 * Math.ceil(Number(day.slice(5, 7)) / 3) - 2).padStart(2, "0")}-01`;
    case "month":
      return `${day.slice(0, 7)}-01`;
    case "week":
      return addDays(day, -((((numberOfDay(day) + 3) % 7) + 7) % 7));
  }
}

/** How many days after one day another is; negative when before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from);
}
