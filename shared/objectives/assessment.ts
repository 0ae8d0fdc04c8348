// What is worked out about an objective from its draft and its evidence: rules, chances, pace, and why it moved.
import type { Words } from "../language.ts";
import type { Day } from "../period.ts";
import type { ObjectiveDraft } from "./objective.ts";

export type Letter = "S" | "M" | "A" | "R" | "T";

/** `block`: not active while it fails; `warn`: may be waived in writing; `info`: good to know. */
export type Level = "block" | "warn" | "info";

export interface RuleResult {
  /** S1 to T5; K1 to K6 judge the set of objectives. */
  readonly id: string;
  readonly letter: Letter | "K";
  readonly level: Level;
  /** `unknown`: it cannot be told yet, for want of data or of another answer. */
  readonly state: "pass" | "fail" | "unknown" | "waived";
  /** What is wrong or right, with the figures it rests on. */
  readonly words: Words;
  /** One click that makes the rule pass: what it says, and what it changes in the draft. */
  readonly fix: { readonly words: Words; readonly change: Partial<ObjectiveDraft> } | null;
}

/** `draft` while a blocking rule fails, `active` without one, `smart` with at most two warnings left standing. */
export type Soundness = "draft" | "active" | "smart";

/** The chances of the target by the deadline, and what they rest on. */
export interface Feasibility {
  /** P(target by deadline), 0 to 1; null where history is too thin to say. */
  readonly probability: number | null;
  /** With a thin history: the range that P lies in. */
  readonly range: readonly [low: number, high: number] | null;
  /** `forecast`: two models and a backtest; `run_rate`: mean and spread of the past only; `done`: nothing left to come. */
  readonly method: "forecast" | "run_rate" | "level" | "done";
  /** How many past periods it is computed from, and which. */
  readonly n: number;
  readonly step: "day" | "week" | "month";
  /**
   * What each period left must bring to reach the target, and what the forecast says one will, in the KPI's unit: its part of a
   * sum, the rate of all that is left for a ratio, the gain of a level; for a bound to stay within, the bound and the next period.
   */
  readonly needed: number | null;
  readonly expected: number | null;
  /** The best value over a past stretch as long as the objective, and when: of a stock, today's and the best gain over as long. */
  readonly best: { readonly value: number; readonly from: Day; readonly to: Day } | null;
  /** The value reached 8 times in 10, and 1 time in 2. */
  readonly reachedEight: number | null;
  readonly reachedFive: number | null;
  /** The forecast of the final value with its 80 % band. */
  readonly final: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** The same for each period left, for a drawing: cumulated where the KPI is a sum. */
  readonly path: readonly {
    readonly to: Day;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** How it was computed and what to be careful about, in two sentences at most. */
  readonly words: Words;
}

export type Status =
  | "draft"
  | "not_started"
  | "no_data"
  | "ahead"
  | "on_track"
  | "at_risk"
  | "off_track"
  | "reached"
  | "missed"
  | "retired";

/** Where an objective stands today beside where it should. */
export interface Progress {
  readonly status: Status;
  /** The KPI from the start until today; for a level, its last value. */
  readonly value: number | null;
  /** Why there is no value. */
  readonly problem: Words | null;
  /** 0 at the baseline (or at nothing done, for a sum), 1 at the target; for `stay` types, the share of periods within. */
  readonly share: number | null;
  /** What `share` should be today by the season of last year, and the band that narrows toward the deadline. */
  readonly expected: number | null;
  readonly band: readonly [low: number, high: number] | null;
  /** The KPI period by period (its cadence), oldest first, for a sparkline: null where nothing was read. */
  readonly history: readonly { readonly from: Day; readonly to: Day; readonly value: number | null }[];
  readonly words: Words;
}

/** A part of a change, in the KPI's unit; the parts add up to the change exactly. */
export interface Part {
  readonly label: Words;
  readonly effect: number;
}

/** A reading of the figures by a rule (I1 to I32), never applied by itself. */
export interface Reading {
  readonly id: string;
  readonly cause: "targeting" | "message" | "channel" | "budget" | "friction" | "process" | "data";
  /** What it means, and the figures that it rests on. */
  readonly words: Words;
  readonly evidence: readonly { readonly label: Words; readonly before: Words; readonly after: Words }[];
  /** What to check or test first. */
  readonly test: Words;
}

/** Why a KPI moved between two periods. */
export interface Diagnosis {
  readonly before: { readonly from: Day; readonly to: Day; readonly value: number | null };
  readonly after: { readonly from: Day; readonly to: Day; readonly value: number | null };
  readonly change: number | null;
  /** Whether the change is more than chance at this volume. */
  readonly significant: boolean | null;
  /** By channel: how much its share changed (mix) and how much its own figure did (rate). */
  readonly channels: readonly { readonly channel: string; readonly mix: number; readonly rate: number }[];
  /** Along the identity of the KPI, factor by factor. */
  readonly factors: readonly Part[];
  readonly readings: readonly Reading[];
  /** Guards that failed, each in words: why no reading is given. */
  readonly guards: readonly Words[];
  /** What to look at first, in one or two sentences: names the channel or factor that moved most. */
  readonly words: Words;
}

/** Everything worked out about an objective: the same in the sidebar and in the Worker. */
export interface Assessment {
  readonly rules: readonly RuleResult[];
  readonly soundness: Soundness;
  readonly feasibility: Feasibility | null;
  readonly progress: Progress;
}
