// The value of a KPI over chosen rows of a table, its columns found by their headers.
import { isBlank } from "./cell.ts";
import { dimensions } from "./dimensions.ts";
import {
  type Kpi,
  type KpiArgument,
  kpiFromTotals,
  labelOf,
  type Measured,
  metricOf,
  type Outcome,
} from "./kpi.ts";
import { fold } from "./language.ts";
import { measure } from "./measure.ts";
import { type Metric, metricNamed, type MetricName } from "./metrics.ts";
import { sum } from "./number.ts";
import { fail } from "./problem.ts";
import { windowsOf } from "./selection.ts";
import { countAnswers, numbersOf, type Placed } from "./quantity.ts";
import { dateReader, dimensionReader, findColumn, missingColumn, type Row, type Table } from "./table.ts";

/** What computes a KPI over chosen rows; `whole` holds all the rows of the period, the base of shares. */
export interface KpiOnTable {
  /** What its arguments amount to. Problems about the cells are thrown. */
  readonly measured: (rows: readonly Row[], whole: readonly Row[]) => Measured;
  readonly value: (rows: readonly Row[], whole: readonly Row[]) => Outcome;
  /** The lowest and the highest it can be, where people counted in several rows are perhaps the same. */
  readonly bounds: (rows: readonly Row[], whole: readonly Row[]) => readonly [low: Outcome, high: Outcome];
}

/** Where an argument is found in a table. */
interface Column {
  readonly index: number;
  readonly holds: (row: Row) => boolean;
  readonly whole: boolean;
}

/** How people counted in several rows are taken: refused, all the same, or all different. */
type People = "one" | "same" | "different";

/** What computes a KPI over rows of a table. Fails at once where the table lacks a column that the KPI needs. */
export function kpiOnTable(kpi: Kpi, table: Table): KpiOnTable {
  const columns = kpi.args.map((argument) => columnOf(table, argument));
  const missing = kpi.args.find(
    ({ fallback }, index) => columns[index] === undefined && fallback === undefined,
  );
  if (missing) {
    const answers = kpi.answers && findMetric(table, kpi.answers.metric);
    if (!kpi.answers || answers === undefined) return missingColumn(table, labelOf(missing));
    const asked = kpi.answers;
    const measured = (rows: readonly Row[]): Measured => ({
      totals: countAnswers(asked, placed(rows, answers)),
    });
    const value = (rows: readonly Row[]): Outcome => kpiFromTotals(kpi, measured(rows).totals);
    return { measured, value, bounds: (rows) => [value(rows), value(rows)] };
  }
  const compute = (
    rows: readonly Row[],
    whole: readonly Row[],
    people: (index: number) => People,
  ): Measured => {
    checkCurrency(table, rows, kpi, columns);
    const rowsOf = (column: Column): readonly Row[] => (column.whole ? whole : rows).filter(column.holds);
    return measure(kpi, {
      total: (argument, index) => {
        const column = columns[index];
        return column && total(table, rowsOf(column), column.index, metricOf(argument), people(index));
      },
      cells: (_, index) => {
        const column = columns[index];
        return column ? placed(rowsOf(column), column.index) : [];
      },
    });
  };
  const measured: KpiOnTable["measured"] = (rows, whole) => compute(rows, whole, () => "one");
  return {
    measured,
    value: (rows, whole) => kpiFromTotals(kpi, measured(rows, whole).totals),
    bounds: (rows, whole) =>
      extremes(kpi, (people) => kpiFromTotals(kpi, compute(rows, whole, people).totals)),
  };
}

/** A table whose rows, if they have no date of their own, are dated by what one of these KPIs ends with. */
export function datedFor(kpis: readonly Kpi[], table: Table): Table {
  const ends = kpis.flatMap(({ args, dated }) => args.filter(({ name }) => name === dated));
  const columns = ends.flatMap((argument) => columnOf(table, argument)?.index ?? []);
  return { ...table, dates: columns[0] };
}

