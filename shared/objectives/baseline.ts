// Baselines that the data propose, each with its days and its reason.
import type { Kpi } from "../kpi.ts";
import type { Words } from "../language.ts";
import { addDays, type Day, daysBetween } from "../period.ts";
import type { Evidence, Point, Series } from "./evidence.ts";
import { kpiOf } from "./feasibility.ts";
import { dayInWords, figureOf } from "./figure.ts";
import type { Baseline, ObjectiveDraft } from "./objective.ts";
import { isComplete, lastPoint, lengthOf, pointsIn, seriesOf, type Span, valueOf } from "./reading.ts";
import { fill } from "./rules/rule.ts";
import { shapeOf } from "./shape.ts";

export interface BaselineProposal {
  readonly baseline: Baseline;
  /** What it is, and why it can be compared. */
  readonly words: Words;
}

/** A stretch serves where at least so many of its days were read. */
const ENOUGH = 0.95;
/** Without dates, or with little past, the last weeks serve: so many of them at most, as far as they go. */
const WEEKS = 13;

const REASONS = {
  year: {
    fr: "{value} du {from} au {to}\u00a0: les mêmes dates l'an dernier, à la même saison{scaled}.",
    en: "{value} from {from} to {to}: the same dates last year, in the same season{scaled}.",
  },
  month: {
    fr: "{value} du {from} au {to}\u00a0: le même mois l'an dernier, à la même saison.",
    en: "{value} from {from} to {to}: the same month last year, in the same season.",
  },
  last: {
    fr: "{value} du {from} au {to}\u00a0: la dernière période lue en entier{scaled}.",
    en: "{value} from {from} to {to}: the last period read in full{scaled}.",
  },
  level: {
    fr: "{value} au {to}\u00a0: la dernière valeur lue.",
    en: "{value} on {to}: the last value read.",
  },
} satisfies Readonly<Record<string, Words>>;

/**
 * The same dates last year where they were read, then the last days before the start, as many as the objective has. A sum is
 * scaled to the objective's length (to one period of its cadence, for a bound); a level is its last value, or that of the same
 * month last year. The best first; empty where the draft has no KPI or the data hold no whole week.
 */
export function proposeBaselines(draft: ObjectiveDraft, evidence: Evidence): BaselineProposal[] {
  const kpi = kpiOf(draft);
  const series = kpi && seriesOf(evidence, kpi.name);
  if (!kpi || !series) return [];
  const last = lastPoint(series, kpi, true);
  if (!last) return [];
  const shape = shapeOf(kpi);
  const proposals =
    shape.kind === "level" && (shape.stock || series.step === "month")
      ? levelsOf(draft, series, kpi, last, shape.stock)
      : stretchesOf(draft, series, kpi, last);
  const [source] = evidence.freshness.sources;
  return proposals.flatMap(({ span, value, reason, scaled }) => {
    if (value === null || !Number.isFinite(value)) return [];
    const length = draft.cadence === "monthly" || series.step === "month" ? 28 : 7;
    const holes = {
      value: figureOf(value, kpi.unit, series.currency),
      from: dayInWords(span.from),
      to: dayInWords(span.to),
      scaled: scaled === null ? "" : inDays(scaled),
    };
    return {
      baseline: {
        value,
        ...span,
        source: "data",
        reference: source ?? null,
        periods: Math.max(series.step === "month" ? 1 : 0, Math.floor(lengthOf(span) / length)),
      },
      words: fill(REASONS[reason], holes),
    };
  });
}

interface Proposal {
  readonly span: Span;
  readonly value: number | null;
  readonly reason: keyof typeof REASONS;
  /** The days that a sum was brought to; null where it was not. */
  readonly scaled: number | null;
}

function stretchesOf(draft: ObjectiveDraft, series: Series, kpi: Kpi, last: Point): Proposal[] {
  const { start, deadline } = draft;
  const dated = start !== null && deadline !== null && start <= deadline;
  const length = dated ? lengthOf({ from: start, to: deadline }) : WEEKS * 7;
  const to = dated && start <= last.to ? addDays(start, -1) : last.to;
  const known = series.points.find((point) => isComplete(kpi, point));
  const most = known ? daysBetween(known.from, to) + 1 : 0;
  const recent = length <= most ? length : Math.floor(most / 7) * 7;
  const spans: { span: Span; reason: Proposal["reason"] }[] = [];
  if (dated) spans.push({ span: { from: yearBefore(start), to: yearBefore(deadline) }, reason: "year" });
  if (recent >= 7) spans.push({ span: { from: addDays(to, 1 - recent), to }, reason: "last" });
  const stay = draft.targetType === "stay_above" || draft.targetType === "stay_below";
  const wanted = stay ? (draft.cadence === "monthly" ? 30 : 7) : dated ? length : null;
  return spans.flatMap(({ span, reason }) => {
    const points = pointsIn(series, kpi, span).filter((point) => !point.provisional);
    const read = points.reduce((days, point) => days + lengthOf(point), 0);
    if (read < ENOUGH * lengthOf(span)) return [];
    const value = valueOf(kpi, points);
    const adds = shapeOf(kpi).kind === "sum" && wanted !== null && wanted !== read;
    return {
      span,
      reason,
      value: value !== null && adds ? (value * wanted) / read : value,
      scaled: adds ? wanted : null,
    };
  });
}

function levelsOf(draft: ObjectiveDraft, series: Series, kpi: Kpi, last: Point, stock: boolean): Proposal[] {
  const proposals: Proposal[] = [];
  const { deadline } = draft;
  if (deadline !== null && !stock) {
    const month = yearBefore(deadline).slice(0, 7);
    const point = series.points.find((one) => one.from.startsWith(month) && isComplete(kpi, one));
    if (point) {
      const span = { from: point.from, to: point.to };
      proposals.push({ span, value: valueOf(kpi, [point]), reason: "month", scaled: null });
    }
  }
  const span = { from: last.from, to: last.to };
  const reason = series.step === "month" ? "last" : "level";
  return [...proposals, { span, value: valueOf(kpi, [last]), reason, scaled: null }];
}

/** The same date a year before; 29 February becomes the 28th. */
function yearBefore(day: Day): Day {
  const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return moved.endsWith("-02-29") ? moved.replace("-29", "-28") : moved;
}

function inDays(count: number): Words {
  return { fr: `, ramenée à ${count} jours`, en: `, brought to ${count} days` };
}
