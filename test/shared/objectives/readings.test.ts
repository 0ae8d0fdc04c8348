// Each reading of the figures holds on a table made for it, and is silent when its condition or a guard fails.
import { describe, expect, test } from "vitest";
import type { Diagnosis } from "../../../shared/objectives/assessment.ts";
import { diagnose } from "../../../shared/objectives/diagnosis/diagnose.ts";
import { readings } from "../../../shared/objectives/diagnosis/readings/list.ts";
import type { Evidence, Segment } from "../../../shared/objectives/evidence.ts";
import { channel, DRAFT, type Signs, tableOf, TODAY, WINDOWS } from "./diagnosis-table.ts";

interface Case {
  readonly signs: Signs;
  readonly segments?: readonly Segment[];
  /** The signs, or the channels, of a table where the reading does not hold. */
  readonly not: Signs;
  readonly notSegments?: readonly Segment[];
}

const alike = (before: Readonly<Record<string, number>>, after = before): Segment[] => [
  channel("email", before, after),
  channel("paid_search", before, after),
];

/** The conditions of each reading, as they were decided. */
const cases: Readonly<Record<string, Case>> = {
  I1: { signs: { OPEN_RATE: "up", EMAIL_CTR: "down" }, not: { OPEN_RATE: "up", EMAIL_CTR: "up" } },
  I2: { signs: { CAC: "up" }, not: { CAC: "down" } },
  I3: { signs: { BOUNCE_RATE: "up" }, not: { BOUNCE_RATE: "down" } },
  I4: { signs: { ENGAGEMENT_RATE: "down" }, not: { ENGAGEMENT_RATE: "steady" } },
  I5: { signs: { CTR: "up", SHARES: "up" }, not: { CTR: "up", SHARES: "steady" } },
  I6: { signs: { PROCESSING_TIME: "up" }, not: { PROCESSING_TIME: "steady" } },
  I7: {
    signs: {},
    segments: [
      channel("email", {}, { conversions: 80, sessions: 1000 }),
      channel("paid_search", {}, { conversions: 40, sessions: 1000 }),
    ],
    not: {},
    notSegments: alike({ conversions: 40, sessions: 1000 }),
  },
  I8: {
    signs: {},
    segments: [
      channel("email", {}, { new_customers: 80, spend: 1000 }),
      channel("paid_search", {}, { new_customers: 40, spend: 1000 }),
    ],
    not: {},
    notSegments: alike({ new_customers: 40, spend: 1000 }),
  },
  I9: { signs: { NPS: "down" }, not: { NPS: "up" } },
  I10: { signs: { ENGAGEMENT_RATE: "up" }, not: { ENGAGEMENT_RATE: "down" } },
  I11: { signs: { ORGANIC_TRAFFIC: "up" }, not: { ORGANIC_TRAFFIC: "steady" } },
  I12: {
    signs: {},
    segments: [
      channel("email", {}, { leads: 80, spend: 1000 }),
      channel("paid_search", {}, { leads: 40, spend: 1000 }),
    ],
    not: {},
    notSegments: alike({ leads: 40, spend: 1000 }),
  },
  I13: { signs: { CR: "down" }, not: { CR: "up" } },
  // CPA moves by its first total, the spend; the acquisitions of the table do not.
  I14: { signs: { CPA: "up" }, not: { CPA: "down" } },
  I15: {
    signs: { OPEN_RATE: "down", DELIVERY_RATE: "steady" },
    not: { OPEN_RATE: "down", DELIVERY_RATE: "down" },
  },
  I16: { signs: { EMAIL_BOUNCE_RATE: "up" }, not: { EMAIL_BOUNCE_RATE: "down" } },
  I17: { signs: { OPEN_RATE: "up", EMAIL_CTR: "steady" }, not: { OPEN_RATE: "up", EMAIL_CTR: "up" } },
  I18: { signs: { COMPLAINT_RATE: "up" }, not: { COMPLAINT_RATE: "down" } },
  I19: { signs: { CTR: "up", CR: "down" }, not: { CTR: "up", CR: "up" } },
  I20: { signs: { CTR: "down", CPM: "steady" }, not: { CTR: "down", CPM: "up" } },
  I21: { signs: { CPM: "up", CTR: "steady" }, not: { CPM: "up", CTR: "down" } },
  I22: { signs: { AD_FREQUENCY: "up", CTR: "down" }, not: { AD_FREQUENCY: "up", CTR: "steady" } },
  I23: { signs: { CPL: "down", MQL_TO_SQL: "down" }, not: { CPL: "down", MQL_TO_SQL: "steady" } },
  I24: {
    signs: { LEADS: "up", CLOSE_RATE: "down", FIRST_RESPONSE_TIME: "up" },
    not: { LEADS: "up", CLOSE_RATE: "down", FIRST_RESPONSE_TIME: "steady" },
  },
  I25: {
    signs: { ADD_TO_CART_RATE: "steady", CART_ABANDONMENT: "up" },
    not: { ADD_TO_CART_RATE: "down", CART_ABANDONMENT: "up" },
  },
  I26: {
    signs: { CR: "down", SESSIONS: "steady" },
    segments: alike({ conversions: 100, sessions: 1000 }, { conversions: 60, sessions: 1000 }),
    not: { CR: "down", SESSIONS: "down" },
    notSegments: alike({ conversions: 100, sessions: 1000 }, { conversions: 60, sessions: 1000 }),
  },
  I28: { signs: { ROAS: "up", MER: "steady" }, not: { ROAS: "up", MER: "up" } },
  I29: {
    signs: {},
    segments: [
      channel("unknown", { sessions: 50 }, { sessions: 200 }),
      channel("email", { sessions: 950 }, { sessions: 800 }),
    ],
    not: {},
    notSegments: [
      channel("unknown", { sessions: 50 }, { sessions: 52 }),
      channel("email", { sessions: 950 }, { sessions: 948 }),
    ],
  },
  I30: { signs: { REVENUE: "up", NET_MARGIN: "down" }, not: { REVENUE: "up", NET_MARGIN: "steady" } },
  I31: { signs: { CHURN: "up", NPS: "steady" }, not: { CHURN: "up", NPS: "down" } },
  // The example of the catalogue is above 1; a quarter of its numerator is below.
  I32: { signs: {}, not: { LTV_CAC: "steady" } },
};

