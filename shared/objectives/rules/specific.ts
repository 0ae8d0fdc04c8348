// S, specific: one KPI, one scope, one person, and a title that says how much of what.
import { catalogue } from "../../kpis/index.ts";
import { fold } from "../../language.ts";
import { goals } from "../goals.ts";
import { proposal } from "../recommend.ts";
import { scopeInWords, scopeKey } from "../scope.ts";
import { titleOf } from "../title.ts";
import { type Context, type Fix, rule, type Rule } from "./rule.ts";
import { hasVerb, kpiNamedIn, languageIn, partsOf, vagueWordOf } from "./title-words.ts";

/** A group answers for nothing: a person does. */
const COLLECTIVE =
  /\b(equipe|service|departement|direction|agence|groupe|tous|tout le monde|nous|on|personne|team|department|agency|everyone|everybody|nobody|us|we|all|marketing|commerciaux|sales)\b/;

export const specific: readonly Rule[] = [
  rule({
    id: "S1",
    letter: "S",
    level: "block",
    asks: {
      fr: "Un seul indicateur principal, pris dans le catalogue",
      en: "A single primary KPI, from the catalogue",
    },
    sentences: {
      pass: { fr: "Un indicateur principal\u00a0: {kpi}.", en: "One primary KPI: {kpi}." },
      missing: {
        fr: "Un objectif, un indicateur principal\u00a0: choisissez-le.",
        en: "One objective, one primary KPI: choose it.",
      },
      unknown_kpi: {
        fr: "«\u00a0{found}\u00a0» n'est pas au catalogue. Choisissez un indicateur principal.",
        en: '"{found}" is not in the catalogue. Choose a primary KPI.',
      },
    },
    test: (context) => {
      const { draft, kpi } = context;
      if (kpi) return { state: "pass", say: "pass", holes: { kpi: kpi.label } };
      const fix = proposedKpi(context);
      if (draft.kpi === null) return { state: "fail", say: "missing", fix };
      return { state: "fail", say: "unknown_kpi", holes: { found: draft.kpi }, fix };
    },
  }),
  rule({
    id: "S2",
    letter: "S",
    level: "block",
    asks: { fr: "Un périmètre, ou «\u00a0tout\u00a0»", en: 'A scope, or "everything"' },
    sentences: {
      all: { fr: "Périmètre\u00a0: tout.", en: "Scope: everything." },
      part: { fr: "Périmètre\u00a0: {scope}.", en: "Scope: {scope}." },
      missing: {
        fr: "Précisez le canal ou la campagne, ou choisissez «\u00a0tout\u00a0».",
        en: 'Say which channel or campaign, or choose "everything".',
      },
    },
    test: ({ draft: { scope } }) => {
      if (scope === "all") return { state: "pass", say: "all" };
      if (scopeKey(scope) !== "")
        return { state: "pass", say: "part", holes: { scope: scopeInWords(scope) } };
      const words = { fr: "Suivre tout", en: "Follow everything" };
      return { state: "fail", say: "missing", fix: { words, change: { scope: "all" } } };
    },
  }),
  rule({
    id: "S3",
    letter: "S",
    level: "block",
    asks: { fr: "Une personne qui en répond", en: "A person who answers for it" },
    sentences: {
      pass: { fr: "{owner} en répond.", en: "{owner} answers for it." },
      missing: { fr: "Qui en répond\u202f? Nommez une personne.", en: "Who answers for it? Name a person." },
      collective: {
        fr: "«\u00a0{owner}\u00a0» n'est pas une personne. Qui en répond\u202f?",
        en: '"{owner}" is not a person. Who answers for it?',
      },
    },
    test: ({ draft }) => {
      const owner = draft.owner.trim();
      if (owner === "") return { state: "fail", say: "missing" };
      const collective = !owner.includes("@") && COLLECTIVE.test(fold(owner));
      return {
        state: collective ? "fail" : "pass",
        say: collective ? "collective" : "pass",
        holes: { owner },
      };
    },
  }),
  rule({
    id: "S4",
    letter: "S",
    level: "warn",
    asks: {
      fr: "Un titre avec un verbe et un chiffre, sans mot vague",
      en: "A title with a verb and a figure, without a vague word",
    },
    sentences: {
      pass: { fr: "Le titre dit ce qui est visé.", en: "The title says what is aimed at." },
      missing: {
        fr: "Donnez un titre\u00a0: combien, sur quoi, pour quand.",
        en: "Give a title: how much, of what, by when.",
      },
      vague: {
        fr: "«\u00a0{word}\u00a0» ne dit pas combien. Dites combien et sur quoi.",
        en: '"{word}" does not say how much. Say how much, and of what.',
      },
      no_verb: {
        fr: "Le titre n'a pas de verbe\u00a0: dites ce qui doit changer, et de combien.",
        en: "The title has no verb: say what is to change, and by how much.",
      },
    },
    test: (context) => {
      const { title } = context.draft;
      const fix = builtTitle(context);
      if (title.trim() === "") return { state: "fail", say: "missing", fix };
      const word = vagueWordOf(title);
      if (word !== null && !/\d/.test(title)) return { state: "fail", say: "vague", holes: { word }, fix };
      return hasVerb(title) ? { state: "pass", say: "pass" } : { state: "fail", say: "no_verb", fix };
    },
  }),
  rule({
    id: "S5",
    letter: "S",
    level: "warn",
    asks: { fr: "Un seul but dans le titre", en: "A single aim in the title" },
    sentences: {
      pass: { fr: "Le titre n'a qu'un but.", en: "The title has a single aim." },
      unknown: { fr: "Pas encore de titre.", en: "No title yet." },
      two: {
        fr: "Deux buts en un\u00a0: «\u00a0{first}\u00a0» et «\u00a0{second}\u00a0». Séparez en deux objectifs.",
        en: 'Two aims in one: "{first}" and "{second}". Make two objectives.',
      },
    },
    test: (context) => {
      const { title } = context.draft;
      if (title.trim() === "") return { state: "unknown", say: "unknown" };
      const [first = "", ...others] = partsOf(title);
      const named = kpiNamedIn(first);
      const second = others.find((part) => {
        const other = kpiNamedIn(part);
        return hasVerb(part) || (named !== null && other !== null && other !== named);
      });
      if (second === undefined) return { state: "pass", say: "pass" };
      return { state: "fail", say: "two", holes: { first, second }, fix: builtTitle(context) };
    },
  }),
];

function proposedKpi({ draft, evidence }: Context): Fix | null {
  const goal = goals.find(({ id }) => id === draft.goal);
  if (!goal) return null;
  const { primary } = proposal(goal, evidence.metrics);
  const label = catalogue.find(({ name }) => name === primary)?.label ?? { fr: primary, en: primary };
  return {
    words: { fr: `Prendre «\u00a0${label.fr}\u00a0»`, en: `Take "${label.en}"` },
    change: { kpi: primary },
  };
}

function builtTitle({ draft, kpi, target, currency }: Context): Fix | null {
  const title = kpi && target !== null ? titleOf(draft, kpi, target, currency) : null;
  if (!title) return null;
  const language = languageIn(`${draft.title} ${draft.wish}`);
  return {
    words: { fr: `Écrire «\u00a0${title[language]}\u00a0»`, en: `Write "${title[language]}"` },
    change: { title: title[language] },
  };
}
