// From a goal in one's own words to a row of the decision table, by the words it holds: nothing is sent anywhere.
import { findKpi } from "../kpis/index.ts";
import { fold } from "../language.ts";
import { channelTerms, organicWords, paidWords, socialNames } from "./channel-words.ts";
import { type Goal, goals } from "./goals.ts";
import { missingInputs } from "./inputs.ts";
import { vocabulary } from "./vocabulary.ts";

export interface Found {
  readonly goal: Goal;
  /** The weights of the words that point to it; only the order between goals means something. */
  readonly score: number;
  /** Those words, as the vocabulary writes them: why this goal. */
  readonly because: readonly string[];
}

/** Below it the words only help: they point to no goal by themselves. */
const ENOUGH = 2;
const WEIGHT_OF_PRIMARY = 4;
const WEIGHT_OF_SECONDARY = 2;

/** The goals that a sentence in French or in English points to, the best first; empty where its words point to none. */
export function goalOf(wish: string): Found[] {
  const said = wordsOf(wish);
  return goals
    .map((goal) => ({ goal, pointers: pointersIn(said, goal) }))
    .filter(({ pointers }) => pointers.some(({ weight }) => weight >= ENOUGH))
    .map(({ goal, pointers }) => ({
      goal,
      // Several words that follow one another say more than one of them.
      score: pointers.reduce((total, { term, weight }) => total + weight + length(term) - 1, 0),
      longest: Math.max(...pointers.map(({ term }) => length(term))),
      because: pointers.map(({ term }) => term),
    }))
    .sort((a, b) => b.score - a.score || b.longest - a.longest)
    .map(({ goal, score, because }) => ({ goal, score, because }));
}

/** The channel that a sentence names (`email`, `paid_social`…); null where it names none, or several. */
export function channelOf(wish: string): string | null {
  const said = wordsOf(wish);
  const names = (terms: string): boolean => terms.split(", ").some((term) => isSaid(term, said));
  const found = new Set(Object.keys(channelTerms).filter((channel) => names(channelTerms[channel] ?? "")));
  const isPaid = names(paidWords);
  if (names(socialNames)) found.add(names(organicWords) && !isPaid ? "organic_social" : "paid_social");
  if (names("google")) found.add(isPaid ? "paid_search" : "organic_search");
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

export interface Proposal {
  readonly primary: string;
  /** Other KPIs that may be the primary one. */
  readonly alternatives: readonly string[];
  readonly secondary: readonly string[];
  /** Null where the analyst is asked. */
  readonly process: string | null;
  readonly why: Goal["why"];
}

/**
 * The KPIs of a goal: the first primary that can be computed, and the others.
 * @param metrics what the sources of the workspace hold; left out, or of no help, the table's own order holds
 */
export function proposal(goal: Goal, metrics?: readonly string[]): Proposal {
  const computable = goal.primary.find(
    (name) => metrics !== undefined && missingInputs(findKpi(name), metrics).length === 0,
  );
  const primary = computable ?? goal.primary[0];
  const alternatives = goal.primary.filter((name) => name !== primary);
  return { primary, alternatives, secondary: goal.secondary, process: goal.process, why: goal.why };
}

interface Pointer {
  readonly term: string;
  readonly weight: number;
}

/** The terms of a goal that are said, the weightiest first; a word that is said counts once. */
function pointersIn(said: readonly string[], goal: Goal): Pointer[] {
  const counted = new Set<number>();
  return termsOf(goal).filter(({ term }) => {
    const places = placesOf(term, said);
    if (places.length === 0 || places.some((place) => counted.has(place))) return false;
    for (const place of places) counted.add(place);
    return true;
  });
}

/** Its vocabulary and its KPIs by name, the weightiest first and among them the longest. */
function termsOf({ id, primary, secondary }: Goal): Pointer[] {
  const named = (names: readonly string[], weight: number): Pointer[] =>
    names.filter(isTelling).map((name) => ({ term: wordsOf(name).join(" "), weight }));
  const listed = Object.entries<string>(vocabulary[id] ?? {}).flatMap(([weight, terms]) =>
    terms.split(", ").map((term) => ({ term, weight: Number(weight) })),
  );
  return [...named(primary, WEIGHT_OF_PRIMARY), ...named(secondary, WEIGHT_OF_SECONDARY), ...listed].sort(
    (a, b) => b.weight - a.weight || length(b.term) - length(a.term),
  );
}

/** False for names that English sentences hold for another reason: "reach 100 leads". */
function isTelling(name: string): boolean {
  return name !== "REACH";
}

const SMALL_WORDS = new Set(
  "a all au aux avec better by ce ces cette d davantage de des do doesn don du en enough et for from get has have his i ils in into is it its j je l la le les leur leurs many me meilleurs mes mieux mon more much my n ne nos not notre of on ou our par pas plus pour qu que qui s se ses soient soit son sur t te that the their they this to too tous toutes tres trop un une us very veux vos votre want we what with your".split(
    " ",
  ),
);

/** The words of a text that tell something, folded. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "" && !SMALL_WORDS.has(word));
}

/** In words. */
function length(term: string): number {
  return term.split(" ").length;
}

/** Where the words of a term follow one another in what was said; empty where they do not. */
function placesOf(term: string, said: readonly string[]): number[] {
  const words = term.split(" ");
  const start = said.findIndex((_, at) => words.every((word, next) => begins(said[at + next] ?? "", word)));
  return start < 0 ? [] : words.map((_, next) => start + next);
}

function isSaid(term: string, said: readonly string[]): boolean {
  return placesOf(term, said).length > 0;
}

/** A word of three letters or fewer stands for itself and its plural; a longer one for all that begin with it. */
function begins(said: string, word: string): boolean {
  return word.length <= 3 ? said === word || said === `${word}s` : said.startsWith(word);
}
