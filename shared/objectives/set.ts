// Rules over the objectives of a workspace taken together, K1 to K6.
import { namesIn, parseFormula } from "../formula.ts";
import { identityInWords } from "../identity.ts";
import { findKpi, catalogue } from "../kpis/index.ts";
import { identities, type Identity } from "../kpis/identities.ts";
import { fold, type Language, quoted, type Words } from "../language.ts";
import { type MetricName, metrics } from "../metrics.ts";
import type { Day } from "../period.ts";
import type { Level, RuleResult } from "./assessment.ts";
import type { ObjectiveDraft } from "./objective.ts";
import { isToReview } from "./review.ts";
import { fill, type Holes } from "./rules/rule.ts";

/** An objective that is not retired, as far as the set looks at it. */
export interface Member {
  readonly draft: ObjectiveDraft;
  /** A KPI, or still a metric (kpi-or-metric.ts). */
  readonly isKpi: boolean;
  /** The days of the reviews held. */
  readonly reviewed: readonly Day[];
}

export interface SetRule {
  readonly id: string;
  readonly level: Level;
  /** What it asks of the set. */
  readonly asks: Words;
  readonly pass: Words;
  /** `{found}` is what is at fault. */
  readonly fail: Words;
  /** What is at fault, in words; empty where nothing is. */
  readonly faults: (members: readonly Member[], today: Day) => readonly Words[];
}

const FEWEST = 3;
const MOST = 5;

/** Counted, and pleasant to see rise, they decide nothing by themselves. */
const VANITY: ReadonlySet<MetricName> = new Set(["likes", "impressions", "followers", "followers_start"]);

export const setRules: readonly SetRule[] = [
  {
    id: "K1",
    level: "warn",
    asks: { fr: "3 à 5 indicateurs par objectif stratégique", en: "3 to 5 KPIs for each strategic goal" },
    pass: { fr: "3 à 5 indicateurs par objectif stratégique.", en: "3 to 5 KPIs for each strategic goal." },
    fail: {
      fr: "Entre 3 et 5 indicateurs bien choisis suffisent\u00a0: {found}.",
      en: "3 to 5 well-chosen KPIs are enough: {found}.",
    },
    faults: (members) =>
      strategiesOf(members).flatMap(({ goal, kpis }) => {
        const count = kpis.length;
        if (count >= FEWEST && count <= MOST) return [];
        return [
          count > MOST
            ? { fr: `trop pour ${goal.fr} (${count})`, en: `too many for ${goal.en} (${count})` }
            : { fr: `trop peu pour ${goal.fr} (${count})`, en: `too few for ${goal.en} (${count})` },
        ];
      }),
  },
  {
    id: "K2",
    level: "warn",
    asks: { fr: "Au moins un résultat et un processus", en: "At least one result and one process" },
    pass: { fr: "Résultats et processus sont suivis.", en: "Results and processes are both followed." },
    fail: {
      fr: "Associez résultats et processus\u00a0: {found}.",
      en: "Put results and processes together: {found}.",
    },
    faults: (members) =>
      strategiesOf(members).flatMap(({ goal, kpis }) => {
        const roles = new Set(kpis.map((name) => findKpi(name).role));
        if (roles.size === 2) return [];
        return [
          roles.has("result")
            ? { fr: `aucun processus pour ${goal.fr}`, en: `no process for ${goal.en}` }
            : { fr: `aucun résultat pour ${goal.fr}`, en: `no result for ${goal.en}` },
        ];
      }),
  },
  {
    id: "K3",
    level: "warn",
    asks: { fr: "Aucun indicateur qui se déduit des autres", en: "No KPI that follows from the others" },
    pass: { fr: "Aucun indicateur ne se déduit des autres.", en: "No KPI follows from the others." },
    fail: {
      fr: "Redondant\u00a0: {found}. L'un d'eux se déduit des autres.",
      en: "Redundant: {found}. One of them follows from the others.",
    },
    faults: (members) =>
      redundancies(kpisOf(members)).map(({ kpi }) => {
        const say = (language: Language): string => identityInWords(findKpi(kpi), language);
        return { fr: say("fr"), en: say("en") };
      }),
  },
  {
    id: "K4",
    level: "warn",
    asks: {
      fr: "Une cible, un responsable et une donnée fraîche pour chacun",
      en: "A target, an owner and fresh data for each",
    },
    pass: { fr: "Chacun est un KPI.", en: "Each of them is a KPI." },
    fail: {
      fr: "Encore des métriques, pas des KPI\u00a0: {found}.",
      en: "Still metrics, not KPIs: {found}.",
    },
    faults: (members) => members.filter((member) => !member.isKpi).map(nameOf),
  },
  {
    id: "K5",
    level: "info",
    asks: {
      fr: "Jamais plus de deux périodes de suivi sans revue",
      en: "Never more than two periods without a review",
    },
    pass: { fr: "Rien à revoir.", en: "Nothing to review." },
    fail: { fr: "À revoir\u00a0: {found}.", en: "To review: {found}." },
    faults: (members, today) =>
      members.filter(({ draft, reviewed }) => isToReview(draft, reviewed, today)).map(nameOf),
  },
  {
    id: "K6",
    level: "info",
    asks: {
      fr: "Pas de mentions j'aime, d'impressions ou d'abonnés seuls",
      en: "No likes, impressions or followers alone",
    },
    pass: { fr: "Aucun indicateur de vanité seul.", en: "No vanity figure alone." },
    fail: {
      fr: "Métrique, pas KPI\u00a0: {found}. Ajoutez ce que ces personnes font ensuite.",
      en: "A metric, not a KPI: {found}. Add what these people do next.",
    },
    faults: (members) =>
      members
        .filter(({ draft: { kpi, secondary } }) => kpi !== null && [kpi, ...secondary].every(isVanity))
        .map(nameOf),
  },
];

