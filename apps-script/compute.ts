// What each custom function computes, from the arguments of a cell to a number or a table that spills. Pure.
import { caught, kpiFromArguments, kpiFromEach, measureArguments } from "../shared/arguments.ts";
import { type Argument, type Cell, isBlank, isOmitted, quotable, rowsOf } from "../shared/cell.ts";
import { warningsOf } from "../shared/check.ts";
import { type Kpi, kpiFromTotals, type Measured, metricOf, type Outcome } from "../shared/kpi.ts";
import { describe, describePart } from "../shared/kpi-info.ts";
import { datedFor, kpiOnTable } from "../shared/kpi-table.ts";
import { findKpi } from "../shared/kpis/index.ts";
import { fold, type Language } from "../shared/language.ts";
import type { Day } from "../shared/period.ts";
import { fail, type Problem } from "../shared/problem.ts";
import { type Selection, selectRows } from "../shared/selection.ts";
import { dayIn, dimensionReader, groupRows, readTable, type Row, type Table } from "../shared/table.ts";
import { codeOf, warn, type Warning } from "../shared/warning.ts";

export type Arguments = readonly Argument[];
export type Spill = Cell[][];

/** `=CPA(B2:B31; C2:C31)`: the KPI of the totals. */
export function computeKpi(kpi: Kpi, args: Arguments): number {
  return valueOf(kpiFromArguments(kpi, args));
}

/** `=KPI_EACH("CPA"; B1:B31; C1:C31)`: the KPI of each row; its name over a header row, nothing beside blanks. */
export function computeEach([name, ...args]: Arguments): Spill {
  const kpi = findKpi(textOf(name));
  let filled = 1;
  const spill = kpiFromEach(kpi, args).map((row, index) =>
    row.map((outcome) => {
      if (outcome === undefined) return "";
      filled = index + 1;
      return outcome === "header" ? kpi.name : shown(outcome);
    }),
  );
  return spill.slice(0, filled);
}

/**
 * `=KPI("CPA"; A1:K100; [from]; [to]; ["channel"; "email"]…)`: the KPI of the rows chosen in a table; with "bounds"
 * at the end, the lowest and the highest it can be, side by side.
 */
export function computeOnTable(args: Arguments): number | Spill {
  const { compute, rows, whole, bounds } = onTable(args);
  if (!bounds) return valueOf(compute.value(rows, whole));
  return [compute.bounds(rows, whole).map(valueOf)];
}

function onTable([name, range, from, to, ...rest]: Arguments) {
  const kpi = findKpi(textOf(name));
  const table = datedFor([kpi], readTable(rowsOf(range)));
  const compute = kpiOnTable(kpi, table);
  const chosen = selection(from, to, rest);
  const rows = selectRows(table, chosen);
  return { kpi, compute, rows, whole: wholeOf([kpi], table, chosen, rows), bounds: chosen.bounds };
}

/** `=KPI_BY("CPA"; A1:K100; "channel"; [from]; [to]; …)`: a row for each value of a dimension, a column for each KPI. */
export function computeBy([names, range, dimension, from, to, ...rest]: Arguments): Spill {
  const kpis = valuesIn(names).map((name) => findKpi(quotable(name)));
  if (kpis.length === 0) findKpi("");
  const table = datedFor(kpis, readTable(rowsOf(range)));
  const computes = kpis.map((kpi) => kpiOnTable(kpi, table));
  const read = dimensionReader(table, textOf(dimension));
  const chosen = selection(from, to, rest);
  const rows = selectRows(table, chosen);
  const whole = wholeOf(kpis, table, chosen, rows);
  const outcomes = groupRows(rows, read).map((group) => ({
    value: group.value,
    outcomes: computes.flatMap((compute) => {
      if (!chosen.bounds) return [caught(() => compute.value(group.rows, whole))];
      return [0, 1].map((side) => caught(() => compute.bounds(group.rows, whole)[side] as Outcome));
    }),
  }));
  failWhereNothingIsShown(outcomes.flatMap((row) => row.outcomes));
  const columns = kpis.flatMap((kpi) => (chosen.bounds ? [`${kpi.name} ≥`, `${kpi.name} ≤`] : [kpi.name]));
  return [
    [textOf(dimension), ...columns],
    ...outcomes.map((row) => [row.value === "" ? "—" : row.value, ...row.outcomes.map(shown)]),
  ];
}

