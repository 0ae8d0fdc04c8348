// How long single customers are remembered: three years, and what they added to the figures stays.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Connector } from "../../../worker/connector.ts";
import { connectors } from "../../../worker/connectors/index.ts";
import { atelier } from "../atelier.ts";
import { connected, DAY_MS, type FaultWorld, NOON, openWorld, synced } from "./faults/world.ts";
import type { Engine } from "./engine/engine.ts";

let world: FaultWorld;

beforeAll(() => void (connectors as Connector[]).push(atelier));
afterAll(() => void (connectors as Connector[]).pop());
beforeEach(async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  world = await openWorld();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.close();
});

const won = ({ disk }: Engine) =>
  disk.rows<{ day: number; n: number }>(
    "SELECT day, SUM(sums ->> 'opps_won') AS n FROM facts WHERE stream = 'won' GROUP BY 1 ORDER BY 1",
  );
const remembered = ({ disk }: Engine) => disk.rows<{ n: number }>("SELECT COUNT(*) AS n FROM entities")[0]?.n;

test("after three years a deal is forgotten, and its revenue is not; a newer one is still known", async () => {
  const { engine, id } = await synced(world);
  const before = won(engine);
  expect([before.length, remembered(engine)]).toEqual([5, 5]);
  // 36 whole months before December 2033 begin on 1 December 2030.
  world.clock.now = Date.parse("2033-12-05T12:00:00Z");
  const modified = world.clock.now - DAY_MS;
  world.state.deals.set("new", { modified, won: "2033-12-02T10:00:00Z", amount: 9, channel: "Ads" });
  await engine.sync(id);
  expect(engine.lastRun(id)).toMatchObject({ state: "ok" });
  expect(won(engine)).toEqual([...before, { day: 20_331_202, n: 1 }]);
  expect(remembered(engine)).toBe(1);
  expect(engine.disk.rows("SELECT DISTINCT day FROM derived")).toEqual([{ day: 20_331_202 }]);
  // The service still tells of them at each sweep.
  world.clock.now += 8 * DAY_MS;
  await engine.sync(id);
  expect(won(engine)).toEqual([...before, { day: 20_331_202, n: 1 }]);
  expect(remembered(engine)).toBe(1);
});

test("what was over three years before is never kept, and what is not over yet is", async () => {
  world.state.deals.clear();
  const modified = NOON - DAY_MS;
  world.state.deals.set("old", { modified, won: "2027-10-31T10:00:00Z", amount: 9, channel: "Ads" });
  world.state.deals.set("open", { modified, won: "", amount: 9, channel: "Ads" });
  world.state.deals.set("in time", { modified, won: "2027-11-01T10:00:00Z", amount: 9, channel: "Ads" });
  const { engine, id } = await connected(world);
  await engine.settle();
  expect(engine.lastRun(id)).toMatchObject({ state: "ok" });
  expect(won(engine)).toEqual([{ day: 20_271_101, n: 1 }]);
  expect(remembered(engine)).toBe(2);
});
