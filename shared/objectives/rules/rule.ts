// What a rule of a sound objective is: data that test one thing, and the sentences that tell its outcome.
import type { Kpi } from "../../kpi.ts";
import type { Words } from "../../language.ts";
import type { Feasibility, Letter, Level, RuleResult } from "../assessment.ts";
import type { BaselineProposal } from "../baseline.ts";
import type { Evidence, Series } from "../evidence.ts";
import type { ObjectiveDraft } from "../objective.ts";

/** Everything a rule may look at. */
export interface Context {
  readonly draft: ObjectiveDraft;
  readonly evidence: Evidence;
  readonly feasibility: Feasibility | null;
  readonly baselines: readonly BaselineProposal[];
  /** The primary KPI; null where none of the catalogue is chosen. */
  readonly kpi: Kpi | null;
  /** Its past; null where nothing was read. */
  readonly series: Series | null;
  /** That of the data; null where they hold no money. */
  readonly currency: string | null;
  /** The target in the KPI's unit; null while it or the baseline it changes is missing. */
  readonly target: number | null;
}

/** What fills the holes of a sentence, by name. */
export type Holes = Readonly<Record<string, Words | string>>;

export type Fix = NonNullable<RuleResult["fix"]>;

/** An outcome: which of the rule's sentences tells it, and with which figures. */
export interface Verdict<Sentence extends string = string> {
  readonly state: "pass" | "fail" | "unknown";
  readonly say: Sentence;
  readonly holes?: Holes;
  readonly fix?: Fix | null;
}

export interface Rule {
  readonly id: string;
  readonly letter: Letter;
  readonly level: Level;
  /** What it asks of an objective. */
  readonly asks: Words;
  /** Its sentences, by outcome; `{name}` is a hole. */
  readonly sentences: Readonly<Record<string, Words>>;
  readonly test: (context: Context) => Verdict;
}

/** A rule whose outcomes name sentences that it has. */
export function rule<Sentence extends string>(
  made: Omit<Rule, "sentences" | "test"> & {
    readonly sentences: Readonly<Record<Sentence, Words>>;
    readonly test: (context: Context) => Verdict<NoInfer<Sentence>>;
  },
): Rule {
  return made;
}

/** A sentence with its holes filled, in both languages. */
export function fill(sentence: Words, holes: Holes = {}): Words {
  const filled = (language: keyof Words): string =>
    sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const found = holes[name] ?? "";
      return typeof found === "string" ? found : found[language];
    });
  return { fr: filled("fr"), en: filled("en") };
}
