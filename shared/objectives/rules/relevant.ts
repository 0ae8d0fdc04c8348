// R, relevant and realistic: means that suffice, factors ever seen, a strategy served, no conflict, a return.
import type { Kpi } from "../../kpi.ts";
import { catalogue } from "../../kpis/index.ts";
import { quoted, type Words } from "../../language.ts";
import { metrics, type MetricName } from "../../metrics.ts";
import { daysBetween } from "../../period.ts";
import { figureOf } from "../figure.ts";
import { scopeKey } from "../scope.ts";
import { conflictOf } from "./conflict.ts";
import { type Implied, impliedBy, solvable } from "./implied.ts";
import { spanOf } from "./past.ts";
import { means } from "./means.ts";
import { returnAt } from "./return.ts";
import { rule, type Rule } from "./rule.ts";

export const relevant: readonly Rule[] = [
  means,
  rule({
    id: "R2",
    letter: "R",
    level: "warn",
    asks: { fr: "Des facteurs déjà vus à ce niveau", en: "Factors seen at that level before" },
    sentences: {
      pass: {
        fr: "Possible avec {factor} à {needed}, déjà vu entre {low} et {high}.",
        en: "Possible with {factor} at {needed}, seen between {low} and {high}.",
      },
      other: { fr: "Ce KPI ne se décompose pas.", en: "This KPI has no factors." },
      unknown: {
        fr: "Les données ne disent pas tout des facteurs de ce KPI.",
        en: "The data do not tell all the factors of this KPI.",
      },
      above: {
        fr: "Suppose {factor} à {needed}, maximum connu {high}, si le reste ne bouge pas.",
        en: "Supposes {factor} at {needed}, {high} at most so far, if nothing else moves.",
      },
      below: {
        fr: "Suppose {factor} à {needed}, minimum connu {low}, si le reste ne bouge pas.",
        en: "Supposes {factor} at {needed}, {low} at least so far, if nothing else moves.",
      },
    },
    test: (context) => {
      const { draft, kpi, target, evidence } = context;
      const span = spanOf(draft);
      if (!kpi) return { state: "unknown", say: "unknown" };
      if (!solvable(kpi)) return { state: "pass", say: "other" };
      if (target === null || !span) return { state: "unknown", say: "unknown" };
      const implied = impliedBy(kpi, target, daysBetween(span.from, span.to) + 1, evidence) ?? [];
      const [nearest] = [...implied].sort((a, b) => excess(a) - excess(b));
      if (!nearest) return { state: "unknown", say: "unknown" };
      const { name, needed, low, high } = nearest;
      const figure = (value: number): Words => figureOf(value, unitOf(name), context.currency);
      const holes = { factor: labelOf(name), needed: figure(needed), low: figure(low), high: figure(high) };
      if (excess(nearest) === 0) return { state: "pass", say: "pass", holes };
      return { state: "fail", say: needed > high ? "above" : "below", holes };
    },
  }),
  rule({
    id: "R3",
    letter: "R",
    level: "warn",
    asks: { fr: "Un objectif stratégique servi", en: "A strategic goal that it serves" },
    sentences: {
      pass: { fr: "Il sert «\u00a0{goal}\u00a0».", en: 'It serves "{goal}".' },
      missing: {
        fr: "À quel objectif stratégique contribue-t-il\u202f?",
        en: "Which strategic goal does it serve?",
      },
    },
    test: ({ draft }) => {
      const goal = draft.serves.trim();
      return goal === ""
        ? { state: "fail", say: "missing" }
        : { state: "pass", say: "pass", holes: { goal } };
    },
  }),
  rule({
    id: "R4",
    letter: "R",
    level: "warn",
    asks: { fr: "Pas de conflit avec un autre objectif", en: "No conflict with another objective" },
    sentences: {
      pass: { fr: "Aucun conflit trouvé.", en: "No conflict found." },
      unknown: {
        fr: "Il faut un indicateur, un périmètre, une référence et une cible pour comparer aux autres objectifs.",
        en: "It takes a KPI, a scope, a baseline and a target to compare with other objectives.",
      },
      conflict: { fr: "Conflit avec {conflict}", en: "Conflict with {conflict}" },
    },
    test: ({ draft, kpi, target, evidence }) => {
      if (evidence.neighbours.length === 0) return { state: "pass", say: "pass" };
      if (!kpi || target === null || draft.baseline === null || draft.scope === null) {
        return { state: "unknown", say: "unknown" };
      }
      const { title, start, deadline, scope, baseline } = draft;
      const aim = {
        id: "",
        title,
        kpi: kpi.name,
        scopeKey: scopeKey(scope),
        baseline: baseline.value,
        target,
        start,
        deadline,
      };
      const conflict = conflictOf(aim, evidence.neighbours);
      return conflict
        ? { state: "fail", say: "conflict", holes: { conflict } }
        : { state: "pass", say: "pass" };
    },
  }),
  rule({
    id: "R5",
    letter: "R",
    level: "info",
    asks: {
      fr: "Un gain au bout\u00a0: ROMI ≥ 0 ou CLV ÷ CAC ≥ 1",
      en: "A gain in the end: ROMI ≥ 0 or CLV ÷ CAC ≥ 1",
    },
    sentences: {
      pass: {
        fr: "À la cible, {measure} vaut {value}\u00a0: c'est rentable.",
        en: "At the target, {measure} is {value}: it pays.",
      },
      other: {
        fr: "La rentabilité ne se déduit pas de ce KPI.",
        en: "Profit does not follow from this KPI.",
      },
      unknown: {
        fr: "Il manque une marge, un budget ou une valeur client pour juger de la rentabilité.",
        en: "A margin, a budget or a customer value is missing to judge the return.",
      },
      loss: {
        fr: "À la cible, {measure} vaut {value}, sous {least}\u00a0: cela coûterait plus que cela ne rapporte.",
        en: "At the target, {measure} is {value}, under {least}: it would cost more than it brings.",
      },
    },
    test: ({ draft, kpi, target, evidence }) => {
      if (!kpi || target === null) return { state: "unknown", say: "unknown" };
      const found = returnAt(kpi, target, draft.budget, evidence);
      if (found === null) return { state: "pass", say: "other" };
      if (found === "unknown") return { state: "unknown", say: "unknown" };
      const unit = found.measure === "ROMI" ? "rate" : "number";
      const holes = {
        measure: found.measure,
        value: figureOf(found.value, unit, null),
        least: figureOf(found.least, unit, null),
      };
      return found.value >= found.least
        ? { state: "pass", say: "pass", holes }
        : { state: "fail", say: "loss", holes };
    },
  }),
];

/** How far what is needed lies outside what was seen: 0 within, above 1 without. */
function excess({ needed, low, high }: Implied): number {
  if (needed >= low && needed <= high) return 0;
  return needed <= 0 || high <= 0 ? Infinity : Math.max(needed / high, low / needed);
}

function unitOf(name: string): Kpi["unit"] {
  const kpi = catalogue.find((one) => one.name === name);
  if (kpi) return kpi.unit;
  const unit = metrics[name as MetricName]?.unit;
  return unit === "money" || unit === "rate" || unit === "count" ? unit : "number";
}

function labelOf(name: string): Words {
  const label = catalogue.find((one) => one.name === name)?.label ?? metrics[name as MetricName]?.label;
  return label ? { fr: quoted(label.fr, "fr"), en: quoted(label.en, "en") } : { fr: name, en: name };
}
