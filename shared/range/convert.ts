// From the rows of a range to figures by day: what counts, what is passed over, and what is left out with its reason.
import type { SentCell, SentRows } from "../api/ranges.ts";
import { fold } from "../language.ts";
import { isMetric, type MetricName, metricNamed } from "../metrics.ts";
import { addDays, type Day } from "../period.ts";
import { scoreCounts } from "../score-counts.ts";
import { isNothing, readAmount, readDay, textOf } from "./cells.ts";
import { type ChannelName, channelIn } from "./channel-names.ts";
import { isLevel, type RangeMapping, type Role } from "./mapping.ts";
import type { LeftOut, Rejection, RejectionCode } from "./rejection.ts";

export type Values = Readonly<Partial<Record<MetricName, number>>>;

/** The figures of one day and one combination of names. */
export interface RangeFact {
  readonly day: Day;
  readonly channel: ChannelName;
  readonly source: string;
  readonly account: string;
  readonly campaign: string;
  readonly values: Values;
}

export interface Conversion {
  readonly facts: readonly RangeFact[];
  /** Rows that count. */
  readonly counted: number;
  readonly leftOut: LeftOut;
}

/** A column that the mapping names and that is not there any more, or twice. */
export interface Changed {
  readonly missing: string;
}

export interface Around {
  /** On the spreadsheet's calendar. */
  readonly today: Day;
  /** A value as figures are kept: without rounding, sums of decimals would drift. */
  readonly stored: (metric: MetricName, value: number) => number;
}

const TEN_YEARS = 3652;
const LONGEST_NAME = 200;
/** How many rows left out are told one by one. */
const MOST_TOLD = 5;

/** Converts the rows under a header. Blank rows, totals and repeated headers are passed over. */
export function convert(
  { first, rows }: SentRows,
  mapping: RangeMapping,
  around: Around,
): Conversion | Changed {
  const [header = [], ...others] = rows;
  const places = placesOf(header, mapping);
  if (!(places instanceof Map)) return places;
  const reader = { mapping, places, around };
  const kept: Kept[] = [];
  const rejections: Rejection[] = [];
  others.forEach((cells, index) => {
    if (isPassedOver(cells, header, reader)) return;
    const read = readRow(cells, reader);
    if (!("code" in read)) kept.push(read);
    else rejections.push({ row: first + index + 1, header: headerOf(mapping, read.role), code: read.code });
  });
  const counted = mapping.kind === "orders" ? asOrders(kept, places) : kept;
  return {
    facts: added(counted),
    counted: counted.length,
    leftOut: { count: rejections.length, first: rejections.slice(0, MOST_TOLD) },
  };
}

type Places = ReadonlyMap<Role, number>;

interface Reader {
  readonly mapping: RangeMapping;
  readonly places: Places;
  readonly around: Around;
}

/** A row that counts, and its cells. */
interface Kept extends RangeFact {
  readonly cells: readonly SentCell[];
}

interface Refused {
  readonly role: Role;
  readonly code: RejectionCode;
}

function placesOf(header: readonly SentCell[], { columns }: RangeMapping): Map<Role, number> | Changed {
  const names = header.map(textOf);
  const places = new Map<Role, number>();
  for (const { header: wanted, role } of columns) {
    const place = names.indexOf(wanted);
    if (place < 0 || names.lastIndexOf(wanted) !== place) return { missing: wanted };
    places.set(role, place);
  }
  return places;
}

function headerOf({ columns }: RangeMapping, role: Role): string {
  return columns.find((column) => column.role === role)?.header ?? "";
}

/** A blank row, the header again, or a total: a row without a day in which a cell says so. */
function isPassedOver(
  cells: readonly SentCell[],
  header: readonly SentCell[],
  { mapping, places }: Reader,
): boolean {
  if (cells.every(isNothing)) return true;
  const date = cells[places.get("date") ?? 0] ?? "";
  if (readDay(date, mapping.dayFirst) !== undefined) return false;
  if (cells.every((cell, place) => textOf(cell) === textOf(header[place]))) return true;
  return cells.some((cell) => typeof cell === "string" && /^(grand )?(sous )?tota(l|ux)\b/.test(fold(cell)));
}

