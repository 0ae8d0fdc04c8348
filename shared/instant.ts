// Dates with a time of day: the instant in a cell, as milliseconds since 1970.
import { type Cell, isDate } from "./cell.ts";
import { parseDay } from "./period.ts";

const TIME = /^(\d{1,2})[:h](\d{2})(?::(\d{2}(?:\.\d+)?))?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The instant in a cell: a date cell, or a text such as `2026-01-31`, `31/01/2026 14:30` or `2026-01-31T14:30:00Z`
 * (UTC where it names no zone); `undefined` for anything else, numbers included.
 */
export function instantIn(cell: Cell): number | undefined {
  if (isDate(cell)) return cell.getTime();
  if (typeof cell !== "string") return undefined;
  const [dayText = "", timeText = ""] = cell.trim().split(/[T ]+/, 2);
  const day = parseDay(dayText);
  if (day === undefined) return undefined;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (timeText === "") return midnight;
  const [, hours, minutes, seconds = 0, zone = "Z"] = TIME.exec(timeText) ?? [];
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) >= 61)
    return undefined;
  const [, sign, zoneHours, zoneMinutes] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? ["", "+", 0, 0];
  const offset = (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  return midnight + (Number(hours) * 3600 + (Number(minutes) - offset) * 60 + Number(seconds)) * 1000;
}
