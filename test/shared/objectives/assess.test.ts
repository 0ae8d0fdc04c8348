// Everything about an objective at once: rules, soundness, chances and progress agree with one another.
import { expect, test } from "vitest";
import { assess } from "../../../shared/objectives/assess.ts";
import { feasibility } from "../../../shared/objectives/feasibility.ts";
import { progressOf } from "../../../shared/objectives/trajectory.ts";
import { days, draftOf, evidenceOf } from "./build.ts";

const evidence = evidenceOf(
  "2026-02-15",
  [
    days(
      "LEADS",
      "2025-01-01",
      Array.from({ length: 410 }, (_, t) => ({ leads: 10 + (t % 7) })),
    ),
  ],
  { metrics: ["leads"] },
);
const baseline = {
  value: 1100,
  from: "2025-10-03",
  to: "2025-12-31",
  source: "data",
  reference: "GA4",
  periods: 12,
} as const;
const sound = draftOf({ title: "Générer 1 250 leads", baseline, target: { as: "value", value: 1250 } });

test("a sound objective has its chances and its progress", () => {
  const found = assess(sound, evidence);
  expect(found.soundness).not.toBe("draft");
  expect(found.feasibility).toEqual(feasibility(sound, evidence));
  expect(found.progress).toEqual(progressOf(sound, evidence));
  expect(found.progress.status).toBe("on_track");
});

test("an objective that a blocking rule stops is a draft, and its figures are still worked out", () => {
  const found = assess({ ...sound, owner: "" }, evidence);
  expect(found.soundness).toBe("draft");
  expect(found.progress.status).toBe("draft");
  expect(found.progress.value).toBe(progressOf(sound, evidence).value);
  expect(found.feasibility?.probability).not.toBeNull();
});

test("nothing said yet is a draft without chances", () => {
  const found = assess(draftOf({ kpi: null, target: null, start: null, deadline: null }), evidence);
  expect([found.soundness, found.feasibility, found.progress.status]).toEqual(["draft", null, "draft"]);
});
