// Makes a simulated service fail on demand, as real ones do.
import type { Answer, Vendor } from "./vendor.ts";

export type Fault = {
  /** What the request's host and path must contain. */
  match: string;
  /** The first and last matching requests that fail, counted from 1 since the order; `to: null` is for ever. */
  from?: number;
  to?: number | null;
  /** How many matching requests have come. */
  seen?: number;
  /** Answers this status with the vendor's own error, and `Retry-After` when given. */
  status?: number;
  retryAfter?: string;
  /** Answers a sign-in page with status 200. */
  html?: boolean;
  /** Answers half of the body, and closes cleanly. */
  truncate?: boolean;
  /** Answers late, by this many milliseconds; `hang` never answers within a minute. */
  delay?: number;
  hang?: boolean;
  /** Sends the headers at once, then this many bytes every second. */
  slow?: number;
};

const HANG_MS = 60_000;
const SIGN_IN = "<!doctype html><html><head><title>Sign in</title></head><body><form>…</form></body></html>";

/** The fault that this request meets, if any, and the list with the request counted. */
export function meet(faults: Fault[], target: string): { fault: Fault | undefined; faults: Fault[] } {
  const counted = faults.map((fault) =>
    target.includes(fault.match) ? { ...fault, seen: (fault.seen ?? 0) + 1 } : fault,
  );
  const fault = counted.find(({ match, seen = 0, from = 1, to = from }) => {
    return target.includes(match) && seen >= from && (to === null || seen <= to);
  });
  return { fault, faults: counted };
}

/** The vendor's answer, spoilt by the fault before it is sent. */
export function spoil(answer: Answer, fault: Fault, vendor: Vendor): Answer {
  if (fault.html)
    return { status: 200, body: SIGN_IN, headers: { "content-type": "text/html; charset=utf-8" } };
  if (fault.status === undefined) return answer;
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
  return { status: fault.status, body: vendor.problem(fault.status), headers };
}

/** Sends the answer as HTTP, late, cut or slowly when the fault says so. */
export async function send(
  { status, body, headers }: Answer,
  fault: Fault = { match: "" },
): Promise<Response> {
  const wait = fault.hang ? HANG_MS : (fault.delay ?? 0);
  if (wait > 0) await pause(wait);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const init = { status, headers: { "content-type": "application/json; charset=UTF-8", ...headers } };
  if (fault.truncate) return new Response(text.slice(0, Math.floor(text.length / 2)), init);
  return new Response(fault.slow === undefined ? text : drip(text, fault.slow), init);
}

function drip(text: string, bytesPerSecond: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (sent > 0) await pause(1000);
      controller.enqueue(bytes.slice(sent, sent + bytesPerSecond));
      sent += bytesPerSecond;
      if (sent >= bytes.length) controller.close();
    },
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}