/** `=KPI_INFO("CPA"; [part])`: the definition of a KPI in words, or one part of it. */
export function computeInfo([name, part]: Arguments, language: () => Language): string {
  const kpi = findKpi(textOf(name));
  return isOmitted(part) ? describe(kpi, language()) : describePart(kpi, textOf(part), language());
}

/** `=KPI_CHECK("CPA"; B2:B31; C2:C31)`: the value, then a row for each warning: its code and its sentence. */
export function computeCheck([name, ...args]: Arguments, language: () => Language): Spill {
  const kpi = findKpi(textOf(name));
  const { value, warnings } = checked(kpi, measureArguments(kpi, args));
  const spoken = language();
  const none = { fr: "rien à signaler", en: "nothing to report" };
  const some = { fr: "à vérifier", en: "to check" };
  return [
    [value, (warnings.length > 0 ? some : none)[spoken]],
    ...warnings.map((warning) => [codeOf(warning), warn(warning, spoken)]),
  ];
}

/** The warnings about what `=CPA(…)`, or `=KPI("CPA"; …)` where no KPI is given, computes from these arguments. */
export function warningsAbout(kpi: Kpi | undefined, args: Arguments): Warning[] {
  if (kpi) return checked(kpi, measureArguments(kpi, args)).warnings;
  const { kpi: asked, compute, rows, whole, bounds } = onTable(args);
  return bounds ? [] : checked(asked, compute.measured(rows, whole)).warnings;
}

function checked(kpi: Kpi, { totals, warnings = [] }: Measured): { value: number; warnings: Warning[] } {
  const value = valueOf(kpiFromTotals(kpi, totals));
  return { value, warnings: [...warningsOf(kpi, totals, value), ...warnings] };
}

function valueOf(outcome: Outcome): number {
  return "value" in outcome ? outcome.value : fail(outcome.problem);
}

/** A value, or the mark of a row without one: `—` where it is undefined, `?` where a cell was refused. */
function shown(outcome: Outcome): number | string {
  if ("value" in outcome) return outcome.value;
  return isUndefined(outcome.problem) ? "—" : "?";
}

function isUndefined({ kind }: Problem): boolean {
  return kind === "zero_denominator" || kind === "empty";
}

/** A table of marks alone would hide its reason: the first problem is told instead. */
function failWhereNothingIsShown(outcomes: readonly Outcome[]): void {
  const [first] = outcomes;
  if (first && "problem" in first && outcomes.every((outcome) => "problem" in outcome)) fail(first.problem);
}

/** The rows of the period whatever the filters, for KPIs that are a share of them. */
function wholeOf(
  kpis: readonly Kpi[],
  table: Table,
  chosen: Selection,
  rows: readonly Row[],
): readonly Row[] {
  const shares = kpis.some(({ args }) => args.some((argument) => metricOf(argument).whole));
  return shares ? selectRows(table, { ...chosen, filters: [] }) : rows;
}

/** The period and the filters of a question; `"bounds"` may stand alone at their end. */
function selection(from: Argument, to: Argument, rest: Arguments): Selection {
  const last = rest.reduce<number>((end, argument, index) => (isOmitted(argument) ? end : index), -1);
  const bounds = last % 2 === 0 && ["bounds", "bornes"].includes(fold(textOf(rest[last])));
  const pairs = bounds ? rest.slice(0, last) : rest;
  const filters = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const dimension = pairs[index];
    const values = valuesIn(pairs[index + 1]);
    if (isOmitted(dimension) && values.length === 0) continue;
    if (values.length === 0) fail({ kind: "unpaired_dimension", dimension: textOf(dimension) });
    filters.push({ dimension: textOf(dimension), values });
  }
  return { from: day(from, "début", "start"), to: day(to, "fin", "end"), filters, bounds };
}

function day(argument: Argument, fr: string, en: string): Day | undefined {
  const [cell] = valuesIn(argument);
  if (cell === undefined) return undefined;
  return dayIn(cell) ?? fail({ kind: "not_a_day", argument: { fr, en }, found: quotable(cell) });
}

/** The cells of an argument that are not blank. */
function valuesIn(argument: Argument): Cell[] {
  return rowsOf(argument).flatMap((row) => row.filter((cell) => !isBlank(cell)));
}

function textOf(argument: Argument): string {
  return quotable(valuesIn(argument)[0]);
}
