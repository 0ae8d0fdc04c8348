// Values that stand out, as a function of a cell.
import { fail } from "../../problem.ts";
import { dayIn } from "../../table.ts";
import { standOut } from "../anomalies.ts";
import { type Statistic, words } from "../answer.ts";
import { checkLengths, given, lineOf, numberBetween } from "../input.ts";
import { cycleIn, historyIn } from "./series.ts";

const DATES = words("dates");
const VALUES = words("valeurs | values");
const HOURS_IN_DAY = 24;

/** `=KPI_ANOMALIES(A2:A90; B2:B90)`: each value with what was to be expected, how far it is, and whether it stands out. */
export const kpiAnomalies: Statistic = ([dates, values, period, threshold], limits) => {
  const series = historyIn({ argument: values, name: VALUES }, limits);
  const line = lineOf({ argument: dates, name: DATES });
  checkLengths(DATES, line.length, VALUES, series.length);
  const days = line.map(({ cell }) => dayIn(cell) ?? "");
  const unsorted = days.findIndex((day, t) => t > 0 && day !== "" && day < (days[t - 1] ?? ""));
  if (unsorted > 0) fail({ kind: "not_in_order", argument: DATES, place: line[unsorted]?.place });
  const cycle = cycleIn(period, series);
  // Hours are many and restless: a higher bar keeps false alarms few.
  const usual = cycle === HOURS_IN_DAY ? 5 : 3.5;
  const limit = numberBetween(given(threshold, "seuil | threshold"), 1, 100, usual);
  return {
    headers: ["date", "valeur | value", "attendu | expected", "z", "anomalie | anomaly"],
    rows: standOut(series, cycle).map(({ expected, z }, t) => [
      line[t]?.cell,
      series[t],
      expected,
      z,
      Math.abs(z) > limit,
    ]),
  };
};