function readRow(cells: readonly SentCell[], { mapping, places, around }: Reader): Kept | Refused {
  const at = (role: Role): SentCell => cells[places.get(role) ?? -1] ?? "";
  const date = at("date");
  if (isNothing(date)) return { role: "date", code: "no_date" };
  const day = readDay(date, mapping.dayFirst);
  if (day === undefined) return { role: "date", code: "bad_date" };
  if (day > around.today) return { role: "date", code: "future" };
  if (day < addDays(around.today, -TEN_YEARS)) return { role: "date", code: "too_old" };
  if (!isNothing(at("currency")) && textOf(at("currency")).toUpperCase() !== mapping.currency) {
    return { role: "currency", code: "other_currency" };
  }
  const values = readValues(at, { mapping, places, around });
  if ("code" in values) return values;
  const name = (role: Role): string => textOf(at(role)).slice(0, LONGEST_NAME);
  return {
    day,
    channel: places.has("channel") ? channelIn(name("channel")) : (mapping.channel ?? "unknown"),
    source: name("source"),
    account: name("account"),
    campaign: name("campaign"),
    values,
    cells,
  };
}

function readValues(at: (role: Role) => SentCell, { mapping, places, around }: Reader): Values | Refused {
  if (mapping.kind === "scores") {
    if (isNothing(at("score"))) return {};
    const score = readAmount(at("score"), mapping.decimal);
    const fits = score !== undefined && Number.isInteger(score) && score >= 0 && score <= 10;
    return fits ? scoreCounts.net_promoters([score]) : { role: "score", code: "not_a_score" };
  }
  const values: Partial<Record<MetricName, number>> = {};
  for (const role of places.keys()) {
    if (!isMetric(role) || isNothing(at(role))) continue;
    const value = readAmount(at(role), mapping.decimal);
    if (value === undefined) return { role, code: "not_a_number" };
    const { unit, signed } = metricNamed(role);
    if (unit === "count" && !Number.isInteger(value)) return { role, code: "not_whole" };
    // A credit note is a negative amount.
    if (value < 0 && unit !== "money" && !signed) return { role, code: "negative" };
    values[role] = around.stored(role, value);
  }
  return values;
}

/** Each order once, on the day of its first row, and each customer once, on the day of the first order. */
function asOrders(rows: readonly Kept[], places: Places): Kept[] {
  const [order, customer] = [places.get("order"), places.get("customer")];
  const [orders, customers] = [new Set<string>(), new Set<string>()];
  const isNew = (known: Set<string>, cell: SentCell | undefined): boolean => {
    const id = textOf(cell).toLowerCase();
    if (id === "" || known.has(id)) return false;
    known.add(id);
    return true;
  };
  return rows
    .slice()
    .sort(byDay)
    .map((row): Kept => {
      const { values, cells } = row;
      // A refund takes its amount back and is no order.
      if ((values.revenue ?? 0) < 0) return row;
      const first = order === undefined || isNothing(cells[order]) || isNew(orders, cells[order]);
      const joins = customer !== undefined && isNew(customers, cells[customer]);
      return {
        ...row,
        values: { ...values, ...(first && { orders: 1 }), ...(joins && { new_customers: 1 }) },
      };
    });
}

function byDay(a: { readonly day: Day }, b: { readonly day: Day }): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

/** Rows of one day and one combination of names make one; of what tells how things stand, the last one holds. */
function added(rows: readonly Kept[]): RangeFact[] {
  const facts = new Map<string, RangeFact & { readonly values: Partial<Record<MetricName, number>> }>();
  for (const { cells: _, values, ...names } of rows) {
    const key = JSON.stringify(names);
    const fact = facts.get(key) ?? { ...names, values: {} };
    for (const [metric, value] of Object.entries(values) as [MetricName, number][]) {
      fact.values[metric] = isLevel(metric) ? value : (fact.values[metric] ?? 0) + value;
    }
    facts.set(key, fact);
  }
  return [...facts.values()];
}
