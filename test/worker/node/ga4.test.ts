// The Google Analytics connector: what it asks, and what it reads in answers, recorded ones included.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { ga4 } from "../../../worker/connectors/ga4.ts";
import type { FactStream, Page, Reading, SourceAnswer, UniqueStream } from "../../../worker/connector.ts";

const settings = { property: "123456" };
const page = { from: "2026-11-01", to: "2026-11-20", token: null };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const stream = (name: string) => {
  const found = ga4.streams.find(
    (candidate): candidate is FactStream | UniqueStream => candidate.name === name,
  );
  if (!found) throw new Error(name);
  return {
    request: found.request,
    read: (answer: SourceAnswer, of: Page): Reading => found.read(answer, of, settings, unit),
  };
};

function report(dimensions: string[], metrics: string[], rows: string[][], rest: object = {}) {
  return {
    status: 200,
    headers: {},
    body: {
      dimensionHeaders: dimensions.map((name) => ({ name })),
      metricHeaders: metrics.map((name) => ({ name, type: "TYPE_INTEGER" })),
      rows: rows.map((cells) => ({
        dimensionValues: cells.slice(0, dimensions.length).map((value) => ({ value })),
        metricValues: cells.slice(dimensions.length).map((value) => ({ value })),
      })),
      rowCount: rows.length,
      metadata: { currencyCode: "EUR", timeZone: "Europe/Paris" },
      ...rest,
    },
  };
}

const DIMENSIONS = [
  "date",
  "sessionDefaultChannelGroup",
  "sessionSource",
  "sessionMedium",
  "sessionCampaignName",
];

test("a page asks for its days, ordered by every dimension, with whole numbers as text", () => {
  const { url, json } = stream("traffic").request({ ...page, token: "5000" }, settings);
  expect(url).toBe("https://analyticsdata.googleapis.com/v1beta/properties/123456:runReport");
  expect(json).toMatchObject({
    dateRanges: [{ startDate: "2026-11-01", endDate: "2026-11-20" }],
    orderBys: DIMENSIONS.map((dimensionName) => ({ dimension: { dimensionName } })),
    limit: "5000",
    offset: "5000",
  });
});

test("a row keeps its channel, source and campaign; money becomes millionths", () => {
  const { facts, unit: told } = stream("outcomes").read(
    report(
      DIMENSIONS,
      ["keyEvents", "totalRevenue", "transactions"],
      [["20261101", "Paid Search", "google", "cpc", "Soldes", "12", "1234.56", "7"]],
    ),
    page,
  );
  expect(facts).toEqual([
    {
      day: "2026-11-01",
      channel: "paid_search",
      source: "google",
      medium: "cpc",
      campaignId: "",
      campaign: "Soldes",
      key: JSON.stringify(["Paid Search", "google", "cpc", "Soldes"]),
      values: { conversions: 12, revenue: 1_234_560_000, orders: 7 },
    },
  ]);
  expect(told).toEqual({ currency: "EUR", timeZone: "Europe/Paris" });
});

test.each([
  ["Organic Social", "organic_social"],
  ["Email", "email"],
  ["Unassigned", "unknown"],
  ["Cross-network", "other"],
  ["A group Google adds tomorrow", "other"],
])("the channel group %s is %s", (group, channel) => {
  const row = ["20261101", group, "s", "m", "c", "1"];
  expect(stream("traffic").read(report(DIMENSIONS, ["sessions"], [row]), page).facts[0]?.channel).toBe(
    channel,
  );
});

test("session seconds are rebuilt from the average and the sessions: 245.5 s × 4 = 982 s", () => {
  const answer = report(
    DIMENSIONS,
    ["sessions", "averageSessionDuration"],
    [["20261101", "Direct", "", "", "", "4", "245.5"]],
  );
  expect(stream("traffic").read(answer, page).facts[0]?.values).toEqual({
    sessions: 4,
    session_seconds: 982,
  });
});

test("a rebuilt count is whole: 3 sessions, a third of which bounced, are 2 engaged", () => {
  const columns = ["sessions", "bounceRate", "averageSessionDuration"];
  const row = ["20261101", "Direct", "", "", "", "3", "0.3333333333333333", "100.33333333"];
  const values = { sessions: 3, engaged_sessions: 2, session_seconds: 301 };
  expect(stream("traffic").read(report(DIMENSIONS, columns, [row]), page).facts[0]?.values).toEqual(values);
});

