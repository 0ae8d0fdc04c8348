// The form of a source without its looks: what is typed in the fields that its connector asks for.
import type { ConnectorSummary, Field } from "../../shared/api/sources.ts";
import type { Word } from "./words.ts";

/** What is typed or read, by `settings.<name>` or `credentials.<name>`. */
export type SourceTexts = Readonly<Record<string, string>>;

export interface SourceField extends Field {
  /** As the Worker names it where it is wrong. */
  readonly path: string;
}

export function fieldsOf({ settings, credentials }: ConnectorSummary): SourceField[] {
  return [
    ...settings.map((field) => ({ ...field, path: `settings.${field.name}` })),
    ...credentials.map((field) => ({ ...field, path: `credentials.${field.name}` })),
  ];
}

/** What each field that is still empty wants. */
export function missingIn(
  fields: readonly SourceField[],
  texts: SourceTexts,
): Readonly<Record<string, Word>> {
  const empty = fields.filter(({ path }) => !texts[path]?.trim());
  return Object.fromEntries(
    empty.map(({ path, kind }) => [path, kind === "file" ? "wantFile" : "wantValue"]),
  );
}

/** The fields as the Worker takes them. */
export function valuesIn({ settings, credentials }: ConnectorSummary, texts: SourceTexts) {
  const pick = (fields: readonly Field[], group: string): Record<string, string> =>
    Object.fromEntries(fields.map(({ name }) => [name, texts[`${group}.${name}`]?.trim() ?? ""]));
  return { settings: pick(settings, "settings"), credentials: pick(credentials, "credentials") };
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
