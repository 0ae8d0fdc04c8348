// A Facebook Page and an Instagram account: days cut in California, one question for each figure, and a figure that Meta removes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { EntityStream, FactStream, Stream, UniqueStream } from "../../../worker/connector.ts";
import { facebookPage } from "../../../worker/connectors/facebook-page.ts";
import { instagram } from "../../../worker/connectors/instagram.ts";
import { describeConnection } from "../../../worker/describe.ts";
import { failureOf } from "../../../worker/failure.ts";
import { INSTAGRAM_ID, META_TOKEN, PAGE_ID, PAGE_TOKEN } from "../../../workbench/vendors/meta.ts";
import { startEngine } from "./engine/engine.ts";
import { openShop, type Shop } from "./engine/shop.ts";

const NOON = Date.parse("2026-11-20T12:00:00Z");
const page = { from: "2026-11-01", to: "2026-11-03", token: null };
const unit = { currency: null, timeZone: "America/Los_Angeles" };
const settings = { page: "104", account: "178" };
const answer = (body: unknown) => ({ status: 200, headers: {}, body });
const named = (streams: readonly Stream[], name: string): Stream =>
  streams.find((stream) => stream.name === name)!;
const ofPage = (name: string) => named(facebookPage.streams, name) as FactStream;
const ofInstagram = (name: string) => named(instagram.streams, name) as FactStream;

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a Page", () => {
  const series = (values: object[]) => ({ data: [{ name: "page_post_engagements", period: "day", values }] });

  test("asks for one figure at a time: a name that Meta removed would spoil the others", () => {
    const { url } = ofPage("interactions").request(page, settings);
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      metric: "page_post_engagements",
      period: "day",
      since: "2026-11-01",
      until: "2026-11-04",
    });
  });

  test("gives a value to the day before its end, at midnight in California, on either side of the clock change", () => {
    // The clocks of California go back on 1 November 2026: midnight is at 7:00 UTC before, at 8:00 after.
    const values = [
      { value: 90, end_time: "2026-11-01T07:00:00+0000" },
      { value: 12, end_time: "2026-11-02T08:00:00+0000" },
      { value: 7, end_time: "2026-11-03T08:00:00+0000" },
    ];
    const { facts } = ofPage("interactions").read(answer(series(values)), page, settings, unit);
    expect(facts.map(({ day, values: sums }) => [day, sums])).toEqual([
      ["2026-11-01", { interactions: 12 }],
      ["2026-11-02", { interactions: 7 }],
    ]);
  });

  test("knows nothing of days that Meta says nothing of", () => {
    expect(ofPage("interactions").read(answer({ data: [] }), page, settings, unit)).toMatchObject({
      facts: [],
      withdrawn: true,
    });
  });

  test("takes, of the seven weeks that Meta counts each week, the one that ends on a Sunday", () => {
    const stream = named(facebookPage.streams, "reach_by_week") as unknown as UniqueStream;
    const week = { from: "2026-11-09", to: "2026-11-22", token: null };
    // Days 14 to 17: Saturday to Tuesday.
    const values = [14, 15, 16, 17].map((day) => ({
      value: day * 100,
      end_time: `2026-11-${day + 1}T08:00:00+0000`,
    }));
    const data = [{ name: "page_total_media_view_unique", period: "week", values }];
    expect(stream.read(answer({ data }), week, settings, unit).uniques).toEqual([
      { calendar: "week", from: "2026-11-09", to: "2026-11-15", values: { reach: 1500 } },
    ]);
  });

  test("counts a publication, and what it gathers, on the day it was published, without a word of it", () => {
    const posts = named(facebookPage.streams, "publications") as unknown as EntityStream;
    const { url } = posts.request({ since: null, until: "2026-11-20T12:00:00.000Z", token: null }, settings);
    expect(new URL(url).searchParams.get("fields")).not.toMatch(/message|from|story/);
    const post = {
      id: "104_9",
      created_time: "2026-11-03T05:30:00+0000",
      message: "Bonjour Camille !",
      shares: { count: 2 },
      reactions: { data: [], summary: { total_count: 41 } },
      comments: { data: [], summary: { total_count: 3 } },
    };
    const { entities } = posts.read(
      answer({ data: [post] }),
      { since: null, until: "", token: null },
      settings,
      unit,
    );
    expect(JSON.stringify(entities)).not.toContain("Camille");
    // 5:30 UTC on the 3rd is still the 2nd in California.
    expect(posts.derive(entities[0]!.fields, settings, unit)).toMatchObject([
      { day: "2026-11-02", values: { content_published: 1, likes: 41, comments: 3, shares: 2 } },
    ]);
  });

  test("a count of followers that is not told is no zero", () => {
    expect(() => ofPage("followers").read(answer({ id: "104" }), page, settings, unit)).toThrow(
      "source_malformed",
    );
  });
});

