// What must hold before any reading is given: fresh, significant, not a mix, one definition, settled days.
import type { Words } from "../../language.ts";
import { type Day, daysBetween } from "../../period.ts";
import type { Kpi } from "../../kpi.ts";
import type { Evidence, Series } from "../evidence.ts";
import { dayInWords } from "../figure.ts";
import type { Cadence } from "../objective.ts";
import { isComplete, lengthOf, type Span } from "../reading.ts";
import { fill } from "../rules/rule.ts";
import type { Change } from "./change.ts";
import type { Windows } from "./windows.ts";

export type Guard = "G1" | "G2" | "G3" | "G4" | "G5";

export interface Failure {
  readonly guard: Guard;
  readonly words: Words;
}

/** Half a cadence, as for a fresh baseline; a part of the days that may be missing. */
const FRESH: Readonly<Record<Cadence, number>> = { weekly: 4, monthly: 15 };
const COMPLETE = 0.95;

const WORDS = {
  never: {
    fr: "Les données n'ont pas encore été lues en entier\u00a0: l'écart peut venir de ce qui manque.",
    en: "The data were not read in full yet: the difference may come from what is missing.",
  },
  stale: {
    fr: "Les données datent du {day}\u00a0: actualisez-les avant d'en conclure quoi que ce soit.",
    en: "The data are from {day}: refresh them before concluding anything.",
  },
  missing: {
    fr: "Il manque des jours dans l'une des deux périodes\u00a0: l'écart peut venir de là.",
    en: "Days are missing in one of the two periods: the difference may come from that.",
  },
  chance: {
    fr: "L'écart ne se distingue pas du hasard à ce volume.",
    en: "The difference cannot be told from chance at this volume.",
  },
  season: {
    fr: "L'an dernier, les mêmes jours ont bougé autant\u00a0: c'est la saison.",
    en: "Last year the same days moved as much: it is the season.",
  },
  mix: {
    fr: "L'écart vient surtout du mélange des canaux, pas de ce que fait chacun.",
    en: "The difference comes mostly from the mix of channels, not from what each does.",
  },
  definition: {
    fr: "L'indicateur ou son périmètre a changé le {day}\u00a0: les deux périodes ne se comparent pas.",
    en: "The KPI or its scope changed on {day}: the two periods cannot be compared.",
  },
  provisional: {
    fr: "Des jours sont encore provisoires\u00a0: la source peut les corriger.",
    en: "Some days are still provisional: the source may restate them.",
  },
} satisfies Readonly<Record<string, Words>>;

export function failuresOf(
  evidence: Evidence,
  series: Series,
  kpi: Kpi,
  windows: Windows,
  found: {
    readonly cadence: Cadence | null;
    readonly change: Change | null;
    readonly mixShare: number | null;
    readonly changedOn: Day | null;
  },
): Failure[] {
  const { freshness, today } = evidence;
  const { change, mixShare, changedOn } = found;
  const failures: Failure[] = [];
  const add = (guard: Guard, words: Words): void => {
    failures.push({ guard, words });
  };
  const asOf = freshness.asOf?.slice(0, 10) ?? null;
  if (asOf === null) add("G1", WORDS.never);
  else if (daysBetween(asOf, today) > FRESH[found.cadence ?? "weekly"]) {
    add("G1", fill(WORDS.stale, { day: dayInWords(asOf) }));
  } else if (
    freshness.completeness < COMPLETE ||
    [windows.before, windows.after].some((span) => !isRead(series, kpi, span))
  ) {
    add("G1", WORDS.missing);
  }
  if (change?.seasonal) add("G2", WORDS.season);
  else if (!change || change.way === "steady") add("G2", WORDS.chance);
  if (mixShare !== null && mixShare >= 0.5) add("G3", WORDS.mix);
  if (changedOn !== null && changedOn > windows.before.from && changedOn <= windows.after.to) {
    add("G4", fill(WORDS.definition, { day: dayInWords(changedOn) }));
  }
  const { before, after } = windows;
  const judged = series.points.filter((point) => point.to >= before.from && point.from <= after.to);
  if (judged.some(({ provisional }) => provisional)) add("G5", WORDS.provisional);
  return failures;
}

function isRead(series: Series, kpi: Kpi, span: Span): boolean {
  const days = series.points
    .filter((point) => point.from >= span.from && point.to <= span.to && isComplete(kpi, point))
    .reduce((total, point) => total + lengthOf(point), 0);
  return days >= COMPLETE * lengthOf(span);
}
