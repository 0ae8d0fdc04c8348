// A spreadsheet with a tiny add-on written in the test itself, on the Node runtime of the script host.
import {
  type HeadlessOptions,
  type HeadlessSheet,
  openHeadlessSheet,
} from "../../workbench/headless-sheet.ts";
import { readCsv } from "../../workbench/sheet/csv.ts";

type Options = Partial<Omit<HeadlessOptions, "tabs" | "addOn">> & {
  /** The first tab. */
  csv?: string;
  manifest?: Partial<HeadlessOptions["addOn"]["manifest"]>;
  files?: Record<string, string>;
};

export function openTiny(code: string, options: Options = {}): HeadlessSheet {
  const { csv, manifest, files = {}, ...rest } = options;
  return openHeadlessSheet({
    locale: "en",
    ...rest,
    addOn: { code, files, manifest: { timeZone: "Etc/UTC", ...manifest } },
    tabs: csv === undefined ? [] : [{ name: "Data", rows: readCsv(csv) }],
  });
}

/** What a script gives to a caller of the sidebar. */
export function answer(code: string, options: Options = {}): unknown {
  return openTiny(`function answer() { ${code} }`, options).runtime.call("answer", []);
}

/** The message of the error that a script throws. */
export function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
}
