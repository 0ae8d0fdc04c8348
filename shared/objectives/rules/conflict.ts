// Two objectives that cannot both be met: opposite ways for one KPI, less cost with far more volume, factors that do not multiply.
import { evaluate, namesIn, parseFormula } from "../../formula.ts";
import { findKpi } from "../../kpis/index.ts";
import { quoted, type Words } from "../../language.ts";
import { catalogue } from "../../kpis/index.ts";
import type { Neighbour } from "../evidence.ts";
import { numberOf } from "../figure.ts";
import { solvable } from "./implied.ts";

/** What a spend buys: the cost of one, or what each unit of it brings, and how much there is of it. */
const SPENT_ON: readonly { readonly price: string; readonly volume: string; readonly brings?: true }[] = [
  { price: "CPL", volume: "LEADS" },
  { price: "CPA", volume: "SALES_COUNT" },
  { price: "CAC", volume: "SALES_COUNT" },
  { price: "CPE", volume: "INTERACTIONS" },
  { price: "ROAS", volume: "REVENUE", brings: true },
  { price: "MER", volume: "REVENUE", brings: true },
];

/** More money than this to spend better is a conflict; below, it is within what estimates are worth. */
const SPEND_MARGIN = 1.1;
const AGREEMENT = 0.1;
const SHORTFALL = 0.05;

/**
 * Why an objective and others of the same scope and time cannot all be met; null where nothing says so.
 * `aim` is one of them, and so says what it is called.
 */
export function conflictOf(aim: Neighbour, others: readonly Neighbour[]): Words | null {
  const near = others.filter((other) => other.scopeKey === aim.scopeKey && overlaps(aim, other));
  for (const other of near) {
    const found = oppositeWays(aim, other) ?? moreForLess(aim, other);
    if (found) return found;
  }
  return unlikeItsFactors(aim, near);
}

function overlaps(a: Neighbour, b: Neighbour): boolean {
  const [startA, endA, startB, endB] = [a.start ?? "0", a.deadline ?? "9", b.start ?? "0", b.deadline ?? "9"];
  return startA <= endB && startB <= endA;
}

/** The target over the baseline; null where it says nothing. */
function ratioOf({ baseline, target }: Neighbour): number | null {
  return baseline !== null && target !== null && baseline > 0 && target > 0 ? target / baseline : null;
}

function oppositeWays(aim: Neighbour, other: Neighbour): Words | null {
  const [mine, its] = [ratioOf(aim), ratioOf(other)];
  if (aim.kpi !== other.kpi || mine === null || its === null || (mine - 1) * (its - 1) >= 0) return null;
  return about(other, {
    fr: "le même indicateur y va dans l'autre sens.",
    en: "the same KPI goes the other way there.",
  });
}

function moreForLess(aim: Neighbour, other: Neighbour): Words | null {
  for (const { price, volume, brings } of SPENT_ON) {
    const cost = [aim, other].find(({ kpi }) => kpi === price);
    const amount = [aim, other].find(({ kpi }) => kpi === volume);
    const [dearer, more] = [cost && ratioOf(cost), amount && ratioOf(amount)];
    if (typeof dearer !== "number" || typeof more !== "number") continue;
    const unit = brings ? 1 / dearer : dearer;
    const spend = unit * more;
    if (unit >= 1 || more <= 1 || spend <= SPEND_MARGIN) continue;
    const { fr, en } = numberOf(spend);
    return about(other, {
      fr: `tenir les deux demande ${fr} fois la dépense actuelle, en dépensant mieux\u00a0: c'est rarement possible.`,
      en: `both together take ${en} times the present spend, better spent: that is seldom possible.`,
    });
  }
  return null;
}

/** The KPI's target beside what the targets of all its factors make. */
function unlikeItsFactors(aim: Neighbour, near: readonly Neighbour[]): Words | null {
  const all = [aim, ...near];
  for (const whole of all) {
    const kpi = catalogue.find(({ name }) => name === whole.kpi);
    const identity = kpi && solvable(kpi);
    if (!kpi || !identity || whole.baseline === null || whole.target === null) continue;
    const tree = parseFormula(identity.formula);
    const names = namesIn(tree);
    const factors = names.map((name) => all.find((one) => one.kpi === name && one !== whole));
    if (factors.some((factor) => !factor) || (whole !== aim && !factors.includes(aim))) continue;
    const made = (which: "baseline" | "target"): number => {
      const values = names.map((name, at) => [name, factors[at]?.[which] ?? Number.NaN] as const);
      const value = evaluate(tree, Object.fromEntries(values));
      return typeof value === "number" ? value : Number.NaN;
    };
    // Bases that differ (visits here, clicks there) do not multiply today either.
    if (!(Math.abs(made("baseline") / whole.baseline - 1) <= AGREEMENT)) continue;
    const gap = made("target") / whole.target - 1;
    const worse = kpi.better === "lower" ? gap : -gap;
    if (worse <= SHORTFALL) continue;
    const unit = findKpi(whole.kpi).unit === "rate" ? 100 : 1;
    const [fr, en] = (["fr", "en"] as const).map((language) => ({
      made:
        numberOf(made("target") * unit)[language] +
        (unit === 100 ? (language === "fr" ? "\u202f%" : "%") : ""),
    }));
    const other = whole === aim ? factors[0] : whole;
    if (!other || !fr || !en) continue;
    return about(other, {
      fr: `${whole.kpi} = ${identity.formula}\u00a0; les cibles des facteurs donnent ${fr.made}.`,
      en: `${whole.kpi} = ${identity.formula}; the targets of the factors make ${en.made}.`,
    });
  }
  return null;
}

function about({ title, kpi }: Neighbour, why: Words): Words {
  const name = title.trim() === "" ? kpi : title;
  return { fr: `${quoted(name, "fr")}\u00a0: ${why.fr}`, en: `${quoted(name, "en")}: ${why.en}` };
}
