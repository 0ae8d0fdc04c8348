// The simulated Graph of Meta: what it refuses, in Meta's words, and how figures spoil one another.
import { beforeAll, describe, expect, it } from "vitest";
import {
  AD_ACCOUNT,
  INSTAGRAM_ID,
  META_TOKEN,
  PAGE_ID,
  PAGE_TOKEN,
} from "../../../workbench/vendors/meta.ts";
import { newWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await newWorld();
});

async function ask(path: string, parameters: Record<string, string> = {}, token = META_TOKEN) {
  const response = await world.ask(`graph.facebook.com/v25.0/${path}?${new URLSearchParams(parameters)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await response.json();
  return { status: response.status, headers: response.headers, body };
}
const RANGE = '{"since":"2026-11-01","until":"2026-11-03"}';
const insights = (more: Record<string, string> = {}) =>
  ask(`act_${AD_ACCOUNT}/insights`, {
    level: "campaign",
    time_increment: "1",
    time_range: RANGE,
    fields: "campaign_id,spend,actions",
    limit: "500",
    ...more,
  });
const DAYS = { period: "day", since: "2026-11-01", until: "2026-11-03" };

describe("ads", () => {
  it("tell of a campaign's day in texts, in entries that overlap, and say nothing of days without it", async () => {
    const { body } = await insights();
    // Four campaigns from 10 November on: the gifts of Christmas have not begun.
    expect(body.data).toHaveLength(9);
    const [row] = body.data;
    expect(row).toMatchObject({ date_start: "2026-11-01", date_stop: "2026-11-01" });
    expect(row.spend).toMatch(/^\d+\.\d\d$/);
    const count = (type: string) => row.actions.find((entry: any) => entry.action_type === type)?.value;
    expect(count("omni_purchase")).toBe(count("offsite_conversion.fb_pixel_purchase"));
  });

  it("page by a cursor, beside an address that holds a token", async () => {
    const first = (await insights({ limit: "4" })).body;
    expect(first.paging.next).toContain("access_token=");
    const second = (await insights({ limit: "4", after: first.paging.cursors.after })).body;
    expect(second.data[0]).not.toEqual(first.data[0]);
    expect((await insights({ limit: "4", after: "x" })).status).toBe(400);
  });

  it.each([
    ["a field that is none", { fields: "campaign_id,cost" }, 100],
    ["a parameter that is none", { since: "2026-11-01" }, 100],
    ["more than 37 months", { time_range: '{"since":"2023-01-01","until":"2023-02-01"}' }, 3018],
  ])("refuse %s with status 400", async (_name, more, code) => {
    const { status, body } = await insights(more);
    expect([status, body.error.code, body.error.type]).toEqual([400, code, "OAuthException"]);
  });

  it("throttle with status 400, and say in a header for how many minutes", async () => {
    await world.control({ quotaLeft: 0 });
    const { status, headers, body } = await insights();
    await world.control({ quotaLeft: 100 });
    const [use] = (Object.values(JSON.parse(headers.get("x-business-use-case-usage")!)) as any[])[0];
    expect([status, body.error.code, use.estimated_time_to_regain_access]).toEqual([400, 80_000, 60]);
  });

  it("ask for less where too much is asked for", async () => {
    await world.control({ heaviestQuery: 5 });
    const { status, body } = await insights();
    await world.control({ heaviestQuery: 100_000 });
    expect([status, body.error.message]).toEqual([500, expect.stringContaining("reduce the amount of data")]);
  });
});

describe("insights", () => {
  it("of a Page want the Page's own token", async () => {
    const metric = { ...DAYS, metric: "page_post_engagements" };
    expect((await ask(`${PAGE_ID}/insights`, metric)).body.error.code).toBe(190);
    const { body } = await ask(`${PAGE_ID}/insights`, metric, PAGE_TOKEN);
    // The clocks of California went back on 1 November.
    expect(body.data[0].values.map((value: any) => value.end_time)).toEqual([
      "2026-11-02T08:00:00+0000",
      "2026-11-03T08:00:00+0000",
    ]);
  });

  it("are all lost with one that was removed", async () => {
    const both = { ...DAYS, metric: "page_post_engagements,page_impressions" };
    const { status, body } = await ask(`${PAGE_ID}/insights`, both, PAGE_TOKEN);
    expect([status, body.error]).toEqual([
      400,
      expect.objectContaining({ code: 100, message: "(#100) The value must be a valid insights metric" }),
    ]);
  });

  it("of Instagram tell totals of a span, of thirty days at most", async () => {
    const likes = { ...DAYS, metric: "likes", metric_type: "total_value" };
    const { body } = await ask(`${INSTAGRAM_ID}/insights`, likes);
    expect(body.data[0].total_value.value).toBeGreaterThan(0);
    expect((await ask(`${INSTAGRAM_ID}/insights`, { ...DAYS, metric: "likes" })).status).toBe(400);
    expect((await ask(`${INSTAGRAM_ID}/insights`, { ...likes, until: "2026-12-05" })).status).toBe(400);
  });

  it("answer a batch one by one, a refusal among the others", async () => {
    const path = (metric: string) =>
      `v25.0/${INSTAGRAM_ID}/insights?${new URLSearchParams({ ...DAYS, metric, metric_type: "total_value" })}`;
    const batch = ["likes", "impressions"].map((metric) => ({ method: "GET", relative_url: path(metric) }));
    const { status, body } = await world.json(
      "graph.facebook.com/v25.0/",
      { batch },
      { authorization: `Bearer ${META_TOKEN}` },
    );
    expect([status, body.map(({ code }: any) => code)]).toEqual([200, [200, 400]]);
  });
});

it("nothing opens with another token", async () => {
  expect((await ask("me/adaccounts", {}, "EAAT-other")).body.error.code).toBe(190);
});