function read(signs: Signs, segments: readonly Segment[] = [], said: Partial<Evidence> = {}): Diagnosis {
  return diagnose(DRAFT, tableOf(signs, said), segments, WINDOWS);
}

const ids = ({ readings: found }: Diagnosis): string[] => found.map(({ id }) => id);

/** Growth that destroys value: a customer who brings 50 and costs 100. */
const ruinous: Evidence = (() => {
  const table = tableOf({ LTV_CAC: "steady" });
  const series = table.series.map((one) =>
    one.kpi === "LTV_CAC"
      ? { ...one, points: one.points.map((point) => ({ ...point, totals: { clv: 50, cac: 100 } })) }
      : one,
  );
  return { ...table, series };
})();

/** What a mix of channels alone does to a rate: 6 % and 2 % as before, more of the second. */
const mixed = [
  channel(
    "email",
    { conversions: 60, base: 1000, sessions: 1000 },
    { conversions: 30, base: 500, sessions: 500 },
  ),
  channel(
    "paid_social",
    { conversions: 20, base: 1000, sessions: 1000 },
    { conversions: 60, base: 3000, sessions: 3000 },
  ),
];

const diagnosed = (id: string, said: Partial<Evidence> = {}): Diagnosis => {
  const { signs, segments } = cases[id] ?? { signs: {} };
  return id === "I32" ? diagnose(DRAFT, { ...ruinous, ...said }, [], WINDOWS) : read(signs, segments, said);
};

