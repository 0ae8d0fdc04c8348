// Instants and days as people say them: how long ago, at what time, on which day.
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../../shared/language.ts";
import type { Day } from "../../shared/period.ts";

const LOCALES: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };
const STEPS = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3600 },
  { unit: "minute", seconds: 60 },
] as const;

/** `il y a 12 minutes`, `dans 2 heures`, `hier`; `maintenant` within a minute. In short: `il y a 12 min`. */
export function relative(
  instant: string,
  now: number,
  language: Language,
  style: "long" | "short" = "long",
): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const format = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: "auto", style });
  const step = STEPS.find((each) => Math.abs(seconds) >= each.seconds);
  return step ? format.format(Math.round(seconds / step.seconds), step.unit) : format.format(0, "second");
}

/** How far a day is, in days: `dans 40 jours`, `demain`. */
export function relativeDay(day: Day, now: number, language: Language): string {
  const days = Math.round(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${dayOf(now)}T00:00:00Z`)) / 86_400_000,
  );
  return new Intl.RelativeTimeFormat(LOCALES[language], { numeric: "auto" }).format(days, "day");
}

/** The day on the user's own calendar. */
export function dayOf(now: number): Day {
  const date = new Date(now);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `21/11 10:05`, on the user's clock. */
export function atTime(instant: string, language: Language): string {
  const options = { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(instant)).replace(",", "");
}

/** `20 nov. 2026`. */
export function dayInWords(day: Day, language: Language): string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(`${day}T00:00:00Z`));
}

/** `12 s`, `2 min 5 s`. */
export function duration(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds}\u00a0s` : `${minutes}\u00a0min ${seconds % 60}\u00a0s`;
}

/** The time it is, told anew every half minute while the view is shown. */
export function useNow(shown: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!shown) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, [shown]);
  return now;
}
