// The Webmecanik (Mautic) connector: what it asks, what it reads, and the whole of the simulated instance.
import { describe, expect, test } from "vitest";
import type { EntityPage, EntityStream } from "../../../worker/connector.ts";
import { mautic } from "../../../worker/connectors/mautic.ts";
import { failureOf } from "../../../worker/failure.ts";
import { hostsOf } from "../../../worker/hosts.ts";
import { MAUTIC_HOST } from "../../../workbench/vendors/mautic.ts";
import { entityStreams } from "./read-whole.ts";

const settings = { host: MAUTIC_HOST, mqlStage: "2", sqlSegment: "6" };
const unit = { currency: null, timeZone: "Europe/Paris" };
const first: EntityPage = { since: null, until: "2026-11-21T12:00:00.000Z", token: null };
const later: EntityPage = { ...first, since: "2026-11-20T11:00:00.000Z" };
const stream = (name: string): EntityStream => {
  const found = entityStreams(mautic).find((candidate) => candidate.name === name);
  if (!found) throw new Error(name);
  return found;
};
const asked = (name: string, page: EntityPage): { path: string; query: Record<string, string> } => {
  const { pathname, searchParams } = new URL(stream(name).request(page, settings).url);
  return { path: pathname, query: Object.fromEntries(searchParams) };
};
const read = (name: string, body: unknown, page = later) =>
  stream(name).read({ status: 200, headers: {}, body }, page, settings, unit);

describe("a request", () => {
  test("reads a table above the last id, in the order of ids, until an instant that stays the same", () => {
    const { path, query } = asked("clicks", { ...later, token: "41" });
    expect(path).toBe("/api/stats/page_hits");
    expect(query).toEqual({
      start: "0",
      limit: "1000",
      "order[0][col]": "id",
      "order[0][dir]": "asc",
      "where[0][col]": "id",
      "where[0][expr]": "gt",
      "where[0][val]": "41",
      "where[1][col]": "date_hit",
      "where[1][expr]": "lt",
      "where[1][val]": "2026-11-21 12:00:00",
      "where[2][col]": "date_hit",
      "where[2][expr]": "gte",
      "where[2][val]": "2026-11-20 11:00:00",
      "where[3][col]": "source",
      "where[3][expr]": "eq",
      "where[3][val]": "email",
    });
  });

  test("asks for openings by their own date: the rows of earlier sends change", () => {
    expect(asked("opens", later).query["where[2][col]"]).toBe("date_read");
  });

  test.each(["https://atelier.webmecanik.com/s/dashboard", " atelier.webmecanik.com "])(
    "goes to the host in %j",
    (host) => {
      expect(mautic.checkSettings({ host })).toBe(true);
      expect(hostsOf(mautic, { host }, [])).toEqual(["atelier.webmecanik.com"]);
      expect(stream("forms").request(first, { host }).url).toMatch(
        /^https:\/\/atelier\.webmecanik\.com\/api\//,
      );
    },
  );

  test.each([
    "127.0.0.1",
    "0x7f000001",
    "localhost",
    "webmecanik.com.evil.com",
    "evil.com#.webmecanik.com",
    "user:pw@atelier.webmecanik.com",
    "atelier.webmecanik.com:22",
    "http://atelier.webmecanik.com",
    "mautic.example.com",
  ])("never goes to %s", (host) => {
    expect(hostsOf(mautic, { host }, [])).toEqual([]);
  });

  test("goes to another instance where whoever runs the Worker allows it", () => {
    const host = "mautic.example.com";
    expect(hostsOf(mautic, { host }, ["mautic.example.com"])).toEqual([host]);
  });
});

