// Why a ratio moved, segment by segment, as a function of a cell.
import { isBlank, quotable } from "../../cell.ts";
import { sum } from "../../number.ts";
import { fail } from "../../problem.ts";
import { type Statistic, UNDEFINED, type WordedCell, words } from "../answer.ts";
import { amountAt, sideBySide } from "../input.ts";
import { ratioChange, type Segment } from "../mix-rate.ts";

const SEGMENT = words("segment");
const NUMERATOR_BEFORE = words("numérateur avant | numerator before");
const DENOMINATOR_BEFORE = words("dénominateur avant | denominator before");
const NUMERATOR_AFTER = words("numérateur après | numerator after");
const DENOMINATOR_AFTER = words("dénominateur après | denominator after");
const NAMES = [SEGMENT, NUMERATOR_BEFORE, DENOMINATOR_BEFORE, NUMERATOR_AFTER, DENOMINATOR_AFTER];

/** `=KPI_DRIVERS(A2:A9; B2:B9; C2:C9; D2:D9; E2:E9)`: what each segment's own rate and weight did to the ratio of totals. */
export const kpiDrivers: Statistic = (args, limits) => {
  const rows = sideBySide(
    NAMES.map((name, i) => ({ argument: args[i], name })),
    limits,
    ({ cells: [name], read }): { name: string; segment: Segment } => {
      // A blank is a segment that was not there.
      const [n0 = 0, d0 = 0, n1 = 0, d1 = 0] = [1, 2, 3, 4].map((column) => read(column, amountAt, 0));
      return {
        name: isBlank(name) ? UNDEFINED : quotable(name),
        segment: { before: { numerator: n0, denominator: d0 }, after: { numerator: n1, denominator: d1 } },
      };
    },
  );
  const segments = rows.filter((row) => row !== undefined);
  if (segments.length === 0) fail({ kind: "empty", argument: SEGMENT });
  for (const [period, denominator] of [
    ["before", DENOMINATOR_BEFORE],
    ["after", DENOMINATOR_AFTER],
  ] as const) {
    if (segments.every(({ segment }) => segment[period].denominator === 0)) {
      fail({ kind: "all_zero", argument: denominator });
    }
  }
  const { before, after, segments: effects } = ratioChange(segments.map(({ segment }) => segment));
  const change = after - before;
  const line = (name: WordedCell, parts: readonly number[]): WordedCell[] => [
    name,
    ...parts,
    change === 0 ? UNDEFINED : (parts[parts.length - 1] as number) / change,
  ];
  const sums = ["rate", "mix", "unmatched"] as const;
  return {
    headers: [
      "segment",
      "effet taux | rate effect",
      "effet mix | mix effect",
      "sans dénominateur | without denominator",
      "total",
      "part de l'écart | share of change",
    ],
    rows: [
      ...effects.map((effect, i) =>
        line(segments[i]?.name ?? "", [effect.rate, effect.mix, effect.unmatched, effect.total]),
      ),
      line("Total", [...sums.map((part) => sum(effects.map((effect) => effect[part]))), change]),
    ],
  };
};