/** The lowest and the highest outcome over each way to take people; ratios are monotonous in each of their parts. */
function extremes(
  kpi: Kpi,
  compute: (people: (index: number) => People) => Outcome,
): readonly [Outcome, Outcome] {
  const counted = kpi.args.flatMap((argument, index) => (countsPeople(metricOf(argument)) ? [index] : []));
  const outcomes = Array.from({ length: 2 ** counted.length }, (_, mask) =>
    compute((index) => ((mask >> counted.indexOf(index)) & 1 ? "different" : "same")),
  );
  const values = outcomes.flatMap((outcome) => ("value" in outcome ? [outcome.value] : []));
  const problem = outcomes.find((outcome) => "problem" in outcome);
  return problem ? [problem, problem] : [{ value: Math.min(...values) }, { value: Math.max(...values) }];
}

function countsPeople({ unit, adds }: Metric): boolean {
  return unit === "count" && adds === "none";
}

/** The column of an argument: under its own label, its metric's names, or within the column of a wider metric. */
function columnOf(table: Table, argument: KpiArgument): Column | undefined {
  const { label, metric } = argument;
  const { of, where, whole = false } = metricOf(argument);
  const own = (label && findColumn(table, { name: label.en, label })) ?? findMetric(table, metric);
  if (own !== undefined) return { index: own, holds: () => true, whole };
  const wider = of === undefined ? undefined : findMetric(table, of as MetricName);
  if (wider === undefined) return undefined;
  if (!where) return { index: wider, holds: () => true, whole };
  const read = dimensionReader(table, where.dimension);
  const wanted = new Set(where.values.map(fold));
  return { index: wider, holds: (row) => wanted.has(fold(String(read(row) ?? ""))), whole };
}

function findMetric(table: Table, metric: MetricName): number | undefined {
  return findColumn(table, { name: metric, ...metricNamed(metric) });
}

/** The total of a column over rows, `undefined` where all its cells are blank. */
function total(
  table: Table,
  rows: readonly Row[],
  column: number,
  metric: Metric,
  people: People,
): number | undefined {
  const filled = rows.filter((row) => !isBlank(row.cells[column]));
  const counted = filled.length > 1 ? onItsDay(table, filled, metric.adds) : filled;
  if (counted.length === 0) return undefined;
  const header = table.headers[column] ?? "";
  const values = numbersOf(metric, { fr: header, en: header }, placed(counted, column));
  const addsUp = metric.adds === "sum" || (metric.unit === "money" && metric.adds !== "none");
  if (addsUp || values.length === 1) return sum(values);
  if (!countsPeople(metric)) return fail({ kind: "not_additive", metric: metric.label, rows: values.length });
  if (people === "same") return values.reduce((most, value) => Math.max(most, value), 0);
  if (people === "different") return sum(values);
  const windows = windowsOf(table, counted);
  return fail({ kind: "not_additive", metric: metric.label, rows: values.length, windows });
}

function placed(rows: readonly Row[], column: number): Placed[] {
  return rows.map((row) => ({ cell: row.cells[column], place: { row: row.number } }));
}

/** The rows of the first or the last day, where that is what a metric means. */
function onItsDay(table: Table, rows: readonly Row[], adds: Metric["adds"]): readonly Row[] {
  if (adds !== "first" && adds !== "last") return rows;
  const read = dateReader(table);
  const days = rows.map((row) => read(row) ?? "");
  const chosen = days.reduce((best, day) => ((adds === "first" ? day < best : day > best) ? day : best));
  return rows.filter((_, index) => days[index] === chosen);
}

/** Fails where the money of a KPI would be added up over several currencies. */
function checkCurrency(
  table: Table,
  rows: readonly Row[],
  kpi: Kpi,
  columns: readonly (Column | undefined)[],
): void {
  const currency = findColumn(table, { name: "currency", ...dimensions.currency });
  const money = columns.filter((_, index) => kpi.args[index] && metricOf(kpi.args[index]).unit === "money");
  if (currency === undefined || money.length === 0) return;
  const found = new Set<string>();
  for (const row of rows) {
    const paid = money.some((column) => column !== undefined && !isBlank(row.cells[column.index]));
    const cell = row.cells[currency];
    if (paid && !isBlank(cell)) found.add(String(cell).trim().toUpperCase());
  }
  if (found.size > 1) fail({ kind: "several_currencies", currencies: [...found].sort() });
}
