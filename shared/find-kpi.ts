// Finding a KPI by what people write: its name in either language, a synonym, or almost.
import type { Kpi } from "./kpi.ts";
import { fold } from "./language.ts";
import { fail } from "./problem.ts";

/** The KPI that bears this name, in either language and any case. Fails with the closest names where there is none. */
export function findIn(kpis: readonly Kpi[], name: string): Kpi {
  const wanted = fold(name);
  const found = kpis.find((kpi) => namesOf(kpi).some((known) => fold(known) === wanted));
  return found ?? fail({ kind: "unknown_kpi", name, close: closeNames(wanted, kpis) });
}

function namesOf({ name, alias, synonyms = [], label }: Kpi): readonly string[] {
  return [name, alias, ...synonyms, label.fr, label.en];
}

/** At most three function names within two typing errors of what was written, or that begin alike. */
function closeNames(wanted: string, kpis: readonly Kpi[]): string[] {
  return kpis
    .flatMap((kpi) => [kpi.name, kpi.alias])
    .map((name) => ({ name, distance: typingErrors(wanted, fold(name)) }))
    .filter(
      ({ name, distance }) =>
        distance <= Math.min(2, wanted.length - 1) || (wanted.length > 3 && fold(name).startsWith(wanted)),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Letters to add, remove or change to go from one word to the other (Levenshtein distance). */
export function typingErrors(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
