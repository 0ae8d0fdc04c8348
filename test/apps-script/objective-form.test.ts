// The form of an objective: what is proposed from a wish and from the data, and what someone said that stays.
import { describe, expect, test } from "vitest";
import {
  emptyForm,
  type Form,
  formOf,
  noEvidence,
  said,
  settled,
  type Setting,
  targetSaidAs,
  typed,
} from "../../apps-script/sidebar/objectives/form.ts";
import { assess } from "../../shared/objectives/assess.ts";
import type { Evidence } from "../../shared/objectives/evidence.ts";
import { targetValue } from "../../shared/objectives/objective.ts";
import { addDays } from "../../shared/period.ts";

const TODAY = "2026-11-21";

/** Two years of leads, ten a day at first, in a shop where e-mail is one of the channels. */
const leadsADay = (now: number): Evidence => ({
  ...noEvidence(TODAY),
  series: [
    {
      kpi: "LEADS",
      step: "day",
      points: Array.from({ length: 730 }, (_, place) => {
        const day = addDays(TODAY, place - 730);
        return { from: day, to: day, totals: { leads: place < 500 ? 10 : now } };
      }),
      problem: null,
      currency: null,
    },
  ],
  metrics: ["leads"],
  channels: ["email", "paid_search"],
});
const evidence = leadsADay(10);
const fr: Setting = { language: "fr", evidence };

function wish(text: string, setting = fr): Form {
  return said(emptyForm(TODAY, "camille@shop.example"), { wish: text }, setting);
}

describe("a new objective", () => {
  test("runs from today to the end of the third month after this one", () => {
    expect(emptyForm(TODAY, "").draft).toMatchObject({ start: TODAY, deadline: "2027-02-28" });
    expect(emptyForm("2026-12-31", "").draft).toMatchObject({ deadline: "2027-03-31" });
    expect(emptyForm("2027-01-01", "").draft).toMatchObject({ deadline: "2027-04-30" });
  });

  test("is proposed whole from a wish: goal, KPIs, scope, starting point, target and title", () => {
    const { draft } = wish("je veux plus de leads");
    expect(draft).toMatchObject({
      goal: "leads",
      kpi: "LEADS",
      secondary: ["CR", "CPL", "MQL_TO_SQL", "FIRST_RESPONSE_TIME"],
      scope: "all",
      targetType: "reach_at_least",
      target: { as: "percent", value: 0.05 },
    });
    // 21 November to 28 February, both included, is 100 days of ten leads; a twentieth more is 1,050.
    expect(draft.baseline).toMatchObject({ value: 1000, source: "data" });
    expect(draft.title).toBe("Leads générés\u00a0: atteindre 1\u202f050 d'ici le 28/02/2027");
  });

  test("is about the channel that the wish names, where the data hold it", () => {
    expect(wish("plus de leads par e-mail").draft.scope).toEqual({ channel: "email" });
    expect(wish("plus de leads par affiliation").draft.scope).toBe("all");
  });

  test("whose KPI is better low aims lower", () => {
    const { draft } = said(wish("plus de leads"), { kpi: "CPL" }, fr);
    expect(draft).toMatchObject({
      targetType: "reach_at_most",
      target: { as: "percent", value: -0.2 },
    });
  });

  test("of words that mean nothing here proposes no goal", () => {
    expect(wish("xyzzy").draft).toMatchObject({ goal: null, kpi: null, target: null });
  });
});

