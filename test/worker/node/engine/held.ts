// What a workspace holds, in a form that two of them can be compared by.
import type { Engine } from "./engine.ts";

interface FactLine {
  readonly stream: string;
  readonly day: number;
  readonly series: string;
  readonly sums: string;
}

/** Every figure with its names, each stream, day and series once; the marks of days beside them where wanted. */
export function figuresOf({ disk }: Pick<Engine, "disk">, from = "0000-00-00", to = "9999-99-99"): string[] {
  const [first, last] = [from, to].map((day) => Number(day.replaceAll("-", "")));
  const facts = disk
    .rows<FactLine>(
      `SELECT stream, day, json_array(key, channel, source, medium, campaign_id, campaign) AS series, sums
       FROM facts JOIN series ON series.number = facts.series AND series.connection = facts.connection
       WHERE day BETWEEN ? AND ? ORDER BY 1, 2, 3`,
      first ?? 0,
      last ?? 0,
    )
    .map(({ stream, day, series, sums }) => `${stream} ${day} ${series} ${sorted(sums)}`);
  const uniques = disk
    .rows<{ line: string }>(
      `SELECT calendar || ' ' || first || ' ' || last || ' ' || metric || ' ' || value AS line FROM uniques
       WHERE first BETWEEN ? AND ? ORDER BY 1`,
      from,
      to,
    )
    .map(({ line }) => line);
  return [...facts, ...uniques];
}

/** The days known of each stream, with their marks. */
export function daysOf({ disk }: Pick<Engine, "disk">): string[] {
  return disk
    .rows<{ line: string }>(
      "SELECT stream || ' ' || day || ' ' || marks AS line FROM coverage ORDER BY stream, day",
    )
    .map(({ line }) => line);
}

/** The sums of every metric by day. */
export function sumsByDay({ disk }: Pick<Engine, "disk">): Record<string, Record<string, number>> {
  const days: Record<string, Record<string, number>> = {};
  for (const { day, name, total } of disk.rows<{ day: number; name: string; total: number }>(
    "SELECT day, key AS name, SUM(value) AS total FROM facts, json_each(sums) GROUP BY 1, 2 ORDER BY 1, 2",
  )) {
    const text = String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
    days[text] = { ...days[text], [name]: total };
  }
  return days;
}

function sorted(sums: string): string {
  const values = Object.entries(JSON.parse(sums) as Record<string, number>);
  return JSON.stringify(Object.fromEntries(values.sort(([one], [other]) => (one < other ? -1 : 1))));
}
