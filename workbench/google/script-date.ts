// The `Date` of a script: its local time is the manifest's time zone, whatever the machine's.
import { wallToInstant, zoneOffset } from "./time-zone.ts";

const NativeDate = Date;
const UNITS = ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"] as const;
/** Instants whatever the zone: a time with its offset, or a day alone. */
const ABSOLUTE = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(?:\(.*\))?$|^[+-]?\d{4,6}(?:-\d\d(?:-\d\d)?)?$/i;

/**
 * A `Date` constructor for one execution.
 * @param now milliseconds since 1970, for `new Date()` and `Date.now()`
 */
export function createScriptDate(zone: string, now: () => number): DateConstructor {
  class ScriptDate extends NativeDate {
    constructor(...parts: unknown[]) {
      super(instantOf(parts, zone, now));
    }
    static override now(): number {
      return now();
    }
    static override parse(text: string): number {
      return parseIn(zone, text);
    }
    override getDay(): number {
      return wall(this).getUTCDay();
    }
    override getTimezoneOffset(): number {
      return -zoneOffset(this.getTime(), zone) / 60_000;
    }
    override toString(): string {
      if (Number.isNaN(this.getTime())) return "Invalid Date";
      return `${this.toDateString()} ${this.toTimeString()}`;
    }
    override toDateString(): string {
      return wall(this)
        .toUTCString()
        .replace(/^(\w+), (\d+) (\w+) (\d+).*$/, "$1 $3 $2 $4");
    }
    override toTimeString(): string {
      const minutes = -this.getTimezoneOffset();
      const offset = Math.abs(minutes);
      const digits = String(Math.floor(offset / 60) * 100 + (offset % 60)).padStart(4, "0");
      return `${wall(this).toISOString().slice(11, 19)} GMT${minutes < 0 ? "-" : "+"}${digits}`;
    }
    override toLocaleString(locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions): string {
      return super.toLocaleString(locales, { timeZone: zone, ...options });
    }
    override toLocaleDateString(
      locales?: Intl.LocalesArgument,
      options?: Intl.DateTimeFormatOptions,
    ): string {
      return super.toLocaleDateString(locales, { timeZone: zone, ...options });
    }
    override toLocaleTimeString(
      locales?: Intl.LocalesArgument,
      options?: Intl.DateTimeFormatOptions,
    ): string {
      return super.toLocaleTimeString(locales, { timeZone: zone, ...options });
    }
  }
  /** A native date whose UTC fields are the zone's clock. */
  const wall = (date: Date) => new NativeDate(date.getTime() + zoneOffset(date.getTime(), zone));
  for (const unit of UNITS) {
    Object.defineProperty(ScriptDate.prototype, `get${unit}`, {
      value(this: Date) {
        return wall(this)[`getUTC${unit}`]();
      },
    });
    Object.defineProperty(ScriptDate.prototype, `set${unit}`, {
      value(this: Date, ...values: [number]) {
        const moved = wall(this);
        moved[`setUTC${unit}`](...values);
        return this.setTime(wallToInstant(moved.getTime(), zone));
      },
    });
  }
  Object.defineProperty(ScriptDate, "name", { value: "Date" });
  return new Proxy(ScriptDate, {
    // `Date()` without `new` is a text.
    apply: () => new ScriptDate().toString(),
  }) as unknown as DateConstructor;
}

function instantOf(parts: unknown[], zone: string, now: () => number): number {
  const [first] = parts;
  if (parts.length === 0) return now();
  if (parts.length > 1) return wallToInstant(NativeDate.UTC(...(parts as [number])), zone);
  if (first instanceof NativeDate) return first.getTime();
  return typeof first === "string" ? parseIn(zone, first) : Number(first);
}

function parseIn(zone: string, text: string): number {
  const native = new NativeDate(text);
  if (ABSOLUTE.test(text.trim())) return native.getTime();
  const shown = native.getTime() - native.getTimezoneOffset() * 60_000;
  return wallToInstant(shown, zone);
}
