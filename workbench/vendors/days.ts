// Plain days, YYYY-MM-DD: counted without clocks or time zones, except to know what day it is somewhere.

const DAY_MS = 86_400_000;

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whether the text is a day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time(text)) && addDays(text, 0) === text;
}

/** The day `count` days after this one (before it, when negative). */
export function addDays(day: string, count: number): string {
  return new Date(time(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days from one to the other: 0 for the same, negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((time(to) - time(from)) / DAY_MS);
}

/** 0 for Sunday … 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(time(day)).getUTCDay();
}

/** The ISO 8601 year and week: `2027-01-01` is in week 53 of 2026. */
export function isoWeek(day: string): { year: string; week: string } {
  const thursday = addDays(day, 3 - ((weekday(day) + 6) % 7));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return { year, week: String(week).padStart(2, "0") };
}

/** Making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The local day of an instant (milliseconds since 1970) in an IANA time zone. */
export function dayIn(timeZone: string, instant: number): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone });
  formats.set(timeZone, format);
  return format.format(instant);
}

/** How many days after 1 January 2024: a number that grows by one each day. */
export function dayNumber(day: string): number {
  return daysBetween("2024-01-01", day);
}

/** The first instant of a day in UTC. */
export function startOf(day: string): number {
  return time(day);
}

/** The day of an instant in UTC. */
export function utcDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** As `dayIn`, for many instants of one zone. */
export function daysIn(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone });
  return (instant) => format.format(instant);
}
