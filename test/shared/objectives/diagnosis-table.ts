// Tables of figures made for a diagnosis: half a year of days for each KPI, the last week as wanted.
import { type Kpi, kpiFromTotals } from "../../../shared/kpi.ts";
import { findKpi } from "../../../shared/kpis/index.ts";
import type { Evidence, Segment, Series } from "../../../shared/objectives/evidence.ts";
import type { Windows } from "../../../shared/objectives/diagnosis/windows.ts";
import { noise } from "../statistics/noise.ts";
import { days, draftOf, evidenceOf } from "./build.ts";

export type Signs = Readonly<Record<string, "up" | "down" | "steady">>;

const FIRST = "2025-07-01";
const LENGTH = 182;
export const TODAY = "2025-12-30";
export const WINDOWS: Windows = {
  before: { from: "2025-12-16", to: "2025-12-22" },
  after: { from: "2025-12-23", to: "2025-12-29" },
};

/** An objective on the conversion rate, that started before both weeks. */
export const DRAFT = draftOf({
  kpi: "CR",
  start: "2025-12-01",
  deadline: "2026-02-28",
  target: { as: "value", value: 0.021 },
  baseline: { value: 0.0199, from: null, to: null, source: "typed", reference: null, periods: null },
});

/** The evidence of several KPIs, each as its sign says in the last week; the objective's own falls unless said otherwise. */
export function tableOf(signs: Signs, said: Partial<Evidence> = {}): Evidence {
  const all: Signs = { CR: "down", ...signs };
  return evidenceOf(
    TODAY,
    Object.entries(all).map(([name, sign], at) => seriesOf(findKpi(name), sign, 1000 * at)),
    said,
  );
}

function seriesOf(kpi: Kpi, sign: Signs[string], seed: number): Series {
  const base = totalsOf(kpi);
  const moved = moverOf(kpi, base, sign);
  const totals = Array.from({ length: LENGTH }, (_, t) => {
    const last = t >= LENGTH - 7;
    const [name, factor] = moved;
    const wobble = 1 + 0.02 * noise(seed + t);
    return { ...base, [name]: (base[name] ?? 0) * wobble * (last && sign !== "steady" ? factor : 1) };
  });
  return days(kpi.name, FIRST, totals);
}

/** What the example of the catalogue gives a KPI, and 10 for what a statistic computes. */
function totalsOf(kpi: Kpi): Record<string, number> {
  const totals: Record<string, number> = {};
  kpi.args.forEach(({ name }, at) => {
    const value = kpi.example.args[at];
    if (typeof value === "number") totals[name] = value;
  });
  for (const term in kpi.terms) totals[term] = 10;
  return totals;
}

/** The total to move, and by how much, for the KPI to go up or down. */
function moverOf(
  kpi: Kpi,
  base: Record<string, number>,
  sign: Signs[string],
): [name: string, factor: number] {
  const value = (totals: Record<string, number>): number => {
    const outcome = kpiFromTotals(kpi, totals);
    return "value" in outcome ? outcome.value : Number.NaN;
  };
  const now = value(base);
  for (const name of Object.keys(base)) {
    for (const factor of [1.25, 0.75]) {
      const then = value({ ...base, [name]: (base[name] ?? 0) * factor });
      if (sign === "down" ? then < now : then > now) return [name, factor];
    }
  }
  throw new Error(`nothing moves ${kpi.name}`);
}

/** A channel's totals by metric, before and after. */
export function channel(
  name: string,
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Segment {
  return { channel: name, before, after };
}
