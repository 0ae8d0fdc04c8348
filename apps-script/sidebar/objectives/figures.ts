// Figures of an objective as people type them, read and typed back: a rate in per cent, a target as a change or not.
import type { KpiUnit } from "../../../shared/kpi.ts";
import type { Language } from "../../../shared/language.ts";
import { parseNumber, roundHalfAway } from "../../../shared/number.ts";
import type { Target } from "../../../shared/objectives/objective.ts";
import { decimalMark } from "../../cell-formula.ts";

const PERCENT = /%\s*$/;
const PLUS = /^\s*\+/;
const POINTS = /\s*(?:points?|pts?|pp)\.?\s*$/i;

/** The value of a KPI that a text is; null where it is none. For a rate, `5` is read as 5 %, and so is `0,05`. */
export function readFigure(text: string, unit: KpiUnit): number | null {
  const value = parseNumber(text);
  if (value === undefined) return null;
  return unit === "rate" && Math.abs(value) > 1 && !PERCENT.test(text) ? value / 100 : value;
}

/**
 * The target that a text is. `+20 %` and `3 points` say themselves how they are meant; else `as` does.
 * @param from the baseline: of a KPI counted in points, `+10 points` is so much above it
 */
export function readTarget(
  text: string,
  as: Target["as"],
  unit: KpiUnit,
  from: number | undefined,
): Target | null {
  const said = meantBy(text, unit) ?? as;
  const value = parseNumber(text.replace(POINTS, "").replace(/^\s*([+\-\u2212])\s+/, "$1"));
  if (unit === "points" && POINTS.test(text)) {
    const start = PLUS.test(text) ? from : 0;
    return value === undefined || start === undefined ? null : { as: "value", value: start + value };
  }
  if (said === "value") {
    const figure = readFigure(text, unit);
    return figure === null ? null : { as: "value", value: figure };
  }
  if (value === undefined) return null;
  return { as: said, value: PERCENT.test(text) ? value : Number(`${value}e-2`) };
}

function meantBy(text: string, unit: KpiUnit): Target["as"] | undefined {
  if (unit === "rate" && POINTS.test(text)) return "points";
  // A rate may itself be below 0: only a plus says for certain that it changes.
  const changed = unit !== "rate" || PLUS.test(text);
  return PERCENT.test(text) && changed ? "percent" : undefined;
}

/** A value as someone would type it: a rate in per cent. */
export function typedFigure(value: number, unit: KpiUnit, language: Language): string {
  return unit === "rate" ? `${plain(value * 100, language)}${percentSign(language)}` : plain(value, language);
}

/** A target as someone would type it: `1 200`, `+20 %`, `+3 points`. */
export function typedTarget({ as, value }: Target, unit: KpiUnit, language: Language): string {
  if (as === "value") return typedFigure(value, unit, language);
  const sign = value < 0 ? "" : "+";
  const size = plain(value * 100, language);
  return as === "percent" ? `${sign}${size}${percentSign(language)}` : `${sign}${size}\u00a0points`;
}

function plain(value: number, language: Language): string {
  // Three decimals alone could be thousands: a fourth tells.
  const digits = String(Number(value.toPrecision(12))).replace(/^(-?[1-9]\d{0,2}\.\d{3})$/, "$10");
  return digits.replace(".", decimalMark(language)).replace("-", "\u2212");
}

function percentSign(language: Language): string {
  return language === "fr" ? "\u202f%" : "%";
}

/** A value with as many digits as people aim at: whole where it counts things, three that tell elsewhere. */
export function rounded(value: number, unit: KpiUnit): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  if (unit === "count" && Math.abs(value) >= 1) return Math.round(value);
  return roundHalfAway(value, 2 - Math.floor(Math.log10(Math.abs(value))));
}
