// The check of tags over what the workspace holds: the last four weeks that all the sources concerned have read.
import { addDays, type Day } from "../shared/period.ts";
import { checkUtm, type UtmAnswer } from "../shared/utm-check.ts";
import { findConnector } from "./connectors/index.ts";
import { connections } from "./store/connections.ts";
import { type Held, lastDayOf, tagRows } from "./store/tags.ts";

/** Whole weeks, so that no day of the week weighs more than another. */
const DAYS = 28;
/** Rows and names that are told of each kind, at most. */
const MOST = 50;

/** The check over some days; without them, over the last ones. */
export function utmNow(
  sql: SqlStorage,
  asked: { readonly from?: Day | undefined; readonly to?: Day | undefined },
): UtmAnswer {
  const tables = tablesOf(sql);
  const read = tables.map((table) => lastDayOf(sql, table)).filter((day) => day !== null);
  const to = asked.to ?? read.sort()[0];
  if (to === undefined) return { ...checkUtm([]), from: null, to: null };
  const from = asked.from ?? addDays(to, 1 - DAYS);
  const { unassigned, spellings, untagged } = checkUtm(tagRows(sql, tables, from, to));
  return {
    from,
    to,
    unassigned: unassigned && { ...unassigned, rows: unassigned.rows.slice(0, MOST) },
    spellings: spellings.slice(0, MOST).map(({ of, forms }) => ({
      of,
      forms: forms.map(({ text, rows }) => ({ text, rows: rows.slice(0, MOST) })),
    })),
    untagged: untagged && untagged.map((one) => ({ ...one, campaigns: one.campaigns.slice(0, MOST) })),
  };
}

/** Where visits are counted, and the clicks of who is paid for them: free results need no tag. */
function tablesOf(sql: SqlStorage): Held[] {
  return connections(sql).flatMap(({ number, connector }) => {
    const streams = findConnector(connector)?.streams ?? [];
    const paid = streams.some(({ metrics }) => metrics.includes("spend"));
    return streams
      .filter(({ metrics }) => metrics.includes("sessions") || (paid && metrics.includes("clicks")))
      .map(({ name }) => ({ connection: number, stream: name }));
  });
}
