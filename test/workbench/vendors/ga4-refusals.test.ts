// What the simulated Google Analytics refuses, as strictly as the real one.
import { beforeAll, describe, expect, it } from "vitest";
import { newWorld, type TestWorld } from "./world.ts";

const named = (names: string[]) => names.map((name) => ({ name }));
const request = (more: object = {}) => ({
  dateRanges: [{ startDate: "2026-11-01", endDate: "2026-11-20" }],
  dimensions: named(["date"]),
  metrics: named(["sessions"]),
  ...more,
});

let world: TestWorld;
let token: string;
const report = async (body: unknown) => world.report(body, token);

beforeAll(async () => {
  world = await newWorld();
  token = await world.token();
});

describe("a refusal", () => {
  const long = (count: number, name: string) => Array.from({ length: count }, () => ({ name }));
  it.each([
    ["a field nobody knows", { dimension: [] }, 400, 'Unknown name "dimension"'],
    [
      "a field nobody knows, deep inside",
      { metrics: [{ nom: "sessions" }] },
      400,
      "Unknown name \"nom\" at 'metrics[0]'",
    ],
    ["a field that every object inherits", { constructor: {} }, 400, 'Unknown name "constructor"'],
    ["a metric nobody knows", { metrics: named(["visits"]) }, 400, "Field visits is not a valid metric"],
    [
      "a dimension nobody knows",
      { dimensions: named(["channel"]) },
      400,
      "Field channel is not a valid dimension",
    ],
    ["a name inherited by every object", { metrics: named(["constructor"]) }, 400, "not a valid metric"],
    ["a wrong type", { limit: "ten" }, 400, "Invalid value at 'limit' (TYPE_INT64)"],
    ["a negative offset", { offset: "-1" }, 400, "negative"],
    ["too many metrics", { metrics: long(11, "sessions") }, 400, "limited to 10 metrics"],
    ["too many dimensions", { dimensions: long(10, "date") }, 400, "limited to 9 dimensions"],
    ["no dates", { dateRanges: [] }, 400, "dateRange is required"],
    [
      "a day that does not exist",
      { dateRanges: [{ startDate: "2026-02-30", endDate: "2026-03-01" }] },
      400,
      "Invalid startDate",
    ],
    [
      "days in the wrong order",
      { dateRanges: [{ startDate: "2026-03-02", endDate: "2026-03-01" }] },
      400,
      "is after endDate",
    ],
    [
      "an order by a column that is not there",
      { orderBys: [{ metric: { metricName: "newUsers" } }] },
      400,
      "is not in the request",
    ],
    ["a part that is not simulated", { dimensionFilter: {} }, 501, "not simulated"],
  ])("answers %s", async (_, more, code, message) => {
    const { status, body } = await report(request(more));
    expect(status).toBe(code);
    expect(body.error).toMatchObject({
      code,
      message: expect.stringContaining(message),
      status: expect.stringMatching(/^[A-Z_]+$/),
    });
  });

  it("answers who may not read: no token, another scope, another property, a property that was closed", async () => {
    expect((await world.report(request(), "")).body.error).toMatchObject({
      code: 401,
      status: "UNAUTHENTICATED",
    });
    const other = await world.token({ scope: "https://www.googleapis.com/auth/webmasters.readonly" });
    expect((await world.report(request(), other)).body.error).toMatchObject({
      code: 403,
      status: "PERMISSION_DENIED",
    });
    expect((await world.report(request(), token, "123")).body.error).toMatchObject({
      code: 403,
      status: "PERMISSION_DENIED",
    });
    expect((await world.report(request(), token, "UA-1")).body.error).toMatchObject({ code: 400 });
    await world.control({ propertyClosed: true });
    expect((await report(request())).body.error).toMatchObject({ code: 403 });
    await world.control({ propertyClosed: false });
  });

  it("answers what does not exist, and an hour's quota that is spent", async () => {
    const unknown = await world.json(
      "analyticsdata.googleapis.com/v1beta/properties/386402517:runFunnelReport",
      {},
    );
    expect(unknown.body.error).toMatchObject({ code: 404, status: "NOT_FOUND" });
    await world.control({ quotaLeft: 0 });
    expect((await report(request())).body.error).toMatchObject({ code: 429, status: "RESOURCE_EXHAUSTED" });
    await world.control({ quotaLeft: 100 });
  });
});
