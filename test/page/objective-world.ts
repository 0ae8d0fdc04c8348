// Objectives of a small shop and what its data say of them, as the Worker would tell the sidebar.
import type { Page } from "playwright-core";
import type { ApiCall } from "../../apps-script/backend.ts";
import type { EvidenceQuestion, Objective, SaveObjective } from "../../shared/api/objectives.ts";
import type { Assessment, RuleResult } from "../../shared/objectives/assessment.ts";
import type { Evidence, Series } from "../../shared/objectives/evidence.ts";
import type { ObjectiveDraft } from "../../shared/objectives/objective.ts";
import { findKpi } from "../../shared/kpis/index.ts";
import { metrics } from "../../shared/metrics.ts";
import { addDays, type Day } from "../../shared/period.ts";

export const ME = "camille@atelier-verveine.example";

/** The day on the calendar of Paris, where the sidebar is opened. */
export const today = (): Day =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());

/** What the shop counts in a day, before the week and chance have their say. */
const DAILY: Readonly<Record<string, number>> = {
  sessions: 900,
  engaged_sessions: 540,
  conversions: 26,
  leads: 26,
  revenue: 1900,
  orders: 30,
  spend: 210,
  clicks: 480,
  impressions: 21_000,
};

/** A third more in a year, busier at the start of the week, with a repeatable spread of a third. */
function on(place: number, usual: number): number {
  const week = [1.1, 1.12, 1.1, 1.05, 0.98, 0.8, 0.85][place % 7] ?? 1;
  const chance = Math.sin((place + usual) * 12.9898) * 43_758.5453;
  const growth = 1 + 0.33 * (place / 365);
  return Math.round(usual * week * growth * (0.67 + 0.66 * (chance - Math.floor(chance))));
}

function seriesOf(kpi: string, days: number): Series {
  const { args } = findKpi(kpi);
  const points = Array.from({ length: days }, (_, place) => {
    const day = addDays(today(), place - days);
    const known = args.filter(({ metric }) => metric in DAILY);
    const totals = Object.fromEntries(known.map(({ name, metric }) => [name, on(place, DAILY[metric] ?? 0)]));
    return { from: day, to: day, totals };
  });
  const empty = points.every(({ totals }) => Object.keys(totals).length === 0);
  return {
    kpi,
    step: "day",
    points: empty ? [] : points,
    problem: empty ? { fr: "Aucune source ne compte cela.", en: "No source counts this." } : null,
    currency: args.some(({ metric }) => metrics[metric].unit === "money") ? "EUR" : null,
  };
}

/** Fourteen months of a shop that sells by itself. */
export function shopEvidence({ kpi, secondary }: EvidenceQuestion): Evidence {
  return {
    today: today(),
    series: [...(kpi === null ? [] : [kpi]), ...secondary].map((name) => seriesOf(name, 430)),
    metrics: Object.keys(DAILY),
    channels: ["organic_search", "paid_search", "email"],
    campaigns: ["Rentrée", "Soldes d'hiver"],
    freshness: {
      asOf: new Date(Date.now() - 3_600_000).toISOString(),
      completeness: 1,
      problem: null,
      sources: ["Google Analytics 4"],
    },
    neighbours: [],
    notes: [],
  };
}

export function draft(change: Partial<ObjectiveDraft> = {}): ObjectiveDraft {
  return {
    title: "Taux de conversion\u00a0: atteindre 3\u202f% d'ici le 31 déc. 2026",
    wish: "mieux convertir l'e-mail",
    goal: "emailing",
    kind: "continuous",
    kpi: "CR",
    secondary: ["CPL"],
    scope: { channel: "email" },
    targetType: "reach_at_least",
    baseline: {
      value: 0.02,
      from: "2026-09-01",
      to: "2026-09-30",
      source: "data",
      reference: "Google Analytics 4",
      periods: 1,
    },
    target: { as: "value", value: 0.03 },
    start: "2026-10-01",
    deadline: "2026-12-31",
    cadence: "monthly",
    owner: ME,
    audience: "",
    serves: "",
    budget: null,
    capacity: null,
    waived: {},
    ...change,
  };
}

