// The sentences about problems: every place in a text is filled, in both languages.
import { expect, test } from "vitest";
import type { Problem } from "../../shared/problem.ts";
import { sentences } from "../../shared/sentences.ts";

const word = { fr: "dépenses", en: "spend" };
const number = {
  value: 3,
  low: 1,
  high: 2,
  rows: 4,
  least: 5,
  most: 6,
  limit: 7,
  x: 8,
  recency: 9,
  total: 10,
};
const place = { row: 3, column: 2 };
const shape = { argument: word, rows: 3, columns: 2 };
const dates = {
  from: "2026-01-01",
  to: "2026-01-31",
  start: "2026-01-01",
  end: "2026-01-31",
  today: "2026-01-15",
};
const about = { argument: word, place, ...number, ...dates, found: "abc" };

/** The evidence of each kind of problem, with what differs from the usual. */
const problems: Record<Problem["kind"], object> = {
  not_a_number: {},
  negative: {},
  out_of_range: {},
  not_a_score: {},
  not_a_day: {},
  empty: {},
  one_value_only: { values: 2 },
  too_many_arguments: { given: 3 },
  shapes_differ: { first: shape, second: shape },
  zero_denominator: { denominator: word, numerator: word },
  impossible: { parts: [word, word] },
  diverges: {},
  not_started: {},
  ends_before: {},
  not_a_choice: { choices: [word, word] },
  not_finite: {},
  unexpected: {},
  unknown_kpi: { name: "CPX", close: ["CPA", "CPL"] },
  no_table: {},
  no_rows: {},
  unknown_column: { wanted: word, found: ["Jour", "Canal"] },
  ambiguous_column: { wanted: word, columns: ["Jour", "Canal"] },
  unpaired_dimension: { dimension: "canal" },
  period_reversed: {},
  not_additive: { metric: word, windows: ["2026-01"] },
  no_window: { windows: ["2026-01"] },
  several_currencies: { currencies: ["EUR", "USD"] },
  no_objectives_tab: {},
  unknown_objective: { name: "leads", names: ["Leads"] },
  same_objective: { name: "leads", names: ["Leads", "leads"] },
  unknown_part: { part: "couleur", parts: [word] },
  no_objective_value: { part: word, remark: "" },
  not_whole: {},
  not_above_zero: {},
  not_between: {},
  gap: {},
  not_in_order: {},
  growing: {},
  all_zero: {},
  too_steady: {},
  not_one_line: shape,
  greater: { first: word, second: word },
  no_repeat: {},
  too_few: { what: word, found: 2 },
  too_large: { what: word, found: 2, on: "cell", advice: "give_less" },
  no_fit: { model: word },
  no_identity: { kpi: "NPS", known: ["CPA"] },
  factors_differ: { identity: word, found: 2 },
  budget_out_of_reach: {},
};

test.each(Object.entries(problems))("%s says all that it has to say", (kind, evidence) => {
  const { fr, en } = sentences({ ...about, kind, ...evidence } as Problem);
  for (const text of [fr, en]) expect(text).not.toMatch(/[{}<>]|NaN|\[object/);
  expect(fr).not.toBe(en);
});

test("a sentence is filled with its evidence, numbers and quotations as the language writes them", () => {
  const { fr, en } = sentences({
    kind: "out_of_range",
    argument: word,
    place,
    value: 1200.5,
    low: 0,
    high: 1,
  });
  expect(fr).toBe(
    "«\u00a0dépenses\u00a0», ligne 3, colonne 2\u00a0: 1\u202f200,5 n'est pas entre 0 et 1. Écrivez 0,6 ou 60\u00a0% pour soixante pour cent.",
  );
  expect(en).toBe(
    '"spend", row 3, column 2: 1,200.5 is not between 0 and 1. Write 0.6 or 60% for sixty per cent.',
  );
});

test("what a cell holds is quoted as it is, even where it looks like a place to fill", () => {
  const { en } = sentences({ kind: "not_a_number", argument: word, found: "{value} <found> $1" });
  expect(en).toContain('"{value} <found> $1" is not a number');
});
