// Where a level is heading: the law of its value at the deadline, from the single step that holds it.
import { metrics } from "../metrics.ts";
import type { Ahead } from "./ahead.ts";
import { middleOf, moved, project, valuesOf } from "./flows.ts";
import { stepsBefore } from "./calendar.ts";
import { levels } from "./history.ts";
import { type Asked, type Horizon, LEAST } from "./horizon.ts";
import { chanceOf, type Estimate, reachedWith } from "./laws.ts";
import { linearOf, type Shape } from "./shape.ts";
import { lasting, staying } from "./staying.ts";

/** Also the sums of single periods, where a bound is to be held period after period. */
export function levelAhead(asked: Asked, horizon: Horizon): Ahead | null {
  const { target, atMost, shape } = asked;
  const found = levelsOf(asked, horizon, shape);
  if (!found || found.values.length < LEAST || horizon.steps.length === 0) return null;
  const { values, offset, factor, stock } = found;
  const projection = project(horizon, { values, nature: stock ? "stock" : "flow" });
  const each = projection.steps.map((law): Estimate => ({ law, offset, factor }));
  const chances = (away: number): number[] =>
    each.map((one) => chanceOf(moved(one, factor * away * projection.unsure.last), target, atMost));
  if (asked.stay) {
    return staying(asked, horizon, each, chances, lasting(projection.steps), values.length);
  }
  const final = each[each.length - 1] as Estimate;
  const now = offset + factor * (values[values.length - 1] ?? 0);
  return {
    final,
    floor: -Infinity,
    chance: (away) => chances(away)[each.length - 1] ?? 0,
    reached: (probability) => reachedWith(final, atMost ? 1 - probability : probability),
    needed: (target - now) / each.length,
    expected: (middleOf(final) - now) / each.length,
    n: values.length,
    path: each,
  };
}

interface Levels {
  readonly values: readonly number[];
  /** The KPI is offset + factor × value. */
  readonly offset: number;
  readonly factor: number;
  readonly stock: boolean;
}

function levelsOf(asked: Asked, horizon: Horizon, shape: Shape): Levels | null {
  const { series, kpi } = asked;
  const plain = { offset: 0, factor: 1 };
  switch (shape.kind) {
    case "sum":
      return { ...plain, values: valuesOf(asked, horizon, shape.over), stock: false };
    case "level": {
      const values = levels(series, kpi, horizon.past, horizon.step).slice(-horizon.most);
      return { ...plain, values, stock: shape.stock };
    }
    case "growth":
      return growthOf(asked, horizon, shape);
    case "ratio":
      return null;
  }
}

/** The stock itself, and the growth since the objective's start (since today, before it starts) that follows from it. */
function growthOf(
  { kpi, span }: Asked,
  { past, step, most }: Horizon,
  { over, under }: Extract<Shape, { kind: "growth" }>,
): Levels | null {
  const known = past.slots.flatMap(({ point }) => (point ? [point] : []));
  const first = known.find((point) => point.from >= span.from);
  const last = known[known.length - 1];
  if (!last) return null;
  const start: Record<string, number> = {};
  let stock: string | undefined;
  for (const { name, metric } of kpi.args) {
    if (metrics[metric].adds === "last") stock = name;
    else start[name] = first?.totals[name] ?? Number.NaN;
  }
  if (stock === undefined) return null;
  const now = last.totals[stock] ?? Number.NaN;
  for (const name in start) if (!Number.isFinite(start[name])) start[name] = now;
  const base = linearOf(under, start);
  const factor = (over.weights[stock] ?? 0) / base;
  if (!(base !== 0 && factor > 0) || (under.weights[stock] ?? 0) !== 0) return null;
  const name = stock;
  const [from] = past.slots;
  let value = Number.NaN;
  const values = stepsBefore(past.last, from?.span.from ?? past.last, step).map((one) => {
    for (const point of known) {
      if (point.from >= one.from && point.to <= one.to) value = point.totals[name] ?? value;
    }
    return value;
  });
  return {
    values: values.filter(Number.isFinite).slice(-most),
    offset: linearOf(over, start) / base,
    factor,
    stock: true,
  };
}
