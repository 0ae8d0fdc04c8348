// What Salesforce's rows count as: which day, which channel, how much.
import { describe, expect, test } from "vitest";
import type { EntityFields } from "../../../worker/connector.ts";
import { salesforce } from "../../../worker/connectors/salesforce.ts";
import { entityStreams } from "./read-whole.ts";

const settings = { host: "atelier.my.salesforce.com" };
const unit = { currency: "EUR", timeZone: "Europe/Paris" };
const derive = (name: string, fields: EntityFields, more = {}) =>
  entityStreams(salesforce)
    .find((stream) => stream.name === name)
    ?.derive(fields, { ...settings, ...more }, unit) ?? [];

describe("the figures", () => {
  test("of a deal fall on its close date, and follow it", () => {
    const won = {
      closed: "2026-11-20",
      state: "won",
      amount: 5_000_000,
      type: "New Customer",
      origin: "Google Ads",
      campaignId: "701",
      campaign: "C",
    };
    const place = {
      day: "2026-11-20",
      channel: "paid_search",
      source: "salesforce",
      medium: "",
      campaignId: "701",
      campaign: "C",
    };
    expect(derive("deals", won)).toEqual([
      { ...place, values: { opps_won: 1, revenue: 5_000_000, new_customers: 1 } },
    ]);
    expect(derive("deals", { ...won, type: "Existing Customer - Upgrade", amount: null })[0]?.values).toEqual(
      { opps_won: 1 },
    );
    expect(
      derive("deals", { ...won, type: "Premier achat" }, { newTypes: "Essai, Premier achat" })[0]?.values,
    ).toHaveProperty("new_customers");
    expect(derive("deals", { ...won, state: "lost" })[0]?.values).toEqual({ opps_lost: 1 });
    expect(derive("deals", { ...won, state: "open" })).toEqual([]);
  });

  test("of a lead count each step on its day, in the calendar of the app's user", () => {
    // 23:30 UTC on the 1st is half past midnight on the 2nd in Paris; a conversion has a day and no time.
    const lead = { leads: "2026-11-01T23:30:00Z", mql: null, sql: "2026-11-05", origin: "Word of mouth" };
    expect(derive("leads", lead).map(({ day, channel, values }) => [day, channel, values])).toEqual([
      ["2026-11-02", "referral", { leads: 1 }],
      ["2026-11-05", "referral", { sql: 1 }],
    ]);
    expect(derive("leads", lead, { channels: '{"Word of mouth":"affiliate"}' })[0]?.channel).toBe(
      "affiliate",
    );
  });

  test("of qualified leads are only told where a field holds their date", () => {
    const given = (more: object) =>
      salesforce.streamsFor?.({ ...settings, ...more }).flatMap(({ metrics }) => metrics);
    expect(given({})).not.toContain("mql");
    expect(given({ mqlField: "MQL_Date__c" })).toContain("mql");
  });

  test("of a campaign share its cost out over its days, to the last micro, as far as it has gone", () => {
    const campaign = {
      campaignId: "701",
      campaign: "C",
      origin: "Banner Ads",
      from: "2026-11-01",
      to: "2026-11-03",
      known: "2026-12-01T08:00:00Z",
      cost: 100_000_000,
    };
    // 100 € over three days: 33.333334, 33.333333, 33.333333.
    expect(
      derive("campaigns", campaign).map(({ day, channel, values }) => [day, channel, values.spend]),
    ).toEqual([
      ["2026-11-01", "display", 33_333_334],
      ["2026-11-02", "display", 33_333_333],
      ["2026-11-03", "display", 33_333_333],
    ]);
    const days = (more: object) => derive("campaigns", { ...campaign, ...more }).map(({ day }) => day);
    expect(days({ known: "2026-11-02T08:00:00Z" })).toEqual(["2026-11-01", "2026-11-02"]);
    expect(days({ to: null })).toEqual(["2026-11-01"]);
    expect(days({ to: "2999-12-31", known: "2999-12-31T00:00:00Z" })).toEqual(["2026-11-01"]);
    expect(days({ known: "2026-10-01T08:00:00Z" })).toEqual(["2026-11-01"]);
    expect(days({ cost: null })).toEqual([]);
  });
});
