// The sources whose first syncs are interrupted: figures read day by day, and customers read one by one.
import assert from "node:assert/strict";
import type { Refresh } from "../../shared/api/refresh.ts";
import { metrics } from "../../shared/metrics.ts";
import { HUB_ID, HUBSPOT_TOKEN } from "../../workbench/vendors/hubspot.ts";
import { assertAgreement, assertWholeDays, dataOf } from "./agreement.ts";
import type { Interrupted } from "./crash.ts";
import type { Shop } from "./workspace.ts";

/** Less than a month of figures, so that windows are read in several pages. */
const MONTH_ROWS = 400;

export const analytics: Interrupted = {
  name: "Google Analytics",
  pageRows: MONTH_ROWS,
  pages: 105,
  proofs: 1,
  connect: (workspace) => workspace.connectDemo(),
  assertWhole: assertWholeDays,
  assertAgreement,
};

/** What the columns of the tab are in the shop's own words. */
const SALES = {
  leads: "leads",
  mql: "mql",
  sql: "sql",
  new_customers: "newCustomers",
  opps_won: "dealsWon",
  opps_lost: "dealsLost",
  revenue: "dealRevenueMicros",
} as const;
/** Contacts and deals are two tables, each shown once it is complete. */
const TABLES = [
  ["leads", "mql", "sql", "new_customers"],
  ["opps_won", "opps_lost", "revenue"],
] as const;

export const crm: Interrupted = {
  name: "HubSpot",
  pageRows: 100,
  pages: 95,
  proofs: 0,
  connect: (workspace) =>
    workspace.connect({
      connector: "hubspot",
      name: "HubSpot",
      settings: { hub: String(HUB_ID) },
      credentials: { token: HUBSPOT_TOKEN },
    }),
  async assertWhole(refresh, shop) {
    const [held, known] = await both(refresh, shop);
    for (const table of TABLES) {
      const sums = table.map((name) => held[name]);
      if (sums.some((sum) => sum !== 0))
        assert.deepEqual(
          sums,
          table.map((name) => known[name]),
        );
    }
  },
  async assertAgreement(refresh, shop) {
    const [held, known] = await both(refresh, shop);
    assert.deepEqual(held, known);
  },
};

type Sums = Record<keyof typeof SALES, number>;

/** The sums of the days before today, as they are held and as the shop tells them; money in micros. */
async function both(refresh: Refresh, shop: Shop): Promise<[Sums, Sums]> {
  const { header, rows } = dataOf(refresh);
  const today = await shop.today();
  const names = Object.keys(SALES) as (keyof typeof SALES)[];
  const held = Object.fromEntries(
    names.map((name) => {
      const at = header.indexOf(metrics[name].label.en);
      const values = rows.filter(([day]) => String(day) < today).map((row) => Number(row[at] ?? 0));
      return [
        name,
        values.reduce((sum, value) => sum + Math.round(value * (name === "revenue" ? 1e6 : 1)), 0),
      ];
    }),
  ) as Sums;
  const days = Object.entries(await shop.sales("2000-01-01", today)).filter(([day]) => day < today);
  const known = Object.fromEntries(
    names.map((name) => [name, days.reduce((sum, [, counts]) => sum + (counts[SALES[name]] ?? 0), 0)]),
  ) as Sums;
  return [held, known];
}
