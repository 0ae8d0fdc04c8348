// Wall clocks and instants: what a day cell is in a time zone, with the zone's summer time.

const DAY = 86_400_000;
const QUARTER = 900_000;
/** Day 0 of a spreadsheet: https://developers.google.com/workspace/sheets/api/guides/formats#about_date_time_values */
const DAY_ZERO = Date.UTC(1899, 11, 30);

const clocks = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function zoneOffset(instant: number, zone: string): number {
  if (zone === "Etc/UTC" || zone === "UTC" || !Number.isFinite(instant)) return 0;
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map()));
  // Clocks change on a quarter of an hour, never inside one.
  const quarter = Math.floor(instant / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) known.set(quarter, (offset = readOffset(quarter * QUARTER, zone)));
  return offset;
}

function readOffset(instant: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(zone, clock);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

/** The instant at which the zone's clocks show `wall` (milliseconds, as if UTC); the later one in a gap. */
export function wallToInstant(wall: number, zone: string): number {
  const guess = wall - zoneOffset(wall, zone);
  return wall - zoneOffset(guess, zone);
}

/** A spreadsheet's number of days (with its fraction) to the instant it is in `zone`. */
export function serialToInstant(serial: number, zone: string): number {
  return wallToInstant(DAY_ZERO + Math.round(serial * DAY), zone);
}

/** The number of days that a spreadsheet in `zone` shows for an instant. */
export function instantToSerial(instant: number, zone: string): number {
  return (instant + zoneOffset(instant, zone) - DAY_ZERO) / DAY;
}
