// UrlFetchApp's way out of a Web Worker: a request that waits for its answer.
import type { Net } from "./host.ts";

/**
 * @param origins addresses that the script knows by their first part, and where they are really served:
 * `{ "https://api.example": "/api" }`
 */
export function createXhrNet(origins: Record<string, string>): Net {
  const served = (url: string): string => {
    const known = Object.keys(origins).find((origin) => url === origin || url.startsWith(`${origin}/`));
    return known === undefined ? url : origins[known] + url.slice(known.length);
  };
  return {
    fetch: ({ url, method, headers, body }) => {
      const request = new XMLHttpRequest();
      try {
        request.open(method, served(url), false);
        for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
        request.send(body);
      } catch (thrown) {
        return { error: thrown instanceof Error ? thrown.message : String(thrown) };
      }
      const lines = request.getAllResponseHeaders().trim().split(/\r?\n/);
      const pairs = lines.map((line) => [
        line.slice(0, line.indexOf(":")),
        line.slice(line.indexOf(":") + 1).trim(),
      ]);
      return {
        status: request.status,
        headers: Object.fromEntries(pairs) as Record<string, string>,
        body: request.responseText,
      };
    },
  };
}
