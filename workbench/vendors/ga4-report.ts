// Builds a report of Google Analytics from the shop's rows: groups, orders and cuts them into a page.
import { DATE_DIMENSIONS, DIMENSIONS, METRICS, type Group } from "./ga4-fields.ts";
import type { Order, ReportRequest } from "./ga4-request.ts";
import { seeded } from "./random.ts";
import { emptyCounts, shopRows, type ShopRow } from "./shop.ts";
import type { Simulation } from "./simulation.ts";

type Line = { dimensions: string[]; metrics: string[] };
export type Report = { lines: Line[]; rowCount: number };

/** Rows seen by fewer users than this are withheld when thresholding is on. */
const THRESHOLD = 12;
/** Lines with fewer sessions than this on an ordinary day go to "(other)" when that is on. */
const SMALL = 40;

/** One page of the report, and how many rows it has in all. */
export function report(request: ReportRequest, simulation: Simulation, today: string): Report {
  const groups = new Map<string, Group & { dimensions: string[] }>();
  for (const range of request.dateRanges) {
    for (const row of shopRows(range.from, range.to, today, simulation.adjustments)) {
      const values = request.dimensions.map((name) => dimension(name, row, simulation.quality.otherRow));
      if (request.dateRanges.length > 1) values.push(range.name);
      const key = JSON.stringify(values);
      const group = groups.get(key) ?? { sums: emptyCounts(), users: [], dimensions: values };
      add(group, row);
      groups.set(key, group);
    }
  }
  const lines = [...groups.values()]
    .filter((group) => !simulation.quality.thresholding || METRICS["totalUsers"]!.read(group) >= THRESHOLD)
    .map((group) => ({
      dimensions: group.dimensions,
      metrics: request.metrics.map((name) => String(METRICS[name]!.read(group))),
    }))
    .filter(
      ({ metrics }) =>
        request.keepEmptyRows || metrics.length === 0 || metrics.some((value) => value !== "0"),
    );
  const sorted = ordered(lines, request);
  const end = request.offset + Math.min(request.limit, simulation.mostRows);
  return { lines: sorted.slice(request.offset, end), rowCount: lines.length };
}

function dimension(name: string, row: ShopRow, otherRow: boolean): string {
  const folded = otherRow && row.line.sessions < SMALL && !DATE_DIMENSIONS.has(name);
  return folded ? "(other)" : DIMENSIONS[name]!(row);
}

function add(group: Group, row: ShopRow): void {
  for (const name of Object.keys(group.sums) as (keyof Group["sums"])[]) group.sums[name] += row[name];
  group.users.push(row.users);
}

/** Rows that the request does not tell apart come in an order that changes from page to page, as Google's may. */
function ordered(lines: Line[], request: ReportRequest): Line[] {
  const chance = (line: Line): number => seeded(`${request.offset} ${line.dimensions.join()}`)();
  return lines
    .map((line) => ({ line, chance: chance(line) }))
    .sort((one, other) => {
      for (const order of request.orders) {
        const difference = compare(one.line, other.line, order, request);
        if (difference !== 0) return order.descending ? -difference : difference;
      }
      return one.chance - other.chance;
    })
    .map(({ line }) => line);
}

function compare(one: Line, other: Line, { field, kind, type }: Order, request: ReportRequest): number {
  const column = request[`${kind}s`].indexOf(field);
  const [left, right] = [one[`${kind}s`][column]!, other[`${kind}s`][column]!];
  if (kind === "metric" || type === "NUMERIC") return Number(left) - Number(right);
  const insensitive = type === "CASE_INSENSITIVE_ALPHANUMERIC";
  const [before, after] = insensitive ? [left.toLowerCase(), right.toLowerCase()] : [left, right];
  return before < after ? -1 : Number(before > after);
}
