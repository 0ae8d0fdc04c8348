// The key of this spreadsheet, kept in the document: with it alone, the Worker lets read and nothing else.
import { documentProperties } from "./services.ts";

const KEY = "boussole.key";

/** `<workspace>.<secret>`, `null` where the spreadsheet belongs to no workspace. It never leaves the script but for the Worker. */
export function sheetKey(): string | null {
  return documentProperties().getProperty(KEY);
}

/** Replaces the key; `null` forgets it. */
export function saveSheetKey(key: string | null): void {
  const properties = documentProperties();
  if (key === null) properties.deleteProperty(KEY);
  else properties.setProperty(KEY, key);
}
