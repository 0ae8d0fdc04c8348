// What the last refresh of this spreadsheet came to, kept in the document.
import type { AskedRange } from "../shared/api/ranges.ts";
import type { SourceState, Tab } from "../shared/api/refresh.ts";
import type { Words } from "../shared/language.ts";
import { documentProperties } from "./services.ts";

const STATE = "boussole.refresh";
const ETAG = "boussole.refresh.etag";
/** A property holds 9 kB of text, which may be three bytes a letter. */
const PIECE_LENGTH = 3000;

export interface RefreshState {
  /** When the Worker was last asked. */
  readonly asked: string;
  /** When the sheet last held what the Worker has; null before the first time. */
  readonly fresh: string | null;
  /** False where the figures were the same as before. */
  readonly changed: boolean;
  /** Rows of figures in the sheet. */
  readonly rows: number;
  /** Why the figures could not be renewed. */
  readonly failure: Words | null;
  readonly sources: readonly Pick<SourceState, "name" | "state" | "asOf" | "problem">[];
  /** What a reader of a tab should know. */
  readonly notes: Readonly<Partial<Record<Tab["key"], Words>>>;
  /** Columns of the user's own that had to be moved aside. */
  readonly moved: readonly string[];
  /** The ranges of this spreadsheet that the next refresh reads first. */
  readonly ranges?: readonly AskedRange[] | undefined;
  /** Why one of them could not be sent. */
  readonly unsent?: Words | null;
}

/** The state of the last refresh, `null` before the first. */
export function lastRefresh(): RefreshState | null {
  const properties = documentProperties();
  const count = Number(properties.getProperty(STATE));
  const pieces = Array.from({ length: count }, (_, index) => properties.getProperty(`${STATE}.${index}`));
  return count === 0 ? null : (JSON.parse(pieces.join("")) as RefreshState);
}

export function saveRefresh(state: RefreshState): void {
  const pieces = JSON.stringify(state).match(new RegExp(`[^]{1,${PIECE_LENGTH}}`, "g")) ?? [];
  documentProperties().setProperties({
    ...Object.fromEntries(pieces.map((piece, index) => [`${STATE}.${index}`, piece])),
    [STATE]: String(pieces.length),
  });
}

/** The mark of the figures that the sheet holds, as the Worker gave it. */
export function knownEtag(): string | null {
  return documentProperties().getProperty(ETAG);
}

export function saveEtag(etag: string | null): void {
  const properties = documentProperties();
  if (etag === null) properties.deleteProperty(ETAG);
  else properties.setProperty(ETAG, etag);
}

export function forgetRefresh(): void {
  documentProperties().deleteProperty(STATE);
  saveEtag(null);
}