describe.each(Object.keys(cases))("reading %s", (id) => {
  test("is given where its condition holds, in words and figures of both languages", () => {
    const found = diagnosed(id).readings.find((reading) => reading.id === id);
    expect(found?.evidence.length).toBeGreaterThan(0);
    for (const { fr, en } of [
      found?.words,
      found?.test,
      ...(found?.evidence.map(({ after }) => after) ?? []),
    ].flatMap((words) => words ?? [])) {
      expect(fr).not.toBe("");
      expect(en).not.toBe("");
    }
  });

  test("is not given where it does not", () => {
    const { not, notSegments } = cases[id] as Case;
    expect(ids(read(not, notSegments))).not.toContain(id);
  });

  test("is silent on data that are old, incomplete, or still provisional", () => {
    const fresh = { asOf: `${TODAY}T06:00:00Z`, completeness: 1, problem: null, sources: ["GA4"] };
    expect(ids(diagnosed(id, { freshness: { ...fresh, asOf: "2025-12-20T06:00:00Z" } }))).toEqual([]);
    expect(ids(diagnosed(id, { freshness: { ...fresh, completeness: 0.8 } }))).toEqual([]);
    const { signs, segments } = cases[id] as Case;
    const table = id === "I32" ? ruinous : tableOf(signs);
    const series = table.series.map((one) => ({
      ...one,
      points: one.points.map((point, at) =>
        at === one.points.length - 1 ? { ...point, provisional: true as const } : point,
      ),
    }));
    expect(ids(diagnose(DRAFT, { ...table, series }, segments ?? [], WINDOWS))).toEqual([]);
  });

  test("is silent where the KPI's change is not more than chance, or where its definition changed", () => {
    const { signs, segments } = cases[id] as Case;
    const steady =
      id === "I32"
        ? { ...ruinous, series: [...tableOf({ CR: "steady" }).series, ...ruinous.series.slice(1)] }
        : tableOf({ ...signs, CR: "steady" });
    expect(ids(diagnose(DRAFT, steady, segments ?? [], WINDOWS))).toEqual([]);
    const table = id === "I32" ? ruinous : tableOf(signs);
    expect(ids(diagnose(DRAFT, table, segments ?? [], WINDOWS, "2025-12-23"))).toEqual([]);
    expect(ids(diagnose(DRAFT, table, segments ?? [], WINDOWS, "2025-12-01"))).toContain(id);
  });

  test("is silent where the mix of channels makes most of the change", () => {
    const { signs, segments = [] } = cases[id] as Case;
    const table = id === "I32" ? ruinous : tableOf(signs);
    const both = [...mixed, ...segments.filter(({ channel: name }) => name !== "email")];
    const found = diagnose(DRAFT, matching(table, both), both, WINDOWS);
    expect(found.guards.map(({ en }) => en).join()).toContain("mix of channels");
    expect(ids(found)).not.toContain(id);
  });
});

/** The table with the conversion rate that the channels make over both weeks. */
function matching(table: Evidence, segments: readonly Segment[]): Evidence {
  const of = (side: "before" | "after", metric: string): number =>
    segments.reduce((total, segment) => total + (segment[side][metric] ?? 0), 0) / 7;
  const series = table.series.map((one) => {
    if (one.kpi !== "CR") return one;
    const points = one.points.map((point, at) => {
      const side = point.from >= WINDOWS.after.from ? "after" : "before";
      const wobble = 1 + 0.001 * ((at % 5) - 2);
      return {
        ...point,
        totals: { conversions: of(side, "conversions") * wobble, base: of(side, "sessions") },
      };
    });
    return { ...one, points };
  });
  return { ...table, series };
}

test("the mix itself is the reading where sessions rise and each channel converts as before (I27)", () => {
  const found = diagnose(DRAFT, matching(tableOf({ SESSIONS: "up" }), mixed), mixed, WINDOWS);
  expect(ids(found)).toEqual(["I27"]);
  expect(found.words.fr).toContain("mélange des canaux");
  const worse = mixed.map((one) =>
    one.channel === "email" ? { ...one, after: { ...one.after, conversions: 5 } } : one,
  );
  expect(ids(diagnose(DRAFT, matching(tableOf({ SESSIONS: "up" }), worse), worse, WINDOWS))).not.toContain(
    "I27",
  );
});

test("every reading is tried here, and there are thirty-two of them", () => {
  expect(readings.map(({ id }) => id)).toEqual(Array.from({ length: 32 }, (_, at) => `I${at + 1}`));
  expect([...Object.keys(cases), "I27"].sort()).toEqual(readings.map(({ id }) => id).sort());
});
