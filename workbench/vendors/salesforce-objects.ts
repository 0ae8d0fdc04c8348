// The shop's leads, deals and campaigns as Salesforce's tables.
import { addDays, daysIn, startOf, utcDay } from "./days.ts";
import { dealAt, EUROS_BY_FRANC, leadsUntil, type Deal, type Lead } from "./shop-leads.ts";
import { LINES, type Line } from "./shop-lines.ts";
import { shopRows, type Adjustment } from "./shop.ts";
import type { Simulation } from "./simulation.ts";

export type SalesforceRow = Record<string, string | number | boolean | null>;

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Deleted rows lie in the bin for this long. */
const BIN_DAYS = 15;
const COMPLETE_AGE = 31;
const FIRST_YEAR = 2024;

const iso = (instant: number): string => new Date(instant).toISOString().replace("Z", "+0000");
const known = new Map<string, { name: string; rows: SalesforceRow[] }>();

/** The rows of a table at the beginning of this minute, those in the bin too; null where there is no such table. */
export function rowsOf(
  table: string,
  { adjustments, timeZone }: Simulation,
  now: number,
): SalesforceRow[] | null {
  const make = TABLES[table];
  if (!make) return null;
  const instant = now - (now % MINUTE);
  const name = JSON.stringify([instant, adjustments, timeZone]);
  const before = known.get(table);
  const rows = before?.name === name ? before.rows : make(instant, adjustments, daysIn(timeZone));
  known.set(table, { name, rows });
  return rows;
}

/** The columns of a table: that of currencies is there where there are several. */
export function namesOf(table: string, { severalCurrencies }: Simulation): Set<string> | null {
  const own = FIELDS[table];
  if (!own) return null;
  const names = new Set([...COMMON, ...own]);
  if (!severalCurrencies) names.delete("CurrencyIsoCode");
  return names;
}

const COMMON = ["Id", "IsDeleted", "CreatedDate", "SystemModstamp"];
const PERSON = ["FirstName", "LastName", "Email", "Company"];
const AMOUNT = ["Amount", "CurrencyIsoCode", "IsWon", "IsClosed", "StageName", "CloseDate", "Type"];
const FIELDS: Readonly<Record<string, string[]>> = {
  Lead: [...PERSON, "LeadSource", "Status", "MQL_Date__c", "IsConverted", "ConvertedDate"],
  Opportunity: [...AMOUNT, "Name", "LeadSource", "CampaignId", "Campaign.Name"],
  Campaign: [
    "Name",
    "Type",
    "Status",
    "StartDate",
    "EndDate",
    "ActualCost",
    "BudgetedCost",
    "CurrencyIsoCode",
  ],
};

type Make = (now: number, adjustments: Adjustment[], dayOf: (at: number) => string) => SalesforceRow[];

const TABLES: Readonly<Record<string, Make>> = {
  Lead: (now, adjustments, dayOf) =>
    leadsUntil(utcDay(now), adjustments)
      .filter(({ created }) => created <= now)
      .map((lead) => leadRow(lead, now, dayOf))
      .filter((row) => row !== null),
  Opportunity: (now, adjustments, dayOf) =>
    leadsUntil(utcDay(now), adjustments)
      .map((lead) => lead.deal && dealRow(lead, lead.deal, now, dayOf))
      .filter((row) => row !== null),
  Campaign: (now, adjustments) => campaignRows(now, adjustments),
};

function leadRow(lead: Lead, now: number, dayOf: (at: number) => string): SalesforceRow | null {
  const { id, created, qualified, accepted, line } = lead;
  const past = (at: number | null): number | null => (at !== null && at <= now ? at : null);
  const [mql, converted, archived] = [past(qualified), past(accepted), past(lead.archived)];
  if (archived !== null && archived < now - BIN_DAYS * DAY) return null;
  return {
    Id: idOf("00Q", id),
    IsDeleted: archived !== null,
    FirstName: "Dominique",
    LastName: `Exemple ${id}`,
    Email: `personne-${id}@client.example`,
    Company: `Société ${id}`,
    LeadSource: line.channel,
    Status:
      converted === null ? (mql === null ? "Open - Not Contacted" : "Working - Contacted") : "Qualified",
    MQL_Date__c: mql === null ? null : iso(mql),
    IsConverted: converted !== null,
    ConvertedDate: converted === null ? null : dayOf(converted),
    CreatedDate: iso(created),
    SystemModstamp: iso(Math.max(created, mql ?? 0, converted ?? 0, archived ?? 0)),
  };
}

