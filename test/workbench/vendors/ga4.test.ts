// The simulated Google Analytics: answers that agree with the shop, in Google's form.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { newWorld, type TestWorld } from "./world.ts";

const DIMENSIONS = [
  "date",
  "sessionDefaultChannelGroup",
  "sessionSource",
  "sessionMedium",
  "sessionCampaignName",
];
const METRICS = ["sessions", "engagedSessions", "averageSessionDuration", "keyEvents", "totalRevenue"];
const named = (names: string[]) => names.map((name) => ({ name }));
const november = { startDate: "2026-11-01", endDate: "2026-11-20" };

const request = (more: object = {}) => ({
  dateRanges: [november],
  dimensions: named(DIMENSIONS),
  metrics: named(METRICS),
  orderBys: DIMENSIONS.map((dimensionName) => ({ dimension: { dimensionName } })),
  limit: "100",
  offset: "0",
  ...more,
});

let world: TestWorld;
let token: string;
const report = async (body: unknown) => world.report(body, token);

beforeAll(async () => {
  world = await newWorld();
  token = await world.token();
});

async function pages(body: object): Promise<{ rows: any[]; rowCount: number }> {
  const rows: any[] = [];
  for (;;) {
    const page = (await report({ ...body, offset: String(rows.length) })).body;
    rows.push(...page.rows);
    if (rows.length >= page.rowCount) return { rows, rowCount: page.rowCount };
  }
}

const column = (rows: any[], index: number): number[] =>
  rows.map((row) => Number(row.metricValues[index].value));
const added = (values: number[]): number => values.reduce((total, value) => total + value, 0);

