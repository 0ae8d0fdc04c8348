// Puts the entities of a finished window in their place, and makes again the figures of the days that they touch.
import type { MetricName } from "../shared/metrics.ts";
import type {
  Connector,
  DerivedFact,
  EntityFields,
  EntityStream,
  Settings,
  Sums,
  Unit,
} from "./connector.ts";
import { type Day, parseDay } from "../shared/period.ts";
import { SourceFailure } from "./failure.ts";
import * as store from "./store/entities.ts";
import { forgetBefore } from "./store/retention.ts";
import { dayNumber, seriesNumbers } from "./store/facts.ts";
import { isWhole } from "./values.ts";

/** The connection whose entities these are, and how they are counted. */
export interface Holder {
  readonly connection: number;
  readonly connector: Connector;
  readonly settings: Settings;
  readonly unit: Unit;
  /** The first of the days that single things are remembered of. */
  readonly oldest: Day;
}

/** The streams that put the fields of one entity together. */
function streamsOf({ streams }: Connector, entity: string): EntityStream[] {
  return streams.filter(
    (stream): stream is EntityStream => stream.kind === "entities" && stream.entity === entity,
  );
}

/**
 * Merges what a window set aside. `all` makes again what every entity adds, and notes it as seen; else those that did
 * not change are passed over.
 * @returns the days touched, by stream
 */
export function mergeWindow(
  sql: SqlStorage,
  holder: Holder,
  entity: string,
  { window, now, all }: { readonly window: number; readonly now: number; readonly all: boolean },
): Map<string, Set<number>> {
  const kind = kindOf(holder, entity);
  // What they added to the figures stays.
  forgetBefore(sql, kind, dayNumber(holder.oldest));
  const touched: Touched = new Map();
  for (let after = ""; ;) {
    const rows = store.stagedAfter(sql, window, kind, after);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    const gone = rows.filter(({ removed }) => removed === 1).map(({ id }) => id);
    const kept = rows
      .filter(({ removed }) => removed === 0)
      .map(({ id, staged, known }) => ({ id, known, fields: merged(known, staged) }))
      .filter(({ known, fields }) => all || fields !== known);
    touch(touched, store.deleteDerived(sql, kind, [...gone, ...kept.map(({ id }) => id)]));
    store.deleteEntities(sql, kind, gone);
    store.saveEntities(sql, kind, kept, now);
    const { derived, past } = deriveAll(sql, holder, entity, kept);
    store.deleteEntities(sql, kind, past);
    store.saveDerived(sql, holder.connection, derived);
    touch(touched, derived);
  }
  return sumAgain(sql, holder.connection, touched);
}

/** Takes away the entities that were last seen before an instant. @returns the days touched, by stream */
export function removeUnseen(
  sql: SqlStorage,
  holder: Holder,
  entity: string,
  since: number,
): Map<string, Set<number>> {
  const kind = kindOf(holder, entity);
  const touched: Touched = new Map();
  for (let ids = store.unseenSince(sql, kind, since); ids.length > 0;) {
    touch(touched, store.deleteDerived(sql, kind, ids));
    store.deleteEntities(sql, kind, ids);
    ids = store.unseenSince(sql, kind, since);
  }
  return sumAgain(sql, holder.connection, touched);
}

function kindOf({ connection, connector }: Holder, entity: string): store.Kind {
  return { connection, entity, streams: streamsOf(connector, entity).map(({ name }) => name) };
}

function merged(known: string | null, staged: string): string {
  const before = known === null ? {} : (JSON.parse(known) as EntityFields);
  return JSON.stringify({ ...before, ...(JSON.parse(staged) as EntityFields) });
}

/** What entities add to the figures, and those of which all of it is too long ago to be remembered. */
function deriveAll(
  sql: SqlStorage,
  { connection, connector, settings, unit, oldest }: Holder,
  entity: string,
  rows: readonly { readonly id: string; readonly fields: string }[],
): { readonly derived: store.DerivedRow[]; readonly past: readonly string[] } {
  // Streams of one entity often share how they count it.
  const ways = Map.groupBy(streamsOf(connector, entity), ({ derive }) => derive);
  const past: string[] = [];
  const facts = rows.flatMap(({ id, fields }) => {
    const read = JSON.parse(fields) as EntityFields;
    const all = [...ways].flatMap(([derive, streams]) =>
      derivedBy(() => derive(read, settings, unit)).flatMap((fact) =>
        streams.flatMap(({ name, metrics }) => {
          const values = own(fact.values, metrics);
          return values ? [{ ...fact, values, id, stream: name, key: keyOf(fact) }] : [];
        }),
      ),
    );
    const remembered = all.filter(({ day }) => day >= oldest);
    if (remembered.length === 0 && all.length > 0) past.push(id);
    return remembered;
  });
  const series = seriesNumbers(sql, connection, facts);
  const rowsByPlace = new Map<string, store.DerivedRow>();
  for (const { id, stream, day, key, values } of facts) {
    const place = { stream, day: dayNumber(day), series: series.get(key) ?? 0 };
    const name = `${id} ${stream} ${place.day} ${place.series}`;
    const sums = added(rowsByPlace.get(name)?.sums ?? {}, values);
    rowsByPlace.set(name, { ...place, id, sums });
  }
  return { derived: [...rowsByPlace.values()], past };
}

/** What a connector derives; what it cannot make sense of is the service's fault. @throws SourceFailure */
function derivedBy(derive: () => readonly DerivedFact[]): readonly DerivedFact[] {
  try {
    const facts = derive();
    if (facts.every(({ day, values }) => parseDay(day) === day && isWhole(values))) return facts;
  } catch {
    // Said below, without what was thrown: it may quote the service.
  }
  throw new SourceFailure("source_malformed");
}

/** The values that are this stream's, zeros left out; undefined where there are none. */
function own(values: Sums, metrics: readonly MetricName[]): Sums | undefined {
  const kept = Object.entries(values).filter(
    ([name, value]) => value !== 0 && metrics.includes(name as MetricName),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** A campaign that has an id keeps its series when it is renamed. */
function keyOf({ channel, source, medium, campaignId, campaign }: DerivedFact): string {
  return `entity ${JSON.stringify([channel, source, medium, campaignId === "" ? [campaign] : campaignId])}`;
}

function added(left: Sums, right: Sums): Sums {
  const total: Partial<Record<MetricName, number>> = { ...left };
  for (const [name, value] of Object.entries(right) as [MetricName, number][]) {
    total[name] = (total[name] ?? 0) + value;
  }
  return total;
}

/** Places whose sums are to be made again, each once, by stream. */
type Touched = Map<string, Map<string, store.Place>>;

function touch(touched: Touched, places: readonly store.Place[]): void {
  for (const { stream, day, series } of places) {
    const ofStream = touched.get(stream) ?? new Map<string, store.Place>();
    touched.set(stream, ofStream.set(`${day} ${series}`, { stream, day, series }));
  }
}

function sumAgain(sql: SqlStorage, connection: number, touched: Touched): Map<string, Set<number>> {
  const days = new Map<string, Set<number>>();
  for (const [stream, places] of touched) {
    const all = [...places.values()];
    for (let start = 0; start < all.length; start += store.BATCH) {
      store.sumDerived(sql, connection, stream, all.slice(start, start + store.BATCH));
    }
    days.set(stream, new Set(all.map(({ day }) => day)));
  }
  return days;
}
