// R1: the budget and the team that a target takes, at what one costs today.
import { findKpi } from "../../kpis/index.ts";
import type { Words } from "../../language.ts";
import { figureOf } from "../figure.ts";
import { leadsFor, moneyFor } from "./resources.ts";
import { type Context, type Fix, rule } from "./rule.ts";

export const means = rule({
  id: "R1",
  letter: "R",
  level: "warn",
  asks: { fr: "Un budget et une équipe qui suffisent", en: "A budget and a team that suffice" },
  sentences: {
    pass: { fr: "Les moyens suffisent\u00a0: {figures}.", en: "The means suffice: {figures}." },
    other: {
      fr: "Ni budget ni capacité ne se déduisent de cet objectif.",
      en: "Neither budget nor capacity follow from this objective.",
    },
    unknown: {
      fr: "Indiquez un budget ou une capacité pour vérifier que les moyens suffisent.",
      en: "Give a budget or a capacity to check that the means suffice.",
    },
    no_price: {
      fr: "Les données ne disent pas ce que coûte la cible.",
      en: "The data do not tell what the target costs.",
    },
    money: {
      fr: "Il faut {needed} au {price} actuel ({value}), budget {available}.",
      en: "It takes {needed} at the present {price} ({value}), budget {available}.",
    },
    leads: {
      fr: "Il faut {needed} leads, capacité {available}.",
      en: "It takes {needed} leads, capacity {available}.",
    },
  },
  test: (context) => {
    const { draft, kpi, target, evidence, currency } = context;
    if (!kpi || target === null) return { state: "unknown", say: "unknown" };
    const money = moneyFor(kpi.name, target, evidence);
    const leads = leadsFor(kpi.name, target, evidence);
    if (draft.targetType !== "reach_at_least" || (money === null && leads === null)) {
      return { state: "pass", say: "other" };
    }
    const asked = [
      { say: "money", takes: money, there: draft.budget, unit: "money" },
      { say: "leads", takes: leads, there: draft.capacity, unit: "count" },
    ] as const;
    const figures: Words[] = [];
    let unpriced = false;
    for (const { say, takes, there, unit } of asked) {
      if (takes === null || there === null) continue;
      if (takes === "unknown") {
        unpriced = true;
        continue;
      }
      const needed = figureOf(unit === "count" ? Math.ceil(takes.needed) : takes.needed, unit, currency);
      const available = figureOf(there, unit, currency);
      if (takes.needed > there) {
        const value = figureOf(takes.value, findKpi(takes.price).unit, currency);
        const holes = { needed, available, price: takes.price, value };
        return { state: "fail", say, holes, fix: affordable(context, takes.needed, there) };
      }
      figures.push({ fr: `${needed.fr} sur ${available.fr}`, en: `${needed.en} of ${available.en}` });
    }
    if (unpriced) return { state: "unknown", say: "no_price" };
    if (figures.length === 0) return { state: "unknown", say: "unknown" };
    const fr = figures.map((figure) => figure.fr).join(", ");
    const en = figures.map((figure) => figure.en).join(", ");
    return { state: "pass", say: "pass", holes: { figures: { fr, en } } };
  },
});

/** The part of the target that the means pay for, where it still improves on the baseline. */
function affordable({ draft, kpi, target, currency }: Context, needed: number, there: number): Fix | null {
  if (!kpi || target === null || draft.targetType !== "reach_at_least") return null;
  const value = Math.floor((target * there) / needed);
  if (draft.baseline !== null && value <= draft.baseline.value) return null;
  const { fr, en } = figureOf(value, kpi.unit, currency);
  return {
    words: { fr: `Viser ${fr}`, en: `Aim at ${en}` },
    change: { target: { as: "value", value } },
  };
}
