// How sound an objective is: all its rules together, and what is waived in writing.
import { describe, expect, test } from "vitest";
import type { RuleResult } from "../../../../shared/objectives/assessment.ts";
import { judge, rules, soundness } from "../../../../shared/objectives/rules/judge.ts";
import { chances, soundDraft, soundEvidence } from "../sound.ts";

const IDS = "S1 S2 S3 S4 S5 M1 M2 M3 M4 M5 M6 A1 A2 A3 A4 A5 R1 R2 R3 R4 R5 T1 T2 T3 T4 T5";
const BLOCKS = "S1 S2 S3 M1 M2 M3 A1 A2 T1 T2 T3";
const INFOS = "A5 R5";

test("the rules are those of the five letters, each at its level", () => {
  expect(rules.map(({ id }) => id).join(" ")).toBe(IDS);
  const at = (level: string) => rules.filter((rule) => rule.level === level).map(({ id }) => id);
  expect(at("block").join(" ")).toBe(BLOCKS);
  expect(at("info").join(" ")).toBe(INFOS);
  for (const { id, letter } of rules) expect(id.startsWith(letter)).toBe(true);
});

test("a sound objective is SMART", () => {
  const results = judge(soundDraft(), soundEvidence(), chances());
  expect(results.filter(({ state }) => state === "fail")).toEqual([]);
  expect(soundness(results)).toBe("smart");
});

test("an empty draft is a draft, and each rule says what is missing or that it cannot tell", () => {
  const empty = soundDraft({
    title: "",
    goal: null,
    kpi: null,
    scope: null,
    baseline: null,
    target: null,
    start: null,
    deadline: null,
    cadence: null,
    owner: "",
    serves: "",
  });
  const results = judge(empty, soundEvidence({ series: [], metrics: [] }), null);
  expect(soundness(results)).toBe("draft");
  const failing = results.filter(({ state }) => state === "fail").map(({ id }) => id);
  expect(failing.join(" ")).toBe("S1 S2 S3 S4 M2 M3 R3 T1 T3");
  const passing = results.filter(({ state }) => state === "pass").map(({ id }) => id);
  // Data that are fresh, and no other objective to conflict with, hold without anything being said.
  expect(passing.join(" ")).toBe("R4");
});

const warning = (id: string, state: RuleResult["state"]): RuleResult => ({
  id,
  letter: "S",
  level: "warn",
  state,
  words: { fr: "", en: "" },
  fix: null,
});

describe("soundness", () => {
  test("two warnings left standing are SMART, a third is not", () => {
    const two = [
      warning("S4", "fail"),
      warning("S5", "fail"),
      warning("M4", "waived"),
      warning("M5", "unknown"),
    ];
    expect(soundness(two)).toBe("smart");
    expect(soundness([...two, warning("R3", "fail")])).toBe("active");
  });

  test("one blocking rule makes a draft, whatever the rest", () => {
    expect(soundness([{ ...warning("S1", "fail"), level: "block" }])).toBe("draft");
  });

  test("good to know is no fault, and the rules of the set are not the objective's", () => {
    const infos = ["A5", "R5", "X"].map((id) => ({ ...warning(id, "fail"), level: "info" as const }));
    const set = ["K1", "K2", "K3"].map((id) => ({ ...warning(id, "fail"), letter: "K" as const }));
    expect(soundness([...infos, ...set])).toBe("smart");
  });
});

describe("a waived rule", () => {
  const judged = (waived: Record<string, string>, said = {}) =>
    judge(soundDraft({ serves: "", waived, ...said }), soundEvidence(), chances()).find(
      ({ id }) => id === "R3",
    );

  test("keeps its reason", () => {
    expect(judged({ R3: "Essai d'une saison" })).toMatchObject({
      state: "waived",
      words: {
        fr: "À quel objectif stratégique contribue-t-il\u202f? Écarté\u00a0: «\u00a0Essai d'une saison\u00a0»",
        en: 'Which strategic goal does it serve? Waived: "Essai d\'une saison"',
      },
    });
  });

  test("needs a reason, and is no longer waived once it passes", () => {
    expect(judged({ R3: "  " })?.state).toBe("fail");
    expect(judged({ R3: "Essai" }, { serves: "Grandir" })?.state).toBe("pass");
  });

  test("cannot be one that blocks", () => {
    const results = judge(soundDraft({ owner: "", waived: { S3: "plus tard" } }), soundEvidence(), chances());
    expect(results.find(({ id }) => id === "S3")?.state).toBe("fail");
    expect(soundness(results)).toBe("draft");
  });
});

describe("the sentences of a rule", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s: both languages have the same holes",
    (_, rule) => {
      const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
      for (const { fr, en } of Object.values(rule.sentences)) {
        expect(holes(fr)).toEqual(holes(en));
        // Typography: no plain space before these in French, no French space in English.
        expect(fr).not.toMatch(/ [;:!?%»]|« /);
        expect(en).not.toMatch(/[\u202f\u00a0«»]/);
      }
    },
  );
});
