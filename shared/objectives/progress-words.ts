// Where an objective stands, in words: how far, how far it should be, and how old the figures are.
import type { Words } from "../language.ts";
import { type Day, daysBetween } from "../period.ts";
import type { Status } from "./assessment.ts";
import type { Evidence } from "./evidence.ts";
import { dayInWords, figureOf } from "./figure.ts";
import type { Asked } from "./horizon.ts";
import type { ObjectiveDraft } from "./objective.ts";
import { seriesOf } from "./reading.ts";
import { fill } from "./rules/rule.ts";
import type { Standing } from "./trajectory.ts";
import type { Now } from "./value-now.ts";

const STANDINGS = {
  share: {
    fr: "{value} pour une cible de {target}\u00a0: {share} du chemin, {expected} attendus à cette date {by}.",
    en: "{value} for a target of {target}: {share} of the way, {expected} expected by this date {by}.",
  },
  value: {
    fr: "{value} pour une cible de {target}\u00a0; sans valeur de départ, la part du chemin n'est pas connue.",
    en: "{value} for a target of {target}; without a baseline the share of the way is not known.",
  },
  within: {
    fr: "{value} à la dernière période, pour une borne de {target}\u00a0: {kept} périodes sur {periods} dans la borne.",
    en: "{value} in the last period, for a bound of {target}: {kept} periods out of {periods} within it.",
  },
  first: {
    fr: "{value} pour une borne de {target}\u00a0; aucune période entière encore.",
    en: "{value} for a bound of {target}; no whole period yet.",
  },
} satisfies Readonly<Record<string, Words>>;

const BY: Readonly<Record<"season" | "line", Words>> = {
  season: { fr: "d'après la saison de l'an dernier", en: "by the season of last year" },
  line: {
    fr: "en ligne droite (pas de saison connue)",
    en: "in a straight line (no known season)",
  },
};

/** Figures older than so many days are said to be: today is never in them. */
const FRESH = 2;

export function progressWords(
  asked: Asked,
  evidence: Evidence,
  now: Now,
  last: Day,
  { share, expected, by, within }: Standing,
): Words {
  const { kpi, series, target } = asked;
  const figure = (value: number): Words => figureOf(value, kpi.unit, series.currency);
  const percent = (value: number): Words => figureOf(Math.round(value * 100) / 100, "rate", null);
  const shared = { value: figure(now.value), target: figure(target) };
  const main = within
    ? within[1] > 0
      ? fill(STANDINGS.within, { ...shared, kept: String(within[0]), periods: String(within[1]) })
      : fill(STANDINGS.first, shared)
    : share === null || expected === null
      ? fill(STANDINGS.value, shared)
      : fill(STANDINGS.share, {
          ...shared,
          share: percent(share),
          expected: percent(expected),
          by: by ? BY[by] : "",
        });
  return joined(main, ageOf(evidence, asked, last, now), reasonOf(evidence, series.problem));
}

const AGES = {
  old: {
    fr: "Dernière lecture complète le {day}, il y a {age} jours.",
    en: "Last read on {day}, {age} days ago.",
  },
  earlier: {
    fr: "Rien n'est lu depuis le début\u00a0: c'est la valeur du {from} au {to}.",
    en: "Nothing was read since the start: this is the value from {from} to {to}.",
  },
} satisfies Readonly<Record<string, Words>>;

function ageOf({ today }: Evidence, { span }: Asked, last: Day, now: Now): Words | null {
  if (now.span.to < span.from) {
    return fill(AGES.earlier, { from: dayInWords(now.span.from), to: dayInWords(now.span.to) });
  }
  const age = daysBetween(last, today);
  if (age <= FRESH || last >= span.to) return null;
  return fill(AGES.old, { day: dayInWords(last), age: String(age) });
}

function reasonOf({ freshness }: Evidence, problem: Words | null): Words | null {
  return freshness.problem ?? problem;
}

const PROBLEMS = {
  draft: {
    fr: "Il manque l'indicateur, la cible ou les dates.",
    en: "The KPI, the target or the dates are missing.",
  },
  not_started: {
    fr: "L'objectif commence le {start}\u00a0: le premier jour complet sera lu le lendemain.",
    en: "The objective starts on {start}: its first whole day will be read the day after.",
  },
  no_data: {
    fr: "Aucune donnée lue pour cet indicateur depuis le {start}.",
    en: "Nothing was read for this KPI since {start}.",
  },
} satisfies Readonly<Record<string, Words>>;

/** Why an objective has no standing. */
export function problemOf(status: Status, draft: ObjectiveDraft, evidence: Evidence): Words {
  if (status === "draft") return PROBLEMS.draft;
  const sentence = status === "not_started" ? PROBLEMS.not_started : PROBLEMS.no_data;
  const main = fill(sentence, { start: draft.start === null ? "" : dayInWords(draft.start) });
  if (status === "not_started") return main;
  const series = draft.kpi === null ? undefined : seriesOf(evidence, draft.kpi);
  return joined(main, null, reasonOf(evidence, series?.problem ?? null));
}

function joined(...sentences: readonly (Words | null)[]): Words {
  const said = sentences.filter((words): words is Words => words !== null);
  return { fr: said.map(({ fr }) => fr).join(" "), en: said.map(({ en }) => en).join(" ") };
}
