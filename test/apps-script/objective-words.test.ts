// Figures, chances and versions of an objective, as the sidebar reads and says them.
import { describe, expect, test } from "vitest";
import { line, scalesFor, stretches } from "../../apps-script/sidebar/objectives/drawing.ts";
import {
  readFigure,
  readTarget,
  rounded,
  typedFigure,
  typedTarget,
} from "../../apps-script/sidebar/objectives/figures.ts";
import { bandOf, chancesInWords, scopeInWords } from "../../apps-script/sidebar/objectives/in-words.ts";
import { leftToDo, score, stateOf } from "../../apps-script/sidebar/objectives/letters.ts";
import { differences, merge } from "../../apps-script/sidebar/objectives/merge.ts";
import { changeInWords } from "../../apps-script/sidebar/objectives/signed.ts";
import type { RuleResult } from "../../shared/objectives/assessment.ts";
import { draft } from "../page/objective-world.ts";

describe("a figure", () => {
  test.each([
    ["1 200", "count", 1200],
    ["4,5 %", "rate", 0.045],
    ["0,045", "rate", 0.045],
    ["4,5", "rate", 0.045],
    ["120 %", "rate", 1.2],
    ["beaucoup", "count", null],
  ] as const)("typed as “%s” for a %s is %s", (text, unit, value) => {
    expect(readFigure(text, unit)).toBe(value);
  });

  test.each([
    ["1200", "value", "count", { as: "value", value: 1200 }],
    ["20", "percent", "count", { as: "percent", value: 0.2 }],
    ["+20 %", "value", "count", { as: "percent", value: 0.2 }],
    ["20 %", "value", "count", { as: "percent", value: 0.2 }],
    ["\u221212,5 %", "value", "money", { as: "percent", value: -0.125 }],
    ["20 %", "value", "rate", { as: "value", value: 0.2 }],
    ["+20 %", "value", "rate", { as: "percent", value: 0.2 }],
    ["+ 20 %", "value", "rate", { as: "percent", value: 0.2 }],
    ["\u22125 %", "value", "rate", { as: "value", value: -0.05 }],
    ["\u22125 %", "percent", "rate", { as: "percent", value: -0.05 }],
    ["3 points", "value", "rate", { as: "points", value: 0.03 }],
    ["-1,5 pt", "percent", "rate", { as: "points", value: -0.015 }],
    ["2", "points", "rate", { as: "points", value: 0.02 }],
  ] as const)("aimed at as “%s”, said as %s of a %s, is %j", (text, as, unit, target) => {
    expect(readTarget(text, as, unit, undefined)).toEqual(target);
  });

  test("of an NPS, points are its own unit: 10 more than today, or a score of 40", () => {
    expect(readTarget("+10 points", "percent", "points", 32)).toEqual({ as: "value", value: 42 });
    expect(readTarget("40 points", "percent", "points", 32)).toEqual({ as: "value", value: 40 });
    expect(readTarget("\u22125 points", "value", "points", 32)).toEqual({ as: "value", value: -5 });
    expect(readTarget("+10 points", "value", "points", undefined)).toBeNull();
    expect(readTarget("+10 %", "value", "points", 30)).toEqual({ as: "percent", value: 0.1 });
  });

  test.each(["fr", "en"] as const)("is typed back as it is read, in %s", (language) => {
    for (const value of [0.0214, 0.125, 1.5, -0.001])
      expect(readFigure(typedFigure(value, "rate", language), "rate")).toBeCloseTo(value, 12);
    for (const value of [1200, 4.5, 2.137, 123.456, -7])
      expect(readFigure(typedFigure(value, "money", language), "money")).toBe(value);
    for (const as of ["value", "percent", "points"] as const) {
      const target = { as, value: -0.135 };
      expect(readTarget(typedTarget(target, "rate", language), as, "rate", 0.1)).toEqual(target);
    }
  });

  test("to aim at is round: whole where it counts things, three digits elsewhere", () => {
    expect(rounded(1234.6, "count")).toBe(1235);
    expect(rounded(0.024_137, "rate")).toBe(0.0241);
    expect(rounded(1234.6, "money")).toBe(1230);
    expect(rounded(0, "money")).toBe(0);
  });

  test("that changed bears its sign, and is in points where it is a rate", () => {
    expect(changeInWords(12, "count", null, "fr")).toBe("+12");
    expect(changeInWords(-0.0021, "rate", null, "fr")).toBe("\u22120,21\u00a0point");
    expect(changeInWords(0.03, "rate", null, "en")).toBe("+3\u00a0points");
  });
});