describe("an Instagram account", () => {
  const part = (value: number) => ({
    code: 200,
    body: JSON.stringify({ data: [{ name: "likes", total_value: { value } }] }),
  });

  test("asks for each day apart, all of them in one request", () => {
    const { method, url, json } = ofInstagram("likes").request(page, settings);
    expect([method, url]).toEqual(["POST", "https://graph.facebook.com/v25.0/"]);
    const { batch } = json as { batch: { relative_url: string }[] };
    expect(batch.map(({ relative_url: path }) => path)).toEqual([
      "v25.0/178/insights?metric=likes&metric_type=total_value&period=day&since=2026-11-01&until=2026-11-02",
      "v25.0/178/insights?metric=likes&metric_type=total_value&period=day&since=2026-11-02&until=2026-11-03",
      "v25.0/178/insights?metric=likes&metric_type=total_value&period=day&since=2026-11-03&until=2026-11-04",
    ]);
  });

  test("asks for thirty days of reach at most, so that a month of 31 takes two questions", () => {
    const stream = named(instagram.streams, "reach_by_day") as unknown as UniqueStream;
    const { json } = stream.request({ from: "2026-10-01", to: "2026-10-31", token: null }, settings);
    const { batch } = json as { batch: { relative_url: string }[] };
    expect(batch.map(({ relative_url: path }) => /since.*/.exec(path)?.[0])).toEqual([
      "since=2026-10-01&until=2026-10-31",
      "since=2026-10-31&until=2026-11-01",
    ]);
  });

  test("reads each answer for its own day", () => {
    const { facts } = ofInstagram("likes").read(answer([part(5), part(0), part(8)]), page, settings, unit);
    expect(facts.map(({ day, values }) => [day, values["likes"]])).toEqual([
      ["2026-11-01", 5],
      ["2026-11-02", 0],
      ["2026-11-03", 8],
    ]);
  });

  test.each([
    ["a question that Meta had no time for", [part(5), null, part(8)], "source_down"],
    ["answers that do not match", [part(5)], "source_malformed"],
    [
      "a throttle in one of the answers",
      [part(5), part(1), { code: 400, body: '{"error":{"code":4,"type":"OAuthException"}}' }],
      "rate_limited",
    ],
  ])("%s is no zero", (_name, body, code) => {
    expect(() => ofInstagram("likes").read(answer(body), page, settings, unit)).toThrow(code);
  });
});

async function synced(shop: Shop, connector: "facebook-page" | "instagram") {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const engine = await startEngine({ clock: { now: shop.clock.now }, fetch: shop.fetch });
  const given = connector === "instagram" ? { account: INSTAGRAM_ID } : { page: PAGE_ID };
  const wanted = {
    connector,
    name: connector,
    settings: given as Record<string, string>,
    credentials: { token: META_TOKEN },
  };
  const id = await engine.connect(wanted, "2026-10-01");
  await engine.settle();
  return { engine, id };
}

test.each([
  ["facebook-page", "page_post_engagements", "interactions"],
  ["instagram", "total_interactions", "interactions"],
] as const)(
  "%s: a figure that Meta removes is told; what was read of it stays, and the others go on",
  async (name, removed, metric) => {
    const shop = openShop(NOON);
    const { engine, id } = await synced(shop, name);
    const of = (wanted: string) =>
      engine.disk.rows<{ day: number; value: number }>(
        "SELECT day, sums ->> ? AS value FROM facts WHERE sums ->> ? IS NOT NULL ORDER BY day",
        wanted,
        wanted,
      );
    const before = of(metric);
    expect(before.at(-1)?.day).toBe(20_261_119);

    shop.change({ removedInsights: [removed] });
    engine.room.sql.exec("UPDATE connections SET planned_day = '2026-11-20'");
    shop.clock.now = NOON + 2 * 86_400_000;
    const later = await startEngine({ clock: { now: shop.clock.now }, fetch: shop.fetch }, engine.disk);
    await later.sync(id);
    expect(later.lastRun(id)).toMatchObject({ state: "ok", code: null });
    expect(of(metric)).toEqual(before);
    expect(of("likes").at(-1)?.day).toBeGreaterThanOrEqual(20_261_120);
    // Days of which it is not known are not days at zero.
    const covered = later.disk.rows<{ day: number }>(
      "SELECT MAX(day) AS day FROM coverage WHERE stream = 'interactions'",
    );
    expect(covered).toEqual([{ day: 20_261_119 }]);
    expect(describeConnection(later.room.sql, later.connection(id), shop.clock.now).notices).toEqual([
      {
        fr: "Le service ne donne plus\u00a0: interactions. Ce qui a été lu reste, le reste continue.",
        en: "The service no longer gives: interactions. What was read stays, the rest goes on.",
      },
    ]);
  },
);

test("a Page is read with its own token, which that of the system user buys once", async () => {
  const shop = openShop(NOON);
  const { engine, id } = await synced(shop, "facebook-page");
  expect(engine.lastRun(id).state).toBe("ok");
  const bought = shop.asked.filter(({ url }) => url.includes("fields=access_token"));
  // Once to prove the access, once for the sync.
  expect(bought).toHaveLength(2);
  expect(engine.disk.everything()).not.toContain(PAGE_TOKEN);
});

test("followers are those of the day they were read on", async () => {
  const shop = openShop(NOON);
  const { engine } = await synced(shop, "instagram");
  const rows = engine.disk.rows(
    "SELECT day, sums ->> 'followers' > 1000 AS many FROM facts WHERE stream = 'followers'",
  );
  expect(rows).toEqual([{ day: 20_261_120, many: 1 }]);
});

const data = process.env["BOUSSOLE_REFERENCE_DATA"];
if (data === undefined) console.log("Left out: Meta's recorded refusal (BOUSSOLE_REFERENCE_DATA).");

test.runIf(data !== undefined)("Meta's recorded refusal of a removed figure is done without", () => {
  const file = join(data ?? "", "specs/meta/fixtures/error_page_insights_metric_removed.json");
  const body = JSON.parse(readFileSync(file, "utf8")) as object;
  expect(failureOf({ status: 400, headers: {}, body }, facebookPage.errors, 0)).toMatchObject({
    instead: "without",
  });
});
