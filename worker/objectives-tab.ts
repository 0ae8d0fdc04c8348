// The tab of objectives: where each stands, what its chances are, and how old its figures are.
import type { Objective } from "../shared/api/objectives.ts";
import type { Cell, Tab } from "../shared/api/refresh.ts";
import type { KpiUnit } from "../shared/kpi.ts";
import { catalogue } from "../shared/kpis/index.ts";
import type { Language, Words } from "../shared/language.ts";
import type { Soundness } from "../shared/objectives/assessment.ts";
import { type ObjectiveColumn, objectiveColumns } from "../shared/objectives/columns.ts";
import { targetValue } from "../shared/objectives/objective.ts";
import { statusWords } from "../shared/objectives/status.ts";
import type { Reader } from "./refresh.ts";
import * as words from "./refresh-words.ts";

const soundnessWords: Readonly<Record<Soundness, Words>> = {
  draft: { fr: "Brouillon", en: "Draft" },
  active: { fr: "Actif", en: "Active" },
  smart: { fr: "SMART", en: "SMART" },
};

const { textFormat: text, dayFormat: day, momentFormat: moment, unitFormat: formatOf } = words;
const FORMATS: Readonly<Record<ObjectiveColumn, string>> = {
  objective: text,
  kpi: text,
  scope: text,
  status: text,
  soundness: text,
  value: formatOf("number"),
  baseline: formatOf("number"),
  target: formatOf("number"),
  progress: formatOf("rate"),
  expected: formatOf("rate"),
  probability: formatOf("rate"),
  next_review: day,
  start: day,
  deadline: day,
  as_of: moment,
  remark: text,
};
const COLUMNS = Object.keys(objectiveColumns) as readonly ObjectiveColumn[];
/** The columns in the unit of the row's own KPI. */
const IN_UNIT = ["value", "baseline", "target"] as const;

/** @param objectives those that are retired come last, whatever their order */
export function objectivesTab(objectives: readonly Objective[], { language, timeZone }: Reader): Tab {
  const clock = words.clock(timeZone);
  const ordered = [...objectives].sort((a, b) => Number(a.retired !== null) - Number(b.retired !== null));
  const formats = ordered.map(({ draft }) => unitFormat(kpiOf(draft.kpi)?.unit ?? "number"));
  return {
    key: "objectives",
    title: words.titles.objectives,
    header: COLUMNS.map((column) => objectiveColumns[column][language]),
    rows: ordered.map((objective) => {
      const cells = cellsOf(objective, language, clock);
      return COLUMNS.map((column) => cells[column]);
    }),
    formats: COLUMNS.map((column) => FORMATS[column]),
    rowFormats: IN_UNIT.map((column) => ({ column: COLUMNS.indexOf(column), formats })),
    note: null,
    provenance: [],
  };
}

function cellsOf(
  objective: Objective,
  language: Language,
  clock: (at: number) => string,
): Readonly<Record<ObjectiveColumn, Cell>> {
  const { draft, assessment, nextReview, freshness } = objective;
  const { progress, feasibility, soundness } = assessment;
  return {
    objective: draft.title,
    kpi: kpiOf(draft.kpi)?.label[language] ?? "",
    scope: scopeWords(objective, language),
    status: statusWords[progress.status][language],
    soundness: soundnessWords[soundness][language],
    value: progress.value,
    baseline: draft.baseline?.value ?? null,
    target: targetValue(draft),
    progress: progress.share,
    expected: progress.expected,
    probability: feasibility?.probability ?? null,
    next_review: nextReview,
    start: draft.start,
    deadline: draft.deadline,
    as_of: freshness.asOf === null ? null : clock(Date.parse(freshness.asOf)),
    remark: remark(objective)[language],
  };
}

/** The one thing to know first: a source that fails, no figure, what a draft lacks, a review that is due. */
function remark({ retired, assessment, freshness, toReview }: Objective): Words {
  const { progress, soundness, rules } = assessment;
  if (retired) return { fr: `Retiré\u00a0: ${retired.reason}`, en: `Retired: ${retired.reason}` };
  if (freshness.problem !== null) return lastKnown(freshness.problem, progress.value);
  if (progress.value === null && progress.problem !== null) return progress.problem;
  const blocking = rules.find(({ level, state }) => level === "block" && state === "fail");
  if (soundness === "draft" && blocking) return blocking.words;
  return toReview ? { fr: "À revoir.", en: "To review." } : { fr: "", en: "" };
}

function lastKnown(problem: Words, value: number | null): Words {
  if (value === null) return problem;
  return { fr: `Dernière valeur connue. ${problem.fr}`, en: `Last known value. ${problem.en}` };
}

function scopeWords({ draft: { scope } }: Objective, language: Language): string {
  if (scope === null) return "";
  if (scope === "all") return words.headers.everything[language];
  return [scope.channel, scope.campaign].filter((part) => part !== undefined).join(", ");
}

function kpiOf(name: string | null): (typeof catalogue)[number] | undefined {
  return catalogue.find((kpi) => kpi.name === name);
}

function unitFormat(unit: KpiUnit): string {
  switch (unit) {
    case "money":
    case "money_per_day":
      return formatOf("money");
    case "rate":
      return formatOf("rate");
    case "count":
      return formatOf("count");
    case "multiple":
      return "0.00";
    default:
      return formatOf("number");
  }
}
