// Answers a query of Salesforce: rows of a table, filtered, ordered, and cut into pages that are soon forgotten.
import { namesOf, rowsOf, type SalesforceRow } from "./salesforce-objects.ts";
import { readSoql, SoqlRefusal, type Condition, type Soql } from "./salesforce-soql.ts";
import { instantOf } from "./simulation.ts";
import type { World } from "./vendor.ts";

const BATCH = 2000;
const URL_BASE = "/services/data/v64.0";

/** `all` shows what was deleted too, as long as it lies in the bin. @throws SoqlRefusal */
export function answerQuery(text: string, all: boolean, { memory, now }: World): unknown {
  const simulation = memory.simulation();
  const query = readSoql(text);
  const rows = rowsOf(query.table, simulation, instantOf(simulation, now));
  const names = namesOf(query.table, simulation);
  if (!rows || !names)
    throw new SoqlRefusal("INVALID_TYPE", `sObject type '${query.table}' is not supported.`);
  const asked = [...query.fields.map(({ name }) => name), ...query.conditions.map(({ field }) => field)];
  const unknown = [...asked, ...(query.order ? [query.order] : [])].find((name) => !names.has(name));
  if (unknown !== undefined)
    throw new SoqlRefusal("INVALID_FIELD", `No such column '${unknown}' on entity '${query.table}'.`);
  if (query.fields.some(({ converted }) => converted) && !simulation.severalCurrencies)
    throw new SoqlRefusal(
      "INVALID_FIELD",
      "convertCurrency is only allowed in organizations with several currencies",
    );
  const found = rows.filter(
    (row) => (all || row["IsDeleted"] === false) && query.conditions.every((one) => passes(row, one)),
  );
  const { order } = query;
  // Without an order, none is promised.
  const sorted =
    order === null ? found.toReversed() : found.toSorted((one, other) => compare(one[order], other[order]));
  const limited = sorted.slice(0, query.limit);
  const page = limited.slice(0, Math.min(BATCH, simulation.mostRows));
  const done = page.length === limited.length;
  return {
    totalSize: limited.length,
    done,
    ...(!done && { nextRecordsUrl: `${URL_BASE}/query/01gRO0000016PIAYA2-${page.length}` }),
    records: page.map((row) => shown(row, query)),
  };
}

function passes(row: SalesforceRow, { field, operator, value }: Condition): boolean {
  const held = row[field];
  if (held === null || held === undefined) return false;
  const order = compare(held, value);
  const tests: Record<string, boolean> = {
    "=": order === 0,
    "!=": order !== 0,
    "<": order < 0,
    "<=": order <= 0,
    ">": order > 0,
    ">=": order >= 0,
  };
  return tests[operator] ?? false;
}

/** Instants by their time, the rest by the order of its characters, capitals before small letters. */
function compare(one: unknown, other: unknown): number {
  const instants = [one, other].map((value) =>
    String(value).includes("T") ? Date.parse(String(value)) : Number.NaN,
  );
  const [left = Number.NaN, right = Number.NaN] = instants;
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return String(one) < String(other) ? -1 : Number(String(one) > String(other));
}

function shown(row: SalesforceRow, { table, fields }: Soql): Record<string, unknown> {
  const record: Record<string, unknown> = {
    attributes: { type: table, url: `${URL_BASE}/sobjects/${table}/${String(row["Id"])}` },
  };
  for (const { name, converted } of fields) {
    const [parent = "", child] = name.split(".");
    if (child === undefined) record[name] = converted ? row[`${name} converted`] : row[name];
    else record[parent] = row[name] === null ? null : { attributes: { type: parent }, [child]: row[name] };
  }
  return record;
}
