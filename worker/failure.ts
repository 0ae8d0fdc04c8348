// Everything that can go wrong with a source: what it is called, and whether trying again helps.
import type { SourceProblemCode } from "../shared/api/sources.ts";
import type { Connector, ErrorRule, SourceAnswer } from "./connector.ts";

/** A call to a source that brought no figures. Never holds what the source said. */
export class SourceFailure extends Error {
  readonly code: SourceProblemCode;
  /** How long the source asks to wait, in milliseconds. */
  readonly wait: number | undefined;
  /** The HTTP status, 0 where there was no answer. */
  readonly status: number;
  /** What the rule of this refusal says to do about it. */
  readonly instead: ErrorRule["instead"];

  constructor(
    code: SourceProblemCode,
    {
      status = 0,
      wait,
      instead,
    }: { status?: number; wait?: number | undefined; instead?: ErrorRule["instead"] } = {},
  ) {
    super(code);
    this.name = "SourceFailure";
    this.code = code;
    this.status = status;
    this.instead = instead;
    this.wait = wait;
  }
}

/** The failure that an answer amounts to; undefined for a success. `now` (ms) dates a `Retry-After`. */
export function failureOf(
  { status, headers, body }: SourceAnswer,
  rules: readonly ErrorRule[],
  now: number,
): SourceFailure | undefined {
  const good = status >= 200 && status < 300;
  const ofStatus = rules.filter((rule) => rule.status === status && !(good && rule.says === undefined));
  if (good && ofStatus.length === 0) return undefined;
  const text = textOf(body);
  const rule = ofStatus.find(({ says }) => says?.test(text) ?? true);
  if (good && !rule) return undefined;
  const wait = retryAfter(headers["retry-after"], now) ?? rule?.wait;
  return new SourceFailure(rule?.code ?? codeOfStatus(status), { status, wait, instead: rule?.instead });
}

/** What a body says. One too deep to be written down again is none that a service would send. @throws SourceFailure */
function textOf(body: unknown): string {
  try {
    return JSON.stringify(body ?? "");
  } catch {
    throw new SourceFailure("source_malformed");
  }
}

/** The same by the rules of a connector, whose quota headers count too. */
export function answerFailure(
  answer: SourceAnswer,
  { errors, quota }: Pick<Connector, "errors" | "quota">,
  now: number,
): SourceFailure | undefined {
  const failure = failureOf(answer, errors, now);
  if (failure?.code !== "rate_limited" || failure.wait !== undefined) return failure;
  const { status, code, instead } = failure;
  return new SourceFailure(code, { status, wait: quota?.(answer.headers)?.wait, instead });
}

function codeOfStatus(status: number): SourceProblemCode {
  if (status === 429) return "rate_limited";
  if (status === 401) return "credentials_refused";
  if (status === 403) return "access_denied";
  if (status === 404) return "account_not_found";
  if (status === 408 || status >= 500) return "source_down";
  return status >= 300 && status < 400 ? "source_redirects" : "request_refused";
}

/**
 * The milliseconds that a `Retry-After` asks for, as seconds or as a date (RFC 9110, 10.2.3);
 * undefined where it says nothing usable.
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = /[a-z]{3},? /i.test(header) ? Date.parse(header) : Number.NaN;
  return date > now ? date - now : undefined;
}

const TRANSIENT: ReadonlySet<SourceProblemCode> = new Set<SourceProblemCode>([
  "rate_limited",
  "source_down",
  "source_timeout",
  "source_malformed",
]);

/** Whether the same call may succeed later without anyone doing anything. */
export function isTransient(code: SourceProblemCode): boolean {
  return TRANSIENT.has(code);
}
