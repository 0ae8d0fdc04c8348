// Finds the parameters, all above 0, that make data most likely: Newton's method on their logarithms, damped.
import { type Matrix, solvePositive, type Vector } from "./linear.ts";

/** The log-likelihood at some parameters, and its derivatives by them. */
export interface Likelihood {
  readonly value: number;
  readonly gradient: Vector;
  /** The lower half, row by row. */
  readonly hessian: Matrix;
}

export interface MostLikely {
  readonly parameters: Vector;
  readonly logLikelihood: number;
  /** Of the parameters, from the curvature at the top; empty where the data do not bound them. */
  readonly standardErrors: Vector;
  /** False where no top was reached, be it at the bounds, within the steps allowed. */
  readonly converged: boolean;
}

const MOST_STEPS = 200;
/** Parameters stay between e^-9 and e^9: where data would have one go to 0 or to infinity, that is near enough. */
const BOUND = 9;

/**
 * Climbs from `start` by steps of −(H − λ I)⁻¹ g, λ growing after a step that does not climb (Levenberg and Marquardt).
 * At most 200 evaluations; ends with the undamped step that promises less than 1e-11 of the log-likelihood, which
 * rounding would hide.
 */
export function mostLikely(evaluate: (parameters: Vector) => Likelihood, start: Vector): MostLikely {
  let here = inLogs(evaluate, start.map(Math.log));
  let damping = 1e-3;
  let converged = false;
  for (let step = 0; step < MOST_STEPS && damping < 1e9 && !converged; step += 1) {
    const newton = climb(here, 0);
    const noise = 1e-11 * (1 + Math.abs(here.value));
    const last = newton !== undefined && newton.promise <= noise;
    const move = last || damping === 0 ? newton : climb(here, damping);
    if (!move) {
      damping = Math.max(damping * 10, 1e-3);
      continue;
    }
    const next = here.logs.map((from, i) => Math.min(BOUND, Math.max(-BOUND, from + (move.by[i] as number))));
    const reached = inLogs(evaluate, next);
    if (last || reached.value > here.value - noise) {
      here = reached;
      converged = last;
      damping = damping < 1e-6 ? 0 : damping / 10;
    } else {
      damping = Math.max(damping * 10, 1e-6);
    }
  }
  const parameters = here.logs.map(Math.exp);
  const curvature = bent(here, 0);
  return {
    parameters,
    logLikelihood: here.value,
    // At the top the gradient is 0: errors of the logarithms times the parameters are errors of the parameters.
    standardErrors: parameters.flatMap((size, i) => {
      const axis = parameters.map((_, j) => (i === j ? 1 : 0));
      const variance = solvePositive(curvature, axis)?.[i];
      return variance === undefined ? [] : [Math.sqrt(variance) * size];
    }),
    converged:
      converged || here.gradient.every((slope) => Math.abs(slope) <= 1e-6 * (1 + Math.abs(here.value))),
  };
}

interface Place extends Likelihood {
  readonly logs: Vector;
}

/** The likelihood as a function of the logarithms of the parameters; a slope that leads out of the bounds is none. */
function inLogs(evaluate: (parameters: Vector) => Likelihood, logs: Vector): Place {
  const sizes = logs.map(Math.exp);
  const { value, gradient, hessian } = evaluate(sizes);
  const slopes = gradient.map((slope, i) => slope * (sizes[i] as number));
  const held = logs.map((log, i) => Math.abs(log) > BOUND - 1e-3 && (slopes[i] as number) * log > 0);
  return {
    logs,
    value,
    gradient: slopes.map((slope, i) => (held[i] ? 0 : slope)),
    hessian: hessian.map((row, i) =>
      row.map((h, j) => {
        if (i === j) return held[i] ? -1 : h * (sizes[i] as number) ** 2 + (slopes[i] as number);
        return held[i] || held[j] ? 0 : h * (sizes[i] as number) * (sizes[j] as number);
      }),
    ),
  };
}

/** −(H − λ I), λ being `damping` times the largest curvature. */
function bent({ hessian }: Likelihood, damping: number): Matrix {
  const scale = Math.max(...hessian.map((row, i) => Math.abs(row[i] as number)), 1e-12);
  return hessian.map((row, i) => row.map((h, j) => (i === j ? damping * scale : 0) - h));
}

/** The step from a place and about twice what it should gain; `undefined` where the damped function is not concave. */
function climb(here: Likelihood, damping: number): { by: Vector; promise: number } | undefined {
  const by = solvePositive(bent(here, damping), here.gradient);
  return by && { by, promise: by.reduce((total, size, i) => total + size * (here.gradient[i] as number), 0) };
}
