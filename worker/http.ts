// The only way out: every request to a service passes here, and nothing but JSON of a bounded size comes back.
import type { SourceAnswer, SourceRequest } from "./connector.ts";
import { SourceFailure } from "./failure.ts";
import { isAllowed, isPlain } from "./hosts.ts";

const LARGEST_BYTES = 8 * 1024 * 1024;
const DEADLINE_MS = 20_000;

export interface Door {
  readonly fetch: typeof fetch;
  /** The hosts this caller may reach; `*.example.com` allows every subdomain. */
  readonly hosts: readonly string[];
  /** The Worker's own host, where it is known: never a service. */
  readonly own?: string | undefined;
  /** Local runs only: stands in for every host, as `<stand-in>/<host>/<path>`. */
  readonly standIn?: string | undefined;
  /** Milliseconds until a request is given up, its body included. */
  readonly deadline?: number;
}

/**
 * Sends one request and reads its answer. Redirects are answers like others: following one would carry
 * credentials to another host.
 * @throws SourceFailure where there is no usable answer; a refusal with a status is returned.
 */
export async function send(request: SourceRequest, door: Door): Promise<SourceAnswer> {
  const url = allowedUrl(request.url, door);
  const signal = AbortSignal.timeout(door.deadline ?? DEADLINE_MS);
  try {
    const response = await door.fetch(door.standIn === undefined ? url : standInFor(url, door.standIn), {
      method: request.method,
      headers: { accept: "application/json", ...contentType(request), ...request.headers },
      body: bodyOf(request),
      redirect: "manual",
      signal,
    });
    return await answerOf(response, signal);
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    throw new SourceFailure(signal.aborted ? "source_timeout" : "source_down");
  }
}

/** The parsed address, so that every spelling of a host is compared in one form. */
function allowedUrl(text: string, { hosts, own }: Door): URL {
  const url = URL.parse(text);
  if (!url || !isPlain(url) || url.hostname === own || !isAllowed(url.hostname, hosts)) {
    throw new SourceFailure("source_forbidden");
  }
  return url;
}

/** Where an address is found in a local run. */
export function standInFor(url: URL, standIn: string): string {
  return `${standIn.replace(/\/$/, "")}/${url.host}${url.pathname}${url.search}`;
}

function contentType({ json, form }: SourceRequest): Record<string, string> {
  if (json !== undefined) return { "content-type": "application/json" };
  return form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
}

function bodyOf({ json, form }: SourceRequest): string | null {
  if (json !== undefined) return JSON.stringify(json);
  return form === undefined ? null : new URLSearchParams(form).toString();
}

async function answerOf(response: Response, signal: AbortSignal): Promise<SourceAnswer> {
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  if (status < 200 || status >= 300) {
    // What a refusal says only helps to class it: when it cannot be read, its status does.
    return { status, headers, body: await readJson(response, signal).catch(() => null) };
  }
  if (!/\bjson\b/i.test(headers["content-type"] ?? "")) {
    await response.body?.cancel();
    throw new SourceFailure("source_not_json", { status });
  }
  return { status, headers, body: await readJson(response, signal) };
}

async function readJson(response: Response, signal: AbortSignal): Promise<unknown> {
  const text = await readText(response, signal);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SourceFailure("source_malformed", { status: response.status });
  }
}

/** Counts what arrives, decompressed: the length that a server announces proves nothing. */
async function readText(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", stop);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) throw new SourceFailure("source_timeout", { status: response.status });
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > LARGEST_BYTES) {
        stop();
        throw new SourceFailure("source_too_large", { status: response.status });
      }
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
