// The Worker: the API behind the add-on.
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { addConsentPages } from "./connect.ts";
import { type Context, door } from "./door.ts";
import { log } from "./log.ts";
import { openApi } from "./openapi.ts";
import { refuse } from "./respond.ts";
import { routes } from "./routes/index.ts";

export { SyncRun } from "./sync.ts";
export { Workspace } from "./workspace.ts";

const LARGEST_BODY = 256 * 1024;

const app = new Hono<Context>();

app.use(async function logged(context, next) {
  const began = Date.now();
  context.set("request", crypto.randomUUID());
  await next();
  const { method, routePath } = context.req;
  const { status } = context.res;
  context.res.headers.set("x-request-id", context.get("request"));
  log({
    event: "request",
    request: context.get("request"),
    method,
    route: routePath,
    status,
    ms: Date.now() - began,
  });
});
app.use(async function ownPolicy(context, next) {
  await next();
  // A page that says what it needs is not held to what the API's answers need: nothing.
  if (!context.res.headers.has("content-security-policy"))
    context.res.headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
});
app.use(secureHeaders({ referrerPolicy: "no-referrer", crossOriginResourcePolicy: "same-origin" }));
app.use(async function neverStored(context, next) {
  await next();
  context.res.headers.set("cache-control", "no-store");
});

app.get("/healthz", (context) => context.json({ ok: true }));
app.use(door.open);
addConsentPages(app);
app.get("/openapi.json", (context) => context.json(openApi(routes)));
for (const route of routes) {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ":$1");
  const maxSize = route.largest ?? LARGEST_BODY;
  const limit = bodyLimit({ maxSize, onError: (context) => refuse(context, "too_large") });
  app.on(route.method, path, limit, (context) => door.serve(context, route));
}

app.notFound((context) => refuse(context, "not_found"));
app.onError((error, context) => {
  log({ event: "crash", request: context.get("request"), code: error.name, at: placeOf(error) });
  return refuse(context, "internal");
});

/** Where an error was thrown: its message, which may quote anything, stays out of the logs. */
function placeOf(error: Error): string | undefined {
  return /\n\s+at (.+)/.exec(error.stack ?? "")?.[1];
}

export default app;
