// The sentence that says what is wrong, in each language: the text of the problem, filled with its evidence.
import { quoted, type Language, type Words } from "./language.ts";
import { formatNumber } from "./number.ts";
import type { InArgument, Place, Problem, Shaped } from "./problem.ts";
import { textNamed, type TextName } from "./sentence-texts.ts";
import { at, shape, where } from "./wording.ts";

/** A number, a text, words in each language, or a list of texts or words. */
type Evidence = number | string | Words | readonly (string | Words)[] | Place | Shaped;

/** What is wrong, in a sentence or two of each language. */
export function sentences(problem: Problem): Words {
  return { fr: sentence(problem, "fr"), en: sentence(problem, "en") };
}

function sentence(problem: Problem, language: Language): string {
  const given = problem as unknown as Readonly<Record<string, Evidence>> & InArgument & Shaped;
  const say = (name: TextName, also: Readonly<Record<string, string | number>> = {}): string =>
    textNamed(name)[language].replace(/\{(\w+)\}|<(\w+)>/g, (_, plain?: string, cited?: string) => {
      if (cited !== undefined)
        return list(given[cited])
          .map((text) => quoted(text, language))
          .join(", ");
      if (plain === "at") return at(given, language);
      if (plain === "where") return where(given.place, language);
      if (plain === "shape") return shape(given, language);
      const piece = also[plain ?? ""] ?? given[plain ?? ""];
      return typeof piece === "number" ? formatNumber(piece, language) : list(piece).join(", ");
    });
  const list = (piece: Evidence | undefined): string[] => {
    if (Array.isArray(piece)) return piece.flatMap((one: string | Words) => list(one));
    return typeof piece === "string" ? [piece] : [(piece as Words)[language]];
  };

  switch (problem.kind) {
    case "zero_denominator": {
      const advice = problem.advice?.[language] ?? say("zero_advice");
      if (problem.zeros) return say(problem.zeros.length > 0 ? "zero_all" : "zero_alone", { advice });
      return say(problem.numerator ? "zero_against" : "zero_denominator", {
        advice,
        value: problem.value ?? 0,
      });
    }
    case "shapes_differ":
      return say(problem.kind, {
        first: shape(problem.first, language),
        second: shape(problem.second, language),
      });
    case "unknown_kpi":
      if (problem.close.length === 0) return say(problem.kind);
      return say("misspelt_kpi", { close: problem.close.join(language === "fr" ? " ou " : " or ") });
    case "not_additive": {
      const { windows } = problem;
      const known = windows && windows.length > 0 ? say("additive_known", { windows: few(windows) }) : "";
      return say(problem.kind, { known, bounds: windows ? say("additive_bounds") : "" });
    }
    case "no_window":
      return say(problem.kind, { windows: few(problem.windows) });
    case "several_currencies":
      return say(problem.kind, { first: problem.currencies[0] ?? "" });
    case "too_large":
      return say(problem.kind, { on: say(problem.on), advice: say(problem.advice) });
    case "unknown_objective":
      return say(problem.names.length > 0 ? problem.kind : "no_objectives");
    case "same_objective":
      return say(problem.kind, { count: problem.names.length });
    case "unknown_part":
      return say(problem.kind, { parts: problem.parts.map((part) => `"${part[language]}"`).join(", ") });
    case "no_objective_value":
      return say(problem.kind, { remark: problem.remark || say("no_remark") });
    default:
      return say(problem.kind);
  }
}

/** The first of many, for a sentence. */
function few(texts: readonly string[]): string {
  return texts.slice(0, 3).join(", ") + (texts.length > 3 ? "…" : "");
}
