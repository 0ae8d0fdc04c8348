// The form of a source without its looks: which fields a way in asks for, what is missing in them, what is sent.
import type { ConnectorSummary, Field, WayIn } from "../../../shared/api/sources.ts";
import type { Word } from "../words.ts";

/** What is typed or read, by `settings.<name>` or `credentials.<name>`. */
export type SourceTexts = Readonly<Record<string, string>>;

export interface SourceField extends Field {
  /** As the Worker names it where it is wrong. */
  readonly path: string;
}

/** The settings to fill in, but for the account, which is chosen. */
export function settingFields({ settings, accountSetting }: ConnectorSummary): SourceField[] {
  return settings
    .filter(({ name }) => name !== accountSetting)
    .map((field) => ({ ...field, path: `settings.${field.name}` }));
}

/** The setting that an account fills, where there is one to choose. */
export function accountField({ settings, accountSetting }: ConnectorSummary): SourceField | undefined {
  const field = settings.find(({ name }) => name === accountSetting);
  return field && { ...field, path: `settings.${field.name}` };
}

/** The credentials of a way in, all needed, and those that go with any way. */
export function credentialFields(
  { credentials, ways }: ConnectorSummary,
  way: WayIn | undefined,
): SourceField[] {
  const ofAWay = new Set(ways.flatMap(({ fields }) => fields));
  return credentials.flatMap((field) => {
    const path = `credentials.${field.name}`;
    if (way?.fields.includes(field.name)) return [{ ...field, path, optional: undefined }];
    return ofAWay.has(field.name) ? [] : [{ ...field, path }];
  });
}

/** What each field that is still empty wants. */
export function missingIn(
  fields: readonly SourceField[],
  texts: SourceTexts,
): Readonly<Record<string, Word>> {
  const empty = fields.filter(({ path, optional }) => optional !== true && !texts[path]?.trim());
  return Object.fromEntries(
    empty.map(({ path, kind }) => [path, kind === "file" ? "wantFile" : "wantValue"]),
  );
}

/** What was typed in these fields, by their own names; empty ones are left out. */
export function valuesIn(fields: readonly SourceField[], texts: SourceTexts): Record<string, string> {
  const typed = fields.map(({ name, path }) => [name, texts[path]?.trim() ?? ""] as const);
  return Object.fromEntries(typed.filter(([, text]) => text !== ""));
}

/** A key file: any JSON object. */
export function isKeyFile(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