describe("a report", () => {
  it("has named columns, positional values, and nothing but texts", async () => {
    const { status, body } = await report(request({ limit: 2 }));
    expect(status).toBe(200);
    expect(body.dimensionHeaders).toEqual(named(DIMENSIONS));
    expect(body.metricHeaders.map(({ type }: any) => type)).toEqual([
      "TYPE_INTEGER",
      "TYPE_INTEGER",
      "TYPE_SECONDS",
      "TYPE_FLOAT",
      "TYPE_CURRENCY",
    ]);
    expect(body.rows).toHaveLength(2);
    expect(body.rows[0].dimensionValues[0]).toEqual({ value: "20261101" });
    const values = body.rows.flatMap((row: any) => [...row.dimensionValues, ...row.metricValues]);
    expect(values.every(({ value }: any) => typeof value === "string")).toBe(true);
    expect(body.metadata).toEqual({ currencyCode: "EUR", timeZone: "Europe/Paris" });
    expect(body.kind).toBe("analyticsData#runReport");
  });

  it("read page by page adds up to the shop's own totals", async () => {
    const { rows, rowCount } = await pages(request());
    const { total, groups } = await world.totals("from=2026-11-01&to=2026-11-20");
    expect(rows).toHaveLength(rowCount);
    expect(new Set(rows.map((row) => JSON.stringify(row.dimensionValues))).size).toBe(rowCount);
    expect(added(column(rows, 0))).toBe(total.sessions);
    expect(added(column(rows, 1))).toBe(total.engaged);
    expect(added(rows.map((row) => Math.round(row.metricValues[0].value * row.metricValues[2].value)))).toBe(
      total.seconds,
    );
    expect(added(column(rows, 3))).toBe(total.conversions);
    expect(added(column(rows, 4).map((euros) => Math.round(euros * 1e6)))).toBe(total.revenueMicros);
    const email = rows.filter((row) => row.dimensionValues[1].value === "Email");
    expect(added(column(email, 0))).toBe(groups["Email"].sessions);
  });

  it("holds fewer rows than it was asked for, on order", async () => {
    await world.control({ mostRows: 30 });
    const { body } = await report(request());
    await world.control({ mostRows: 250_000 });
    expect(body.rows).toHaveLength(30);
    expect(body.rowCount).toBeGreaterThan(30);
  });

  it("comes in pages that overlap when its order does not tell its rows apart", async () => {
    const { rows } = await pages(request({ orderBys: [{ dimension: { dimensionName: "date" } }] }));
    expect(new Set(rows.map((row) => JSON.stringify(row.dimensionValues))).size).toBeLessThan(rows.length);
  });

  it("counts people once over each period", async () => {
    const users = async (dimension: string) =>
      (
        await report({
          dateRanges: [{ startDate: "2026-11-02", endDate: "2026-11-15" }],
          dimensions: [{ name: dimension }],
          metrics: named(["totalUsers"]),
        })
      ).body;
    const days = column((await users("date")).rows, 0);
    const weeks = await users("isoYearIsoWeek");
    expect(weeks.rows.map((row: any) => row.dimensionValues[0].value).sort()).toEqual(["202645", "202646"]);
    for (const week of column(weeks.rows, 0)) {
      expect(week).toBeLessThan(added(days) / 2);
      expect(week).toBeGreaterThan(Math.max(...days));
    }
  });

  it("leaves out rows of zeros, unless they are asked for", async () => {
    const orders = {
      dateRanges: [november],
      dimensions: named(DIMENSIONS),
      metrics: named(["transactions"]),
    };
    const without = (await report(orders)).body.rowCount;
    const all = (await report({ ...orders, keepEmptyRows: true })).body.rowCount;
    expect(without).toBeLessThan(all);
    expect(all).toBe((await report(request())).body.rowCount);
  });

  it("without data has neither rows nor a count", async () => {
    const { status, body } = await report(
      request({ dateRanges: [{ startDate: "2027-01-01", endDate: "2027-01-31" }] }),
    );
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("rows");
    expect(body).not.toHaveProperty("rowCount");
  });

  it("takes relative days, counted from the shop's own", async () => {
    const sessions = async (startDate: string, endDate: string): Promise<number> =>
      column(
        (await report({ dateRanges: [{ startDate, endDate }], metrics: named(["sessions"]) })).body.rows,
        0,
      )[0]!;
    expect(await sessions("7daysAgo", "yesterday")).toBe(await sessions("2026-11-14", "2026-11-20"));
  });

  it("tells two ranges apart in a last column", async () => {
    const ranges = [november, { startDate: "2025-11-01", endDate: "2025-11-20", name: "last year" }];
    const { body } = await report({ dateRanges: ranges, metrics: named(["sessions"]) });
    expect(body.dimensionHeaders).toEqual([{ name: "dateRange" }]);
    expect(body.rows.map((row: any) => row.dimensionValues[0].value).sort()).toEqual([
      "date_range_0",
      "last year",
    ]);
  });

  it("spends the property's quota, and says so when it is asked", async () => {
    const [first, second] = [
      await report(request({ returnPropertyQuota: true })),
      await report(request({ returnPropertyQuota: true })),
    ];
    expect(first.body.propertyQuota.tokensPerHour.consumed).toBe(1);
    expect(second.body.propertyQuota.tokensPerHour.remaining).toBe(
      first.body.propertyQuota.tokensPerHour.remaining - 1,
    );
  });

  it('tells of sampling, thresholds and "(other)" on order', async () => {
    await world.control({ quality: { thresholding: true, otherRow: true, sampling: { read: 50, of: 200 } } });
    const { rows } = await pages(request());
    const { metadata } = (await report(request())).body;
    await world.control({ quality: { thresholding: false, otherRow: false, sampling: null } });
    expect(metadata).toMatchObject({
      subjectToThresholding: true,
      dataLossFromOtherRow: true,
      samplingMetadatas: [{ samplesReadCount: "50", samplingSpaceSize: "200" }],
    });
    expect(rows.some((row) => row.dimensionValues[4].value === "(other)")).toBe(true);
  });
});

const REFERENCE = process.env["BOUSSOLE_REFERENCE_DATA"];

describe.runIf(REFERENCE)("Google's own schema", () => {
  it("accepts the requests understood here, the answers, and the description of the property", async () => {
    const file = join(REFERENCE!, "specs/ga4/analyticsdata.v1beta.schema.json");
    const ajv = new Ajv({ strict: false }).addSchema(JSON.parse(readFileSync(file, "utf8")), "ga4");
    const errors = (definition: string, value: unknown): unknown => {
      const validate = ajv.getSchema(`ga4#/definitions/${definition}`)!;
      return validate(value) ? null : validate.errors;
    };
    const headers = { authorization: `Bearer ${token}` };
    const metadata = await world.ask("analyticsdata.googleapis.com/v1beta/properties/386402517/metadata", {
      headers,
    });
    expect(errors("RunReportRequest", request({ returnPropertyQuota: true }))).toBeNull();
    expect(
      errors("RunReportResponse", (await report(request({ returnPropertyQuota: true }))).body),
    ).toBeNull();
    expect(errors("Metadata", await metadata.json())).toBeNull();
    expect(errors("RunReportRequest", { dimension: [] })).not.toBeNull();
  });
});

if (!REFERENCE) console.warn("Left out: Google's schema, since BOUSSOLE_REFERENCE_DATA is not set.");
