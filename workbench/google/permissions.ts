// What each authorisation mode and the manifest's scopes allow a script to touch.
import { Exception } from "./exception.ts";
import type { AuthMode, Manifest } from "./host.ts";

/** What a member of a service touches. */
type Need = "menu" | "panel" | "read" | "write" | "properties" | "fetch" | "triggers" | "user" | "other";

/** https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle#authorization_modes */
const ALLOWED: Record<AuthMode, ReadonlySet<Need>> = {
  NONE: new Set(["menu"]),
  LIMITED: new Set(["menu", "read", "write", "properties", "other"]),
  CUSTOM_FUNCTION: new Set(["read", "properties", "fetch", "other"]),
  FULL: new Set(["menu", "panel", "read", "write", "properties", "fetch", "triggers", "user", "other"]),
};

const AUTH = "https://www.googleapis.com/auth/";

/** Any one of these scopes is enough. */
const SCOPES: Partial<Record<Need, readonly string[]>> = {
  panel: [`${AUTH}script.container.ui`],
  read: [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`, `${AUTH}spreadsheets.readonly`],
  write: [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`],
  fetch: [`${AUTH}script.external_request`],
  triggers: [`${AUTH}script.scriptapp`],
};

/** Throws in Google's words when `member` may not be called. */
export type Guard = (need: Need, member: string) => void;

/** A manifest that lists no scope leaves Google to guess them all. */
export function createGuard(mode: AuthMode, manifest: Manifest): Guard {
  return (need, member) => {
    if (!ALLOWED[mode].has(need)) throw new Exception(`You do not have permission to call ${member}`);
    const wanted = SCOPES[need];
    if (!wanted || !manifest.oauthScopes || wanted.some((scope) => hasScope(manifest, scope))) return;
    throw new Exception(
      `You do not have permission to call ${member}. Required permissions: ${wanted.join(" || ")}`,
    );
  };
}

export function hasScope(manifest: Manifest, scope: string): boolean {
  return manifest.oauthScopes?.includes(scope) ?? true;
}
