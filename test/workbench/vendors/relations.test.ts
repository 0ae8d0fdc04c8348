// The simulated services tell of one shop: what one shows can be found again in another.
import { beforeAll, describe, expect, it } from "vitest";
import { newWorld, type TestWorld } from "./world.ts";

let world: TestWorld;
let october: any;
let byDay: any;

beforeAll(async () => {
  world = await newWorld("2024-12-31");
  const query = "from=2024-10-07&to=2024-11-17&with=sales,forms,newsletters,messages,search";
  october = await world.totals(query);
  byDay = await world.totals(`${query}&by=day`);
}, 30_000);

const signUps = ({ conversions, orders }: any): number => conversions - orders;

describe("the shop's figures", () => {
  it("are the same each time, and of a list of parts that is asked for", async () => {
    const again = await world.totals("from=2024-10-07&to=2024-11-17&with=sales");
    expect(again.sales).toEqual(october.sales);
    expect(again).not.toHaveProperty("search");
    const unknown = await world.ask("-/totals?from=2024-10-07&to=2024-11-17&with=weather");
    expect(unknown.status).toBe(400);
  });

  it("have fewer leads than sign-ups, by channel and by day", () => {
    for (const [channel, { leads = 0 }] of Object.entries<any>(october.forms.groups))
      expect(leads).toBeLessThanOrEqual(signUps(october.groups[channel]));
    for (const [day, { leads = 0 }] of Object.entries<any>(byDay.forms.groups))
      expect(leads).toBeLessThanOrEqual(signUps(byDay.groups[day]));
  });

  it("have fewer of each further step, and a new customer for each deal won", async () => {
    // From the first lead on: no step belongs to a lead from before.
    const { forms, sales } = await world.totals("from=2024-10-01&to=2024-12-30&with=forms,sales");
    const { leads, mql, sql, newCustomers } = forms.total;
    expect(mql).toBeLessThan(leads);
    expect(sql).toBeLessThan(mql);
    expect(newCustomers).toBeLessThan(sql);
    const { dealsWon, dealsLost } = sales.total;
    expect(dealsWon + dealsLost).toBeLessThanOrEqual(sql);
    expect(dealsWon).toBeLessThanOrEqual(newCustomers);
    expect(dealsWon).toBeGreaterThan(0.8 * newCustomers);
  });

  it("have as many clicks in automatic messages as sessions of their campaigns", async () => {
    const { groups, messages } = await world.totals(
      "from=2024-10-07&to=2024-11-17&by=campaign&with=messages",
    );
    for (const name of ["Relance panier abandonné", "Bienvenue – 10 % offerts"]) {
      const ratio = messages.groups[name].hits / groups[name].sessions;
      // The days are those of UTC here and of Paris there.
      expect(ratio).toBeGreaterThan(0.97);
      expect(ratio).toBeLessThan(1.03);
    }
  });

  it("have 1.25 session for each reader of a newsletter who clicks, over six whole weeks", async () => {
    const { newsletters } = await world.totals("from=2024-10-08&to=2024-11-12&by=campaign&with=newsletters");
    const { groups } = await world.totals("from=2024-10-08&to=2024-11-18&by=campaign");
    const name = "Newsletter hebdomadaire";
    expect(groups[name].sessions / newsletters.groups[name].clicks).toBeCloseTo(1.25, 2);
  });

  it("have a session of Google's free results for nearly each click on one", () => {
    const ratio = october.groups["Organic Search"].sessions / october.search.groups["Organic Search"].clicks;
    // 690 of the 755 sessions of free results come from Google, at 0.96 a click: 0.96 × 755 / 690.
    expect(ratio).toBeGreaterThan(1.0);
    expect(ratio).toBeLessThan(1.1);
  });

  it("follow an order that a test gives: a tenth of the sessions of a channel brings fewer leads", async () => {
    await world.control({ adjustments: [{ from: "2024-10-01", channel: "Organic Search", sessions: 0.1 }] });
    const { forms } = await world.totals("from=2024-10-07&to=2024-11-17&with=forms");
    await world.control({ adjustments: [] });
    const less = forms.groups["Organic Search"].leads / october.forms.groups["Organic Search"].leads;
    expect(less).toBeLessThan(0.25);
    expect(forms.groups.Direct).toEqual(october.forms.groups.Direct);
  });
});