describe("chances", () => {
  test.each([
    [0.8, "8 chances sur 10", "bandAmbitious"],
    [0.06, "1 chance sur 10", "bandRisky"],
    [0.04, "Moins d'1 chance sur 20", "bandVeryUnlikely"],
    [0.95, "9 chances sur 10", "bandCautious"],
    [0.96, "Plus de 19 chances sur 20", "bandAlready"],
  ] as const)("of %d are said as “%s”", (probability, words, band) => {
    expect(chancesInWords({ probability, range: null }, "fr")).toBe(words);
    expect(bandOf(probability)).toBe(band);
  });

  test("of a thin history are a range, and of none at all are not said", () => {
    const thin = { probability: null, range: [0.31, 0.62] } as const;
    expect(chancesInWords(thin, "fr")).toBe("Entre 3 et 6 chances sur 10");
    expect(chancesInWords(thin, "en")).toBe("Between 3 and 6 chances in 10");
    expect(chancesInWords({ probability: null, range: null }, "fr")).toBeNull();
  });
});

test("a scope is said with the names that people give to channels", () => {
  expect(scopeInWords("all", "fr")).toBe("Tout");
  expect(scopeInWords({ channel: "organic_search", campaign: "Soldes" }, "fr")).toBe(
    "Recherche naturelle, Soldes",
  );
  expect(scopeInWords({ channel: "salons" }, "en")).toBe("salons");
});

describe("a letter", () => {
  const rule = (level: RuleResult["level"], state: RuleResult["state"]): RuleResult => ({
    id: "S1",
    letter: "S",
    level,
    state,
    words: { fr: "", en: "" },
    fix: null,
  });

  test("tells the worst of its rules, and information does not darken it", () => {
    expect(stateOf("S", [rule("block", "fail"), rule("warn", "fail")])).toBe("missing");
    expect(stateOf("S", [rule("block", "pass"), rule("warn", "fail")])).toBe("check");
    expect(stateOf("S", [rule("block", "pass"), rule("warn", "waived"), rule("info", "fail")])).toBe("good");
    expect(stateOf("S", [rule("warn", "unknown"), rule("info", "pass")])).toBe("later");
    expect(stateOf("M", [rule("block", "fail")])).toBe("later");
  });

  test("counts what is left to do, and the tests that pass", () => {
    const rules = [
      rule("block", "fail"),
      rule("warn", "fail"),
      rule("warn", "waived"),
      rule("warn", "unknown"),
    ];
    expect(leftToDo(rules, "draft")).toBe(1);
    expect(leftToDo(rules, "smart")).toBe(1);
    expect(score(rules)).toEqual({ passed: 1, of: 3 });
  });
});

describe("two versions", () => {
  const before = draft();

  test("differ in what they say, not in the order in which it is written", () => {
    const scope = { campaign: undefined, channel: "email" };
    expect(differences(before, draft({ scope }))).toEqual([]);
    expect(differences(before, draft({ owner: "Dominique", deadline: "2027-01-31" }))).toEqual([
      "deadline",
      "owner",
    ]);
  });

  test("that change different things go together", () => {
    const mine = draft({ target: { as: "value", value: 0.04 } });
    const theirs = draft({ owner: "Dominique" });
    expect(merge(before, mine, theirs)).toEqual({
      theirs: ["owner"],
      both: [],
      merged: draft({ target: { as: "value", value: 0.04 }, owner: "Dominique" }),
    });
  });

  test("that change one thing in two ways say so; alike, they do not", () => {
    const mine = draft({ owner: "Camille", audience: "Direction" });
    const theirs = draft({ owner: "Dominique", audience: "Direction" });
    expect(merge(before, mine, theirs)).toMatchObject({ theirs: [], both: ["owner"], merged: mine });
  });
});

describe("a drawing", () => {
  const box = { width: 100, height: 50, margin: 10 };

  test("goes from left to right, its lowest value at the bottom", () => {
    const { x, y } = scalesFor(3, [2, 6], box);
    expect([x(0), x(1), x(2)]).toEqual([10, 50, 90]);
    expect([y(2), y(4), y(6)]).toEqual([40, 25, 10]);
  });

  test("of one value, or of equal ones, stays in the middle", () => {
    const { x, y } = scalesFor(1, [3, 3], box);
    expect([x(0), y(3)]).toEqual([50, 25]);
  });

  test("leaves a gap where nothing was read", () => {
    const found = stretches([2, null, 6], scalesFor(3, [2, 6], box));
    expect(found.map(line)).toEqual(["10,40", "90,10"]);
  });
});
