// The definitions that the built script holds as text: read again, they are what they were.
import { array, assert, constantFrom, property } from "fast-check";
import { expect, test, vi } from "vitest";
import { cellFunctions } from "../../apps-script/functions.ts";
import { inFull, inShort } from "../../apps-script/printed/phrases.ts";
import { printedTexts } from "../../apps-script/printed/print.ts";
import { catalogue } from "../../shared/kpis/index.ts";
import { metricNamed, type MetricName, metrics } from "../../shared/metrics.ts";
import { type TextName, sentenceTexts } from "../../shared/sentence-texts.ts";
import { loadScript } from "./addon.ts";

for (const [name, text] of Object.entries(printedTexts())) vi.stubGlobal(name, text);
// They read the printed texts as they load.
const kpis = await import("../../apps-script/printed/kpis.ts");
const printedMetrics = await import("../../apps-script/printed/metrics.ts");
const sentences = await import("../../apps-script/printed/sentence-texts.ts");

test("every KPI is the same, found by either of its names", () => {
  for (const kpi of catalogue) {
    expect(kpis.kpiNamed(kpi.name)).toEqual(kpi);
    expect(kpis.kpiNamed(kpi.alias)).toEqual(kpi);
  }
  expect(kpis.kpiNames()).toEqual(catalogue.flatMap(({ name, alias }) => [name, alias]));
});

test("a KPI is found by its synonyms and labels, and an unknown one gives the closest names", () => {
  expect(kpis.findKpi("coût par acquisition").name).toBe("CPA");
  expect(kpis.findKpi("CLICK_TO_OPEN_RATE").name).toBe("CTOR");
  for (const name of ["", "CP", "C.*", "CPA ", "cpa\nCPL"]) expect(kpis.kpiNamed(name)).toBeUndefined();
  expect(() => kpis.findKpi("CPX")).toThrow("unknown_kpi");
});

test("every metric and every sentence is the same", () => {
  for (const name of Object.keys(metrics) as MetricName[]) {
    expect(printedMetrics.metricNamed(name)).toEqual(metricNamed(name));
    expect(printedMetrics.isMetric(name)).toBe(true);
  }
  expect(printedMetrics.isMetric("CPA")).toBe(false);
  for (const [name, words] of Object.entries(sentenceTexts)) {
    expect(sentences.textNamed(name as TextName)).toEqual(words);
  }
});

test("what is written in short is read in full, whatever the texts", () => {
  const words = constantFrom("clients", " ", "de", "coûts", "!", "<found>", "? ", "=", '","', "\u202f%", "x");
  const texts = array(
    array(words, { maxLength: 30 }).map((some) => some.join("")),
    { minLength: 1, maxLength: 20 },
  );
  assert(
    property(texts, (given) => {
      const { short, phrases } = inShort(given);
      expect(short.map((text) => inFull(text, phrases))).toEqual(given);
    }),
  );
});

test("a text that holds a mark of the short writing is refused", () => {
  expect(() => inShort(["R&D"])).toThrow("A text holds &");
});

test("each function of the script is the one of its name", () => {
  const script = loadScript({ Session: { getActiveUserLocale: () => "en" } });
  for (const { name } of cellFunctions) {
    expect(() => script[name]?.({}), name).toThrow(new RegExp(`^${name}: `));
  }
});