describe("what someone said", () => {
  test("stays when what it was proposed from changes", () => {
    let form = said(wish("plus de leads"), { kpi: "CR" }, fr);
    form = said(form, { title: "À nous" }, fr);
    form = said(form, { wish: "plus de trafic" }, fr);
    expect(form.draft).toMatchObject({ goal: "traffic", kpi: "CR", title: "À nous" });
  });

  test("of a date counts once its year is whole: 0002 and 0202 are years being typed", () => {
    let form = wish("plus de leads");
    for (const text of ["0002-12-10", "0020-12-10", "0202-12-10"]) {
      form = typed(form, "start", text, fr);
      expect(form.draft.start).toBeNull();
      expect(form.texts.start).toBe(text);
    }
    expect(typed(form, "start", "2026-12-10", fr).draft.start).toBe("2026-12-10");
    expect(typed(form, "deadline", "9999-12-31", fr).draft.deadline).toBeNull();
  });

  test("about another KPI or scope is measured anew: the old starting point meant something else", () => {
    const typedOne = typed(wish("plus de leads"), "baseline", "500", fr);
    expect(typedOne.draft.baseline?.value).toBe(500);
    expect(said(typedOne, { scope: { channel: "email" } }, fr).draft.baseline?.value).toBe(1000);
    expect(said(typedOne, { kpi: "CR" }, fr).draft.baseline).toBeNull();
    expect(said(typedOne, { owner: "Dominique" }, fr).draft.baseline?.value).toBe(500);
  });

  test("as a starting point counts with its days, which stay while its value is corrected", () => {
    let form = typed(wish("plus de leads"), "baseline", "500", fr);
    const rule = (): string | undefined =>
      assess(form.draft, evidence).rules.find(({ id }) => id === "M3")?.state;
    expect(rule()).toBe("fail");
    form = typed(form, "baselineFrom", "2026-10-01", fr);
    form = typed(form, "baselineTo", "2026-10-31", fr);
    expect(rule()).toBe("pass");
    form = typed(form, "baseline", "510", fr);
    expect(form.draft.baseline).toMatchObject({ value: 510, from: "2026-10-01", to: "2026-10-31" });
    expect(rule()).toBe("pass");
  });

  test("as another goal brings its own KPIs", () => {
    const form = said(said(wish("plus de leads"), { kpi: "CR" }, fr), { goal: "traffic" }, fr);
    expect(form.draft).toMatchObject({ goal: "traffic", kpi: "UNIQUE_VISITORS" });
  });

  test("is kept word for word while it is typed, and shown anew once it was set by a click", () => {
    const form = typed(wish("plus de leads"), "target", "+15 ", fr);
    expect(form.texts.target).toBe("+15 ");
    expect(said(form, { target: { as: "value", value: 1100 } }, fr).texts.target).toBeUndefined();
  });

  test("of an objective that exists is proposed nothing in its place, but a title that repeats the rest", () => {
    const { draft } = wish("plus de leads");
    const opened = settled(formOf(draft, fr), { ...fr, evidence: noEvidence(TODAY) });
    expect(opened.draft).toEqual(draft);
    const later = said(opened, { deadline: "2027-03-31" }, fr);
    expect(later.draft.title).toBe("Leads générés\u00a0: atteindre 1\u202f050 d'ici le 31/03/2027");
    const named = formOf({ ...draft, title: "À nous" }, fr);
    expect(said(named, { deadline: "2027-03-31" }, fr).draft.title).toBe("À nous");
  });
});

describe("a target that is proposed", () => {
  const proposed = (now: number) => wish("plus de leads", { ...fr, evidence: leadsADay(now) }).draft.target;

  test("is a fifth more, where the pace of today may do it", () => {
    expect(proposed(13)).toEqual({ as: "percent", value: 0.2 });
  });

  test("is what is reached 1 time in 2, where a fifth more is out of reach", () => {
    const target = proposed(11);
    expect(target?.as).toBe("value");
    // 100 days of eleven leads, beside 1,000 a year before.
    expect(Math.abs((target?.value ?? 0) - 1100)).toBeLessThan(30);
  });

  test("is a small step, where even that is no better than the start", () => {
    expect(proposed(9)).toEqual({ as: "percent", value: 0.05 });
  });
});

describe("a target", () => {
  test("said otherwise is the same target", () => {
    const value = targetSaidAs(wish("plus de leads"), "value", fr);
    expect(value.draft.target).toEqual({ as: "value", value: 1050 });
    const percent = targetSaidAs(typed(value, "target", "1300", fr), "percent", fr);
    expect(percent.draft.target).toEqual({ as: "percent", value: 0.3 });
    expect(targetValue(percent.draft)).toBe(1300);
  });

  test("typed with its sign and its per cent is a change, however it was said before", () => {
    const value = targetSaidAs(wish("plus de leads"), "value", fr);
    expect(typed(value, "target", "+25 %", fr).draft.target).toEqual({ as: "percent", value: 0.25 });
  });

  test("that is no number is missing, and what was typed stays", () => {
    const form = typed(wish("plus de leads"), "target", "beaucoup", fr);
    expect(form.draft.target).toBeNull();
    expect(form.texts.target).toBe("beaucoup");
  });
});
