// The Search Console connector: what it asks, what it reads, and the whole of the simulated property.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { FactStream } from "../../../worker/connector.ts";
import { gsc } from "../../../worker/connectors/gsc.ts";
import { failureOf } from "../../../worker/failure.ts";
import { SITE } from "../../../workbench/vendors/gsc.ts";
import { readDays } from "./read-whole.ts";
import { services, TOKEN } from "./services.ts";

const settings = { site: "sc-domain:example.com" };
const page = { from: "2026-11-01", to: "2026-11-20", token: null };
const unit = { currency: null, timeZone: "America/Los_Angeles" };
const stream = gsc.streams[0] as FactStream;
const read = (body: unknown, token: string | null = null) =>
  stream.read({ status: 200, headers: {}, body }, { ...page, token }, settings, unit);

test("a page asks for days alone, the last ones included, from the row reached", () => {
  const { method, url, json } = stream.request({ ...page, token: "12" }, settings);
  expect([method, url]).toEqual([
    "POST",
    "https://www.googleapis.com/webmasters/v3/sites/sc-domain%3Aexample.com/searchAnalytics/query",
  ]);
  expect(json).toEqual({
    startDate: "2026-11-01",
    endDate: "2026-11-20",
    dimensions: ["date"],
    type: "web",
    aggregationType: "auto",
    dataState: "all",
    rowLimit: 25_000,
    startRow: 12,
  });
});

test("a day is counted in the channel of free searches, apart from ads and without its ratios", () => {
  const rows = [{ keys: ["2026-11-03"], clicks: 12, impressions: 400, ctr: 0.03, position: 8.25 }];
  const reading = read({ rows, responseAggregationType: "byProperty" });
  expect(reading.facts).toEqual([
    {
      day: "2026-11-03",
      channel: "organic_search",
      source: "google",
      medium: "organic",
      campaignId: "",
      campaign: "",
      key: "web",
      values: { organic_clicks: 12, organic_impressions: 400 },
    },
  ]);
  expect([reading.unit, reading.next]).toEqual([unit, "1"]);
});

test("the end is an empty page, or the last of the days asked for", () => {
  expect(read({ responseAggregationType: "byProperty" }, "7").next).toBeNull();
  const all = Array.from({ length: 20 }, (_, index) => ({
    keys: [`2026-11-${String(index + 1).padStart(2, "0")}`],
    clicks: 1,
    impressions: 2,
  }));
  expect(read({ rows: all }).next).toBeNull();
  expect(read({ rows: all.slice(1) }).next).toBe("19");
});

test.each([
  ["a row without keys", { rows: [{ clicks: 1, impressions: 2 }] }],
  ["a day that does not exist", { rows: [{ keys: ["2026-02-30"], clicks: 1, impressions: 2 }] }],
  ["a count that is a text", { rows: [{ keys: ["2026-11-03"], clicks: "1", impressions: 2 }] }],
  ["nothing", null],
])("%s is no figure", (_name, body) => {
  expect(() => read(body)).toThrow("source_malformed");
});

test.each([
  ["sc-domain:example.com", true],
  ["https://www.example.com/", true],
  ["https://www.example.com/blog/", true],
  ["example.com", false],
  ["sc-domain:https://example.com", false],
  ["https://www.example.com", false],
])("the property %s may be right: %s", (site, right) => {
  expect(gsc.checkSettings({ site })).toBe(right);
});

test("a load that is too heavy waits a quarter of an hour; a property one may not see is told apart", () => {
  const failure = (status: number, reason: string) =>
    failureOf({ status, headers: {}, body: { error: { errors: [{ reason }] } } }, gsc.errors, 0);
  expect(failure(403, "quotaExceeded")).toMatchObject({ code: "rate_limited", wait: 900_000 });
  expect(failure(403, "forbidden")).toMatchObject({ code: "access_denied" });
});

test("a property that the account has not been let into is refused at once", () => {
  const check = (permissionLevel: string) =>
    gsc.check.read(
      { status: 200, headers: {}, body: { siteUrl: "sc-domain:example.com", permissionLevel } },
      page,
      settings,
      unit,
    ).unit;
  expect(check("siteRestrictedUser")).toEqual(unit);
  expect(() => check("siteUnverifiedUser")).toThrow("access_denied");
});

test.each([250_000, 1])(
  "the whole property adds up to the shop's own searches, %i rows a page",
  async (mostRows) => {
    const shop = services("2026-11-21", "https://www.googleapis.com/auth/webmasters.readonly", { mostRows });
    const authorization = `Bearer ${TOKEN}`;
    const reader = {
      services: shop,
      connector: gsc,
      settings: { site: SITE },
      unit,
      authorization,
      sent: [],
    };
    const facts = await readDays(reader, stream, "2026-11-01", "2026-11-20");
    const search = await shop.totals("search", { from: "2026-11-01", to: "2026-11-20" }, "day");
    const byDay = Object.fromEntries(
      facts.map(({ day, values: { organic_clicks: clicks, organic_impressions: impressions } }) => [
        day,
        { clicks, impressions },
      ]),
    );
    expect(byDay).toEqual(search.groups);
    expect(facts).toHaveLength(20);
    expect(reader.sent).toHaveLength(mostRows === 1 ? 20 : 1);
  },
);

const folder = join(process.env["BOUSSOLE_REFERENCE_DATA"] ?? "", "specs/gsc");
const recorded = existsSync(folder);
if (!recorded) console.log("Left out: Search Console's schema and recorded rows (BOUSSOLE_REFERENCE_DATA).");

test.runIf(recorded)("every request is one that Google's own schema allows", () => {
  const schema = JSON.parse(readFileSync(join(folder, "searchconsole.v1.schema.json"), "utf8")) as object;
  const ajv = new Ajv({ strict: false, allErrors: true }).addSchema(schema, "gsc");
  const valid = ajv.compile({ $ref: "gsc#/definitions/SearchAnalyticsQueryRequest" });
  valid(stream.request({ ...page, token: "25000" }, { ...settings, type: "image" }).json);
  expect(valid.errors).toBeNull();
  valid({ dimension: ["date"] });
  expect(valid.errors).not.toBeNull();
});

test.runIf(recorded)("recorded rows are read to the last click, with or without a position", () => {
  type Row = { date: string; clicks: number; impressions: number; position?: number };
  const rows = JSON.parse(
    readFileSync(join(folder, "fixtures/expected_records_subset.json"), "utf8"),
  ) as Row[];
  const { facts } = read({ rows: rows.map(({ date, ...counts }) => ({ keys: [date], ...counts })) });
  // 1 + 1 + 0 + 3 + 2 + 0 clicks; 15 + 251 + 88 + 53 + 16 + 0 impressions.
  const sum = (name: "organic_clicks" | "organic_impressions") =>
    facts.reduce((total, { values }) => total + (values[name] ?? 0), 0);
  expect([sum("organic_clicks"), sum("organic_impressions")]).toEqual([7, 423]);
});
