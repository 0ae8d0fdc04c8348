// Utilities: texts, dates, bytes and digests.
import { readRows } from "../../sheet/csv-rows.ts";
import { fromBase64, fromUtf8, signed, toBase64, utf8 } from "../bytes.ts";
import { Exception, only } from "../exception.ts";
import { hmacSha256, sha256 } from "../sha256.ts";
import { type Context, enumeration } from "./context.ts";
import { formatDate, formatText } from "./text-format.ts";

const webSafe = (base64: string) => base64.replaceAll("+", "-").replaceAll("/", "_");
const bytesOf = (value: string | readonly number[]) => (typeof value === "string" ? utf8(value) : value);

export function createUtilities({ machine }: Context) {
  return only("Utilities", {
    Charset: enumeration("Charset", ["US_ASCII", "UTF_8"]),
    DigestAlgorithm: enumeration("DigestAlgorithm", ["SHA_256"]),
    base64Encode: (value: string | readonly number[]) => toBase64(bytesOf(value)),
    base64EncodeWebSafe: (value: string | readonly number[]) => webSafe(toBase64(bytesOf(value))),
    base64Decode: decode,
    base64DecodeWebSafe: decode,
    computeDigest: (_algorithm: "SHA_256", value: string | readonly number[]) =>
      signed(sha256(bytesOf(value))),
    computeHmacSha256Signature: (value: string | readonly number[], key: string | readonly number[]) =>
      signed(hmacSha256(bytesOf(value), bytesOf(key))),
    formatDate: (date: Date, timeZone: string, format: string) => formatDate(date, timeZone, format),
    formatString: (template: string, ...values: unknown[]) => formatText(template, values),
    getUuid: () => machine.uuid(),
    newBlob: createBlob,
    parseCsv: (csv: string, delimiter = ",") => readRows(csv, delimiter),
    sleep: (milliseconds: number): void => machine.sleep(milliseconds),
  });
}

function decode(encoded: string): number[] {
  const bytes = fromBase64(encoded);
  if (!bytes) throw new Exception("Could not decode string.");
  return signed(bytes);
}

function createBlob(
  data: string | readonly number[],
  contentType: string | null = null,
  name: string | null = null,
) {
  const bytes = bytesOf(data);
  return only("Blob", {
    getBytes: () => signed(bytes),
    getContentType: () => contentType,
    getDataAsString: () => fromUtf8(bytes),
    getName: () => name,
  });
}
