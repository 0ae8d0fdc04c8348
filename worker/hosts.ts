// Which hosts may be called: patterns, what a person types for a host, and what is never a host of a service.
import type { Connector, Settings } from "./connector.ts";

/** The hosts of a connector with these settings, all of them names on the public Internet. */
export function hostsOf(
  { hosts }: Pick<Connector, "hosts">,
  settings: Settings,
  operator: readonly string[],
): readonly string[] {
  return typeof hosts === "function" ? hosts(settings, operator) : hosts;
}

/**
 * The host in what was typed for a service's address (`crm.example.com`, `https://crm.example.com/s/dashboard`),
 * undefined where it is none of those allowed.
 */
export function instanceHost(typed: string, allowed: readonly string[]): string | undefined {
  const url = typedAddress(typed);
  return url && isPlain(url) && isAllowed(url.hostname, allowed) ? url.hostname : undefined;
}

/** The host in what was typed, whether it may be called or not; empty where there is none. */
export function typedHost(typed: string): string {
  return typedAddress(typed)?.hostname ?? "";
}

function typedAddress(typed: string): URL | null {
  const text = typed.trim();
  return URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
}

/** Whether an address says nothing but a host and a path: no other protocol, port or password. */
export function isPlain({ protocol, port, username, password }: URL): boolean {
  return protocol === "https:" && port === "" && username === "" && password === "";
}

/** Whether a host, as a parsed address writes it, is one of these; `*.example.com` allows every subdomain. */
export function isAllowed(host: string, allowed: readonly string[]): boolean {
  return !isInternal(host) && allowed.some((pattern) => covers(pattern, host));
}

/** IP literals, single labels and names that only resolve inside a network. */
function isInternal(host: string): boolean {
  return (
    /^[\d.]+$/.test(host) ||
    host.startsWith("[") ||
    !host.includes(".") ||
    /\.(local|internal|localhost)$/.test(host)
  );
}

function covers(allowed: string, host: string): boolean {
  return allowed.startsWith("*.")
    ? host.endsWith(allowed.slice(1)) && host.length > allowed.length - 1
    : host === allowed;
}
