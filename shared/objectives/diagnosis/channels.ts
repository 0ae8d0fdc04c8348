// What a change is made of channel by channel; the parts add up to it exactly.
import type { Kpi } from "../../kpi.ts";
import { sum } from "../../number.ts";
import { ratioChange } from "../../statistics/mix-rate.ts";
import type { Diagnosis } from "../assessment.ts";
import type { Segment } from "../evidence.ts";
import { type Linear, linearOf, shapeOf } from "../shape.ts";
import { argumentsIn, type Pool, type Totals } from "./pool.ts";

/**
 * Channel by channel. Of a ratio, what each channel's own figure did and what its weight did (where it had no denominator in one
 * period, what its numerator did counts with its figure); of a sum, what each brought more or less. What no channel holds is
 * `other`. Empty for a level, and where no channel was read.
 */
export function channelsOf(kpi: Kpi, segments: readonly Segment[], pool: Pool): Diagnosis["channels"] {
  const shape = shapeOf(kpi);
  if ((shape.kind !== "sum" && shape.kind !== "ratio") || segments.length === 0) return [];
  const form = (linear: Linear, totals: Totals): number => linearOf(linear, argumentsIn(kpi, totals));
  const whole = withRest(segments, kpi, pool);
  if (shape.kind === "sum") {
    return whole.map(({ channel, before, after }) => ({
      channel,
      mix: 0,
      rate: form(shape.over, after) - form(shape.over, before),
    }));
  }
  const parts = whole.map(({ before, after }) => ({
    before: { numerator: form(shape.over, before), denominator: form(shape.under, before) },
    after: { numerator: form(shape.over, after), denominator: form(shape.under, after) },
  }));
  const base = (side: "before" | "after"): number => sum(parts.map((part) => part[side].denominator));
  if (!(base("before") > 0 && base("after") > 0)) return [];
  return ratioChange(parts).segments.map(({ mix, rate, unmatched }, at) => ({
    channel: whole[at]?.channel ?? "",
    mix,
    rate: rate + unmatched,
  }));
}

/** The channels, and what they leave of the totals: rows that no channel was given to. */
function withRest(segments: readonly Segment[], kpi: Kpi, pool: Pool): Segment[] {
  const rest = (side: "before" | "after"): Record<string, number> => {
    const left: Record<string, number> = {};
    for (const { metric } of kpi.args) {
      const all = pool[side][metric] ?? 0;
      const gap = all - sum(segments.map((segment) => segment[side][metric] ?? 0));
      left[metric] = Math.abs(gap) > 1e-9 * Math.abs(all) ? gap : 0;
    }
    return left;
  };
  const [before, after] = [rest("before"), rest("after")];
  const values = [...Object.values(before), ...Object.values(after)];
  // Channels that hold more than the whole count some rows twice: their rest means nothing.
  if (values.every((value) => value === 0) || values.some((value) => value < 0)) return [...segments];
  return [...segments.filter(({ channel }) => channel !== "other"), merged(segments, before, after)];
}

function merged(segments: readonly Segment[], before: Totals, after: Totals): Segment {
  const other = segments.find(({ channel }) => channel === "other");
  const add = (a: Totals, b: Totals = {}): Record<string, number> => {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
  };
  return { channel: "other", before: add(before, other?.before), after: add(after, other?.after) };
}
