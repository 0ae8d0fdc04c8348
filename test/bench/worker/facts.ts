// The facts of the benchmark, the same for the Worker's store and for node:sqlite.

/** Series a day; with a thousand days, a million facts. */
export const SERIES = 1000;

/** The day `index` days after 2024-01-01. */
export function dayOf(index: number): string {
  return new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
}

export function valuesOf(series: number): Record<string, number> {
  return {
    sessions: 10 + (series % 89),
    engaged_sessions: 5 + (series % 31),
    screen_page_views: 40 + (series % 211),
  };
}
