// The check of tags, on tables small enough to be counted by hand.
import { describe, expect, test } from "vitest";
import { checkUtm, type UtmRow } from "../../shared/utm-check.ts";

const row = (change: Partial<UtmRow>): UtmRow => ({
  by: "Analytics",
  channel: "organic_search",
  source: "",
  medium: "",
  campaign: "",
  sessions: 0,
  clicks: 0,
  ...change,
});
const visits = (sessions: number, change: Partial<UtmRow> = {}): UtmRow => row({ ...change, sessions });
const ads = (clicks: number, campaign: string, channel = "paid_search"): UtmRow =>
  row({ by: "Google Ads", channel, campaign, clicks });

describe("visits of no channel", () => {
  test("are flagged above 5 %, with their rows, the heaviest first", () => {
    const [a, b] = [
      visits(20, { channel: "unknown", source: "appli" }),
      visits(40, { channel: "unknown", source: "qr", medium: "affiche" }),
    ];
    // 60 of 1,000.
    expect(checkUtm([a, visits(940), b]).unassigned).toEqual({
      sessions: 60,
      all: 1000,
      share: 0.06,
      flagged: true,
      rows: [b, a],
    });
  });

  test("are not at 5 % exactly", () => {
    expect(checkUtm([visits(950), visits(50, { channel: "unknown" })]).unassigned).toMatchObject({
      share: 0.05,
      flagged: false,
    });
  });

  test("cannot be told where nobody counts visits", () => {
    expect(checkUtm([ads(500, "Soldes")])).toEqual({ unassigned: null, spellings: [], untagged: null });
    expect(checkUtm([])).toEqual({ unassigned: null, spellings: [], untagged: null });
  });
});

describe("spellings", () => {
  test("that differ by case, accents or spaces are one name, the most used first", () => {
    const rows = [
      visits(10, { campaign: "ete 2026" }),
      visits(200, { campaign: "Été 2026" }),
      visits(30, { campaign: "ÉTÉ  2026 " }),
      visits(5, { campaign: "ete-2026" }),
    ];
    const { spellings } = checkUtm(rows);
    expect(spellings).toEqual([
      {
        of: "campaign",
        forms: [
          { text: "Été 2026", rows: [rows[1]] },
          { text: "ÉTÉ  2026 ", rows: [rows[2]] },
          { text: "ete 2026", rows: [rows[0]] },
        ],
      },
    ]);
  });

  test("of sources and mediums count too; those of an ad platform only for campaigns", () => {
    const rows = [
      visits(9, { source: "Facebook", medium: "CPC", campaign: "promo" }),
      visits(90, { source: "facebook", medium: "cpc" }),
      { ...ads(50, "Promo"), source: "FACEBOOK" },
    ];
    expect(checkUtm(rows).spellings.map(({ of, forms }) => [of, forms.map(({ text }) => text)])).toEqual([
      ["campaign", ["Promo", "promo"]],
      ["source", ["facebook", "Facebook"]],
      ["medium", ["cpc", "CPC"]],
    ]);
  });

  test("written the same way everywhere are no news", () => {
    expect(
      checkUtm([visits(1, { campaign: "a" }), visits(2, { campaign: "a", source: "x" }), ads(3, "a")])
        .spellings,
    ).toEqual([]);
  });
});

describe("paid clicks", () => {
  test("without a visit are flagged where more than a fifth is missing, with the campaigns that lose them", () => {
    const rows = [
      ads(600, "Marque"),
      ads(400, "Soldes"),
      visits(560, { channel: "paid_search", campaign: "marque" }),
      // Tagged by hand, and not seen as paid: its name is found all the same.
      visits(100, { channel: "referral", campaign: "Soldes" }),
    ];
    // Of 1,000 clicks, 560 visits in the channel: 44 % missing. "Marque" has 560 of 600, "Soldes" 100 of 400.
    expect(checkUtm(rows).untagged).toEqual([
      {
        channel: "paid_search",
        clicks: 1000,
        sessions: 560,
        missing: expect.closeTo(0.44, 12) as number,
        flagged: true,
        campaigns: [{ by: "Google Ads", campaign: "Soldes", clicks: 400, sessions: 100 }],
      },
    ]);
  });

  test("are told channel by channel, and more visits than clicks miss nothing", () => {
    const rows = [
      ads(100, "Marque"),
      ads(200, "Vitrine", "paid_social"),
      visits(130, { channel: "paid_search", campaign: "Marque" }),
      visits(20, { channel: "paid_social", campaign: "Vitrine" }),
    ];
    expect(
      checkUtm(rows).untagged?.map(({ channel, missing, flagged }) => [channel, missing, flagged]),
    ).toEqual([
      ["paid_search", 0, false],
      ["paid_social", 0.9, true],
    ]);
  });

  test("too few to prove anything are shown and not flagged; clicks of free results are none", () => {
    const rows = [ads(99, "Test"), visits(50), row({ channel: "organic_search", clicks: 5000 })];
    expect(checkUtm(rows).untagged).toMatchObject([{ clicks: 99, missing: 1, flagged: false }]);
  });
});
