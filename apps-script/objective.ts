// `=OBJECTIVE("Leads T1"; Objectifs!A:Z; "progress")`: what the tab of objectives says of one of them. Pure.
import { type Argument, type Cell, isBlank, quotable, rowsOf } from "../shared/cell.ts";
import { typingErrors } from "../shared/find-kpi.ts";
import { fold } from "../shared/language.ts";
import { type ObjectiveColumn, objectiveColumns } from "../shared/objectives/columns.ts";
import { fail } from "../shared/problem.ts";

const MOST_NAMES = 3;

/** One cell of the tab: a number, a text or a day; the value where no part is asked for. */
export function computeObjective([name, range, part]: readonly Argument[]): Cell[][] {
  const [header = [], ...rows] = rowsOf(range);
  const titles = header.map((cell) => fold(quotable(cell)));
  const place = (column: ObjectiveColumn): number => {
    const { fr, en } = objectiveColumns[column];
    return titles.findIndex((title) => title === fold(fr) || title === fold(en));
  };
  const named = place("objective");
  if (named < 0 || place("status") < 0 || place("target") < 0) return fail({ kind: "no_objectives_tab" });
  const row = findRow(
    rows.filter((cells) => !isBlank(cells[named])),
    named,
    textOf(name),
  );
  const column = columnOf(textOf(part));
  const cell = row[place(column)];
  if (!isBlank(cell)) return [[cell]];
  return fail({
    kind: "no_objective_value",
    part: objectiveColumns[column],
    remark: String(row[place("remark")] ?? ""),
  });
}

function findRow(rows: readonly (readonly Cell[])[], named: number, name: string): readonly Cell[] {
  const wanted = fold(name);
  const nameOf = (row: readonly Cell[]): string => String(row[named]).trim();
  const alike = rows.filter((row) => fold(nameOf(row)) === wanted);
  const exact = alike.filter((row) => nameOf(row) === name);
  const found = exact.length === 1 ? exact : alike;
  const [row] = found;
  if (row && found.length === 1) return row;
  if (row) return fail({ kind: "same_objective", name, names: found.map(nameOf) });
  const names = rows
    .map(nameOf)
    .map((title) => ({ title, distance: typingErrors(wanted, fold(title)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NAMES)
    .map(({ title }) => title);
  return fail({ kind: "unknown_objective", name, names });
}

/** The column that a part names, in either language: its header, or its English key. */
function columnOf(part: string): ObjectiveColumn {
  const wanted = fold(part || "value");
  const columns = Object.entries(objectiveColumns) as [ObjectiveColumn, { fr: string; en: string }][];
  const found = columns.find(([key, { fr, en }]) => [key, fr, en].some((word) => fold(word) === wanted));
  if (found) return found[0];
  if (wanted === "expected" || wanted === "attendu" || wanted === "attendue") return "expected";
  return fail({ kind: "unknown_part", part, parts: columns.map(([, words]) => words) });
}

function textOf(argument: Argument): string {
  return String(rowsOf(argument)[0]?.[0] ?? "").trim();
}
