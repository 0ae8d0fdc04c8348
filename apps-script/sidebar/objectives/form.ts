// The form of an objective without its looks: what was said, what was typed, and what is proposed for the rest.
import { findKpi } from "../../../shared/kpis/index.ts";
import type { Kpi, KpiUnit } from "../../../shared/kpi.ts";
import type { Language } from "../../../shared/language.ts";
import { proposeBaselines } from "../../../shared/objectives/baseline.ts";
import type { Evidence } from "../../../shared/objectives/evidence.ts";
import {
  type Baseline,
  FIRST_DAY,
  LAST_DAY,
  type ObjectiveDraft,
  type Target,
  targetValue,
} from "../../../shared/objectives/objective.ts";
import { titleOf } from "../../../shared/objectives/title.ts";
import { addDays, type Day, firstDayOf } from "../../../shared/period.ts";
import { readFigure, readTarget } from "./figures.ts";
import { besideIn, goalFor, kpisFor, scopeFor } from "./proposals.ts";
import { proposedTarget, USUAL_CHANGE } from "./target-proposal.ts";

type DateField = "start" | "deadline" | "baselineFrom" | "baselineTo";
export type TypedField = "baseline" | "target" | "budget" | "capacity" | DateField;

export interface Form {
  readonly draft: ObjectiveDraft;
  /** The fields of figures and dates, as they were typed. */
  readonly texts: Readonly<Partial<Record<TypedField, string>>>;
  /** What someone said: what is proposed no longer changes it. */
  readonly own: readonly (keyof ObjectiveDraft)[];
}

/** What proposals are made from. */
export interface Setting {
  readonly language: Language;
  readonly evidence: Evidence;
}

/** A new objective: from today to the end of the third month after this one, reviewed each month. */
export function emptyForm(today: Day, owner: string): Form {
  const draft: ObjectiveDraft = {
    title: "",
    wish: "",
    goal: null,
    kind: "continuous",
    kpi: null,
    secondary: [],
    scope: "all",
    targetType: "reach_at_least",
    baseline: null,
    target: null,
    start: today,
    deadline: addDays(firstDayOf(addDays(firstDayOf(today, "month"), 124), "month"), -1),
    cadence: "monthly",
    owner,
    audience: "",
    serves: "",
    budget: null,
    capacity: null,
    waived: {},
  };
  return { draft, texts: {}, own: [] };
}

/** The form of an objective that exists: all of it was said once, but a title that only repeats the rest. */
export function formOf(draft: ObjectiveDraft, { language, evidence }: Setting): Form {
  const fields = Object.keys(draft) as (keyof ObjectiveDraft)[];
  const repeats = draft.title === "" || draft.title === titleProposed(draft, { language, evidence });
  return { draft, texts: {}, own: fields.filter((field) => field !== "title" || !repeats) };
}

/** What someone said. A figure that was set otherwise than by typing is shown anew. */
export function said(form: Form, part: Partial<ObjectiveDraft>, setting: Setting): Form {
  const fields = Object.keys(part) as (keyof ObjectiveDraft)[];
  const texts = Object.fromEntries(
    Object.entries(form.texts).filter(([field]) => !fields.includes(heldBy(field as TypedField))),
  );
  const own = [...new Set([...form.own, ...fields])];
  return settled(
    { draft: { ...form.draft, ...part }, texts, own: without(own, outdatedBy(form, part)) },
    setting,
  );
}

/** The part of a draft that a field writes: the days of a starting point are part of it. */
function heldBy(field: TypedField): keyof ObjectiveDraft {
  return field === "baselineFrom" || field === "baselineTo" ? "baseline" : field;
}

/** Another KPI or scope makes what was measured over the former one meaningless. */
function outdatedBy({ draft }: Form, part: Partial<ObjectiveDraft>): readonly (keyof ObjectiveDraft)[] {
  const kpi = part.kpi !== undefined && part.kpi !== draft.kpi;
  const scope = part.scope !== undefined && JSON.stringify(part.scope) !== JSON.stringify(draft.scope);
  const goal = part.goal !== undefined && part.goal !== draft.goal;
  return [
    ...(goal && part.kpi === undefined ? (["kpi", "secondary", "targetType", "target"] as const) : []),
    ...(kpi || scope || goal ? (["baseline"] as const) : []),
    ...(kpi ? (["targetType", "target"] as const) : []),
  ].filter((field) => !(field in part));
}

function without<Item>(items: readonly Item[], dropped: readonly Item[]): Item[] {
  return items.filter((item) => !dropped.includes(item));
}

/** A figure or a date that someone is typing. */
export function typed(form: Form, field: TypedField, text: string, setting: Setting): Form {
  const next = said(form, readTyped(form.draft, field, text), setting);
  return { ...next, texts: { ...next.texts, [field]: text } };
}

