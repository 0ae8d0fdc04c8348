// The page of objectives in one language or the other: what each goal proposes, and what each rule asks and says.
import type { Language, Words } from "../shared/language.ts";
import type { Letter, Level } from "../shared/objectives/assessment.ts";
import { goals } from "../shared/objectives/goals.ts";
import { presets } from "../shared/objectives/presets.ts";
import { rules } from "../shared/objectives/rules/judge.ts";
import { setRules } from "../shared/objectives/set.ts";

const words = {
  fr: {
    intro: [
      "# Les objectifs",
      "",
      "Cette page est écrite par `npm run docs` à partir des règles et des buts\u202f; ne la modifiez pas. [In English](objectives.md).",
      "",
      "Un objectif reste un brouillon tant qu'une règle bloquante échoue. Il est actif ensuite, et SMART avec deux avertissements au plus que personne n'a écartés par écrit. Une règle qui ne peut pas trancher le dit\u202f: elle n'est ni réussie ni ratée. […] tient la place d'un chiffre ou d'un nom.",
    ],
    goals: "## Du but aux indicateurs",
    goalColumns: ["But", "Principal", "Secondaires", "Processus", "Pourquoi"],
    or: " ou ",
    asked: "à choisir",
    presets: "## Par métier",
    presetColumns: ["Métier", "Objectifs stratégiques", "Buts proposés"],
    set: "## L'ensemble des objectifs",
    ruleColumns: ["Règle", "Ce qu'elle demande", "Niveau", "Ce qu'elle dit"],
  },
  en: {
    intro: [
      "# Objectives",
      "",
      "This page is written by `npm run docs` from the rules and the goals; do not edit it. [En français](objectives.fr.md).",
      "",
      "An objective stays a draft while a blocking rule fails. It is active afterwards, and SMART with at most two warnings that nobody has waived in writing. A rule that cannot tell says so: it neither passes nor fails. […] stands for a figure or a name.",
    ],
    goals: "## From goals to KPIs",
    goalColumns: ["Goal", "Primary", "Secondary", "Process", "Why"],
    or: " or ",
    asked: "to be chosen",
    presets: "## By trade",
    presetColumns: ["Trade", "Strategic goals", "Goals proposed"],
    set: "## All objectives together",
    ruleColumns: ["Rule", "What it asks", "Level", "What it says"],
  },
} as const;

const LETTERS: Readonly<Record<Letter, Words>> = {
  S: { fr: "S, spécifique", en: "S, specific" },
  M: { fr: "M, mesurable", en: "M, measurable" },
  A: { fr: "A, atteignable", en: "A, attainable" },
  R: { fr: "R, réaliste et relié à la stratégie", en: "R, realistic and relevant" },
  T: { fr: "T, temporel", en: "T, time-bound" },
};

const LEVELS: Readonly<Record<Level, Words>> = {
  block: { fr: "bloquant", en: "blocking" },
  warn: { fr: "avertissement", en: "warning" },
  info: { fr: "information", en: "information" },
};

/** The page in Markdown: goals, trades, then the rules letter by letter and those of the set. */
export function printObjectives(language: Language): string {
  const said = words[language];
  const say = (text: Words): string => text[language].replace(/(?:\{\w+\})+/g, "[…]");
  const ruleRow = (id: string, asks: Words, level: Level, sentences: readonly Words[]): string[] => [
    `**${id}**`,
    say(asks),
    LEVELS[level][language],
    sentences.map(say).join(" <br> "),
  ];
  const page = [
    ...said.intro,
    "",
    said.goals,
    "",
    ...tableOf(
      said.goalColumns,
      goals.map(({ label, primary, secondary, process, why }) => [
        label[language],
        primary.join(said.or),
        secondary.join(", "),
        process ?? said.asked,
        why[language],
      ]),
    ),
    "",
    said.presets,
    "",
    ...tableOf(
      said.presetColumns,
      presets.map(({ label, strategy, goals: proposed }) => [
        label[language],
        strategy.map((goal) => goal[language]).join(" <br> "),
        proposed.map((id) => goals.find((goal) => goal.id === id)?.label[language] ?? id).join(", "),
      ]),
    ),
    "",
    ...(Object.keys(LETTERS) as Letter[]).flatMap((letter) => [
      `## ${LETTERS[letter][language]}`,
      "",
      ...tableOf(
        said.ruleColumns,
        rules
          .filter((rule) => rule.letter === letter)
          .map(({ id, asks, level, sentences }) => ruleRow(id, asks, level, Object.values(sentences))),
      ),
      "",
    ]),
    said.set,
    "",
    ...tableOf(
      said.ruleColumns,
      setRules.map(({ id, asks, level, pass, fail }) => ruleRow(id, asks, level, [pass, fail])),
    ),
  ];
  return `${page.join("\n")}\n`;
}

function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [row(columns), row(columns.map(() => "---")), ...rows.map(row)];
}
