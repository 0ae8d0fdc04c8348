// The form of an objective without its looks: what is typed, read into a draft, or what each field wants.
import type { Objective, ObjectiveDraft, Scope } from "../../shared/api/objectives.ts";
import type { Kpi } from "../../shared/kpi.ts";
import { catalogue, findKpi } from "../../shared/kpis/index.ts";
import type { Language } from "../../shared/language.ts";
import { parseNumber } from "../../shared/number.ts";
import { addDays, type Day } from "../../shared/period.ts";
import { decimalMark } from "../cell-formula.ts";
import type { Word } from "./words.ts";

export interface DraftTexts {
  readonly kpi: string;
  /** Empty: the KPI's own name. */
  readonly title: string;
  readonly scope: "all" | "channel" | "campaign";
  /** The channel or the campaign. */
  readonly within: string;
  readonly baseline: string;
  readonly target: string;
  readonly start: Day;
  readonly deadline: Day;
}

export type DraftErrors = Readonly<Partial<Record<keyof DraftTexts, Word>>>;

/** KPIs that totals are enough to compute: those over dates or raw answers have no value from a source. */
export const measurable: readonly Kpi[] = catalogue.filter(({ kind }) => kind !== "statistic");

export function emptyDraft(today: Day): DraftTexts {
  const figures = { baseline: "", target: "" };
  return {
    kpi: "",
    title: "",
    scope: "all",
    within: "",
    ...figures,
    start: today,
    deadline: addDays(today, 90),
  };
}

/** An objective as it would have been typed. */
export function textsOf(objective: ObjectiveDraft, language: Language): DraftTexts {
  const { kpi, title, scope, baseline, target, start, deadline } = objective;
  const rate = findKpi(kpi).unit === "rate";
  const figure = (value: number): string => typedFigure(value, rate, language);
  return {
    kpi,
    title,
    ...scopeTexts(scope),
    baseline: figure(baseline),
    target: figure(target),
    start,
    deadline,
  };
}

/** A number as someone would type it: a rate in per cent, whatever its decimals. */
export function typedFigure(value: number, rate: boolean, language: Language): string {
  const shown = rate ? Number((value * 100).toPrecision(12)) : value;
  // Three decimals alone could be thousands: a fourth tells.
  const plain = String(shown).replace(/^([1-9]\d{0,2}\.\d{3})$/, "$10");
  const text = plain.replace(".", decimalMark(language));
  return rate ? `${text}${language === "fr" ? "\u202f%" : "%"}` : text;
}

function scopeTexts(scope: Scope): Pick<DraftTexts, "scope" | "within"> {
  if (scope === "all") return { scope: "all", within: "" };
  return scope.campaign === undefined
    ? { scope: "channel", within: scope.channel ?? "" }
    : { scope: "campaign", within: scope.campaign };
}

export function scopeOf({ scope, within }: Pick<DraftTexts, "scope" | "within">): Scope {
  return scope === "all" ? "all" : { [scope]: within.trim() };
}

/** The draft, or the word that says what each field wants. */
export function readDraft(
  texts: DraftTexts,
  language: Language,
): { readonly draft: ObjectiveDraft } | { readonly errors: DraftErrors } {
  const baseline = parseNumber(texts.baseline);
  const target = parseNumber(texts.target);
  const kpi = measurable.find(({ name }) => name === texts.kpi);
  const errors: DraftErrors = {
    ...(!kpi && { kpi: "wantKpi" }),
    ...(texts.scope !== "all" && texts.within.trim() === "" && { within: "wantScope" }),
    ...(baseline === undefined && { baseline: "wantFigure" }),
    ...(target === undefined ? { target: "wantFigure" } : target === baseline && { target: "sameEnds" }),
    ...(texts.start === "" && { start: "wantDate" }),
    ...(texts.deadline === ""
      ? { deadline: "wantDate" }
      : texts.deadline < texts.start && { deadline: "deadlineBeforeStart" }),
  };
  if (!kpi || baseline === undefined || target === undefined || Object.keys(errors).length > 0)
    return { errors };
  const title = texts.title.trim() || sentenceCase(kpi.label[language]);
  const { start, deadline } = texts;
  return { draft: { kpi: kpi.name, title, scope: scopeOf(texts), baseline, target, start, deadline } };
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The fields in which someone else's version of an objective differs from a draft. */
export function differences(theirs: Objective, mine: ObjectiveDraft): (keyof ObjectiveDraft)[] {
  const fields = ["title", "kpi", "scope", "baseline", "target", "start", "deadline"] as const;
  return fields.filter((field) => JSON.stringify(theirs[field]) !== JSON.stringify(mine[field]));
}
