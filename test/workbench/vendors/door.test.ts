// The door of the simulated services: its log, its faults, its own page of totals.
import { beforeEach, describe, expect, it } from "vitest";
import { newWorld, type TestWorld } from "./world.ts";

const REPORT = {
  dateRanges: [{ startDate: "2026-11-01", endDate: "2026-11-20" }],
  dimensions: [{ name: "date" }],
  metrics: [{ name: "sessions" }],
};
const PATH = "analyticsdata.googleapis.com/v1beta/properties/386402517:runReport";

let world: TestWorld;
let token: string;

beforeEach(async () => {
  world = await newWorld();
  token = await world.token();
});

const raw = (): Promise<Response> =>
  world.ask(PATH, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(REPORT),
  });

describe("the log", () => {
  it("tells which request came when, and how often each page was served", async () => {
    await world.report(REPORT, token);
    await world.report(REPORT, token);
    await world.report({ ...REPORT, offset: "10" }, token);
    await world.report(REPORT, "wrong");
    const { requests, pages } = await world.get("-/requests");
    expect(requests.map(({ path, status }: any) => [path.split("/")[0], status])).toEqual([
      ["oauth2.googleapis.com", 200],
      ["analyticsdata.googleapis.com", 200],
      ["analyticsdata.googleapis.com", 200],
      ["analyticsdata.googleapis.com", 200],
      ["analyticsdata.googleapis.com", 401],
    ]);
    expect(pages).toEqual({
      [`${PATH} 2026-11-01..2026-11-20 date sessions +0`]: 2,
      [`${PATH} 2026-11-01..2026-11-20 date sessions +10`]: 1,
    });
  });

  it("is forgotten on order, with everything else", async () => {
    await world.control({ day: "2026-01-01", currency: "USD" });
    await world.json("-/reset", {});
    const state = await world.get("-/control");
    expect(state).toMatchObject({ day: null, today: "2026-11-21", currency: "EUR", tokens: 0 });
    expect((await world.get("-/requests")).requests).toEqual([]);
  });
});

describe("a fault", () => {
  it("hits the requests it is meant for, by their rank since the order", async () => {
    await world.control({ faults: [{ match: ":runReport", from: 2, to: 3, status: 503, retryAfter: "2" }] });
    const answers = [await raw(), await raw(), await raw(), await raw()];
    expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 200]);
    expect(answers[1]!.headers.get("retry-after")).toBe("2");
    expect(await answers[1]!.json()).toMatchObject({ error: { code: 503, status: "UNAVAILABLE" } });
  });

  it("hits for ever when it has no end, and spares other vendors", async () => {
    await world.control({ faults: [{ match: ":runReport", to: null, status: 429 }] });
    for (const _ of [1, 2, 3]) expect((await raw()).status).toBe(429);
    expect((await world.exchange(await world.assertion())).status).toBe(200);
  });

  it("can be a sign-in page, half an answer, or an answer that trickles", async () => {
    await world.control({
      faults: [
        { match: ":runReport", html: true },
        { match: ":runReport", from: 2, truncate: true },
        { match: ":runReport", from: 3, slow: 5000 },
      ],
    });
    const page = await raw();
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await page.text()).toMatch(/^<!doctype html>/);
    const half = await (await raw()).text();
    expect(() => JSON.parse(half)).toThrow();
    expect(JSON.parse(await (await raw()).text())).toMatchObject({ rowCount: 20 });
  });

  it("can be a delay, after which the answer comes", async () => {
    await world.control({ faults: [{ match: ":runReport", delay: 60 }] });
    const start = performance.now();
    expect((await raw()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
  });
});

describe("the control", () => {
  it("sets the shop's day: figures of the days before it change as they settle", async () => {
    const sessions = async (): Promise<number> =>
      (await world.totals("from=2026-11-21&to=2026-11-21")).total.sessions;
    const today = await sessions();
    await world.control({ day: "2026-11-25" });
    expect(await sessions()).toBeGreaterThan(today);
  });

  it("changes the unit of the property", async () => {
    await world.control({ currency: "CHF", timeZone: "Europe/Zurich" });
    expect((await world.report(REPORT, token)).body.metadata).toEqual({
      currencyCode: "CHF",
      timeZone: "Europe/Zurich",
    });
  });

  it("groups the shop's totals by channel, campaign or day, which all add up but the people", async () => {
    for (const by of ["channel", "campaign", "day"]) {
      const { total, groups } = await world.totals(`from=2026-11-01&to=2026-11-20&by=${by}`);
      const all = Object.values<any>(groups);
      expect(all.reduce((sum, group) => sum + group.revenueMicros, 0)).toBe(total.revenueMicros);
      expect(all.reduce((sum, group) => sum + group.users, 0)).toBeGreaterThan(total.users);
    }
  });

  it("refuses what it does not know, and pages of other sites", async () => {
    expect((await world.control({ dya: "2026-11-25" })).status).toBe(400);
    expect((await world.control({ day: "2026-02-30" })).status).toBe(400);
    expect(
      (await world.json("-/control", { day: "2026-01-01" }, { "sec-fetch-site": "cross-site" })).status,
    ).toBe(403);
    expect(await world.get("-/control")).toMatchObject({
      day: null,
    });
  });
});

it("a vendor that is not simulated says so", async () => {
  expect((await world.ask("api.example.com/v1/things")).status).toBe(501);
});
