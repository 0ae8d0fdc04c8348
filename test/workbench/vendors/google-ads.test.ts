// The simulated Google Ads: what it refuses, in Google's words, and what its claims are beside the shop's own counts.
import { beforeAll, describe, expect, it } from "vitest";
import { ADS_CUSTOMER, ADS_MANAGER, DEVELOPER_TOKEN } from "../../../workbench/vendors/google-ads.ts";
import { newWorld, type TestWorld } from "./world.ts";

let world: TestWorld;
let token: string;

beforeAll(async () => {
  world = await newWorld();
  token = await world.token({ scope: "https://www.googleapis.com/auth/adwords" });
});

const FIELDS = "campaign.id, segments.date, metrics.cost_micros, metrics.conversions";
const query = (
  where = "WHERE segments.date BETWEEN '2026-11-01' AND '2026-11-03'",
  fields = FIELDS,
): string => `SELECT ${fields} FROM campaign ${where} ORDER BY segments.date, campaign.id`;

async function search(body: unknown, headers: Record<string, string> = {}, customer = ADS_CUSTOMER) {
  const usual = {
    authorization: `Bearer ${token}`,
    "developer-token": DEVELOPER_TOKEN,
    "login-customer-id": ADS_MANAGER,
  };
  return world.json(`googleads.googleapis.com/v25/customers/${customer}/googleAds:search`, body, {
    ...usual,
    ...headers,
  });
}
const codeOf = ({ body }: { body: any }): string =>
  String(Object.values(body.error.details[0].errors[0].errorCode)[0]);

describe("a question", () => {
  it("is answered by rows in camel case, whole numbers as texts, with the total where it is asked for", async () => {
    const { status, body } = await search({
      query: query(),
      searchSettings: { returnTotalResultsCount: true },
    });
    expect(status).toBe(200);
    // Five campaigns of Google, three days.
    expect([body.results.length, body.totalResultsCount]).toEqual([15, "15"]);
    const [row] = body.results;
    expect(row.segments.date).toBe("2026-11-01");
    expect([typeof row.metrics.costMicros, typeof row.metrics.conversions]).toEqual(["string", "number"]);
    expect(Object.keys(row.metrics)).toEqual(["costMicros", "conversions"]);
  });

  it.each([
    ["a field that is none", query(undefined, `${FIELDS}, metrics.cost`), "UNRECOGNIZED_FIELD"],
    ["days without bounds", query(""), "EXPECTED_FILTERS_ON_DATE_RANGE"],
    ["a table that is none", "SELECT campaign.id FROM campaigns", "BAD_RESOURCE_TYPE_IN_FROM_CLAUSE"],
    ["no question", "", "UNEXPECTED_INPUT"],
  ])("with %s is refused whole", async (_name, text, code) => {
    const answer = await search({ query: text });
    expect([answer.status, codeOf(answer)]).toEqual([400, code]);
  });

  it("refuses a page that belongs to another question, and a field that the body does not have", async () => {
    await world.control({ mostRows: 4 });
    const { body } = await search({ query: query() });
    const other = query("WHERE segments.date BETWEEN '2026-11-01' AND '2026-11-02'");
    const answer = await search({ query: other, pageToken: body.nextPageToken });
    expect([answer.status, codeOf(answer)]).toEqual([400, "INVALID_PAGE_TOKEN"]);
    expect((await search({ query: query(), pageSize: 10 })).status).toBe(400);
    await world.control({ mostRows: 250_000 });
  });
});

describe("an account", () => {
  it.each([
    [
      "without the manager that opens it",
      { "login-customer-id": ADS_CUSTOMER },
      ADS_CUSTOMER,
      403,
      "USER_PERMISSION_DENIED",
    ],
    ["that was closed", {}, "1100223344", 403, "CUSTOMER_NOT_ENABLED"],
    ["with dashes in its number", {}, "482-016-3957", 404, undefined],
    [
      "with another developer's token",
      { "developer-token": "x" },
      ADS_CUSTOMER,
      401,
      "DEVELOPER_TOKEN_INVALID",
    ],
    ["that holds accounts and no campaigns", {}, ADS_MANAGER, 400, "REQUESTED_METRICS_FOR_MANAGER"],
  ])("%s is refused", async (_name, headers, customer, status, code) => {
    const answer = await search({ query: query() }, headers, customer);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(codeOf(answer)).toBe(code);
  });

  it("is not opened by a token for Analytics", async () => {
    const other = await world.token();
    expect((await search({ query: query() }, { authorization: `Bearer ${other}` })).status).toBe(403);
  });
});

it("claims, of three platforms together, more than all that Analytics counts on their lines", async () => {
  const all = await world.totals(
    "from=2026-10-01&to=2026-10-31&by=campaign&with=googleAds,metaAds,linkedinAds",
  );
  const parts = [all.googleAds, all.metaAds, all.linkedinAds];
  const claimed = parts.reduce((sum, { total }) => sum + total.claimedMicros, 0) / 1e6;
  const counted = parts
    .flatMap(({ groups }) => Object.keys(groups))
    .reduce((sum, campaign) => sum + all.groups[campaign].conversions, 0);
  expect(claimed).toBeGreaterThan(1.1 * counted);
  // But for Bing and the magazine's banner, all that is spent is theirs.
  const spent = parts.reduce((sum, { total }) => sum + total.spendMicros, 0);
  const elsewhere = all.groups["Marque (Bing)"].spendMicros;
  expect(spent + elsewhere).toBe(all.total.spendMicros);
});
