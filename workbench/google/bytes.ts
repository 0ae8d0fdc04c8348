// Bytes as Apps Script hands them over: UTF-8 and base64, without a browser's or Node's own encoders.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The UTF-8 bytes of a text, each 0…255. */
export function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const escaped of encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|[^%]/g))
    bytes.push(escaped[1] ? Number.parseInt(escaped[1], 16) : escaped[0].charCodeAt(0));
  return bytes;
}

export function fromUtf8(bytes: readonly number[]): string {
  return decodeURIComponent(bytes.map((byte) => `%${(byte & 255).toString(16).padStart(2, "0")}`).join(""));
}

/** Apps Script counts bytes from -128 to 127. */
export function signed(bytes: readonly number[]): number[] {
  return bytes.map((byte) => (byte > 127 ? byte - 256 : byte));
}

/** Base64 of bytes, signed or not. */
export function toBase64(bytes: readonly number[]): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3).map((byte) => byte & 255);
    const group = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(group >> shift) & 63]).join("");
    const padding = Math.max(0, at + 3 - bytes.length);
    text += letters.slice(0, 4 - padding) + "=".repeat(padding);
  }
  return text;
}

/** Bytes of a base64 text, plain or web-safe; `null` when it is not base64. */
export function fromBase64(text: string): number[] | null {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of plain) {
    held = (held << 6) | ALPHABET.indexOf(letter);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
    held &= (1 << bits) - 1;
  }
  return bytes;
}
