// A Worker for the benchmark alone: the product's own store in an object, beside a route that does nothing.
import { DurableObject } from "cloudflare:workers";
import { Hono } from "hono";
import type { FactRow } from "../../../worker/connector.ts";
import { replaceFacts, stage } from "../../../worker/store/facts.ts";
import { sums } from "../../../worker/store/report.ts";
import { migrate } from "../../../worker/store/schema.ts";
import { dayOf, SERIES, valuesOf } from "./facts.ts";

type BenchEnv = { STORE: DurableObjectNamespace<Store> };

const CHANNELS = ["paid_search", "paid_social", "email", "direct"];
const PAGE = 5000;

export class Store extends DurableObject<BenchEnv> {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    super(ctx, env);
    migrate(ctx.storage);
  }

  /** Stages and swaps in facts for `days` days from day `first`, a page at a time, as a sync does. */
  ingest(first: number, days: number): void {
    const rows: FactRow[] = [];
    for (let index = 0; index < days; index += 1) {
      for (let series = 0; series < SERIES; series += 1) {
        rows.push({
          day: dayOf(first + index),
          key: `s${series}`,
          channel: CHANNELS[series % CHANNELS.length] ?? "",
          source: "google",
          medium: "cpc",
          campaignId: "",
          campaign: `c${series}`,
          values: valuesOf(series),
        } as FactRow);
      }
    }
    this.ctx.storage.transactionSync(() => {
      for (let start = 0; start < rows.length; start += PAGE) {
        stage(this.ctx.storage.sql, 1, first, rows.slice(start, start + PAGE));
      }
      const window = { connection: 1, stream: "traffic", from: dayOf(first), to: dayOf(first + days - 1) };
      replaceFacts(this.ctx.storage.sql, first, window);
      this.ctx.storage.sql.exec("DELETE FROM staged");
    });
  }

  /** A month of sessions by channel, `times` over. */
  month(times: number): number {
    let rows = 0;
    for (let time = 0; time < times; time += 1) {
      rows = sums(this.ctx.storage.sql, {
        ranges: [{ connection: 1, stream: "traffic", from: dayOf(300), to: dayOf(329) }],
        metric: "sessions",
        by: "channel",
      }).length;
    }
    return rows;
  }
}

const app = new Hono<{ Bindings: BenchEnv }>();
app.get("/hello", (c) => c.text("hello"));
app.post("/ingest/:first/:days", async (c) => {
  await c.env.STORE.getByName("bench").ingest(Number(c.req.param("first")), Number(c.req.param("days")));
  return c.body(null, 204);
});
app.get("/month/:times", async (c) =>
  c.json(await c.env.STORE.getByName("bench").month(Number(c.req.param("times")))),
);

export default app;
