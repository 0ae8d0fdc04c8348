// The form of an objective: what is typed, read as an analyst means it, and typed back the same.
import { describe, expect, test } from "vitest";
import {
  differences,
  type DraftTexts,
  emptyDraft,
  readDraft,
  textsOf,
  typedFigure,
} from "../../apps-script/sidebar/objective-draft.ts";
import { parseNumber } from "../../shared/number.ts";

const TEXTS: DraftTexts = {
  kpi: "CR",
  title: " E-mail ",
  scope: "channel",
  within: " email ",
  baseline: "2 %",
  target: "0,03",
  start: "2026-10-01",
  deadline: "2026-12-31",
};
const DRAFT = {
  kpi: "CR",
  title: "E-mail",
  scope: { channel: "email" },
  baseline: 0.02,
  target: 0.03,
  start: "2026-10-01",
  deadline: "2026-12-31",
};

test("a rate may be typed in per cent or not", () => {
  expect(readDraft(TEXTS, "fr")).toEqual({ draft: DRAFT });
});

test("without a title it takes the KPI's name", () => {
  expect(readDraft({ ...TEXTS, title: "" }, "fr")).toMatchObject({ draft: { title: "Taux de conversion" } });
  expect(readDraft({ ...TEXTS, title: "" }, "en")).toMatchObject({ draft: { title: "Conversion rate" } });
});

test.each([
  [{ kpi: "" }, { kpi: "wantKpi" }],
  [{ kpi: "SALES_CYCLE" }, { kpi: "wantKpi" }],
  [{ within: " " }, { within: "wantScope" }],
  [{ baseline: "" }, { baseline: "wantFigure" }],
  [{ target: "beaucoup" }, { target: "wantFigure" }],
  [{ target: "2 %" }, { target: "sameEnds" }],
  [{ deadline: "2026-09-30" }, { deadline: "deadlineBeforeStart" }],
  [
    { start: "", deadline: "" },
    { start: "wantDate", deadline: "wantDate" },
  ],
])("%j is told", (change, errors) => {
  expect(readDraft({ ...TEXTS, ...change }, "fr")).toEqual({ errors });
});

test("an empty form runs from today for three months", () => {
  expect(emptyDraft("2026-11-21")).toMatchObject({
    start: "2026-11-21",
    deadline: "2027-02-19",
    scope: "all",
  });
});

describe.each(["fr", "en"] as const)("in %s", (language) => {
  test.each([0.02, 0.0214, 0.02137, 1.5, -0.001])("the rate %d is typed as it is read", (value) => {
    expect(parseNumber(typedFigure(value, true, language))).toBeCloseTo(value, 12);
  });

  test.each([1200, 4.5, 2.137, 123.456, 0.125, -7])("the number %d is typed as it is read", (value) => {
    expect(parseNumber(typedFigure(value, false, language))).toBe(value);
  });

  test("an objective that is opened and saved again is the same", () => {
    expect(readDraft(textsOf(DRAFT, language), language)).toEqual({ draft: DRAFT });
  });
});

test("someone else's version is compared field by field", () => {
  const theirs = { ...DRAFT, id: "o1", version: 2, now: { value: 0.02 }, progress: 0 };
  expect(differences(theirs, DRAFT)).toEqual([]);
  expect(differences({ ...theirs, scope: "all", target: 0.04 }, DRAFT)).toEqual(["scope", "target"]);
});