test("pages follow one another until all the rows that Google counts have come", () => {
  const rows = [["20261101", "Direct", "", "", "", "4"]];
  const first = stream("traffic").read(report(DIMENSIONS, ["sessions"], rows, { rowCount: 2 }), page);
  expect(first).toMatchObject({ next: "1", total: 2 });
  const last = stream("traffic").read(report(DIMENSIONS, ["sessions"], rows, { rowCount: 2 }), {
    ...page,
    token: "1",
  });
  expect(last).toMatchObject({ next: null, total: 2 });
});

test("what Google says of its own figures is carried along", () => {
  const metadata = {
    currencyCode: "EUR",
    timeZone: "Europe/Paris",
    dataLossFromOtherRow: true,
    subjectToThresholding: true,
    samplingMetadatas: [{ samplesReadCount: "500", samplingSpaceSize: "1000" }],
  };
  expect(stream("traffic").read(report(DIMENSIONS, ["sessions"], [], { metadata }), page).marks).toEqual([
    "other_row",
    "thresholded",
    "sampled",
  ]);
});

test("people are counted by day, ISO week and month, never past the last day asked for", () => {
  const count = (dimension: string, value: string) =>
    report([dimension], ["totalUsers", "activeUsers"], [[value, "30", "28"]]);
  const values = { total_users: 30, active_users: 28 };
  const read = (name: string, answer: ReturnType<typeof report>): Reading["uniques"] =>
    stream(name).read(answer, page).uniques;
  expect(read("users_by_day", count("date", "20261105"))).toEqual([
    { calendar: "day", from: "2026-11-05", to: "2026-11-05", values },
  ]);
  // 4 January 2026 is a Sunday, so week 1 begins on 29 December 2025 and week 45 on 2 November 2026.
  expect(read("users_by_week", count("isoYearIsoWeek", "202645"))).toEqual([
    { calendar: "week", from: "2026-11-02", to: "2026-11-08", values },
  ]);
  expect(read("users_by_month", count("yearMonth", "202611"))).toEqual([
    { calendar: "month", from: "2026-11-01", to: "2026-11-20", values },
  ]);
});

test.each(["--", "<10", "12,5", "", "9007199254740993"])(
  "a figure written %j is refused, not guessed",
  (text) => {
    const answer = report(DIMENSIONS, ["sessions"], [["20261101", "Direct", "", "", "", text]]);
    expect(() => stream("traffic").read(answer, page)).toThrow("source_malformed");
  },
);

test.each([[null], ["a text"], [{ rows: 3 }], [{ rows: [{ metricValues: "x" }] }]])(
  "an answer that is no report is refused: %j",
  (body) => {
    expect(() => stream("traffic").read({ status: 200, headers: {}, body }, page)).toThrow(
      "source_malformed",
    );
  },
);

const reference = process.env["BOUSSOLE_REFERENCE_DATA"];
const folder =
  reference &&
  ["specs/ga4", "ga4", "."]
    .map((name) => join(reference, name))
    .find((path) => existsSync(join(path, "fixtures")));
if (!folder)
  console.log(
    "Left out: recorded answers of Google Analytics (BOUSSOLE_REFERENCE_DATA names no folder that has them).",
  );

test.runIf(folder)(
  "a recorded answer without engagedSessions gives them back from the bounce rate, as whole numbers",
  () => {
    const body: unknown = JSON.parse(
      readFileSync(join(folder ?? "", "fixtures/runReport_rebuilt.json"), "utf8"),
    );
    const { facts } = stream("traffic").read({ status: 200, headers: {}, body }, page);
    const total = (metric: "sessions" | "engaged_sessions", to: string): number =>
      facts.filter(({ day }) => day <= to).reduce((sum, { values }) => sum + (values[metric] ?? 0), 0);
    expect([total("sessions", "2023-04-11"), total("engaged_sessions", "2023-04-11")]).toEqual([
      20_770, 9698,
    ]);
    expect([total("sessions", "2023-04-06"), total("engaged_sessions", "2023-04-06")]).toEqual([
      16_764, 7760,
    ]);
  },
);

test.runIf(folder)("every request is one that Google's own schema allows", () => {
  const schema = JSON.parse(
    readFileSync(join(folder ?? "", "analyticsdata.v1beta.schema.json"), "utf8"),
  ) as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  const valid = ajv.addSchema(schema, "ga4").compile({ $ref: "ga4#/definitions/RunReportRequest" });
  for (const { request } of [ga4.check, ...ga4.streams.map(({ name }) => stream(name))]) {
    valid(request({ ...page, token: "5000" }, settings).json);
    expect(valid.errors).toBeNull();
  }
  valid({ limit: 5000 });
  expect(valid.errors).not.toBeNull();
});
