// Where an objective is heading: the law of its final value, the chances of its target, and the way there.
import { type Asked, type Horizon, LEAST } from "./horizon.ts";
import type { Estimate } from "./laws.ts";
import { levelAhead } from "./level-ahead.ts";
import { ratioAhead } from "./ratio-ahead.ts";
import { sumAhead } from "./sum-ahead.ts";

export interface Ahead {
  /** The KPI at the deadline; in its last period, for a bound to stay within. */
  readonly final: Estimate;
  /** What the final value cannot be under. */
  readonly floor: number;
  /** P(target), the middle of what is to come moved by so many of its standard errors. */
  readonly chance: (away: number) => number;
  /** The value reached with a probability. */
  readonly reached: (probability: number) => number;
  /** Per step left, in the KPI's unit. */
  readonly needed: number;
  readonly expected: number;
  /** How many past values it rests on. */
  readonly n: number;
  /** The KPI at the end of each step left. */
  readonly path: readonly Estimate[];
}

/** Null where too little was read, or where a denominator is nothing. */
export function aheadOf(asked: Asked, horizon: Horizon): Ahead | null {
  if (horizon.periods < LEAST) return null;
  switch (asked.shape.kind) {
    case "sum":
      return asked.stay ? levelAhead(asked, horizon) : sumAhead(asked, horizon, asked.shape.over);
    case "ratio":
      return ratioAhead(asked, horizon, asked.shape.over, asked.shape.under);
    case "growth":
    case "level":
      return levelAhead(asked, horizon);
  }
}
