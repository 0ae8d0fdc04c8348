// Every objective as it stands now: what was worked out is kept until figures, objectives or the day change.
import type { Objective } from "../shared/api/objectives.ts";
import type { Assessment } from "../shared/objectives/assessment.ts";
import { assess } from "../shared/objectives/assess.ts";
import type { Evidence, Freshness } from "../shared/objectives/evidence.ts";
import { feasibility } from "../shared/objectives/feasibility.ts";
import { type Effect, effectOf, isToReview, nextReview } from "../shared/objectives/review.ts";
import { isKpi } from "../shared/objectives/kpi-or-metric.ts";
import type { Day } from "../shared/period.ts";
import { instant } from "./describe.ts";
import { evidenceOf, kpisAbout } from "./evidence.ts";
import { openPast, todayIn } from "./past.ts";
import type { Room } from "./room.ts";
import { type AssessmentRow, assessments, keepAssessment } from "./store/assessments.ts";
import { workspace } from "./store/members.ts";
import { objectives, type StoredObjective } from "./store/objectives.ts";
import { notes, reviews, type StoredReview } from "./store/reviews.ts";

type Here = Pick<Room, "sql" | "now">;

/** What figures add to an objective. */
interface Shown {
  readonly assessment: Assessment;
  readonly nextReview: Day | null;
  readonly toReview: boolean;
  readonly isKpi: boolean;
  readonly freshness: Freshness;
  readonly currency: string | null;
  /** By the id of the review. */
  readonly effects: Readonly<Record<string, Effect | null>>;
}

/** What the figures are today: as long as it stays the same, so does all that is computed from them. */
function figuresNow({ sql, now }: Here): string {
  return `${workspace(sql).generation}.${todayIn(sql, now())}`;
}

/** The same for the objectives, their reviews and the notes. */
export function editionNow(here: Here): string {
  return `${figuresNow(here)}.${workspace(here.sql).edits}`;
}

/** Oldest first, the retired ones included; or the only one of an id. */
export function objectivesNow(here: Here, only?: string): Objective[] {
  const stored = objectives(here.sql);
  const wanted = stored.filter(({ id }) => only === undefined || id === only);
  const held = reviews(here.sql);
  const shown = shownNow(here, wanted, stored, held);
  return wanted.flatMap((objective) => {
    const found = shown.get(objective.id);
    return found ? [toObjective(objective, held.get(objective.id) ?? [], found)] : [];
  });
}

function toObjective(
  { id, version, draft, retired, savedAt, savedBy }: StoredObjective,
  held: readonly StoredReview[],
  { effects, ...shown }: Shown,
): Objective {
  return {
    id,
    version,
    saved: { at: instant(savedAt), by: savedBy },
    draft,
    retired,
    ...shown,
    reviews: held.map((review) => ({ ...review, effect: effects[review.id] ?? null })),
  };
}

function shownNow(
  here: Here,
  wanted: readonly StoredObjective[],
  stored: readonly StoredObjective[],
  held: ReadonlyMap<string, readonly StoredReview[]>,
): Map<string, Shown> {
  const { sql, now } = here;
  const [edition, figures] = [editionNow(here), figuresNow(here)];
  const kept = assessments(sql);
  const stale = wanted.filter(({ id }) => kept.get(id)?.edition !== edition);
  const found = new Map([...kept].map(([id, row]) => [id, JSON.parse(row.shown) as Shown]));
  if (stale.length === 0) return found;
  const past = openPast(sql, now(), [...new Set(stale.flatMap(({ draft }) => kpisAbout(draft)))]);
  const around = { objectives: stored, notes: notes(sql) };
  for (const objective of stale) {
    const { id, version, draft } = objective;
    const evidence = evidenceOf(past, { ...draft, exclude: id }, around);
    const chances = keptChances(kept.get(id), figures, version) ?? feasibility(draft, evidence);
    const shown = show(objective, evidence, assess(draft, evidence, chances), held.get(id) ?? []);
    found.set(id, shown);
    keepAssessment(sql, {
      objective: id,
      edition,
      figures,
      version,
      feasibility: JSON.stringify(chances),
      shown: JSON.stringify(shown),
    });
  }
  return found;
}

/** The forecast is the slow part: it is made again only when the figures or the objective itself have changed. */
function keptChances(
  row: AssessmentRow | undefined,
  figures: string,
  version: number,
): Assessment["feasibility"] | undefined {
  if (row?.figures !== figures || row.version !== version) return undefined;
  return JSON.parse(row.feasibility) as Assessment["feasibility"];
}

function show(
  { draft, retired }: StoredObjective,
  evidence: Evidence,
  assessment: Assessment,
  held: readonly StoredReview[],
): Shown {
  const days = held.map(({ on }) => on);
  const { freshness, today } = evidence;
  const effects = Object.fromEntries(held.map(({ id, on }) => [id, effectOf(draft, evidence, on)]));
  const currency = evidence.series.find(({ kpi }) => kpi === draft.kpi)?.currency ?? null;
  const shown = { freshness, currency, effects, isKpi: isKpi(draft, evidence) };
  if (retired) {
    const progress = { ...assessment.progress, status: "retired" } as const;
    return { ...shown, assessment: { ...assessment, progress }, nextReview: null, toReview: false };
  }
  return {
    ...shown,
    assessment,
    nextReview: nextReview(draft, days),
    toReview: isToReview(draft, days, today),
  };
}
