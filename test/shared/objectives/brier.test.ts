// The chances of objectives are worth more than the pace that dashboards show, and are worked out while one types.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { feasibility } from "../../../shared/objectives/feasibility.ts";
import { noise } from "../statistics/noise.ts";
import { outsideFile, say } from "../statistics/reference.ts";
import { brierByType, type Competitor } from "./brier.ts";
import { days, draftOf, evidenceOf } from "./build.ts";

test(
  "their Brier score is at most 0.8 of the pace rule's on every type of series",
  { timeout: 60_000 },
  () => {
    const file = outsideFile("forecast/m3_dev.json");
    if (!file) return;
    const all = JSON.parse(readFileSync(file, "utf8")) as Competitor[];
    // One series in thirty, one in ten of the rarest, that the test stays short; the benchmark takes them all.
    const scores = brierByType(all.filter(({ period }, at) => at % (period === "OTHER" ? 10 : 30) === 0));
    expect([...scores.keys()].sort()).toEqual(["MONTHLY", "OTHER", "QUARTERLY", "YEARLY"]);
    for (const [type, { n, ours, pace }] of scores) {
      say(`Brier of ${n} ${type} objectives: ours ${ours.toFixed(3)}, pace rule ${pace.toFixed(3)}`);
      expect(ours / pace).toBeLessThanOrEqual(0.8);
    }
  },
);

test.each([
  ["a sum a month away", "LEADS", "2026-01-30"],
  ["a sum six months away", "LEADS", "2026-06-30"],
  ["a ratio a month away", "CR", "2026-01-30"],
  ["a ratio six months away", "CR", "2026-06-30"],
])("they take at most 60 ms of processor on two years of days, for %s", (_, kpi, deadline) => {
  const totals = Array.from({ length: 730 }, (__, t) => ({
    leads: 20 + 5 * noise(t),
    conversions: 20 + 5 * noise(t),
    base: 1000 + 100 * noise(t + 9999),
  }));
  const evidence = evidenceOf("2026-01-01", [days(kpi, "2024-01-02", totals)]);
  const draft = draftOf({
    kpi,
    start: "2026-01-01",
    deadline,
    target: { as: "value", value: kpi === "CR" ? 0.02 : 600 },
  });
  const times = Array.from({ length: 9 }, () => {
    const before = process.threadCpuUsage();
    expect(feasibility(draft, evidence)?.probability).not.toBeNull();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  expect(times.sort((a, b) => a - b)[4]).toBeLessThan(60);
});
