// What happened at the shop over a window of days, added up: what every simulated service's figures can be checked by.
import { isDay } from "./days.ts";
import { emptyCounts, distinct, shopRows, type Counts, type ShopRow } from "./shop.ts";
import { OTHERS, type Happened } from "./shop-relations.ts";
import { today } from "./simulation.ts";
import type { Answer, World } from "./vendor.ts";

type Totals = Omit<Counts, "revenue" | "spend"> & { revenueMicros: number; spendMicros: number };

/**
 * `GET /totals?from&to&by`: the site's figures. `with=sales,search` adds parts of `shop-relations.ts`, each
 * `{ total, groups }`. Users are the distinct ones of the whole window, in each group and over all: they do not add up.
 */
export function totals(query: URLSearchParams, { memory, now }: World): Answer {
  const simulation = memory.simulation();
  const from = query.get("from") ?? "";
  const to = query.get("to") ?? "";
  const key = GROUPS.get(query.get("by") ?? "channel");
  if (!isDay(from) || !isDay(to) || !key)
    return { status: 400, body: { error: "from, to and by are wanted." } };
  const rows = shopRows(from, to, today(simulation, now), simulation.adjustments);
  const groups = Object.groupBy(rows, key);
  const byGroup = Object.fromEntries(Object.entries(groups).map(([name, group = []]) => [name, sum(group)]));
  const wanted = (query.get("with") ?? "").split(",").filter((name) => name !== "");
  if (wanted.some((name) => !Object.hasOwn(OTHERS, name)))
    return { status: 400, body: { error: `with holds some of ${Object.keys(OTHERS).join()}.` } };
  const others = wanted.map((name) => {
    const all = (OTHERS[name]?.(from, to, simulation, now) ?? []).filter(
      ({ day }) => day >= from && day <= to,
    );
    return [name, added(all, key)];
  });
  const site = { rows: rows.length, total: sum(rows), groups: byGroup };
  return { status: 200, body: { from, to, ...site, ...(Object.fromEntries(others) as object) } };
}

type Place = Pick<ShopRow, "day" | "line">;

const GROUPS = new Map<string, (row: Place) => string>([
  ["channel", ({ line }) => line.channel],
  ["campaign", ({ line }) => line.campaign],
  ["day", ({ day }) => day],
]);

function sum(rows: ShopRow[]): Totals {
  const sums = emptyCounts();
  for (const row of rows) for (const name of Object.keys(sums) as (keyof Counts)[]) sums[name] += row[name];
  const { revenue, spend, ...counts } = sums;
  const users = distinct(rows.map((row) => row.users));
  return { ...counts, users, revenueMicros: revenue * 10_000, spendMicros: spend * 10_000 };
}

function added(all: Happened[], key: (row: Place) => string) {
  const total: Record<string, number> = {};
  const groups: Record<string, Record<string, number>> = {};
  for (const one of all) {
    const group = (groups[key(one)] ??= {});
    for (const [name, value] of Object.entries(one.counts)) {
      total[name] = (total[name] ?? 0) + value;
      group[name] = (group[name] ?? 0) + value;
    }
  }
  return { total, groups };
}