/** The outcome of each rule of the set, K1 to K6; unknown while it holds no objective with a KPI. */
export function judgeSet(members: readonly Member[], today: Day): RuleResult[] {
  const chosen = members.filter(({ draft: { kpi } }) => catalogue.some(({ name }) => name === kpi));
  return setRules.map(({ id, level, pass, fail, faults }) => {
    const result = { id, letter: "K", level, fix: null } as const;
    if (chosen.length === 0) return { ...result, state: "unknown", words: NO_OBJECTIVE };
    const found = faults(chosen, today);
    if (found.length === 0) return { ...result, state: "pass", words: pass };
    return { ...result, state: "fail", words: fill(fail, joined(found)) };
  });
}

const NO_OBJECTIVE: Words = { fr: "Aucun objectif encore.", en: "No objective yet." };

function joined(found: readonly Words[]): Holes {
  return {
    found: { fr: found.map(({ fr }) => fr).join(", "), en: found.map(({ en }) => en).join(", ") },
  };
}

/** The identities of which a list of KPIs holds the whole and every factor. */
export function redundancies(kpis: readonly string[]): Identity[] {
  return identities.filter(({ kpi, formula, relation }) => {
    const factors = namesIn(parseFormula(formula));
    return (
      !relation &&
      kpis.includes(kpi) &&
      !factors.includes(kpi) &&
      factors.every((name) => isFollowed(name, kpis))
    );
  });
}

/** A KPI of the list, or a metric that one of them measures as it is. */
function isFollowed(name: string, kpis: readonly string[]): boolean {
  if (kpis.includes(name)) return true;
  if (!(name in metrics)) return false;
  return catalogue.some((kpi) => kpi.kind === "quantity" && kpi.formula === name && kpis.includes(kpi.name));
}

function isVanity(name: string): boolean {
  const { args } = findKpi(name);
  return args.every(({ metric }) => VANITY.has(metric));
}

interface Strategy {
  readonly goal: Words;
  readonly kpis: readonly string[];
}

/** The KPIs by strategic goal served, each once; those that serve none are together. */
function strategiesOf(members: readonly Member[]): Strategy[] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = fold(member.draft.serves);
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()].map((group) => {
    const goal = group[0]?.draft.serves.trim() ?? "";
    const alone = groups.size === 1;
    return {
      goal:
        goal !== ""
          ? { fr: quoted(goal, "fr"), en: quoted(goal, "en") }
          : alone
            ? { fr: "l'ensemble", en: "the whole" }
            : { fr: "ce qui n'en sert aucun", en: "what serves none" },
      kpis: kpisOf(group),
    };
  });
}

/** The KPIs of some objectives, primary and secondary, each once. */
function kpisOf(members: readonly Member[]): string[] {
  const named = members.flatMap(({ draft: { kpi, secondary } }) => (kpi === null ? [] : [kpi, ...secondary]));
  return [...new Set(named)].filter((name) => catalogue.some((kpi) => kpi.name === name));
}

function nameOf({ draft: { title, kpi } }: Member): Words {
  const name = title.trim();
  if (name !== "") return { fr: quoted(name, "fr"), en: quoted(name, "en") };
  return findKpi(kpi ?? "").label;
}
