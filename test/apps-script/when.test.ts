// Instants and days as the sidebar says them.
import { expect, test } from "vitest";
import { duration, relative, relativeDay } from "../../apps-script/sidebar/when.ts";

const NOW = Date.parse("2026-11-21T10:00:00Z");

test.each([
  ["2026-11-21T09:59:30Z", "maintenant", "now"],
  ["2026-11-21T09:48:00Z", "il y a 12 minutes", "12 minutes ago"],
  ["2026-11-21T07:00:00Z", "il y a 3 heures", "3 hours ago"],
  ["2026-11-20T09:00:00Z", "hier", "yesterday"],
  ["2026-11-21T10:48:00Z", "dans 48 minutes", "in 48 minutes"],
])("%s is %s", (instant, fr, en) => {
  expect(relative(instant, NOW, "fr")).toBe(fr);
  expect(relative(instant, NOW, "en")).toBe(en);
});

test.each([
  ["2026-11-21", "aujourd’hui", "today"],
  ["2026-12-31", "dans 40 jours", "in 40 days"],
  ["2026-11-11", "il y a 10 jours", "10 days ago"],
])("the day %s is %s", (day, fr, en) => {
  expect(relativeDay(day, NOW, "fr")).toBe(fr);
  expect(relativeDay(day, NOW, "en")).toBe(en);
});

test.each([
  ["2026-11-21T10:00:12Z", "12\u00a0s"],
  ["2026-11-21T10:02:05Z", "2\u00a0min 5\u00a0s"],
  ["2026-11-21T09:59:59Z", "0\u00a0s"],
])("a sync that ended at %s lasted %s", (end, words) => {
  expect(duration("2026-11-21T10:00:00Z", end)).toBe(words);
});
