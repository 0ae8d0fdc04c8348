// Runs the rules over an objective: what each says, and how sound that makes it. The same in the sidebar and in the Worker.
import { catalogue } from "../../kpis/index.ts";
import { quoted, type Words } from "../../language.ts";
import type { Feasibility, RuleResult, Soundness } from "../assessment.ts";
import { proposeBaselines } from "../baseline.ts";
import type { Evidence } from "../evidence.ts";
import { type ObjectiveDraft, targetValue } from "../objective.ts";
import { attainable } from "./attainable.ts";
import { measurable } from "./measurable.ts";
import { relevant } from "./relevant.ts";
import { type Context, fill, type Rule } from "./rule.ts";
import { specific } from "./specific.ts";
import { timely } from "./timely.ts";

/** S1 to T5, in the order of the letters. */
export const rules: readonly Rule[] = [...specific, ...measurable, ...attainable, ...relevant, ...timely];

/** How many warnings may be left standing in an objective that is SMART. */
const WARNINGS_ALLOWED = 2;

/**
 * The outcome of every rule, S1 to T5, in order. A failed warning that was waived in writing keeps its reason.
 * @param baselines what the data propose where the objective has no baseline, or one that cannot be compared
 */
export function judge(
  draft: ObjectiveDraft,
  evidence: Evidence,
  feasibility: Feasibility | null,
  baselines = proposeBaselines(draft, evidence),
): RuleResult[] {
  const series = evidence.series.find(({ kpi }) => kpi === draft.kpi) ?? null;
  const context: Context = {
    draft,
    evidence,
    feasibility,
    baselines,
    kpi: catalogue.find(({ name }) => name === draft.kpi) ?? null,
    series,
    currency: evidence.series.find((one) => one.currency !== null)?.currency ?? null,
    target: targetValue(draft),
  };
  return rules.map((rule) => resultOf(rule, context));
}

/** A draft while a blocking rule fails; SMART with at most two warnings left standing; else active. */
export function soundness(results: readonly RuleResult[]): Soundness {
  const failing = results.filter(({ state, letter }) => state === "fail" && letter !== "K");
  if (failing.some(({ level }) => level === "block")) return "draft";
  return failing.filter(({ level }) => level === "warn").length <= WARNINGS_ALLOWED ? "smart" : "active";
}

function resultOf({ id, letter, level, sentences, test }: Rule, context: Context): RuleResult {
  const { state, say, holes, fix = null } = test(context);
  const words = fill(sentences[say] ?? { fr: "", en: "" }, holes);
  const reason = context.draft.waived[id]?.trim() ?? "";
  if (state === "fail" && level !== "block" && reason !== "") {
    return { id, letter, level, state: "waived", words: waivedWords(words, reason), fix };
  }
  return { id, letter, level, state, words, fix };
}

function waivedWords(words: Words, reason: string): Words {
  return {
    fr: `${words.fr} Écarté\u00a0: ${quoted(reason, "fr")}`,
    en: `${words.en} Waived: ${quoted(reason, "en")}`,
  };
}
