// Which columns of a tab are Boussole's and which are the user's, told by their headers.

/** Begins the header after our columns, which tells the state of the figures. */
export const STATE_PREFIX = "Boussole";

const STATE_HEADER = new RegExp(`^${STATE_PREFIX}\\u00a0?:`);

/** What a column is known by: the header of the state changes at each refresh. */
export function nameOf(header: string): string {
  return STATE_HEADER.test(header) ? STATE_PREFIX : header;
}

export interface Layout {
  /** How many columns are ours, once those of `foreign` have left. */
  readonly own: number;
  /** Places, from 0, of the user's own columns that stand before our last one. */
  readonly foreign: readonly number[];
}

/**
 * @param found the first row of the tab
 * @param known the names of our columns as they were last written, the state among them
 */
export function layoutOf(found: readonly string[], known: readonly string[]): Layout {
  const names = found.map(nameOf);
  const seen = new Set<string>();
  const isOwn = names.map((name, place) => {
    const own = (known.includes(name) && !seen.has(name)) || isTypedOver(names, place, known);
    seen.add(name);
    return own;
  });
  // A sheet sorted with its header, or pushed down by a row, shows none of our names: nothing tells columns apart.
  if (known.filter((name) => names.includes(name)).length * 2 < known.length)
    return { own: known.length, foreign: [] };
  const last = isOwn.lastIndexOf(true);
  const foreign = names.flatMap((_, place) => (place < last && !isOwn[place] ? [place] : []));
  return { own: last + 1 - foreign.length, foreign };
}

/** True for a header of ours that someone wrote over: its neighbours on both sides are still there. */
function isTypedOver(names: readonly string[], place: number, known: readonly string[]): boolean {
  const before = place === 0 ? -1 : known.indexOf(names[place - 1] ?? "");
  if (place > 0 && before < 0) return false;
  const own = known[before + 1];
  const after = known[before + 2];
  return own !== undefined && after !== undefined && !names.includes(own) && names[place + 1] === after;
}