const RATES = [0.019, 0.0205, 0.0198, 0.0212, null, 0.0221, 0.0235, 0.0246];

export function assessment(change: Partial<Assessment["progress"]> = {}): Assessment {
  return {
    rules: [rule("S1", "S"), rule("M1", "M"), rule("A3", "A", "fail"), rule("R1", "R"), rule("T1", "T")],
    soundness: "smart",
    feasibility: {
      probability: 0.34,
      range: null,
      method: "forecast",
      n: 60,
      step: "week",
      needed: 0.0352,
      expected: 0.0248,
      best: { value: 0.0279, from: "2026-02-02", to: "2026-05-03" },
      reachedEight: 0.0241,
      reachedFive: 0.0262,
      final: { value: 0.0262, low: 0.0231, high: 0.0312 },
      path: Array.from({ length: 6 }, (_, step) => ({
        to: addDays("2026-11-29", 7 * step),
        value: 0.0246 + 0.0003 * step,
        low: 0.0241 - 0.0002 * step,
        high: 0.0251 + 0.0012 * step,
      })),
      words: { fr: "Les fêtes pèsent lourd.", en: "The holidays weigh much." },
    },
    progress: {
      status: "at_risk",
      value: 0.0246,
      problem: null,
      share: 0.46,
      expected: 0.56,
      band: [0.48, 0.64],
      history: RATES.map((value, week) => ({
        from: addDays("2026-09-28", 7 * week),
        to: addDays("2026-10-04", 7 * week),
        value,
      })),
      words: { fr: "46\u202f% du chemin.", en: "46% of the way." },
      ...change,
    },
  };
}

export function rule(
  id: string,
  letter: RuleResult["letter"],
  state: RuleResult["state"] = "pass",
  words = { fr: `Règle ${id}.`, en: `Rule ${id}.` },
): RuleResult {
  return { id, letter, level: "warn", state, words, fix: null };
}

export function objective(change: Partial<Objective> = {}): Objective {
  return {
    id: "o1",
    version: 1,
    saved: { at: "2026-10-01T08:00:00.000Z", by: ME },
    draft: draft(),
    assessment: assessment(),
    retired: null,
    reviews: [],
    nextReview: "2099-12-01",
    toReview: false,
    isKpi: true,
    freshness: shopEvidence({ kpi: null, scope: null, secondary: [] }).freshness,
    currency: null,
    ...change,
  };
}

/** What a save was sent with. */
export function sentDraft(call: ApiCall | undefined): ObjectiveDraft {
  if (!call) throw new Error("Nothing was saved.");
  return (call.body as SaveObjective).draft;
}

/** Where the keyboard is: the name of a field, else an id, else a text. */
export const focusedIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    return element.name || element.id || element.textContent;
  });

const both = (fr: string) => ({ fr, en: fr });
export const DIAGNOSIS = {
  diagnosis: {
    before: { from: "2026-10-12", to: "2026-10-25", value: 0.0235 },
    after: { from: "2026-10-26", to: "2026-11-08", value: 0.021 },
    change: -0.0025,
    significant: true,
    channels: [{ channel: "email", mix: -0.0004, rate: -0.0021 }],
    factors: [],
    readings: [
      {
        id: "I19",
        cause: "message",
        words: both("La page ne tient pas la promesse."),
        evidence: [{ label: both("Taux de clics"), before: "2,1", after: "2,2" }],
        test: both("Comparez l'annonce et la page."),
      },
    ],
    guards: [both("Les 2 derniers jours peuvent changer.")],
    words: both("L'e-mail a perdu 0,21 point."),
  },
  budget: {
    channels: [{ channel: "paid_search", spend: 500, suggested: 650, marginal: 0.1, refusal: null }],
    currency: "EUR",
    gain: 3,
    words: both("3 leads de plus par semaine."),
  },
};
