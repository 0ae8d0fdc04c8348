// The figures made of Mautic's messages and leads: which day each counts on, and for which send.
import { describe, expect, test } from "vitest";
import type { EntityFields } from "../../../worker/connector.ts";
import { mautic } from "../../../worker/connectors/mautic.ts";
import { entityStreams } from "./read-whole.ts";

const settings = { host: "atelier.webmecanik.com", mqlStage: "2", sqlSegment: "6" };
const derive = (name: string, fields: EntityFields, more = {}) => {
  const stream = entityStreams(mautic).find((candidate) => candidate.name === name);
  if (!stream) throw new Error(name);
  return stream.derive(fields, { ...settings, ...more }, { currency: null, timeZone: "Europe/Paris" });
};

describe("the figures", () => {
  const sent = { email: "12", campaignId: "12", campaign: "Bienvenue", s7: "2026-11-20T23:30:00Z" };

  test("of a message fall on the day it was sent, in the team's own calendar", () => {
    const fields = {
      ...sent,
      o7: "2026-11-22T08:00:00Z",
      c1: "2026-11-22T08:01:00Z",
      c2: "2026-11-23T08:01:00Z",
    };
    expect(derive("sends", fields)).toEqual([
      {
        // 23:30 UTC on the 20th is half past midnight on the 21st in Paris.
        day: "2026-11-21",
        channel: "email",
        source: "mautic",
        medium: "email",
        campaignId: "12",
        campaign: "Bienvenue",
        values: {
          emails_sent: 1,
          delivered: 1,
          unique_opens: 1,
          unique_clicks: 1,
          unsubscribes: 0,
          bounces: 0,
        },
      },
    ]);
  });

  test("of an e-mail sent twice to one person go to the send that each event follows", () => {
    const twice = {
      ...sent,
      s9: "2026-11-25T08:00:00Z",
      o9: "2026-11-25T09:00:00Z",
      c1: "2026-11-25T09:01:00Z",
      b1: "2026-11-20T23:31:00Z",
    };
    expect(
      derive("sends", twice).map(({ day, values }) => [
        day,
        values.delivered,
        values.unique_opens,
        values.unique_clicks,
      ]),
    ).toEqual([
      ["2026-11-21", 0, 0, 0],
      ["2026-11-25", 1, 1, 1],
    ]);
  });

  test("leave out a click whose send the instance has forgotten, and a send that failed", () => {
    expect(derive("clicks", { email: "12", c1: "2026-11-22T08:01:00Z" })).toEqual([]);
    expect(derive("sends", { email: "12", s7: null })).toEqual([]);
  });

  test("count a lead once, on the day of the first form, in the channel of the first tagged visit", () => {
    const person = {
      f1: "2026-11-05T08:00:00Z 3",
      f2: "2026-11-02T08:00:00Z 4",
      t1: "2026-11-01T08:00:00Z cpc",
      g1: "2026-11-06T08:00:00Z 2",
      g2: "2026-11-04T08:00:00Z 1",
      l6: "2026-11-09T08:00:00Z 6",
    };
    const told = (more = {}) =>
      derive("forms", person, more).map(({ day, channel, values }) => [day, channel, values]);
    expect(told()).toEqual([
      ["2026-11-02", "paid_search", { leads: 1 }],
      ["2026-11-06", "paid_search", { mql: 1 }],
      ["2026-11-09", "paid_search", { sql: 1 }],
    ]);
    expect(told({ forms: "3" })[0]).toEqual(["2026-11-05", "paid_search", { leads: 1 }]);
    expect(told({ forms: "0", mqlStage: "", sqlSegment: "" })).toEqual([]);
    expect(told({ channels: '{"cpc":"display"}' })[0]?.[1]).toBe("display");
  });
});
