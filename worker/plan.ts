// Which windows of days a sync is to read: the whole history at first, then what the source may have restated.
import { addDays, type Day, firstDayOf } from "../shared/period.ts";
import type {
  DayStream,
  EntityPage,
  EntityStream,
  FactStream,
  Page,
  Stream,
  UniqueStream,
} from "./connector.ts";
import type { CursorRow } from "./store/cursors.ts";
import type { PlannedWindow } from "./store/windows.ts";

const HISTORY_MONTHS = 24;
/** What happened longer ago than this is only kept added up. */
const RETENTION_MONTHS = 36;
/** Once a week, so many days are read again: a service may change a day long after the look-back. */
const AUDIT_DAYS = 90;
const WEEK_MS = 7 * 86_400_000;
/** A clock may be ahead of another by this much without being wrong. */
const CLOCK_MS = 10 * 60_000;

/** Making one takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, in a time zone, of an instant in milliseconds. */
export function dayAt(now: number, timeZone: string): Day {
  const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, ...day });
  formatters.set(timeZone, formatter);
  return formatter.format(now);
}

/** Whether a text is the name of a time zone, such as `Europe/Paris`. */
export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** The first of the days that a first sync reads: the 24 whole months before today's. */
export function historyStart(today: Day): Day {
  return monthsBefore(firstDayOf(today, "month"), HISTORY_MONTHS);
}

/** The first of the days that single things are remembered of. */
export function retentionStart(today: Day): Day {
  return monthsBefore(firstDayOf(today, "month"), RETENTION_MONTHS);
}

/** The slices of the weekly audit; none where the last one (ms, null for none) is less than a week ago. */
export function auditWindows(
  streams: readonly Stream[],
  today: Day,
  audited: number | null,
  now: number,
): PlannedWindow[] {
  const due = audited === null || audited <= now - WEEK_MS || audited > now + CLOCK_MS;
  const from = addDays(today, -AUDIT_DAYS);
  return due ? byDay(streams).flatMap((stream) => slices(stream, from, addDays(today, -1), "history")) : [];
}

/** The slices from a day until yesterday, and today of what only tells how things stand. */
export function historyWindows(
  streams: readonly Stream[],
  today: Day,
  from: Day = historyStart(today),
): PlannedWindow[] {
  const past = byDay(streams).flatMap((stream) => slices(stream, from, addDays(today, -1), "history"));
  return [...past, ...snapshots(streams, today)];
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
  const past = byDay(streams).flatMap((stream) => {
    const { eachRun, daily } = stream.lookBack;
    const since = completeDay < today ? completeDay : today;
    const from = addDays(since, -(plannedDay === today ? eachRun : daily));
    return slices(stream, from, addDays(today, -1), "recent");
  });
  return [...past, ...snapshots(streams, today)];
}

/** Whether a stream only tells how things stand today. */
export function isSnapshot(stream: Stream): boolean {
  return stream.kind === "facts" && stream.history === "today";
}

function byDay(streams: readonly Stream[]): (FactStream | UniqueStream)[] {
  return streams.filter(
    (stream): stream is FactStream | UniqueStream => stream.kind !== "entities" && !isSnapshot(stream),
  );
}

function snapshots(streams: readonly Stream[], today: Day): PlannedWindow[] {
  return streams
    .filter(isSnapshot)
    .map(({ name }) => ({ stream: name, first: today, last: today, kind: "recent" }));
}

/**
 * What to read of entities: what changed since the last reading and a little before, or everything where there was
 * none, where it is a week old and vanished entities must be noticed, or where its end lies in the future.
 */
export function entityWindow(
  { name, sweep, overlapMinutes }: EntityStream,
  cursor: CursorRow | undefined,
  now: number,
): PlannedWindow {
  const last = new Date(now).toISOString();
  const until = cursor?.until ?? null;
  const stale = sweep === "weekly" && (cursor?.swept ?? 0) <= now - WEEK_MS;
  if (until === null || stale || until > now + CLOCK_MS) {
    return { stream: name, first: "", last, kind: "history" };
  }
  const since = new Date(Math.min(until, now) - overlapMinutes * 60_000).toISOString();
  return { stream: name, first: since, last, kind: "recent" };
}

/** The bounds of a window and the place reached in it, as its table holds them. */
export interface Bounds {
  readonly first: string;
  readonly last: string;
  readonly token: string | null;
}

export function dayPage({ first, last, token }: Bounds): Page {
  return { from: first, to: last, token };
}

export function entityPage({ first, last, token }: Bounds): EntityPage {
  return { since: first === "" ? null : first, until: last, token };
}

function slices(stream: DayStream, start: Day, end: Day, kind: PlannedWindow["kind"]): PlannedWindow[] {
  const windows: PlannedWindow[] = [];
  for (let first = beginning(stream, start); first <= end;) {
    const following = nextSlice(stream, first);
    windows.push({ stream: stream.name, first, last: following > end ? end : addDays(following, -1), kind });
    first = following;
  }
  return windows;
}

/** Where the slice after the one that begins on this day begins. */
function nextSlice(stream: DayStream, first: Day): Day {
  if (stream.slice === "day") return addDays(first, 1);
  // A week belongs to the month and year of its end.
  const sliceStart = firstDayOf(stream.starts === "week" ? addDays(first, 6) : first, stream.slice);
  const inNext = addDays(sliceStart, stream.slice === "month" ? 31 : 366);
  return beginning(stream, firstDayOf(inNext, stream.slice));
}

/** The first day of the period of the stream that a day falls in. */
function beginning({ starts }: DayStream, day: Day): Day {
  return starts === "day" ? day : firstDayOf(day, starts);
}

function monthsBefore(firstOfMonth: Day, count: number): Day {
  const months = Number(firstOfMonth.slice(0, 4)) * 12 + Number(firstOfMonth.slice(5, 7)) - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}
