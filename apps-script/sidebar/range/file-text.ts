// The text of a file, whatever program wrote it: UTF-8, UTF-16 with its mark, or the Windows-1252 of older spreadsheets.

/** Undefined where the bytes are no text. */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes);
  // What no text holds, and images and archives do.
  return text.includes("\0") ? undefined : text;
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
