// The KPIs in the built script, in place of shared/kpis/index.ts: the build prints them as text, a line each.
import { findIn } from "../../shared/find-kpi.ts";
import type { Kpi } from "../../shared/kpi.ts";
import { readKpi } from "./kpi.ts";
import { lineInFull, lineNamed, namesOn } from "./line.ts";

declare const PRINTED_KPIS: string;
const lines = PRINTED_KPIS;

const read = new Map<string, Kpi>();

const each = (): string[] => lines.trim().split("\n");

export function kpiNames(): string[] {
  return each().flatMap(namesOn);
}

export function kpiNamed(name: string): Kpi | undefined {
  const known = read.get(name);
  if (known) return known;
  const line = lineNamed(name, lines);
  if (!line) return undefined;
  const kpi = readKpi(line);
  read.set(name, kpi);
  return kpi;
}

export function findKpi(name: string): Kpi {
  return kpiNamed(name) ?? findIn(each().map(lineInFull).map(readKpi), name);
}
