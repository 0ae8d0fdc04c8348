// The simulated Search Console: what it answers, what it hides, and what it refuses.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { SITE } from "../../../workbench/vendors/gsc.ts";
import { newWorld, type TestWorld } from "./world.ts";

const HOST = "www.googleapis.com/webmasters/v3/sites";
let world: TestWorld;
let authorization: string;
const query = (body: object, site = SITE) =>
  world.json(`${HOST}/${encodeURIComponent(site)}/searchAnalytics/query`, body, { authorization });
const days = (more: object = {}) =>
  query({ startDate: "2026-11-01", endDate: "2026-11-20", dimensions: ["date"], ...more });
const sum = (rows: any[], name: string): number => rows.reduce((total, row) => total + row[name], 0);

beforeAll(async () => {
  world = await newWorld();
  const scope = "https://www.googleapis.com/auth/webmasters.readonly";
  authorization = `Bearer ${await world.token({ scope })}`;
});

describe("searches", () => {
  it("are final after three days; the days since are shown on demand, the last ones incomplete", async () => {
    const final = (await days({ dataState: "final" })).body;
    expect(final.rows.at(-1).keys).toEqual(["2026-11-18"]);
    const all = (await days({ dataState: "all" })).body;
    expect(all.rows.at(-1).keys).toEqual(["2026-11-20"]);
    expect(all.metadata).toEqual({ firstIncompleteDate: "2026-11-19" });
  });

  it("have days of California: it is still the 20th there at noon in Paris the day after its midnight", async () => {
    world.wait(-5 * 3_600_000);
    const rows = (await days({ dataState: "all", endDate: "2026-11-22" })).body.rows;
    world.wait(5 * 3_600_000);
    expect(rows.at(-1).keys).toEqual(["2026-11-20"]);
  });

  it("add up by device and by country, not by query or by page", async () => {
    const total = (await days()).body.rows;
    for (const name of ["device", "country"]) {
      const { rows } = (await days({ dimensions: ["date", name] })).body;
      expect([sum(rows, "clicks"), sum(rows, "impressions")]).toEqual([
        sum(total, "clicks"),
        sum(total, "impressions"),
      ]);
    }
    const queries = (await days({ dimensions: ["query"] })).body.rows;
    expect(sum(queries, "impressions")).toBeLessThan(0.8 * sum(total, "impressions"));
    const { rows: pages, responseAggregationType } = (await days({ dimensions: ["page"] })).body;
    expect(sum(pages, "impressions")).toBeGreaterThan(1.1 * sum(total, "impressions"));
    expect(responseAggregationType).toBe("byPage");
  });

  it("have a position weighted by impressions", async () => {
    const one = { startDate: "2026-11-10", endDate: "2026-11-10" };
    const [total] = (await query({ ...one })).body.rows;
    const { rows } = (await query({ ...one, dimensions: ["device"] })).body;
    const weighted = rows.reduce((all: number, row: any) => all + row.position * row.impressions, 0);
    expect(weighted / total.impressions).toBeCloseTo(total.position, 9);
    expect(total.ctr).toBeCloseTo(total.clicks / total.impressions, 12);
  });

  it("come in pages, and the page after the last is empty", async () => {
    const first = (await days({ rowLimit: 15 })).body.rows;
    const second = (await days({ rowLimit: 15, startRow: 15 })).body.rows;
    expect([...first, ...second].map(({ keys }: any) => keys[0])).toEqual(
      (await days()).body.rows.map(({ keys }: any) => keys[0]),
    );
    expect((await days({ startRow: 18 })).body).not.toHaveProperty("rows");
  });
});

describe("what is refused", () => {
  it.each([
    ["a day that does not exist", { startDate: "2026-02-30" }],
    ["an end before the start", { endDate: "2026-10-01" }],
    ["too large a page", { rowLimit: 25_001 }],
    ["an unknown dimension", { dimensions: ["sessionSource"] }],
    ["an unknown field", { dimension: ["date"] }],
    ["pages counted by property", { dimensions: ["page"], aggregationType: "byProperty" }],
  ])("%s: 400", async (_name, more) => {
    const { status, body } = await days(more);
    expect([status, body.error.code, body.error.errors[0].domain]).toEqual([400, 400, "global"]);
  });

  it("another site, a withdrawn right, and an hour's quota once spent", async () => {
    expect((await query({}, "sc-domain:other.example")).status).toBe(403);
    await world.control({ propertyClosed: true });
    expect((await days()).status).toBe(403);
    await world.control({ propertyClosed: false, quotaLeft: 0 });
    expect((await days()).status).toBe(429);
    await world.control({ quotaLeft: 100 });
    expect((await days()).status).toBe(200);
  });

  it("a token for something else", async () => {
    const headers = { authorization: `Bearer ${await world.token()}` };
    expect((await world.ask(HOST, { headers })).status).toBe(403);
    expect((await world.ask(HOST)).status).toBe(401);
  });
});

const REFERENCE = process.env["BOUSSOLE_REFERENCE_DATA"];
if (!REFERENCE) console.warn("Left out: Search Console's schema, since BOUSSOLE_REFERENCE_DATA is not set.");

it.runIf(REFERENCE)("Google's own schema accepts the answers", async () => {
  const file = join(REFERENCE!, "specs/gsc/searchconsole.v1.schema.json");
  const ajv = new Ajv({ strict: false }).addSchema(JSON.parse(readFileSync(file, "utf8")), "gsc");
  const errors = (definition: string, value: unknown): unknown => {
    const validate = ajv.getSchema(`gsc#/definitions/${definition}`)!;
    return validate(value) ? null : validate.errors;
  };
  expect(errors("SearchAnalyticsQueryResponse", (await days({ dataState: "all" })).body)).toBeNull();
  const sites = await world.ask(HOST, { headers: { authorization } });
  expect(errors("SitesListResponse", await sites.json())).toBeNull();
  expect(errors("SitesListResponse", { sites: [] })).not.toBeNull();
});
