// The pages of a consent, as a person's browser walks through them: to the service, back, and the question in between.
import type { Context as HonoContext, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import type { ConsentOutcome, ConsentStep } from "./consent.ts";
import { consentPage } from "./consent-pages.ts";
import type { Context } from "./door.ts";
import { isLoopback } from "./environment.ts";
import { languageOfRequest } from "./respond.ts";
import { newSecret, parseWorkspaceSecret } from "./secret.ts";

const COOKIE = "boussole-consent";
const COOKIE_SECONDS = 600;
const SMALL = 16 * 1024;

const STATUS: Readonly<Record<Exclude<ConsentOutcome["shows"], "service">, 200 | 400 | 403 | 410>> = {
  question: 200,
  granted: 200,
  refused: 200,
  failed: 400,
  other_service: 400,
  other_browser: 403,
  gone: 410,
};

/** Adds the pages: they take no key and no token, only secrets that are good once. */
export function addConsentPages(app: Hono<Context>): void {
  app.use("/connect/*", async (context, next) => {
    const url = new URL(context.req.url);
    // Whatever is told without HTTPS is told to everyone on the way, but for this machine itself.
    if (url.protocol !== "https:" && !isLoopback(url)) return show(context, { shows: "gone" });
    return next();
  });

  app.get("/connect/start", async (context) => {
    // A browser asks for the page; what merely looks whether a link is alive must not use it up.
    if (context.req.raw.method !== "GET") return context.body(null, 405, { allow: "GET" });
    const browser = rememberedBy(context) ?? newSecret();
    const outcome = await take(context, context.req.query("ticket"), { step: "open", browser });
    if (outcome.shows === "service") remember(context, browser);
    return show(context, outcome);
  });

  app.get("/connect/callback/:client", async (context) => {
    if (context.req.raw.method !== "GET") return context.body(null, 405, { allow: "GET" });
    const { state, code, iss, error } = context.req.query();
    const client = context.req.param("client");
    const browser = rememberedBy(context);
    if (browser === undefined) return show(context, { shows: "other_browser" });
    return show(context, await take(context, state, { step: "answer", browser, client, code, iss, error }));
  });

  const limit = bodyLimit({ maxSize: SMALL, onError: (context) => context.body(null, 413) });
  app.post("/connect/confirm", limit, async (context) => {
    const browser = rememberedBy(context);
    if (browser === undefined || !isOwnForm(context)) return show(context, { shows: "other_browser" });
    const form = new URLSearchParams(await context.req.text());
    const given = { code: form.get("code") ?? "", agreed: form.get("answer") === "yes" };
    const proof = form.get("proof") ?? "";
    return show(context, await take(context, proof, { step: "confirm", browser, ...given }));
  });
}

type Step = ConsentStep extends infer One
  ? One extends ConsentStep
    ? Omit<One, "origin" | "key">
    : never
  : never;

/** Takes a step in the workspace that the secret names. */
async function take(
  context: HonoContext<Context>,
  secret: string | undefined,
  step: Step,
): Promise<ConsentOutcome> {
  const parsed = parseWorkspaceSecret(secret ?? "");
  if (!parsed) return { shows: "gone" };
  const { origin } = new URL(context.req.url);
  const whole = { ...step, origin, key: parsed.secret } as ConsentStep;
  return context.env.WORKSPACE.getByName(parsed.workspace).consent(whole);
}

function show(context: HonoContext<Context>, outcome: ConsentOutcome): Response | Promise<Response> {
  if (outcome.shows === "service") return context.redirect(outcome.url, 302);
  const { page, policy } = consentPage(outcome, languageOfRequest(context));
  context.header("content-security-policy", policy);
  return context.html(page, STATUS[outcome.shows]);
}

/**
 * What the browser remembers, so that the answer of a service is only taken from where it was asked for. Only this host
 * can set it (`__Host-`, RFC 6265bis, 4.1.3.2); a local run has no HTTPS, and so neither that nor `Secure`.
 */
function cookieOf(context: HonoContext<Context>): { readonly name: string; readonly secure: boolean } {
  const secure = new URL(context.req.url).protocol === "https:";
  return { name: secure ? `__Host-${COOKIE}` : COOKIE, secure };
}

function rememberedBy(context: HonoContext<Context>): string | undefined {
  const found = getCookie(context, cookieOf(context).name);
  return found !== undefined && /^[\w-]{43}$/.test(found) ? found : undefined;
}

/** One for all the consents of a browser, so that two at a time do not disturb each other. */
function remember(context: HonoContext<Context>, browser: string): void {
  const { name, secure } = cookieOf(context);
  // Not `Strict`: the answer comes from the service's own site.
  const options = { path: "/", httpOnly: true, secure, sameSite: "Lax", maxAge: COOKIE_SECONDS } as const;
  setCookie(context, name, browser, options);
}

/** Whether a form was sent from one of these pages, as far as the browser tells; its secret proves it in any case. */
function isOwnForm(context: HonoContext<Context>): boolean {
  const site = context.req.header("sec-fetch-site") ?? "same-origin";
  const type = context.req.header("content-type") ?? "";
  return site === "same-origin" && type.startsWith("application/x-www-form-urlencoded");
}
