// Mautic's tables of events, filtered, ordered and cut as its own query does.
import { exception } from "./mautic-problem.ts";
import { COLUMNS, rowsOf, type Row } from "./mautic-tables.ts";
import { instantOf } from "./simulation.ts";
import type { World } from "./vendor.ts";

type Where = { col: string; expr: string; val: string };

const DEFAULT_LIMIT = 100;
const EXPRESSIONS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  neq: (order) => order !== 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
};

/**
 * `GET /api/stats/{table}`: `{ total, stats }`, every value a text. A table that does not exist gives the list of those
 * that do; what goes wrong comes with the status of a success.
 * Source: StatsApiController of github.com/mautic/mautic.
 */
export function mauticStats(table: string, query: URLSearchParams, world: World): unknown {
  const columns = COLUMNS[table];
  if (!columns) return { availableTables: Object.keys(COLUMNS), tableColumns: COLUMNS };
  const simulation = world.memory.simulation();
  const wheres = listOf(query, "where", ["col", "expr", "val"]).map(
    ({ col = "", expr = "eq", val = "" }): Where => ({ col, expr, val }),
  );
  const orders = listOf(query, "order", ["col", "dir"]);
  for (const { col = "" } of [...wheres, ...orders]) {
    if (!columns.includes(col))
      return exception(
        `An exception occurred while executing a query: SQLSTATE[42S22]: Column not found: 1054 Unknown column 's.${col}' in 'where clause'`,
        1054,
      );
  }
  const wrong = wheres.find(({ expr }) => !Object.hasOwn(EXPRESSIONS, expr));
  if (wrong) return exception(`Call to undefined method ExpressionBuilder::${wrong.expr}()`);
  const bound = (name: string, otherwise: number): number => Number(query.get(name) ?? otherwise);
  const [start, limit] = [bound("start", 0), bound("limit", DEFAULT_LIMIT)];
  if (!(start >= 0) || !(limit >= 0)) return exception("LIMIT must not be negative");

  const instant = instantOf(simulation, world.now);
  const rows = rowsOf(table, simulation, instant).filter((row) =>
    wheres.every((where) => passes(row, where)),
  );
  const sorted = orders.length === 0 ? rows : [...rows].sort((one, other) => inOrder(one, other, orders));
  const page = sorted.slice(start, start + Math.min(limit, simulation.mostRows));
  const stats = page.map((row) =>
    Object.fromEntries(columns.map((name) => [name, row[name] === undefined ? null : row[name]])),
  );
  return { total: rows.length, stats };
}

/** `where[0][col]=id&where[0][expr]=gt…` as a list. */
function listOf(query: URLSearchParams, name: string, parts: string[]): Partial<Record<string, string>>[] {
  const list: Partial<Record<string, string>>[] = [];
  for (let index = 0; query.has(`${name}[${index}][col]`); index++) {
    list.push(
      Object.fromEntries(
        parts.flatMap((part) => {
          const value = query.get(`${name}[${index}][${part}]`);
          return value === null ? [] : [[part, value]];
        }),
      ),
    );
  }
  return list;
}

/** A missing value passes no test, as in SQL. */
function passes(row: Row, { col, expr, val }: Where): boolean {
  const value = row[col];
  return value !== null && value !== undefined && (EXPRESSIONS[expr]?.(compare(value, val)) ?? false);
}

function inOrder(one: Row, other: Row, orders: Partial<Record<string, string>>[]): number {
  for (const { col = "", dir = "asc" } of orders) {
    const difference = compare(one[col] ?? "", other[col] ?? "");
    if (difference !== 0) return /^desc$/i.test(dir) ? -difference : difference;
  }
  return 0;
}

/** Numbers as numbers, dates as their texts. */
function compare(one: string, other: string): number {
  const numbers = /^\d+$/.test(one) && /^\d+$/.test(other);
  if (numbers) return Number(one) - Number(other);
  return one < other ? -1 : Number(one > other);
}
