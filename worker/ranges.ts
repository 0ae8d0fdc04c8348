// Ranges of spreadsheets as sources: connected, mapped anew, and asked for by a refresh.
import { type AskedRange, RANGE, type WantedRange } from "../shared/api/ranges.ts";
import { askedColumns, mappingIn } from "../shared/range/mapping.ts";
import { MOST_CONNECTIONS } from "./connecting.ts";
import type { RangeSettings } from "./connectors/range.ts";
import { instant } from "./describe.ts";
import { Refusal } from "./refusal.ts";
import type { Room } from "./room.ts";
import { newShortId } from "./secret.ts";
import * as store from "./store/connections.ts";
import { dropFigures } from "./store/facts.ts";
import { bumpGeneration, spreadsheets } from "./store/members.ts";
import { forgetDigest, pushedOf, savePushed } from "./store/pushed.ts";

/** Connects a range of this spreadsheet; its rows are still to come. @throws Refusal */
export function connectRange(room: Room, wanted: WantedRange, spreadsheet: string): store.ConnectionRow {
  const { sql, now } = room;
  if (store.connections(sql).length >= MOST_CONNECTIONS) throw new Refusal("too_many_connections");
  return room.storage.transactionSync(() => {
    const connection = store.insertConnection(sql, {
      id: newShortId(),
      connector: RANGE,
      name: wanted.name,
      account: "",
      created: now(),
      due: now(),
      ...located(room, wanted, spreadsheet),
    });
    savePushed(sql, connection.number, { digest: null, leftOut: { count: 0, first: [] } });
    bumpGeneration(sql);
    return connection;
  });
}

/** Has a range read elsewhere or otherwise; its figures stay until its rows come, unless they were in another currency. */
export function changeRange(
  room: Room,
  connection: store.ConnectionRow,
  wanted: WantedRange,
  spreadsheet: string,
): void {
  const next = located(room, wanted, spreadsheet);
  const sameUnit = next.currency === connection.currency && next.time_zone === connection.time_zone;
  room.storage.transactionSync(() => {
    if (!sameUnit) dropFigures(room.sql, connection.number);
    forgetDigest(room.sql, connection.number);
    store.updateConnection(room.sql, connection.number, {
      name: wanted.name,
      ...next,
      ...(!sameUnit && { as_of: null }),
    });
    bumpGeneration(room.sql);
  });
}

/** Days are those of the spreadsheet's own calendar. */
function located(
  { sql }: Room,
  { place, mapping }: WantedRange,
  spreadsheet: string,
): Pick<store.ConnectionRow, "settings" | "currency" | "time_zone"> {
  const settings: RangeSettings = { spreadsheet, ...place, mapping: JSON.stringify(mapping) };
  const zone = spreadsheets(sql).find(({ id }) => id === spreadsheet)?.timeZone;
  return {
    settings: JSON.stringify(settings),
    currency: mapping.currency ?? "",
    time_zone: zone ?? "UTC",
  };
}

/** The ranges that a refresh of a spreadsheet is to read; those that are paused rest. */
export function rangesOf(sql: SqlStorage, spreadsheet: string): AskedRange[] {
  return store.connections(sql).flatMap((row): AskedRange[] => {
    if (row.connector !== RANGE || row.paused) return [];
    const settings = JSON.parse(row.settings) as RangeSettings;
    const mapping = mappingIn(settings.mapping);
    if (!mapping || settings.spreadsheet !== spreadsheet) return [];
    return [
      {
        id: row.id,
        place: { sheet: settings.sheet, a1: settings.a1 },
        columns: askedColumns(mapping),
        digest: pushedOf(sql, row.number)?.digest ?? null,
        asOf: instant(row.as_of),
        problem: row.problem,
      },
    ];
  });
}
