// Credentials at rest: AES-256-GCM under a key of the workspace's own, bound to the place they are stored in.

/** The keys of the deployment, by id; new records are sealed under `current`. */
export interface KeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
}

/** Where a secret belongs: a record moved elsewhere no longer opens. */
export interface Place {
  readonly workspace: string;
  readonly connection: string;
  readonly field: string;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const utf8 = new TextEncoder();

/**
 * Reads `{"cur":"k2","k1":"<base64>","k2":"<base64>"}`; undefined where the current key is missing or any key is not
 * 32 bytes, or is one that someone typed rather than drew.
 */
export function parseKeyRing(text: string): KeyRing | undefined {
  try {
    const { cur, ...others } = JSON.parse(text) as Record<string, string>;
    const keys = Object.fromEntries(
      Object.entries(others).map(([id, key]) => [id, Uint8Array.fromBase64(key)]),
    );
    const drawn = Object.values(keys).every(
      (key) => key.length === KEY_BYTES && new Set(key).size > KEY_BYTES / 2,
    );
    const named = Object.keys(keys).every((id) => /^\w{1,16}$/.test(id));
    return cur !== undefined && keys[cur] && drawn && named ? { current: cur, keys } : undefined;
  } catch {
    return undefined;
  }
}

/** Encrypts a secret as `v1.<key id>.<iv>.<ciphertext>`, base64url. */
export async function seal(secret: string, place: Place, ring: KeyRing): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await workspaceKey(ring, ring.current, place.workspace);
  const algorithm = { name: "AES-GCM", iv, additionalData: boundTo(place, ring.current) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, utf8.encode(secret)));
  return ["v1", ring.current, base64url(iv), base64url(sealed)].join(".");
}

/** Decrypts a record; undefined where it was altered, moved, or sealed under a key that is gone. */
export async function unseal(record: string, place: Place, ring: KeyRing): Promise<string | undefined> {
  const [version, id = "", iv = "", sealed = ""] = record.split(".");
  if (version !== "v1" || !ring.keys[id]) return undefined;
  try {
    const key = await workspaceKey(ring, id, place.workspace);
    const algorithm = { name: "AES-GCM", iv: bytesOf(iv), additionalData: boundTo(place, id) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytesOf(sealed)));
  } catch {
    return undefined;
  }
}

/** Whether a record should be sealed again, under the current key. */
export function isOutdated(record: string, ring: KeyRing): boolean {
  return record.split(".")[1] !== ring.current;
}

async function workspaceKey(ring: KeyRing, id: string, workspace: string): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey("raw", ring.keys[id] ?? new Uint8Array(), "HKDF", false, [
    "deriveKey",
  ]);
  const derivation = {
    name: "HKDF",
    hash: "SHA-256",
    salt: utf8.encode(workspace),
    info: utf8.encode("boussole credentials v1"),
  };
  return crypto.subtle.deriveKey(derivation, root, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}

function boundTo({ workspace, connection, field }: Place, keyId: string): Uint8Array {
  return utf8.encode(["v1", workspace, connection, field, keyId].join("|"));
}

function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint8Array.fromBase64(text, { alphabet: "base64url" }));
}
