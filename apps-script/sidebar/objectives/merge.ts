// Two people who changed one objective: what each changed since the version they both started from, and both together.
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";

export type DraftField = keyof ObjectiveDraft;

/** The fields in which one version differs from another. */
export function differences(one: ObjectiveDraft, other: ObjectiveDraft): DraftField[] {
  return (Object.keys(one) as DraftField[]).filter((field) => !same(one[field], other[field]));
}

/** Compared as data: the order in which the parts of a scope or of a baseline are written means nothing. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return parts.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => [name, sorted(part)]);
}

export interface Merge {
  /** What the other changed and I did not. */
  readonly theirs: readonly DraftField[];
  /** What we both changed, each in a way of our own. */
  readonly both: readonly DraftField[];
  /** Theirs with every change of mine. */
  readonly merged: ObjectiveDraft;
}

/**
 * @param before the version that I opened
 * @param mine what I made of it
 * @param theirs what it became meanwhile
 */
export function merge(before: ObjectiveDraft, mine: ObjectiveDraft, theirs: ObjectiveDraft): Merge {
  const changedHere = differences(before, mine);
  const changedThere = differences(before, theirs);
  const kept = Object.fromEntries(changedHere.map((field) => [field, mine[field]]));
  return {
    theirs: changedThere.filter((field) => !changedHere.includes(field)),
    both: changedThere.filter((field) => changedHere.includes(field) && !same(mine[field], theirs[field])),
    merged: { ...theirs, ...(kept as Partial<ObjectiveDraft>) },
  };
}
