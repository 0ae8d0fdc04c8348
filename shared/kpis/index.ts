// The catalogue: every KPI, by family. A KPI is added to its family's file and appears on every surface.
import { findIn } from "../find-kpi.ts";
import type { Kpi } from "../kpi.ts";
import { acquisition } from "./acquisition.ts";
import { budget } from "./budget.ts";
import { customers } from "./customers.ts";
import { email } from "./email.ts";
import { finance } from "./finance.ts";
import { pages } from "./pages.ts";
import { recurring } from "./recurring.ts";
import { sales } from "./sales.ts";
import { service } from "./service.ts";
import { social } from "./social.ts";
import { web } from "./web.ts";

export const catalogue: readonly Kpi[] = [
  ...acquisition,
  ...budget,
  ...web,
  ...pages,
  ...social,
  ...email,
  ...sales,
  ...customers,
  ...finance,
  ...recurring,
  ...service,
];

/** The English and the French name of each KPI in turn. */
export function kpiNames(): string[] {
  return catalogue.flatMap(({ name, alias }) => [name, alias]);
}

/** The KPI whose function bears this name, in either language. */
export function kpiNamed(name: string): Kpi | undefined {
  return catalogue.find((kpi) => kpi.name === name || kpi.alias === name);
}

/** The KPI of this name, in either language and any case. Fails with the closest names where there is none. */
export function findKpi(name: string): Kpi {
  return kpiNamed(name) ?? findIn(catalogue, name);
}
