// Which windows of days a sync is to read: the whole history at first, then what the source may have restated.
import { addDays, type Day, firstDayOf } from "../shared/period.ts";
import type { Stream } from "./connector.ts";
import type { PlannedWindow } from "./store/windows.ts";

const HISTORY_MONTHS = 24;

/** The calendar day, in a time zone, of an instant in milliseconds. */
export function dayAt(now: number, timeZone: string): Day {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(now);
}

/** Whether a text is the name of a time zone, such as `Europe/Paris`. */
export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** The slices of the 24 whole months before today's, and of today's until yesterday. */
export function historyWindows(streams: readonly Stream[], today: Day): PlannedWindow[] {
  const start = monthsBefore(firstDayOf(today, "month"), HISTORY_MONTHS);
  return streams.flatMap((stream) => slices(stream, start, addDays(today, -1), "history"));
}

/** What the account's days were when windows were last planned, and when all of them had last been read. */
export interface Progress {
  readonly plannedDay: Day;
  readonly completeDay: Day;
}

/**
 * The days to re-read: the look-back of each stream before the last complete sync, so that a pause leaves no gap; the
 * long look-back at the first sync of a day.
 */
export function recentWindows(
  streams: readonly Stream[],
  today: Day,
  { plannedDay, completeDay }: Progress,
): PlannedWindow[] {
  return streams.flatMap((stream) => {
    const { eachRun, daily } = stream.lookBack;
    const since = completeDay < today ? completeDay : today;
    const from = addDays(since, -(plannedDay < today ? daily : eachRun));
    return slices(stream, from, addDays(today, -1), "recent");
  });
}

function slices(stream: Stream, start: Day, end: Day, kind: PlannedWindow["kind"]): PlannedWindow[] {
  const windows: PlannedWindow[] = [];
  for (let first = beginning(stream, start); first <= end;) {
    const following = nextSlice(stream, first);
    windows.push({ stream: stream.name, first, last: following > end ? end : addDays(following, -1), kind });
    first = following;
  }
  return windows;
}

/** Where the slice after the one that begins on this day begins. */
function nextSlice(stream: Stream, first: Day): Day {
  // A week belongs to the month and year of its end.
  const sliceStart = firstDayOf(stream.starts === "week" ? addDays(first, 6) : first, stream.slice);
  const inNext = addDays(sliceStart, stream.slice === "month" ? 31 : 366);
  return beginning(stream, firstDayOf(inNext, stream.slice));
}

/** The first day of the period of the stream that a day falls in. */
function beginning({ starts }: Stream, day: Day): Day {
  return starts === "day" ? day : firstDayOf(day, starts);
}

function monthsBefore(firstOfMonth: Day, count: number): Day {
  const months = Number(firstOfMonth.slice(0, 4)) * 12 + Number(firstOfMonth.slice(5, 7)) - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}
