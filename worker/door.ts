// The way in: settings and identity are checked here, then a call goes to the object of its workspace.
import type { Context as HonoContext, Next } from "hono";
import { apiHeaders } from "../shared/api/call.ts";
import { googleKeys, type Identity, verifyIdentity } from "./auth.ts";
import { astray, type Environment, readEnvironment } from "./environment.ts";
import { languageOfRequest, refuse } from "./respond.ts";
import { type Extras, Refusal } from "./refusal.ts";
import type { Route } from "./routes/route.ts";
import { read } from "./serve.ts";
import { hashOf, newId, parseWorkspaceSecret, type WorkspaceSecret } from "./secret.ts";

export interface Context {
  Bindings: Env;
  Variables: { environment: Environment; request: string };
}

const IDEMPOTENCY_KEY = /^[\w.:-]{1,255}$/;

/** Lets nothing through while a setting is missing, weak, or meant for a local run only. */
async function open(context: HonoContext<Context>, next: Next): Promise<Response | void> {
  const environment = readEnvironment({ ...context.env });
  const variable = "faulty" in environment ? environment.faulty : astray(environment, context.req.url);
  if ("faulty" in environment || variable !== undefined) {
    return refuse(context, "not_configured", variable === undefined ? {} : { variable });
  }
  context.set("environment", environment);
  return next();
}

/** Answers a call of a route. */
async function serve(context: HonoContext<Context>, route: Route): Promise<Response> {
  const identity = await identityOf(context);
  if (identity === "refused") return refuse(context, "unauthenticated");
  if (identity === "unavailable") return refuse(context, "identity_unavailable");
  if (route.who === "person" && !identity) return refuse(context, "unauthenticated");
  const key = parseWorkspaceSecret(context.req.header(apiHeaders.key) ?? "");
  const spreadsheet = context.req.header(apiHeaders.spreadsheet) ?? "";
  if (route.who !== "person" && !(key && spreadsheet)) return refuse(context, "key_refused");
  // What is answered outside the object is not even read before the object has let the call through.
  if (route.name === "createWorkspace" && !(await mayCreate(context, identity))) {
    return refuse(context, "too_many_requests", { retryAfter: 60 });
  }
  const body = route.outside ? { json: undefined } : await bodyOf(context, route);
  if (body instanceof Response) return body;
  const idempotencyKey = context.req.header(apiHeaders.idempotency);
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    return refuse(context, "invalid_request", { fields: [apiHeaders.idempotency] });
  }
  const workspace =
    route.who === "person" ? await workspaceOf(route, body.json, identity, idempotencyKey) : key;
  if (!workspace) return refuse(context, "code_refused");
  const served = await context.env.WORKSPACE.getByName(workspace.workspace).serve({
    route: route.name,
    params: { ...context.req.param() },
    // Plain objects only, to cross into the object.
    query: { ...context.req.query() },
    body: body.json,
    identity,
    keyHash: await hashOf(workspace.secret),
    spreadsheet,
    language: languageOfRequest(context),
    ifMatch: context.req.header("if-match"),
    ifNoneMatch: context.req.header("if-none-match"),
    idempotencyKey,
    origin: new URL(context.req.url).origin,
  });
  // The platform's types know no tuple on the way out of an object.
  if ("refused" in served) return refuse(context, served.refused, served.extras as Extras);
  if (route.outside) return answerOutside(context, route);
  const headers = {
    ...served.headers,
    ...(served.body === null ? {} : { "content-type": "application/json" }),
  };
  return new Response(served.body, { status: served.status, headers });
}

/** A workspace is made for anyone whom Google knows: but not without end. */
async function mayCreate(context: HonoContext<Context>, identity: Identity | undefined): Promise<boolean> {
  const { success } = await context.env.NEW_WORKSPACES.limit({ key: identity?.sub ?? "" });
  return success;
}

/** Answers a call that the object has let through. */
async function answerOutside(context: HonoContext<Context>, { outside, ...route }: Route): Promise<Response> {
  const body = await bodyOf(context, route);
  if (body instanceof Response) return body;
  try {
    const answer = outside?.(route.body && read(route.body, body.json));
    return Response.json(answer?.body, { status: answer?.status ?? route.status });
  } catch (error) {
    if (error instanceof Refusal) return refuse(context, error.code, error.extras);
    throw error;
  }
}

/** The caller, undefined where no token was given: a bad one is never taken for none. */
async function identityOf(
  context: HonoContext<Context>,
): Promise<Identity | undefined | "refused" | "unavailable"> {
  const header = context.req.header(apiHeaders.token);
  if (header === undefined) return undefined;
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1];
  if (token === undefined) return "refused";
  const { clientIds, keysUrl } = context.get("environment");
  return verifyIdentity(token, { keys: googleKeys(keysUrl), clientIds, now: Date.now() });
}

/** The JSON of the body, undefined where it is none or none is taken; a refusal for another type of body. */
async function bodyOf(
  context: HonoContext<Context>,
  route: Route,
): Promise<{ readonly json: unknown } | Response> {
  if (!route.body) return { json: undefined };
  if (!/^application\/json\b/i.test(context.req.header("content-type") ?? "")) {
    return refuse(context, "unsupported_media_type");
  }
  try {
    return { json: JSON.parse(await context.req.text()) as unknown };
  } catch {
    return { json: undefined };
  }
}

/**
 * The workspace that a call without a key is for: the one an invitation names, or a new one. With an idempotency key a
 * person's second call finds the workspace of the first.
 */
async function workspaceOf(
  route: Route,
  body: unknown,
  identity: Identity | undefined,
  idempotencyKey: string | undefined,
): Promise<WorkspaceSecret | undefined> {
  if (route.name !== "createWorkspace")
    return parseWorkspaceSecret(String((body as { code?: unknown } | undefined)?.code));
  if (idempotencyKey === undefined) return { workspace: newId(), secret: "" };
  return { workspace: (await hashOf(`${identity?.sub}|${idempotencyKey}`)).slice(0, 32), secret: "" };
}

export const door = { open, serve };