function readTyped(draft: ObjectiveDraft, field: TypedField, text: string): Partial<ObjectiveDraft> {
  const unit = unitOf(draft);
  switch (field) {
    case "target":
      return { target: readTarget(text, draft.target?.as ?? "value", unit, draft.baseline?.value) };
    case "baseline":
      return { baseline: typedBaseline(readFigure(text, unit), draft.baseline) };
    case "start":
    case "deadline":
      return { [field]: readDay(text) };
    case "baselineFrom":
    case "baselineTo":
      return { baseline: draft.baseline && { ...draft.baseline, [DAYS[field]]: readDay(text) } };
    default:
      return { [field]: text.trim() === "" ? null : readFigure(text, "number") };
  }
}

const DAYS = { baselineFrom: "from", baselineTo: "to" } as const;

/** A day within those of objectives; null while it is being typed. */
function readDay(text: string): Day | null {
  return text >= FIRST_DAY && text <= LAST_DAY ? text : null;
}

/** Another value over the same days, where they were said. */
function typedBaseline(value: number | null, before: Baseline | null): Baseline | null {
  if (value === null) return null;
  const { from, to } = before?.source === "typed" ? before : { from: null, to: null };
  return { value, from, to, source: "typed", reference: null, periods: null };
}

/** Another way to say a target; what was typed is read anew that way. */
export function targetSaidAs(form: Form, as: Target["as"], setting: Setting): Form {
  const value = form.draft.target?.value ?? USUAL_CHANGE;
  const from = form.draft.baseline?.value;
  const target = translated({ as: form.draft.target?.as ?? "percent", value }, as, from);
  return said(form, { target }, setting);
}

/** The same target said in another way, where there is a baseline to say it by. */
function translated({ as, value }: Target, wanted: Target["as"], from: number | undefined): Target {
  if (as === wanted) return { as, value };
  if (from === undefined || (wanted === "percent" && from === 0)) return { as: wanted, value };
  const aim = as === "value" ? value : as === "percent" ? from * (1 + value) : from + value;
  const exact = wanted === "value" ? aim : wanted === "percent" ? aim / from - 1 : aim - from;
  return { as: wanted, value: Number(exact.toPrecision(4)) };
}

/** What is not said yet, proposed: each proposal rests on those before it. */
export function settled(form: Form, { language, evidence }: Setting): Form {
  const { own } = form;
  const free = (field: keyof ObjectiveDraft): boolean => !own.includes(field);
  let { draft } = form;
  const propose = (part: Partial<ObjectiveDraft>): void => {
    const allowed = Object.entries(part).filter(([field]) => free(field as keyof ObjectiveDraft));
    draft = { ...draft, ...(Object.fromEntries(allowed) as Partial<ObjectiveDraft>) };
  };
  propose({ goal: goalFor(draft.wish) });
  const proposal = kpisFor(draft.goal, evidence.metrics);
  if (proposal) propose({ kpi: proposal.primary, secondary: besideIn(proposal) });
  propose({ scope: scopeFor(draft.wish, draft.goal, evidence.channels) });
  const kpi = kpiOf(draft);
  if (kpi) propose({ targetType: kpi.better === "lower" ? "reach_at_most" : "reach_at_least" });
  propose({
    kind: draft.scope !== null && draft.scope !== "all" && draft.scope.campaign ? "campaign" : "continuous",
  });
  propose({ baseline: kpi ? (proposeBaselines(draft, evidence)[0]?.baseline ?? null) : null });
  propose({ target: kpi ? proposedTarget(draft, kpi.unit, evidence) : null });
  propose({ title: titleProposed(draft, { language, evidence }) });
  return { ...form, draft };
}

/** What says all of an objective, by which it is called until someone writes another title; empty while a part is missing. */
function titleProposed(draft: ObjectiveDraft, { language, evidence }: Setting): string {
  const kpi = kpiOf(draft);
  const target = targetValue(draft);
  if (!kpi || target === null) return "";
  return titleOf(draft, kpi, target, currencyIn(evidence))?.[language] ?? "";
}

export function kpiOf({ kpi }: Pick<ObjectiveDraft, "kpi">): Kpi | undefined {
  return kpi === null ? undefined : findKpi(kpi);
}

/** The unit that figures of an objective are typed in. */
export function unitOf(draft: Pick<ObjectiveDraft, "kpi">): KpiUnit {
  return kpiOf(draft)?.unit ?? "number";
}

/** The currency of what was read for the objective's KPI. */
export function currencyIn({ series }: Evidence): string | null {
  return series.find(({ currency }) => currency !== null)?.currency ?? null;
}

/** What is known of the data before anything was read. */
export function noEvidence(today: Day): Evidence {
  const freshness = { asOf: null, completeness: 0, problem: null, sources: [] };
  return {
    today,
    series: [],
    metrics: [],
    channels: [],
    campaigns: [],
    freshness,
    neighbours: [],
    notes: [],
  };
}
