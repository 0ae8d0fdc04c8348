// Inside the object: who may call, how often, and once only where asked; then the route answers.
import type * as z from "zod";
import type { ApiProblemCode } from "../shared/api/call.ts";
import type { Role } from "../shared/api/workspace.ts";
import { type Extras, Refusal } from "./refusal.ts";
import type { Room } from "./room.ts";
import type { Answer, Route, Who } from "./routes/route.ts";
import { routes } from "./routes/index.ts";
import { hashOf } from "./secret.ts";
import { keepReply, keyFits, reply, roleOf } from "./store/members.ts";
import { exists, migrate } from "./store/schema.ts";
import type { Request } from "./workspace.ts";

/** An answer as it leaves the object. */
export type Served =
  | { readonly status: number; readonly body: string | null; readonly headers: Record<string, string> }
  | { readonly refused: ApiProblemCode; readonly extras: Extras };

/** Calls that the workspace may make a minute, all its people together. */
const CALLS_A_MINUTE = 600;
const MINUTE_MS = 60_000;
const REPLIES_KEPT_MS = 24 * 3_600_000;

/** What the object remembers between calls, in memory only. */
export interface Desk {
  minute: number;
  /** Calls of this minute, by route. */
  readonly calls: Map<string, number>;
  /** Calls in progress, by idempotency key. */
  readonly pending: Map<string, Promise<Answer>>;
}

export function newDesk(): Desk {
  return { minute: 0, calls: new Map(), pending: new Map() };
}

/** Answers a call, or says why not. Anything unforeseen is thrown. */
export async function serve(room: Room, request: Request, desk: Desk): Promise<Served> {
  try {
    const route = routes.find(({ name }) => name === request.route);
    if (!route) throw new Refusal("not_found");
    const role = admit(room, route, request);
    // Only calls with a good key count: a stranger must not use up what belongs to the workspace.
    count(desk, route, room.now());
    const checked = { ...request, ...formOf(route, request) };
    const { status = route.status, body, headers = {} } = await once(room, route, checked, role, desk);
    return { status, body: body === undefined ? null : JSON.stringify(body), headers: { ...headers } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.code, extras: error.extras };
  }
}

function count(desk: Desk, { name, perMinute = CALLS_A_MINUTE }: Route, now: number): void {
  const minute = Math.floor(now / MINUTE_MS);
  if (desk.minute !== minute) desk.calls.clear();
  desk.minute = minute;
  const calls = (desk.calls.get(name) ?? 0) + 1;
  desk.calls.set(name, calls);
  const all = [...desk.calls.values()].reduce((sum, some) => sum + some, 0);
  if (all > CALLS_A_MINUTE || calls > perMinute) {
    const retryAfter = Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000);
    throw new Refusal("too_many_requests", { retryAfter });
  }
}

/** What the caller may do here. Nothing is told, nor written, before the key has proven itself. */
function admit(
  { sql, storage }: Room,
  route: Route,
  { identity, keyHash, spreadsheet }: Request,
): Role | "reader" {
  if (route.who === "person") {
    if (!exists(sql)) {
      if (route.name !== "createWorkspace") throw new Refusal("code_refused");
      migrate(storage);
    }
    return "reader";
  }
  if (!exists(sql) || !keyFits(sql, spreadsheet, keyHash)) throw new Refusal("key_refused");
  const role = identity && roleOf(sql, identity.sub);
  const refusal = refuse(route.who, role, identity !== undefined);
  if (refusal) throw new Refusal(refusal);
  return role ?? "reader";
}

function refuse(who: Who, role: Role | undefined, known: boolean): ApiProblemCode | undefined {
  if (who === "reader") return undefined;
  if (!known) return "unauthenticated";
  if (role === undefined) return "not_a_member";
  return who === "owner" && role !== "owner" ? "owner_only" : undefined;
}

/** The query and the body as the route's schemas read them. */
function formOf(route: Route, { query, body }: Request): { query: unknown; body: unknown } {
  return {
    query: route.query && read(route.query, query),
    body: route.body && !route.outside && read(route.body, body),
  };
}

/** What a schema reads. @throws Refusal naming the parts that are wrong */
export function read(schema: z.ZodType, value: unknown): unknown {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const fields = error.issues.map(({ path }) => path.map(String).join(".") || "body");
  throw new Refusal("invalid_request", { fields: [...new Set(fields)].slice(0, 20) });
}

/** With an idempotency key, the same call is done once and answered alike for a day. */
async function once(
  room: Room,
  route: Route,
  request: Request,
  role: Role | "reader",
  desk: Desk,
): Promise<Answer> {
  const { idempotencyKey, identity, ...rest } = request;
  const call = { ...rest, identity, role };
  if (!route.idempotent || idempotencyKey === undefined) return route.handle(room, call);
  const key = await hashOf([route.name, identity?.sub, idempotencyKey].join("|"));
  const digest = await hashOf(JSON.stringify([request.params, request.body]));
  const earlier = reply(room.sql, key, room.now() - REPLIES_KEPT_MS);
  if (earlier) {
    if (earlier.digest !== digest) throw new Refusal("idempotency_mismatch");
    return { status: earlier.status, body: JSON.parse(earlier.body) as unknown };
  }
  const slot = `${key} ${digest}`;
  const pending = desk.pending.get(slot);
  if (pending) return pending;
  const answering = Promise.resolve(route.handle(room, call)).then((answer) => {
    const kept = { digest, status: answer.status ?? route.status, body: JSON.stringify(answer.body ?? null) };
    keepReply(room.sql, key, kept, room.now());
    return answer;
  });
  desk.pending.set(slot, answering);
  try {
    return await answering;
  } finally {
    desk.pending.delete(slot);
  }
}
