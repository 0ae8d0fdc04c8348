// What a title is read for: its verbs, its vague words, the language it is in, the KPIs it names.
import { catalogue } from "../../kpis/index.ts";
import { fold, type Language } from "../../language.ts";

const FRENCH_VERBS =
  "accroitre acquerir ameliorer amener animer atteindre attirer augmenter avoir baisser booster conserver convertir creer decrocher depasser descendre developper diminuer doubler economiser eviter faire fideliser gagner garder generer limiter livrer maintenir maximiser monter obtenir optimiser passer porter publier raccourcir ramener recruter reduire remonter remporter repondre rester retenir signer stabiliser tenir traiter tripler vendre";
const ENGLISH_VERBS =
  "achieve answer attract boost bring build come convert cut decrease deliver double drive drop earn exceed gain generate get grow have hit hold improve increase keep lift limit lower maintain make maximise maximize move optimise optimize process publish raise reach reduce retain sell shorten sign stabilise stabilize stay triple win";

const french = new Set(FRENCH_VERBS.split(" "));
const english = new Set(ENGLISH_VERBS.split(" "));

/** They say a direction at most, never how far. */
const vague = new Set(
  "ameliorer amelioration optimiser optimisation booster boost maximiser maximise maximize mieux plus davantage better more improve improvement optimise optimize".split(
    " ",
  ),
);

/** Nouns and prepositions that end as French verbs do. */
const NOT_VERBS =
  /^(notre|votre|entre|autre|chiffre|lettre|offre|panier|janvier|fevrier|premier|dernier|hiver)$/;

/** True where a text holds a verb: a known one, or a French infinitive as its first word. */
export function hasVerb(text: string): boolean {
  const words = fold(text).split(" ");
  const [first = ""] = words;
  const infinitive = first.length > 4 && /(er|ir|re)$/.test(first) && !NOT_VERBS.test(first);
  return infinitive || words.some((word) => french.has(word) || english.has(word));
}

/** The first vague word of a text, as it is written there; null where there is none. */
export function vagueWordOf(text: string): string | null {
  return text.split(/[\s,;:!?.]+/).find((word) => vague.has(fold(word))) ?? null;
}

/** The parts of a text that `et` or `and` joins. */
export function partsOf(text: string): string[] {
  return text.split(/\s+(?:et|puis|ainsi que|and|then|&|\+)\s+/i).filter((part) => part.trim() !== "");
}

/** The KPI of the catalogue that a text names first, by its name in either language or by its label; null for none. */
export function kpiNamedIn(text: string): string | null {
  const said = ` ${fold(text)} `;
  const found = catalogue.find(({ name, alias, label }) =>
    [name, alias, label.fr, label.en].some((known) => said.includes(` ${fold(known)} `)),
  );
  return found?.name ?? null;
}

const FRENCH_WORDS =
  /\b(le|la|les|l|de|des|du|d|un|une|nos|notre|sur|pour|par|plus|et|au|aux|je|il|nous|en ligne|jusqu|ici)\b/g;
const ENGLISH_WORDS = /\b(the|of|a|an|our|on|for|by|more|and|to|we|i|in|with|from|until|reach|is)\b/g;

/** The language in which a text seems to be written; French where nothing tells. */
export function languageIn(text: string): Language {
  const folded = fold(text);
  const count = (pattern: RegExp): number => folded.match(pattern)?.length ?? 0;
  return count(ENGLISH_WORDS) > count(FRENCH_WORDS) ? "en" : "fr";
}
