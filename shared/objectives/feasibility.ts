// The chances of an objective: P(target by its deadline), what would be reached, and what they rest on.
import type { Kpi } from "../kpi.ts";
import { catalogue } from "../kpis/index.ts";
import { type Ahead, aheadOf } from "./ahead.ts";
import type { Feasibility } from "./assessment.ts";
import { bestOf } from "./best.ts";
import { stepsBefore } from "./calendar.ts";
import type { Evidence } from "./evidence.ts";
import { feasibilityWords } from "./feasibility-words.ts";
import { type Asked, askedOf, type Horizon, horizonOf, THIN } from "./horizon.ts";
import { type Estimate, reachedWith } from "./laws.ts";
import type { ObjectiveDraft } from "./objective.ts";
import { cadenceOf, periodsIn } from "./periods.ts";
import { seriesOf, valueOver } from "./reading.ts";

/** The KPI of a draft; null where the catalogue has none of that name. */
export function kpiOf({ kpi }: Pick<ObjectiveDraft, "kpi">): Kpi | null {
  return catalogue.find(({ name }) => name === kpi) ?? null;
}

/** One standard error either side holds 80 % of a normal law at this many. */
const AWAY = 1.2815515655446004;
const MOST_POINTS = 60;

/**
 * P(target by the deadline) from the settled past: a sum is what was done and the forecast of the rest; a ratio is judged on
 * N − R × D; a level by the one step that holds the deadline; a bound by every period left. Null while the draft has no KPI,
 * target or dates, and without any series of its KPI.
 */
export function feasibility(draft: ObjectiveDraft, evidence: Evidence): Feasibility | null {
  const kpi = kpiOf(draft);
  const series = kpi && seriesOf(evidence, kpi.name);
  const asked = kpi && series ? askedOf(draft, kpi, series) : null;
  if (!asked) return null;
  const horizon = horizonOf(asked, draft.cadence, evidence.today);
  if (horizon && horizon.steps.length === 0) return done(asked, horizon, draft);
  const ahead = horizon && aheadOf(asked, horizon);
  const shared = {
    step: horizon?.step ?? "day",
    best: horizon && bestOf(asked, horizon),
  } as const;
  if (!horizon || !ahead) {
    const method = "run_rate" as const;
    const n = horizon ? horizon.periods : 0;
    const nothing = { probability: null, range: null, method, n, needed: null, expected: null };
    const rest = { ...shared, ...nothing, reachedEight: null, reachedFive: null, final: null, path: [] };
    return { ...rest, words: feasibilityWords(asked, horizon, rest) };
  }
  const thin = horizon.periods < THIN || ahead.n < THIN;
  const level = asked.shape.kind === "level" || asked.shape.kind === "growth";
  const method = thin ? "run_rate" : level ? "level" : "forecast";
  const probability = unit(ahead.chance(0));
  const [low, high] = [unit(ahead.chance(-AWAY)), unit(ahead.chance(AWAY))];
  const found = {
    ...shared,
    probability,
    range: thin ? ([Math.min(low, high, probability), Math.max(low, high, probability)] as const) : null,
    method,
    n: ahead.n,
    needed: finite(ahead.needed),
    expected: finite(ahead.expected),
    reachedEight: reached(asked, ahead, 0.8, probability),
    reachedFive: reached(asked, ahead, 0.5, probability),
    final: bandOf(ahead.final, ahead.floor),
    path: pathOf(ahead, horizon),
  } as const;
  return { ...found, words: feasibilityWords(asked, horizon, found) };
}

/** Nothing is left to come: the target is reached or not. */
function done(asked: Asked, horizon: Horizon, draft: ObjectiveDraft): Feasibility {
  const { series, kpi, span, target, atMost, stay, shape } = asked;
  const spans = stay ? periodsIn(span, span.to, cadenceOf(series, draft.cadence)) : [span];
  const values = (spans.length > 0 ? spans : [span]).map((one) => valueOver(series, kpi, one));
  const known = values.filter((value): value is number => value !== null);
  const value = known.length > 0 ? (atMost && stay ? Math.max(...known) : Math.min(...known)) : null;
  const met = value !== null && (atMost ? value <= target : value >= target);
  const n = stepsBefore(horizon.past.last, horizon.past.slots[0]?.span.from ?? span.from, series.step).length;
  const found = {
    probability: value === null ? null : Number(met),
    range: null,
    method: "done",
    n,
    step: series.step,
    needed: null,
    expected: null,
    best: shape.kind === "growth" ? null : bestOf(asked, horizon),
    reachedEight: value,
    reachedFive: value,
    final: value === null ? null : { value, low: value, high: value },
    path: [],
  } as const;
  return { ...found, words: feasibilityWords(asked, horizon, found) };
}

/** The value reached with a probability; on the same side of the target as P says, though computed apart for a ratio. */
function reached({ target, atMost }: Asked, ahead: Ahead, share: number, chance: number): number | null {
  const value = Math.max(ahead.floor, ahead.reached(share));
  if (!Number.isFinite(value)) return null;
  const within = atMost ? value <= target : value >= target;
  return within === chance >= share ? value : target;
}

function bandOf(estimate: Estimate, floor: number): Feasibility["final"] {
  const at = (probability: number): number => Math.max(floor, reachedWith(estimate, probability));
  const [value, low, high] = [at(0.5), at(0.9), at(0.1)];
  return [value, low, high].every(Number.isFinite) ? { value, low, high } : null;
}

/** At most sixty points, the last one included. */
function pathOf({ path, floor }: Ahead, { steps }: Horizon): Feasibility["path"] {
  const every = Math.ceil(path.length / MOST_POINTS);
  return path.flatMap((estimate, h) => {
    const to = steps[h]?.to;
    const kept = (path.length - 1 - h) % every === 0;
    const band = kept ? bandOf(estimate, floor) : null;
    return to !== undefined && band ? [{ to, ...band }] : [];
  });
}

function unit(probability: number): number {
  return Math.min(1, Math.max(0, probability));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
