// Prints what the built script holds as text: the KPIs, the metrics and the sentences.
import { catalogue } from "../../shared/kpis/index.ts";
import { metrics } from "../../shared/metrics.ts";
import { sentenceTexts } from "../../shared/sentence-texts.ts";
import { printKpi } from "./kpi.ts";
import type { Line } from "./line.ts";
import { printMetric } from "./metric.ts";
import { inShort } from "./phrases.ts";

/** The texts by the names under which the script reads them: lines of names and JSON arrays in short, and the phrases. */
export function printedTexts(): Record<string, string> {
  const parts: Record<string, readonly Line[]> = {
    PRINTED_KPIS: catalogue.map(printKpi),
    PRINTED_METRICS: Object.entries(metrics).map(([name, metric]) => ({
      names: [name],
      text: printMetric(metric),
    })),
    PRINTED_SENTENCES: Object.entries(sentenceTexts).map(([name, { fr, en }]) => ({
      names: [name],
      text: JSON.stringify([fr, en]),
    })),
  };
  const lines = Object.values(parts).flat();
  const { short, phrases } = inShort(lines.map(({ text }) => text));
  const inLine = new Map(lines.map((line, index) => [line, `${line.names.join(" ")}\t${short[index]}`]));
  const printed = Object.entries(parts).map(([name, some]) => {
    return [name, ["", ...some.map((line) => inLine.get(line)), ""].join("\n")];
  });
  return { ...(Object.fromEntries(printed) as Record<string, string>), PRINTED_PHRASES: phrases.join("\n") };
}
