// The Worker as the views see it: one typed call for each thing that they ask of it.
import type {
  AccountChoice,
  AskConsent,
  AskedConsent,
  ChangeConnection,
  Connection,
  ConnectorSummary,
  Consent,
  CreateConnection,
  Run,
  SourceQuestion,
  SyncStarted,
  Tested,
} from "../../shared/api/sources.ts";
import type { ChooseCounting, Counting } from "../../shared/api/counting.ts";
import type { WantedRange } from "../../shared/api/ranges.ts";
import type { Invitation, Workspace } from "../../shared/api/workspace.ts";
import type {
  Change,
  DecideReview,
  DiagnosisAnswer,
  EvidenceQuestion,
  Objective,
  Objectives,
  RetireObjective,
  Review,
  WriteNote,
} from "../../shared/api/objectives.ts";
import type { Evidence, Note } from "../../shared/objectives/evidence.ts";
import type { ObjectiveDraft } from "../../shared/objectives/objective.ts";
import type { UtmAnswer } from "../../shared/utm-check.ts";
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
export const readObjectives = () => get<Objectives>("/v1/objectives");

export const connect = (wanted: CreateConnection) => post<Connection>("/v1/connections", wanted);
export const changeConnection = (id: string, body: ChangeConnection) =>
  call<Connection>({ method: "patch", path: `/v1/connections/${id}`, body });
export const disconnect = (id: string, data: "keep" | "drop") =>
  call<null>({ method: "delete", path: `/v1/connections/${id}?data=${data}` });
export const askConsent = (body: AskConsent) =>
  call<AskedConsent>({ method: "post", path: "/v1/consents", body });
export const readConsent = (id: string) => get<Consent>(`/v1/consents/${id}`);
export const readAccounts = (connector: string, body: SourceQuestion) =>
  call<{ accounts: readonly AccountChoice[] }>({
    method: "post",
    path: `/v1/connectors/${connector}/accounts`,
    body,
  });
export const testSource = (connector: string, body: SourceQuestion) =>
  call<Tested>({ method: "post", path: `/v1/connectors/${connector}/test`, body });
export const readUtm = () => get<UtmAnswer>("/v1/checks/utm");
export const readCounting = () => get<{ metrics: readonly Counting[] }>("/v1/counting");
export const chooseCounting = (metric: string, by: ChooseCounting["by"]) =>
  call<Counting>({ method: "put", path: `/v1/counting/${metric}`, body: { by } });
export const createRange = (wanted: WantedRange) => post<Connection>("/v1/ranges", wanted);
export const changeRange = (id: string, body: WantedRange) =>
  call<Connection>({ method: "put", path: `/v1/ranges/${id}`, body });
export const startSync = (id: string) => post<SyncStarted>(`/v1/connections/${id}/sync`);

export const removeMember = (id: string) => call<null>({ method: "delete", path: `/v1/members/${id}` });
export const invite = () => post<Invitation>("/v1/invitations");

export const readEvidence = (body: EvidenceQuestion) =>
  call<Evidence>({ method: "post", path: "/v1/objectives/evidence", body });
export const createObjective = (draft: ObjectiveDraft) => post<Objective>("/v1/objectives", { draft });
export const replaceObjective = (id: string, version: number, draft: ObjectiveDraft) =>
  call<Objective>({
    method: "put",
    path: `/v1/objectives/${id}`,
    body: { draft },
    headers: { "If-Match": `"${version}"` },
  });
export const deleteObjective = (id: string) => call<null>({ method: "delete", path: `/v1/objectives/${id}` });
export const retireObjective = (id: string, body: RetireObjective) =>
  post<Objective>(`/v1/objectives/${id}/retire`, body);
export const readDiagnosis = (id: string) => get<DiagnosisAnswer>(`/v1/objectives/${id}/diagnosis`);
export const readChanges = (id: string) =>
  get<{ changes: readonly Change[] }>(`/v1/objectives/${id}/history`);
export const review = (id: string, body: DecideReview) => post<Review>(`/v1/objectives/${id}/reviews`, body);

export const writeNote = (body: WriteNote) => post<Note>("/v1/notes", body);
export const deleteNote = (id: string) => call<null>({ method: "delete", path: `/v1/notes/${id}` });
