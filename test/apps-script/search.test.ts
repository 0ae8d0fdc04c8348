// Searching the catalogue in the sidebar.
import { expect, test } from "vitest";
import { goalsMeant, groupByFamily, groupByUse, searchKpis } from "../../apps-script/sidebar/search.ts";
import { catalogue, findKpi } from "../../shared/kpis/index.ts";
import { goals } from "../../shared/objectives/goals.ts";

const found = (query: string): string[] => searchKpis(query, catalogue).map(({ name }) => name);

test.each([
  ["its name, in any case", "cpa", "CPA"],
  ["the beginning of its name", "open_r", "OPEN_RATE"],
  ["its French function", "COUT_ACQUISITION_CLIENT", "CAC"],
  ["its French label, without the accents", "cout d'acquisition", "CAC"],
  ["its French label, with accents", "coût d’acquisition", "CAC"],
  ["its English label, whatever the user's language", "lifetime value", "CLV"],
  ["words in any order", "client cout", "CAC"],
  ["its family, in French", "ventes", "CLV"],
  ["its family, in English", "sales", "CLV"],
  ["its family, however it is spelt", "email", "OPEN_RATE"],
  ["its family, with a hyphen", "e-mail", "OPEN_RATE"],
])("a KPI is found by %s", (_, query, name) => {
  expect(found(query)).toContain(name);
});

test("each of its names finds a KPI, synonyms included", () => {
  const names = { name: "AAA", alias: "BBB", label: { fr: "ccc", en: "ddd" }, synonyms: ["eee"] };
  const kpi = { ...findKpi("CPA"), ...names };
  for (const query of ["aaa", "bbb", "ccc", "ddd", "eee"]) expect(searchKpis(query, [kpi])).toEqual([kpi]);
});

test("every word of the query must be found", () => {
  expect(found("coût client")).toEqual(["CAC"]);
  expect(found("coût zèbre")).toEqual([]);
});

test("an empty query finds all", () => {
  expect(found("  ")).toEqual(catalogue.map(({ name }) => name));
});

test("families keep their order, and empty ones are left out", () => {
  const [npsOrCpa, ...others] = groupByFamily(searchKpis("NPS", catalogue));
  expect(npsOrCpa?.kpis.map(({ name }) => name)).toEqual(["NPS"]);
  expect(others).toEqual([]);
  const groups = groupByFamily(catalogue);
  expect(groups[0]?.family).toBe("acquisition");
  expect(groups.flatMap(({ kpis }) => kpis)).toHaveLength(catalogue.length);
});

test.each([
  ["générer plus de leads", "leads"],
  ["get more leads", "leads"],
  ["fidéliser nos clients", "experience"],
])("“%s” is understood as a goal", (query, goal) => {
  expect(goalsMeant(query)[0]?.id).toBe(goal);
});

test("what names no goal points to none", () => {
  expect(goalsMeant("zèbre")).toEqual([]);
  expect(goalsMeant("")).toEqual([]);
});

test("every goal has its KPIs, by what each is there for", () => {
  for (const goal of goals) {
    const uses = groupByUse(goal);
    expect(uses[0]?.kpis[0]?.name).toBe(goal.primary[0]);
    const named = uses.flatMap(({ kpis }) => kpis.map(({ name }) => name));
    const process = goal.process === null ? [] : [goal.process];
    expect(named).toEqual([...goal.primary, ...goal.secondary, ...process]);
  }
});
