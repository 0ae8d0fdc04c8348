// The year of a French shop: how many people come on a day, and how ready they are to buy.
import { addDays, daysBetween, weekday } from "./days.ts";

/** Both are 1 on an ordinary day. */
export type Season = { visits: number; purchases: number };

/** Visits in the middle of each month, January first: August is empty, December is full. */
const MONTHS = [0.96, 0.91, 0.96, 0.99, 1.04, 0.99, 0.92, 0.74, 1.01, 1.05, 1.14, 1.17];
const WEDNESDAY = 3;
const FRIDAY = 5;

/** What the calendar does to this day. */
export function season(day: string): Season {
  const event = sales(day) ?? blackFriday(day) ?? christmas(day) ?? { visits: 1, purchases: 1 };
  return { visits: event.visits * month(day), purchases: event.purchases };
}

/** The month's level, in a straight line from the middle of one to the middle of the next. */
function month(day: string): number {
  const position = Number(day.slice(5, 7)) - 1 + (Number(day.slice(8)) - 15) / 30.5;
  const before = Math.floor(position);
  const share = position - before;
  return MONTHS[(before + 12) % 12]! * (1 - share) + MONTHS[(before + 1) % 12]! * share;
}

/**
 * The two periods of soldes, four weeks each, strongest on the first days: from the second Wednesday of January
 * (the first, when the second falls after the 12th) and the last Wednesday of June (the one before, after the 28th).
 * Source: article D310-15-2 of the French Code de commerce.
 */
function sales(day: string): Season | null {
  const year = day.slice(0, 4);
  const second = addDays(first(WEDNESDAY, `${year}-01-01`), 7);
  const last = addDays(first(WEDNESDAY, `${year}-07-01`), -7);
  const winter = second > `${year}-01-12` ? addDays(second, -7) : second;
  const summer = last > `${year}-06-28` ? addDays(last, -7) : last;
  const since = daysBetween(day < `${year}-04-01` ? winter : summer, day);
  if (since < 0 || since >= 28) return null;
  const strength = 1 / (1 + since / 7);
  return { visits: 1.1 + 0.4 * strength, purchases: 1.05 + 0.3 * strength };
}

/** From the Monday before Black Friday (the day after the fourth Thursday of November) to the Monday after. */
function blackFriday(day: string): Season | null {
  const friday = addDays(first(FRIDAY, `${day.slice(0, 4)}-11-02`), 21);
  const away = daysBetween(friday, day);
  if (away < -4 || away > 3) return null;
  return away === 0 ? { visits: 2.3, purchases: 1.6 } : { visits: 1.5, purchases: 1.3 };
}

/** Presents are bought until the 19th, then nothing arrives in time. */
function christmas(day: string): Season | null {
  const date = day.slice(5);
  if (date < "12-01") return null;
  if (date <= "12-19") return { visits: 1 + 0.018 * Number(day.slice(8)), purchases: 1.25 };
  return date <= "12-26" ? { visits: 0.55, purchases: 0.7 } : { visits: 0.8, purchases: 0.9 };
}

/** The first such weekday on or after this day. */
function first(wanted: number, day: string): string {
  return addDays(day, (wanted - weekday(day) + 7) % 7);
}
