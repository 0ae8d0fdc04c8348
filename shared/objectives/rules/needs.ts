// Which KPIs the past is read of, for the rules of an objective to be told.
import { namesIn, parseFormula } from "../../formula.ts";
import { catalogue } from "../../kpis/index.ts";
import { solvable } from "./implied.ts";
import { resourceKpis } from "./resources.ts";
import { returnKpis } from "./return.ts";
import { followsSalesCycle } from "./sales-cycle.ts";

/** The KPI, its secondary ones, the factors of its identity and those that the rules R1, R5 and T2 look at, each once. */
export function kpisToRead(kpi: string, secondary: readonly string[]): string[] {
  const primary = catalogue.find(({ name }) => name === kpi);
  const identity = primary && solvable(primary);
  const factors = identity ? namesIn(parseFormula(identity.formula)) : [];
  const looked = [
    ...resourceKpis(kpi),
    ...returnKpis(kpi),
    ...(followsSalesCycle(kpi) ? ["SALES_CYCLE"] : []),
  ];
  const wanted = new Set([kpi, ...secondary, ...factors, ...looked]);
  return [...wanted].filter((name) => catalogue.some((one) => one.name === name));
}
