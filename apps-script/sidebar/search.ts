// Finding KPIs by what people call them, in either language, or by what they want to obtain.
import { families, type Family, type Kpi } from "../../shared/kpi.ts";
import { findKpi } from "../../shared/kpis/index.ts";
import { fold } from "../../shared/language.ts";
import type { Goal } from "../../shared/objectives/goals.ts";
import { goalOf } from "../../shared/objectives/recommend.ts";
import type { Word } from "./words.ts";

/** The KPIs in which every word of the query is found: in a name, a label, a synonym or the family, without accents or case. */
export function searchKpis(query: string, kpis: readonly Kpi[]): Kpi[] {
  const wanted = fold(query).split(" ");
  return kpis.filter((kpi) => {
    const text = searchable(kpi);
    return wanted.every((word) => text.includes(word));
  });
}

/** Words of one name are joined, so that `email` finds what is spelt `e-mail`. */
function searchable({ name, alias, synonyms = [], label, family }: Kpi): string {
  return [name, alias, ...synonyms, label.fr, label.en, families[family].fr, families[family].en]
    .map((text) => fold(text).replace(/ /g, ""))
    .join(" ");
}

/** The KPIs under their families, in the order of the families. */
export function groupByFamily(kpis: readonly Kpi[]): { family: Family; kpis: Kpi[] }[] {
  return (Object.keys(families) as Family[])
    .map((family) => ({ family, kpis: kpis.filter((kpi) => kpi.family === family) }))
    .filter((group) => group.kpis.length > 0);
}

/** The goals that the words of a query point to, the best three first. */
export function goalsMeant(query: string): Goal[] {
  return goalOf(query)
    .slice(0, 3)
    .map(({ goal }) => goal);
}

/** The KPIs of a goal, by what each is there for. */
export function groupByUse(goal: Goal): { use: Word; kpis: Kpi[] }[] {
  const { primary, secondary, process } = goal;
  const uses: [Word, readonly string[]][] = [
    ["goalPrimary", primary],
    ["goalSecondary", secondary],
    ["goalProcess", process === null ? [] : [process]],
  ];
  return uses
    .filter(([, names]) => names.length > 0)
    .map(([use, names]) => ({ use, kpis: names.map((name) => findKpi(name)) }));
}
