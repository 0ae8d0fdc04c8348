// What Brevo is asked, within a hundred calls an hour: recent mailings in a list, older ones by their own reports.
import { addDays } from "../../shared/period.ts";
import type { EntityPage, SourceRequest } from "../connector.ts";

export const API = "https://api.brevo.com/v3";
const PAGE_ROWS = 100;
/** A list counts what happened in the last six months; older mailings are whole in their own report only. */
const LISTED_DAYS = 150;
/** The longest period that may be asked for is two years. */
const LONGEST_DAYS = 729;

/**
 * Where a reading stands: `recent` lists mailings with their counters, from an offset; `older` lists those whose counters
 * a list no longer has, and `report` asks for them one by one, by the ids that are left and the offset to go on from.
 */
type Phase = "recent" | "older" | "report";

export function placeOf({ token }: EntityPage): { phase: Phase; offset: string; ids: readonly string[] } {
  const [phase = "recent", offset = "0", ids = ""] = token?.split(":") ?? [];
  return { phase: phase as Phase, offset, ids: ids === "" ? [] : ids.split(",") };
}

/** The period of the mailings to read, and the day from which a list has their counters. */
export function periodOf({ since, until }: EntityPage) {
  const today = until.slice(0, 10);
  const at = (days: number): string => `${addDays(today, -days)}T00:00:00.000Z`;
  const [from, listed] = [since ?? at(LONGEST_DAYS), at(LISTED_DAYS)];
  return { from, listed: from > listed ? from : listed };
}

export function mailingsRequest(page: EntityPage): SourceRequest {
  const { phase, offset, ids } = placeOf(page);
  if (phase === "report") {
    return {
      method: "GET",
      url: `${API}/emailCampaigns/${ids[0]}?statistics=globalStats&excludeHtmlContent=true`,
    };
  }
  const { from, listed } = periodOf(page);
  const query = new URLSearchParams({
    type: "classic",
    status: "sent",
    ...(phase === "recent" && { statistics: "globalStats" }),
    startDate: phase === "recent" ? listed : from,
    endDate: phase === "recent" ? page.until : listed,
    limit: String(PAGE_ROWS),
    offset,
    sort: "asc",
    excludeHtmlContent: "true",
  });
  return { method: "GET", url: `${API}/emailCampaigns?${query.toString()}` };
}
