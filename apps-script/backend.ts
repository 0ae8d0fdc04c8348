// Calls to the Worker: who asks and for which sheet, sent along; whatever comes back is parsed before it is believed.
import { type ApiProblem, apiHeaders } from "../shared/api/call.ts";
import type { Language } from "../shared/language.ts";
import { activeSpreadsheet, userLanguage } from "./services.ts";
import { sheetKey } from "./sheet-key.ts";

/** Where the Worker is; written by the build, since the manifest's white list needs it too. */
declare const BOUSSOLE_ORIGIN: string;

export interface ApiCall {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Begins with `/v1/`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<
    Partial<Record<"If-Match" | "If-None-Match" | typeof apiHeaders.idempotency, string>>
  >;
}

/** What came of a call. */
export type ApiAnswer<Body = unknown> =
  | { readonly ok: true; readonly status: number; readonly body: Body; readonly etag: string | null }
  | ApiFailure;

/** Why there is no answer; `status` is 0 and there is no problem where the Worker could not be reached or understood. */
export interface ApiFailure {
  readonly ok: false;
  readonly status: number;
  readonly problem: ProblemShown | null;
}

/** The parts of a problem that a view shows. */
export type ProblemShown = Pick<ApiProblem, "code" | "detail" | "current" | "fields">;

const NOT_UNDERSTOOD: ApiFailure = { ok: false, status: 0, problem: null };

/** One call in the name of the user and of this spreadsheet. Never throws. */
export function callApi(call: ApiCall): ApiAnswer {
  const token = identityToken();
  const headers = token === null ? {} : { [apiHeaders.token]: `Bearer ${token}` };
  return send(call, headers, userLanguage());
}

/** One call that only reads, in the name of the spreadsheet alone: it needs nobody at the keyboard. Never throws. */
export function readApi(call: ApiCall & { readonly method: "get" }, language: Language): ApiAnswer {
  return send(call, {}, language);
}

function send(
  { method, path, body, headers }: ApiCall,
  identity: Record<string, string>,
  language: Language,
): ApiAnswer {
  const key = sheetKey();
  const sheet: Record<string, string> =
    key === null
      ? {}
      : {
          [apiHeaders.key]: key,
          [apiHeaders.spreadsheet]: activeSpreadsheet().getId(),
        };
  const options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions = {
    method,
    muteHttpExceptions: true,
    followRedirects: false,
    headers: { ...headers, "Accept-Language": language, ...identity, ...sheet },
  };
  if (body !== undefined) {
    options.contentType = "application/json";
    options.payload = JSON.stringify(body);
  }
  let response: GoogleAppsScript.URL_Fetch.HTTPResponse;
  try {
    response = UrlFetchApp.fetch(BOUSSOLE_ORIGIN + path, options);
  } catch (error) {
    console.error(error);
    return NOT_UNDERSTOOD;
  }
  return readResponse(response);
}

function readResponse(response: GoogleAppsScript.URL_Fetch.HTTPResponse): ApiAnswer {
  const status = response.getResponseCode();
  const etag = header(response, "etag");
  if (status === 204 || status === 304) return { ok: true, status, body: null, etag };
  const body = parseJson(response.getContentText());
  if (status < 200 || status > 299) {
    const problem = problemIn(body);
    return problem === null ? NOT_UNDERSTOOD : { ok: false, status, problem };
  }
  return body === undefined ? NOT_UNDERSTOOD : { ok: true, status, body, etag };
}

/** `null` where the user has not agreed to tell who they are: the Worker says what that forbids. */
function identityToken(): string | null {
  try {
    return ScriptApp.getIdentityToken();
  } catch (error) {
    console.error(error);
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function problemIn(body: unknown): ProblemShown | null {
  if (typeof body !== "object" || body === null) return null;
  const { code, detail, current, fields } = body as Partial<ApiProblem>;
  if (typeof code !== "string" || typeof detail !== "string") return null;
  return { code, detail, ...(current && { current }), ...(fields && { fields }) };
}

function header(response: GoogleAppsScript.URL_Fetch.HTTPResponse, name: string): string | null {
  const headers = response.getHeaders() as Record<string, unknown>;
  const found = Object.keys(headers).find((candidate) => candidate.toLowerCase() === name);
  const value = found === undefined ? null : headers[found];
  return typeof value === "string" ? value : null;
}
