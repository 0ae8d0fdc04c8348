// The Webmecanik (Mautic) connector and the answers that the service's own documentation records.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EntityPage, EntityStream } from "../../../worker/connector.ts";
import { mautic } from "../../../worker/connectors/mautic.ts";
import { entityStreams } from "./read-whole.ts";

const settings = { host: "atelier.webmecanik.com" };
const later: EntityPage = {
  since: "2026-11-20T11:00:00.000Z",
  until: "2026-11-21T12:00:00.000Z",
  token: null,
};
const stream = (name: string): EntityStream => {
  const found = entityStreams(mautic).find((candidate) => candidate.name === name);
  if (!found) throw new Error(name);
  return found;
};
const read = (name: string, body: unknown) => {
  const answer = { status: 200, headers: {}, body };
  return stream(name).read(answer, later, settings, { currency: null, timeZone: "Europe/Paris" });
};

const folder = join(process.env["BOUSSOLE_REFERENCE_DATA"] ?? "", "specs/mautic/fixtures");
const recorded = (name: string): any => JSON.parse(readFileSync(join(folder, name), "utf8"));
if (!existsSync(folder)) console.log("Left out: Mautic's recorded answers (BOUSSOLE_REFERENCE_DATA).");

test.runIf(existsSync(folder))(
  "only columns that the service's own documentation lists are asked for and read",
  () => {
    const { tableColumns } = recorded("stats_available_tables.json");
    for (const { name } of entityStreams(mautic)) {
      const token = name === "sends" ? JSON.stringify({ start: null, after: "0", names: {} }) : null;
      const { pathname, searchParams } = new URL(stream(name).request({ ...later, token }, settings).url);
      const columns = tableColumns[pathname.replace("/api/stats/", "")];
      const named = [...searchParams].filter(([key]) => key.endsWith("[col]")).map(([, value]) => value);
      expect(columns).toEqual(expect.arrayContaining(named));
    }
  },
);

test.runIf(existsSync(folder))("a recorded page of a table is read, every value a text", () => {
  const { total, stats } = recorded("stats_asset_downloads.json");
  const rows = stats.map((row: object) => ({ ...row, date_submitted: "2016-06-30 08:51:22", form_id: "3" }));
  expect(read("forms", { total, stats: rows })).toMatchObject({
    entities: [{ id: "31", fields: { f1: "2016-06-30T08:51:22Z 3" } }],
    next: null,
  });
});

test.runIf(existsSync(folder))("a recorded e-mail gives its name", () => {
  const { email } = recorded("email_get.json");
  expect(read("sends", { total: 1, emails: [email] }).next).toContain('"560":["560","test"]');
});
