// The patch that a refresh writes into a sheet: tabs as headers, rows and formats, and where the figures come from.
import type { Provenance, Refresh, Tab } from "../shared/api/refresh.ts";
import { type Language, languageOf } from "../shared/language.ts";
import { addDays } from "../shared/period.ts";
import { dataTab } from "./data-tab.ts";
import { instant, problemOf, stateOf } from "./describe.ts";
import { editionNow, objectivesNow } from "./objectives-now.ts";
import { objectivesTab } from "./objectives-tab.ts";
import { dayAt } from "./plan.ts";
import type { Room } from "./room.ts";
import { allConnections, type ConnectionRow, connections } from "./store/connections.ts";
import { dayText } from "./store/facts.ts";
import { spreadsheets } from "./store/members.ts";
import * as report from "./store/report.ts";
import { uniquesTab } from "./uniques-tab.ts";

/** Days of the tab of unique counts; weeks and months are all there. */
const UNIQUE_DAYS = 400;

/** For whom a patch is made: the language and the clock of a spreadsheet. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

export function readerOf(sql: SqlStorage, spreadsheet: string): Reader {
  const sheet = spreadsheets(sql).find(({ id }) => id === spreadsheet);
  return { language: languageOf(sheet?.locale ?? "en"), timeZone: sheet?.timeZone ?? "UTC" };
}

/** Changes when the patch would: with the figures, the objectives, and the day until which these are measured. */
export function generationOf(room: Pick<Room, "sql" | "now">, { language, timeZone }: Reader): string {
  return `${editionNow(room)}.${language}.${timeZone}`;
}

export function refreshPatch(room: Pick<Room, "sql" | "now">, reader: Reader): Refresh {
  const { sql, now } = room;
  const all = allConnections(sql);
  const coverage = report.coverage(sql);
  const data = dataTab(sql, all, coverage, reader);
  const uniques = report.uniqueValues(sql, addDays(dayAt(now(), reader.timeZone), -UNIQUE_DAYS));
  const provenance = all.map((row) => provenanceOf(row, coverage, data.counts.get(row.number) ?? 0));
  const tabs: Tab[] = [
    { ...data.tab, provenance },
    {
      ...uniquesTab(uniques, all, reader),
      provenance: provenance.map((source) => ({ ...source, rows: countOf(uniques, all, source) })),
    },
    objectivesTab(objectivesNow(room), reader),
  ];
  return {
    generation: generationOf(room, reader),
    tabs,
    sources: connections(sql).map((row) => ({
      connection: row.id,
      name: row.name,
      state: stateOf(row),
      asOf: instant(row.as_of),
      problem: problemOf(row),
    })),
  };
}

function provenanceOf(row: ConnectionRow, coverage: readonly report.CoverageRow[], rows: number): Provenance {
  const days = coverage.filter(({ connection }) => connection === row.number).map(({ day }) => day);
  return {
    connection: row.id,
    source: row.name,
    account: row.account,
    from: days.length > 0 ? dayText(days.reduce((a, b) => Math.min(a, b))) : null,
    to: days.length > 0 ? dayText(days.reduce((a, b) => Math.max(a, b))) : null,
    timeZone: row.time_zone,
    currency: row.currency || null,
    asOf: instant(row.as_of),
    rows,
    run: row.run,
  };
}

function countOf(
  uniques: readonly report.UniqueValue[],
  all: readonly ConnectionRow[],
  { connection }: Provenance,
): number {
  const number = all.find(({ id }) => id === connection)?.number;
  const periods = uniques
    .filter((value) => value.connection === number)
    .map(({ calendar, first }) => `${calendar} ${first}`);
  return new Set(periods).size;
}
