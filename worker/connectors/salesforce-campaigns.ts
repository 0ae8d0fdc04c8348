// What Salesforce's campaigns cost: an amount for each, shared out evenly over the days that it has lasted.
import { addDays, type Day } from "../../shared/period.ts";
import type { DerivedFact, EntityStream } from "../connector.ts";
import { dayAt } from "../plan.ts";
import { readRows, rowsRequest, type Table } from "./salesforce-query.ts";
import { listName, microsIn, momentIn, placeOf } from "./salesforce-sales.ts";

const CAMPAIGNS: Table = {
  name: "Campaign",
  fields: () => ["Name", "Type", "StartDate", "EndDate", "SystemModstamp"],
  money: "ActualCost",
};
/** A campaign that lasts longer has an end that nobody means: its cost belongs to its first day. */
const MOST_DAYS = 731;

export const campaigns: EntityStream = {
  kind: "entities",
  name: "campaigns",
  entity: "campaign",
  metrics: ["spend"],
  overlapMinutes: 10,
  sweep: "weekly",
  request: (page, settings) => rowsRequest(CAMPAIGNS, page, settings),
  read: (answer, page) =>
    readRows(CAMPAIGNS, page, answer, (row) => {
      const [from, known] = [momentIn(row["StartDate"]), momentIn(row["SystemModstamp"])];
      const cost = microsIn(row["ActualCost"]);
      // Without a first day, there is no day for what it cost.
      if (cost && (from === null || known === null)) return null;
      const campaign = typeof row["Name"] === "string" ? row["Name"].slice(0, 100) : "";
      const names = { campaignId: String(row["Id"]), campaign, origin: listName(row["Type"]) };
      return { ...names, from, to: momentIn(row["EndDate"]), known, cost };
    }),
  derive: (fields, settings, { timeZone }) => {
    const { from, to, known, cost } = fields;
    if (typeof from !== "string" || typeof cost !== "number" || cost <= 0) return [];
    // What a campaign has cost until now is of the days until the last change made to it.
    const now = dayAt(Date.parse(String(known)), timeZone);
    const end = typeof to === "string" ? to : from;
    const days = daysOf(from, end < now ? end : now);
    const place = placeOf(fields, settings);
    const each = Math.floor(cost / days.length);
    const rest = cost - each * days.length;
    return days.map((day, index): DerivedFact => ({
      day,
      ...place,
      values: { spend: each + (index < rest ? 1 : 0) },
    }));
  },
};

/** The days from one to another, both included; the first at least. */
function daysOf(from: Day, to: Day): Day[] {
  const days = [from];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (days.push(day) > MOST_DAYS) return [from];
  }
  return days;
}
