// Gathers what the data say about an objective, for the sidebar while it is typed and for the Worker at each refresh.
import type { EvidenceQuestion } from "../shared/api/objectives.ts";
import { namesIn, parseFormula } from "../shared/formula.ts";
import type { Kpi } from "../shared/kpi.ts";
import { identities } from "../shared/kpis/identities.ts";
import { catalogue } from "../shared/kpis/index.ts";
import type { MetricName } from "../shared/metrics.ts";
import type { Evidence, Neighbour, Note } from "../shared/objectives/evidence.ts";
import { type ObjectiveDraft, type Scope, targetValue } from "../shared/objectives/objective.ts";
import { kpisToRead } from "../shared/objectives/rules/needs.ts";
import { scopeKey } from "../shared/objectives/scope.ts";
import { addDays } from "../shared/period.ts";
import { countsPeople, type Past, wantedOf } from "./past.ts";
import { seriesOf } from "./series.ts";
import { freshnessOf } from "./series-sources.ts";
import { namesByVolume } from "./store/daily.ts";
import type { StoredObjective } from "./store/objectives.ts";

/** Scopes are offered by what the last quarter held. */
const RECENT_DAYS = 90;
const MOST_CHANNELS = 50;
const MOST_CAMPAIGNS = 200;

/** KPIs that an objective is weighed against, whatever its own: what a lead, a sale or a customer costs and brings. */
const WEIGHED_AGAINST = ["CPL", "CPA", "CLOSE_RATE", "ROMI", "CLV", "CAC", "LTV_CAC"];

/** The objective's own KPI and those asked for, then those that its rules and identities look at. */
export function kpisAbout({ kpi, secondary }: Pick<EvidenceQuestion, "kpi" | "secondary">): Kpi[] {
  const related = identities
    .map((identity) => [identity.kpi, ...namesIn(parseFormula(identity.formula))])
    .filter((names) => kpi !== null && names.includes(kpi))
    .flat();
  const judged = kpi === null ? secondary : kpisToRead(kpi, secondary);
  const names = new Set([...judged, ...related, ...WEIGHED_AGAINST]);
  return [...names].flatMap((name) => catalogue.find((known) => known.name === name) ?? []);
}

/** What is around an objective in its workspace. */
export interface Surroundings {
  readonly objectives: readonly StoredObjective[];
  readonly notes: readonly Note[];
}

/** @param kpis whose past to tell; those that were not asked for are left out where they have none */
export function evidenceOf(
  past: Past,
  question: EvidenceQuestion,
  { objectives, notes }: Surroundings,
  kpis: readonly Kpi[] = kpisAbout(question),
): Evidence {
  const scope = question.scope ?? "all";
  const asked = new Set([question.kpi, ...question.secondary]);
  const series = kpis
    .map((kpi) => seriesOf(past, kpi, scope))
    .filter(({ kpi, points }) => points.length > 0 || asked.has(kpi));
  const kpi = kpis.find(({ name }) => name === question.kpi) ?? null;
  const own = series.find((one) => one.kpi === question.kpi) ?? null;
  const byVolumeOf = leadingMetric(kpi);
  const since = addDays(past.today, -RECENT_DAYS);
  return {
    today: past.today,
    series,
    metrics: metricsIn(past, scope),
    channels: namesByVolume(past.sql, "channel", byVolumeOf, since, MOST_CHANNELS),
    campaigns: namesByVolume(past.sql, "campaign", byVolumeOf, since, MOST_CAMPAIGNS),
    freshness: freshnessOf(past, kpi, scope, question.cadence ?? "weekly", own),
    neighbours: objectives
      .filter(({ id, retired }) => id !== question.exclude && retired === null)
      .flatMap(({ id, draft }) => neighbourOf(id, draft)),
    notes: notes.filter(({ day }) => day >= past.since),
  };
}

function neighbourOf(id: string, draft: ObjectiveDraft): Neighbour[] {
  const { title, kpi, scope, baseline, start, deadline } = draft;
  if (kpi === null) return [];
  const ends = { baseline: baseline?.value ?? null, target: targetValue(draft) };
  return [{ id, title, kpi, scopeKey: scopeKey(scope), ...ends, start, deadline }];
}

/** What scopes are ranked by: the first quantity of the KPI that adds up, or sessions. */
function leadingMetric(kpi: Kpi | null): MetricName {
  const argument = kpi?.args.find((candidate) => !countsPeople(candidate));
  return argument ? wantedOf(argument).stored : "sessions";
}

/** The metrics that the sources which know this scope hold, each under every name that it goes by. */
function metricsIn(past: Past, scope: Scope): MetricName[] {
  const known = past.connectionsIn(scope);
  const held = new Set(
    past.tables
      .filter(({ kind, connection }) => (kind === "uniques" ? scope === "all" : known.has(connection.number)))
      .flatMap(({ metrics }) => metrics),
  );
  const named = catalogue
    .flatMap(({ args }) => args)
    .filter((argument) => held.has(wantedOf(argument).stored))
    .map(({ metric }) => metric);
  return [...new Set([...held, ...named])].sort();
}