const STAGES = { open: "Proposal/Price Quote", won: "Closed Won", lost: "Closed Lost" };

function dealRow(lead: Lead, deal: Deal, now: number, dayOf: (at: number) => string): SalesforceRow | null {
  const at = dealAt(deal, now);
  if (!at || (at.archived !== null && at.archived < now - BIN_DAYS * DAY)) return null;
  const campaign = campaignOf(lead.line, new Date(lead.created).getUTCFullYear());
  const euros = deal.amount / 100;
  return {
    Id: idOf("006", deal.id),
    IsDeleted: at.archived !== null,
    Name: `Devis ${deal.id}`,
    Amount: deal.currency === "EUR" ? euros : Number((euros / EUROS_BY_FRANC).toFixed(2)),
    "Amount converted": euros,
    CurrencyIsoCode: deal.currency,
    IsWon: at.state === "won",
    IsClosed: at.state !== "open",
    StageName: STAGES[at.state],
    CloseDate: dayOf(at.closes),
    Type: "New Customer",
    LeadSource: lead.line.channel,
    CampaignId: campaign === null ? null : idOf("701", campaign),
    "Campaign.Name": campaign === null ? null : lead.line.campaign,
    CreatedDate: iso(deal.opened),
    SystemModstamp: iso(at.modified),
  };
}

/** What the shop pays for without an ad platform: a banner, on a magazine's site. */
function isBoughtDirectly({ ads, source }: Line): boolean {
  return ads !== undefined && source.includes(".");
}

/** One campaign for each line that has a name; one a year for what is bought directly. */
function campaignOf(line: Line, year: number): number | null {
  if (line.campaign.startsWith("(")) return null;
  return LINES.indexOf(line) * 100 + (isBoughtDirectly(line) ? year - FIRST_YEAR : 0);
}

function campaignRows(now: number, adjustments: Adjustment[]): SalesforceRow[] {
  const years = Array.from(
    { length: new Date(now).getUTCFullYear() - FIRST_YEAR + 1 },
    (_, at) => FIRST_YEAR + at,
  );
  return LINES.flatMap((line): SalesforceRow[] => {
    if (line.campaign.startsWith("(")) return [];
    if (!line.runs || !isBoughtDirectly(line))
      return [campaignRow(line, FIRST_YEAR, null, startOf("2024-09-01"))];
    const [from, to] = line.runs;
    return years.flatMap((year): SalesforceRow[] => {
      const run = { from: `${year}-${from}`, to: `${year}-${to}` };
      const yesterday = addDays(utcDay(now), -1);
      if (yesterday < run.from) return [];
      const last = yesterday < run.to ? yesterday : run.to;
      const rows = shopRows(run.from, last, addDays(last, COMPLETE_AGE), adjustments);
      const cents = rows.reduce((sum, row) => sum + (row.line === line ? row.spend : 0), 0);
      // Someone notes each morning what was paid for until the day before.
      return [campaignRow(line, year, { ...run, cents }, startOf(addDays(last, 1)) + 6 * 3_600_000)];
    });
  });
}

function campaignRow(
  line: Line,
  year: number,
  run: { from: string; to: string; cents: number } | null,
  modified: number,
): SalesforceRow {
  const cost = run === null ? null : run.cents / 100;
  return {
    Id: idOf("701", campaignOf(line, year) ?? 0),
    IsDeleted: false,
    Name: line.campaign,
    Type: line.channel === "Display" ? "Banner Ads" : line.channel,
    Status: "In Progress",
    StartDate: run?.from ?? null,
    EndDate: run?.to ?? null,
    ActualCost: cost,
    "ActualCost converted": cost,
    BudgetedCost: null,
    CurrencyIsoCode: "EUR",
    CreatedDate: iso(startOf("2024-09-01")),
    SystemModstamp: iso(modified),
  };
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** Fifteen characters in which capitals count, and three that say which are capitals. */
function idOf(prefix: string, number: number): string {
  let digits = "";
  // Numbers leave gaps, so that some ids differ by a capital only.
  for (let rest = 13 * number; rest > 0; rest = Math.floor(rest / 62))
    digits = (DIGITS[rest % 62] ?? "") + digits;
  const id = `${prefix}gk0${digits.padStart(9, "0")}`;
  const suffix = [0, 5, 10].map((start) => {
    const capitals = id
      .slice(start, start + 5)
      .split("")
      .map((letter) => Number(/[A-Z]/.test(letter)));
    return SUFFIXES[capitals.reduce((sum, capital, place) => sum + capital * 2 ** place, 0)] ?? "";
  });
  return id + suffix.join("");
}
