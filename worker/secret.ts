// Random identifiers and secrets, and what is kept of a secret: its hash.

/** 128 random bits, in hexadecimal: the id of a workspace. */
export function newId(): string {
  return crypto.getRandomValues(new Uint8Array(16)).toHex();
}

/** 64 random bits, enough within one workspace. */
export function newShortId(): string {
  return crypto.getRandomValues(new Uint8Array(8)).toHex();
}

/** 256 random bits, base64url: nothing that can be guessed, so a plain hash of it is enough at rest. */
export function newSecret(): string {
  return crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: "base64url", omitPadding: true });
}

/** SHA-256 of a text, in hexadecimal. */
export async function hashOf(text: string): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toHex();
}

/** A key of a sheet or an invitation: `<workspace id>.<secret>`. */
export interface WorkspaceSecret {
  readonly workspace: string;
  readonly secret: string;
}

/** The two parts of a key or an invitation; undefined for anything else. */
export function parseWorkspaceSecret(text: string): WorkspaceSecret | undefined {
  const [, workspace, secret] = /^([0-9a-f]{32})\.([\w-]{43})$/.exec(text) ?? [];
  return workspace !== undefined && secret !== undefined ? { workspace, secret } : undefined;
}
