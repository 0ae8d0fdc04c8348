// The insertion form without its looks: which fields a KPI has, what was typed in them, and the formula they make.
import {
  type Choice,
  type ExampleArgument,
  type Kpi,
  type KpiArgument,
  labelOf,
  metricOf,
} from "../../shared/kpi.ts";
import { languageOf, type Language, type Words } from "../../shared/language.ts";
import { type Metric, type MetricName, metrics } from "../../shared/metrics.ts";
import { parseNumber } from "../../shared/number.ts";
import { parseDay } from "../../shared/period.ts";
import {
  argumentSeparator,
  decimalMark,
  parseReference,
  printArgument,
  printCellFormula,
  printReference,
} from "../cell-formula.ts";
import type { FormulaArgument, Reference } from "../door.ts";
import type { Word } from "./words.ts";

export interface Field {
  readonly name: string;
  readonly label: Words;
  /** Cells and a number, cells and a day, cells alone, or one word of a few. */
  readonly takes: "number" | "day" | "table" | readonly Choice[];
  /** What the function takes where the field is left empty; without it the field is required. */
  readonly fallback?: number | string;
  /** What should be known where the function takes this value, left out or not. */
  readonly caution?: NonNullable<KpiArgument["caution"]>;
}

const TABLE: Field = {
  name: "table",
  label: { fr: "tableau avec ses en-têtes", en: "table with its headers" },
  takes: "table",
};

/** One field for each argument of a KPI, the single range of raw answers that may stand for them, or a table. */
export function fieldsOf(kpi: Kpi, fromAnswers: boolean): Field[] {
  if (kpi.kind === "quantity") return [TABLE];
  if (fromAnswers && kpi.answers) {
    const { metric } = kpi.answers;
    return [{ name: metric, label: metrics[metric].label, takes: kindOf(metric) }];
  }
  return kpi.args.map((argument) => {
    const { name, choices, fallback, caution } = argument;
    return {
      name,
      label: labelOf(argument),
      takes: choices ?? kindOf(argument.metric),
      ...(fallback !== undefined && { fallback: choices?.[fallback]?.name ?? fallback }),
      ...(caution && { caution }),
    };
  });
}

function kindOf(name: MetricName): "number" | "day" {
  const { unit }: Metric = metrics[name];
  return unit === "day" ? "day" : "number";
}

/** What is typed in the fields, by field name. */
export type Texts = Readonly<Record<string, string>>;

export type Reading =
  | { readonly args: FormulaArgument[] }
  /** The word that says what each field wants, by field name. */
  | { readonly errors: Readonly<Record<string, Word>> };

/** Reads the fields. Empty ones at the end are left out of the formula; elsewhere their fallback takes the place. */
export function readFields(fields: readonly Field[], texts: Texts): Reading {
  const errors: Record<string, Word> = {};
  const args: FormulaArgument[] = [];
  for (const field of upToLastFilled(fields, texts)) {
    const argument = readField(field, texts);
    if (argument === undefined) errors[field.name] = wanted(field);
    else args.push(argument);
  }
  return Object.keys(errors).length > 0 ? { errors } : { args };
}

/** The fields that the formula needs: optional ones at the end are left out. */
function upToLastFilled(fields: readonly Field[], texts: Texts): readonly Field[] {
  const needed = fields.map((field) => field.fallback === undefined || textIn(field, texts) !== "");
  return fields.slice(0, needed.lastIndexOf(true) + 1);
}

function textIn({ name }: Field, texts: Texts): string {
  return texts[name]?.trim() ?? "";
}

function readField(field: Field, texts: Texts): FormulaArgument | undefined {
  const text = textIn(field, texts);
  if (text === "") return field.fallback;
  if (typeof field.takes !== "string") return text;
  const reference = parseReference(text);
  if (reference || field.takes === "table") return reference;
  return field.takes === "day" ? parseDay(text) : parseNumber(text);
}

/** What should be known of what a field holds, or of what is taken where it is empty. */
export function cautionOn(field: Field, texts: Texts): Words | undefined {
  return field.caution && readField(field, texts) === field.caution.at ? field.caution.words : undefined;
}

function wanted({ takes }: Field): Word {
  if (typeof takes !== "string") return "wantChoice";
  if (takes === "table") return "wantTable";
  return takes === "day" ? "wantDay" : "wantNumber";
}

/** The function that computes a KPI from these arguments: its own, or `KPI` for a measured quantity. */
export function calledWith(
  { kind, name }: Kpi,
  args: readonly FormulaArgument[],
): { name: string; args: FormulaArgument[] } {
  return kind === "quantity" ? { name: "KPI", args: [name, ...args] } : { name, args: [...args] };
}

/** The formula as the spreadsheet will show it; a field still to fill is shown by its label. */
export function previewFormula(
  kpi: Kpi,
  fields: readonly Field[],
  texts: Texts,
  { language, sheetLocale }: { language: Language; sheetLocale: string },
): string {
  const args = upToLastFilled(fields, texts).map((field) => {
    const argument = readField(field, texts);
    return argument === undefined ? field.label[language] : printArgument(argument);
  });
  const called = calledWith(kpi, []);
  const printed = [...called.args.map((argument) => printArgument(argument)), ...args];
  return printCellFormula(called.name, printed, argumentSeparator(sheetLocale));
}

/** True for people counted once, which Boussole writes in a tab of their own: they cannot be added up. */
export function isCountedOnce({ args: [argument] }: Kpi): boolean {
  const metric = argument && metricOf(argument);
  return metric?.unit === "count" && metric.adds === "none";
}

/** The example of a KPI as texts of its fields; `undefined` where it has columns of values, which only cells can hold. */
export function exampleTexts(kpi: Kpi, sheetLocale: string): Texts | undefined {
  const { args, example } = kpi;
  if (kpi.kind === "quantity") return { [TABLE.name]: printReference(exampleTable(kpi, sheetLocale)) };
  const texts: Record<string, string> = {};
  for (const [index, value] of example.args.entries()) {
    const name = args[index]?.name;
    if (typeof value === "object" || name === undefined) return undefined;
    texts[name] = localNumber(value, sheetLocale);
  }
  return texts;
}

/** The tab where Boussole writes a quantity. */
function exampleTable(kpi: Kpi, sheetLocale: string): Reference {
  const data = languageOf(sheetLocale) === "fr" ? "Données" : "Data";
  return { sheet: isCountedOnce(kpi) ? "Uniques" : data, a1: "A:Z" };
}

/** The example of a KPI as one would type it in the spreadsheet: `=CPA(1000; 48; 200)`. */
export function exampleFormula(kpi: Kpi, sheetLocale: string): string {
  if (kpi.kind === "quantity") {
    const { name, args } = calledWith(kpi, [exampleTable(kpi, sheetLocale)]);
    return printCellFormula(
      name,
      args.map((argument) => printArgument(argument)),
      argumentSeparator(sheetLocale),
    );
  }
  const print = (value: ExampleArgument): string => {
    if (typeof value === "number") return localNumber(value, sheetLocale);
    // A semicolon goes to the next row in every locale.
    return typeof value === "string" ? printArgument(value) : `{${value.map(print).join(";")}}`;
  };
  return printCellFormula(kpi.name, kpi.example.args.map(print), argumentSeparator(sheetLocale));
}

function localNumber(value: number | string, sheetLocale: string): string {
  return typeof value === "number" ? String(value).replace(".", decimalMark(sheetLocale)) : value;
}
