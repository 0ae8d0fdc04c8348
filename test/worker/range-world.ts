// A spreadsheet whose range of spend is a source: what it holds, and the calls that its add-on makes.
import type { ApiProblem } from "../../shared/api/call.ts";
import type { KpiAnswer } from "../../shared/api/kpis.ts";
import type { SentCell, SentRange } from "../../shared/api/ranges.ts";
import type { Refresh } from "../../shared/api/refresh.ts";
import type { Connection, Run } from "../../shared/api/sources.ts";
import type { Invitation, Pairing } from "../../shared/api/workspace.ts";
import { ask, dominique, paired, sheet } from "./world.ts";

export type Caller = Awaited<ReturnType<typeof paired>>;
/** Noon in Paris on 21 November 2030. */
export const NOON = Date.parse("2030-11-21T11:00:00Z");
export const HOUR_MS = 3_600_000;

export const place = { sheet: "1204", a1: "A:E" };
export const SPEND = {
  kind: "figures",
  columns: [
    { header: "Jour", role: "date" },
    { header: "Canal", role: "channel" },
    { header: "Compte", role: "account" },
    { header: "Coût", role: "spend" },
    { header: "Clics", role: "clicks" },
  ],
  dayFirst: true,
  decimal: ",",
  currency: "EUR",
  channel: null,
};
export const HEADER = SPEND.columns.map(({ header }) => header);
export const ROWS: SentCell[][] = [
  HEADER,
  ["2030-11-17", "SEA", "FR", "1 000,10 €", 400],
  ["2030-11-17", "SEA", "BE", 200, 100],
  ["2030-11-20", "Newsletter", "FR", "", 25],
  ["Total", "", "", 1200.1, 525],
];

export const wanted = (mapping: object = SPEND, name = "Dépenses") => ({ name, place, mapping });
export const connect = (caller: Caller, mapping?: object) =>
  ask<Connection>(caller, "POST", "/v1/ranges", wanted(mapping));
export const send = (caller: Caller, { id }: Connection, sent: SentRange) =>
  ask<Connection>(caller, "PUT", `/v1/connections/${id}/rows`, sent);
export const rows = (sent: readonly (readonly SentCell[])[], first = 1): SentRange => ({ first, rows: sent });
export const codeOf = async (answer: Response): Promise<string> => (await answer.json<ApiProblem>()).code;
export const kpi = (caller: Caller, name: string, question = "") =>
  ask<KpiAnswer>(caller, "GET", `/v1/kpis/${name}${question}`);
export const runs = async (caller: Caller) => (await ask<{ runs: Run[] }>(caller, "GET", "/v1/runs")).runs;
export const refreshed = (caller: Caller) => ask<Refresh>(caller, "GET", "/v1/refresh");

export async function filled(
  mapping?: object,
  sent = ROWS,
): Promise<{ caller: Caller; connection: Connection }> {
  const caller = await paired();
  const connection = await connect(caller, mapping);
  return { caller, connection: await send(caller, connection, rows(sent)) };
}

/** A member of this workspace, in a spreadsheet of their own. */
export async function member(owner: Caller): Promise<Caller> {
  const { code } = await ask<Invitation>(owner, "POST", "/v1/invitations");
  const spreadsheet = sheet();
  const { key } = await ask<Pairing>({ person: dominique }, "POST", "/v1/workspaces/join", {
    code,
    spreadsheet,
  });
  return { person: dominique, key, spreadsheet: spreadsheet.id, id: owner.id };
}
