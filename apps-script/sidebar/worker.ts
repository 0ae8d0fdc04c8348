// The Worker as the views see it: one typed call for each thing that they ask of it.
import type {
  ChangeConnection,
  Connection,
  ConnectorSummary,
  CreateConnection,
  Run,
  SyncStarted,
} from "../../shared/api/sources.ts";
import type { Invitation, Workspace } from "../../shared/api/workspace.ts";
import type { KpiAnswer } from "../../shared/api/kpis.ts";
import type { Objective, ObjectiveDraft, Scope } from "../../shared/api/objectives.ts";
import type { Day } from "../../shared/period.ts";
import type { ApiAnswer, ApiCall, ProblemShown } from "../backend.ts";
import { ask, type Failure } from "./server.ts";

/** Why a call came to nothing: the script's reasons, the Worker's own, or no Worker at all. */
export type Trouble =
  | Failure
  | { readonly kind: "unreachable" }
  | ({ readonly kind: "problem" } & ProblemShown);

export type Result<Body> = { readonly body: Body } | { readonly trouble: Trouble };

/** What an answer of the script about a call comes to. */
export function resultOf<Body>(answer: { value: ApiAnswer<Body> } | { failure: Failure }): Result<Body> {
  if ("failure" in answer) return { trouble: answer.failure };
  if (answer.value.ok) return { body: answer.value.body };
  const { problem } = answer.value;
  return { trouble: problem === null ? { kind: "unreachable" } : { kind: "problem", ...problem } };
}

async function call<Body>(request: ApiCall): Promise<Result<Body>> {
  return resultOf((await ask("api", request)) as Parameters<typeof resultOf<Body>>[0]);
}

const get = <Body>(path: string): Promise<Result<Body>> => call({ method: "get", path });

/** A POST that may be sent again without being done twice: the same body, sent after a failure, has the same key. */
function post<Body>(path: string, body?: unknown): Promise<Result<Body>> {
  const sent = `${path} ${JSON.stringify(body)}`;
  const key = unanswered.get(sent) ?? crypto.randomUUID();
  unanswered.set(sent, key);
  const request: ApiCall = { method: "post", path, headers: { "Idempotency-Key": key } };
  return call<Body>(body === undefined ? request : { ...request, body }).then((result) => {
    const unknown = "trouble" in result && result.trouble.kind !== "problem";
    if (!unknown) unanswered.delete(sent);
    return result;
  });
}

const unanswered = new Map<string, string>();

export const readWorkspace = () => get<Workspace>("/v1/workspace");
export const readConnectors = () => get<{ connectors: readonly ConnectorSummary[] }>("/v1/connectors");
export const readConnections = () => get<{ connections: readonly Connection[] }>("/v1/connections");
export const readRuns = (limit: number) => get<{ runs: readonly Run[] }>(`/v1/runs?limit=${limit}`);
export const readObjectives = () => get<{ objectives: readonly Objective[] }>("/v1/objectives");

export const connect = (wanted: CreateConnection) => post<Connection>("/v1/connections", wanted);
export const changeConnection = (id: string, body: ChangeConnection) =>
  call<Connection>({ method: "patch", path: `/v1/connections/${id}`, body });
export const disconnect = (id: string, data: "keep" | "drop") =>
  call<null>({ method: "delete", path: `/v1/connections/${id}?data=${data}` });
export const startSync = (id: string) => post<SyncStarted>(`/v1/connections/${id}/sync`);

export const invite = () => post<Invitation>("/v1/invitations");

export const createObjective = (draft: ObjectiveDraft) => post<Objective>("/v1/objectives", draft);
export const replaceObjective = (id: string, version: number, body: ObjectiveDraft) =>
  call<Objective>({
    method: "put",
    path: `/v1/objectives/${id}`,
    body,
    headers: { "If-Match": `"${version}"` },
  });
export const deleteObjective = (id: string) => call<null>({ method: "delete", path: `/v1/objectives/${id}` });

interface Question {
  readonly from?: Day;
  readonly to?: Day;
  readonly by?: "channel" | "campaign";
  readonly scope?: Scope;
}

/** The value of a KPI over a period, all that is held by default. */
export function readKpi(name: string, { scope = "all", ...rest }: Question): Promise<Result<KpiAnswer>> {
  const asked = Object.entries({ ...rest, ...(scope === "all" ? {} : scope) });
  const query = asked.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join("&");
  return get(`/v1/kpis/${name}?${query}`);
}