describe("a reading", () => {
  const row = { id: "7", email_id: "12", lead_id: "31", date_sent: "2026-11-20 23:30:00", is_failed: "0" };

  test("of sends begins with the names of e-mails, a version under the e-mail it is tried out for", () => {
    const emails = {
      12: { id: 12, name: "Bienvenue", variantParent: null },
      13: { id: 13, name: "B", variantParent: 12 },
    };
    const token = read("sends", { total: 2, emails }).next;
    const { entities } = read(
      "sends",
      { total: 1, stats: [{ ...row, email_id: "13" }] },
      { ...later, token },
    );
    expect(entities).toEqual([
      {
        id: "13:31",
        fields: { email: "13", campaignId: "12", campaign: "Bienvenue", s7: "2026-11-20T23:30:00Z" },
      },
    ]);
  });

  test("takes a list and an object by id for the same thing", () => {
    const rows = [row, { ...row, id: "8", lead_id: "32" }];
    const list = read("opens", { total: 2, stats: rows });
    const object = read("opens", { total: "2", stats: { 7: rows[0], 8: rows[1] } });
    expect(object).toEqual(list);
    expect(read("sends", { total: 0, emails: [] }).next).not.toBeNull();
  });

  test("goes on while the service counts more rows than the page holds", () => {
    expect(read("opens", { total: 2, stats: [row] }).next).toBe("7");
    expect(read("opens", { total: 1, stats: [row] }).next).toBeNull();
    expect(read("opens", { total: 0, stats: [] }).next).toBeNull();
  });

  test("keeps no address, token or text, and says how many rows it could not place", () => {
    const personal = {
      ...row,
      email_address: "camille@example.com",
      tokens: "Camille",
      tracking_hash: "abc",
    };
    const { entities, rejected } = read("opens", {
      total: 2,
      stats: [personal, { ...row, id: "8", date_sent: null }],
    });
    expect(entities).toEqual([{ id: "12:31", fields: { email: "12", s7: "2026-11-20T23:30:00Z" } }]);
    expect(rejected).toBe(1);
    const tag = {
      id: "1",
      lead_id: "31",
      date_added: "2026-11-20 08:00:00",
      utm_medium: "camille@example.com",
    };
    expect(read("tags", { total: 1, stats: [tag] }).entities[0]?.fields).toEqual({
      t1: "2026-11-20T08:00:00Z ?",
    });
  });

  test("tells the end of a contact from a bounce, and leaves out what names no e-mail", () => {
    const refusal = {
      id: "1",
      lead_id: "31",
      channel: "email",
      channel_id: "12",
      date_added: "2026-11-20 23:31:00",
    };
    const rows = ["1", "2", "3"].map((reason, index) => ({ ...refusal, id: String(index), reason }));
    const { entities, rejected } = read("refusals", {
      total: 4,
      stats: [...rows, { ...rows[0], id: "9", channel_id: null }],
    });
    const at = "2026-11-20T23:31:00Z";
    expect(entities.map(({ fields }) => fields)).toEqual([
      { email: "12", u0: at },
      { email: "12", b1: at },
    ]);
    expect(rejected).toBeUndefined();
  });

  test.each([[null], [{ total: 1 }], [{ stats: [] }], [{ total: 1, stats: [{ id: "x" }] }]])(
    "of %j is refused",
    (body) => {
      expect(() => read("forms", body)).toThrow("source_malformed");
    },
  );

  test("of segments goes from the one of MQL to the one of SQL, person by person", () => {
    const both = { ...settings, mqlSegment: "5" };
    const page = (token: string | null) => ({ ...later, token });
    const members = (total: number, lead_id: string, leadlist_id: string) => ({
      status: 200,
      headers: {},
      body: {
        total,
        stats: [{ lead_id, leadlist_id, date_added: "2026-11-20 08:00:00", manually_removed: "0" }],
      },
    });
    const next = (total: number, lead: string, list: string, token: string | null) =>
      stream("segments").read(members(total, lead, list), page(token), both, unit).next;
    expect(next(2, "31", "5", null)).toBe("5:31");
    expect(next(1, "32", "5", "5:31")).toBe("6:0");
    expect(next(1, "31", "6", "6:0")).toBeNull();
  });
});

test("what fails with the status of a success is a failure all the same", () => {
  const failure = (status: number, body: object) =>
    failureOf({ status, headers: {}, body }, mautic.errors, 0)?.code;
  expect(failure(200, { errors: [{ message: "SQLSTATE[42S22]", code: 1054, type: null }] })).toBe(
    "request_refused",
  );
  expect(failure(200, { errors: [{ message: "You do not have access", code: 403, type: null }] })).toBe(
    "access_denied",
  );
  expect(failure(200, { availableTables: [], tableColumns: {} })).toBe("access_denied");
  expect(failure(200, { total: 0, stats: [] })).toBeUndefined();
  expect(failure(400, { error: "invalid_client" })).toBe("credentials_refused");
});
