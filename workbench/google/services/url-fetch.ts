// UrlFetchApp: the script's way out, which waits for each answer.
import { Exception, only } from "../exception.ts";
import type { NetRequest } from "../host.ts";
import { asText, type Context, texts } from "./context.ts";

interface Parameters {
  method?: string;
  headers?: object;
  payload?: unknown;
  contentType?: string;
  muteHttpExceptions?: boolean;
  followRedirects?: boolean;
}

const LONGEST_URL = 2 * 1024;

export function createUrlFetchApp(context: Context) {
  const send = (url: string, parameters: Parameters, member: string) => {
    context.guard("fetch", member);
    const request = readRequest(url, parameters);
    checkAllowed(request.url, context.manifest.urlFetchWhitelist);
    const response = context.net.fetch(request);
    if ("error" in response) throw new Exception(`Address unavailable: ${url}`);
    if (response.status >= 400 && !parameters.muteHttpExceptions) {
      const [origin = url] = /^https?:\/\/[^/]+/.exec(url) ?? [];
      throw new Exception(
        `Request failed for ${origin} returned code ${response.status}. ` +
          `Truncated server response: ${response.body.slice(0, 100)} (use muteHttpExceptions option to examine full response)`,
      );
    }
    return only("HTTPResponse", {
      getResponseCode: () => response.status,
      getContentText: () => response.body,
      getHeaders: () => ({ ...response.headers }),
      getAllHeaders: () => ({ ...response.headers }),
    });
  };
  return only("UrlFetchApp", {
    fetch: (url: string, parameters: Parameters = {}) => send(url, parameters, "UrlFetchApp.fetch"),
    fetchAll: (requests: readonly (string | (Parameters & { url: string }))[]) =>
      requests.map((request) =>
        typeof request === "string"
          ? send(request, {}, "UrlFetchApp.fetchAll")
          : send(request.url, request, "UrlFetchApp.fetchAll"),
      ),
    getRequest: (url: string, parameters: Parameters = {}) => {
      const { body, ...request } = readRequest(url, parameters);
      return { ...request, payload: body };
    },
  });
}

/** A payload makes a POST; an object of fields is sent as a form. */
function readRequest(url: string, parameters: Parameters): NetRequest {
  if (typeof url !== "string" || !/^https?:\/\//.test(url)) throw new Exception(`Invalid argument: ${url}`);
  if (url.length > LONGEST_URL) throw new Exception("Limit Exceeded: URLFetch URL Length.");
  const { method, payload, contentType, followRedirects = true } = parameters;
  const headers = texts(parameters.headers ?? {});
  const isForm = typeof payload === "object" && payload !== null;
  const type = contentType ?? (payload === undefined ? undefined : "application/x-www-form-urlencoded");
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  if (type && (contentType || !hasType)) headers["Content-Type"] = type;
  return {
    url,
    method: (method ?? (payload === undefined ? "get" : "post")).toUpperCase(),
    headers,
    body: payload === undefined ? null : isForm ? form(payload) : asText(payload),
    followRedirects,
  };
}

function form(fields: object): string {
  return Object.entries(texts(fields))
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join("&");
}

/** https://developers.google.com/apps-script/manifest/allowlist-url */
function checkAllowed(url: string, allowed: readonly string[] | undefined): void {
  const matches = (prefix: string) => {
    const wildcard = /^https:\/\/\*\.([^/]+)(\/.*)$/.exec(prefix);
    if (!wildcard) return url.startsWith(prefix);
    const [, host = "", path = ""] = /^https:\/\/([^/]+)(\/.*)?$/.exec(url) ?? [];
    return host.endsWith(`.${wildcard[1]}`) && path.startsWith(wildcard[2] ?? "");
  };
  if (!allowed || allowed.some(matches)) return;
  throw new Exception(`Access to ${url} is not allowed: it is not in urlFetchWhitelist of appsscript.json`);
}
