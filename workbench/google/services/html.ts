// HtmlService: the pages of a sidebar or a dialog.
import { Exception, only } from "../exception.ts";
import type { Panel } from "../host.ts";
import { type Context, enumeration } from "./context.ts";

export interface HtmlOutput {
  getContent(): string;
  getTitle(): string;
  getWidth(): number | null;
  getHeight(): number | null;
}

export function createHtmlService(context: Context) {
  const guard = (member: string) => context.guard("other", `HtmlService.${member}`);
  return only("HtmlService", {
    createHtmlOutput: (html: unknown = "") => {
      guard("createHtmlOutput");
      return createHtmlOutput(String(html));
    },
    createHtmlOutputFromFile: (file: string) => {
      guard("createHtmlOutputFromFile");
      const html = context.files[file.replace(/\.html$/, "")];
      if (html === undefined) throw new Exception(`No HTML file named ${file} was found.`);
      return createHtmlOutput(html);
    },
    SandboxMode: enumeration("SandboxMode", ["EMULATED", "IFRAME", "NATIVE"]),
    XFrameOptionsMode: enumeration("XFrameOptionsMode", ["ALLOWALL", "DEFAULT"]),
  });
}

function createHtmlOutput(html: string) {
  const page: Panel = { title: "", html, width: null, height: null };
  const change = (fields: Partial<Panel>) => {
    Object.assign(page, fields);
    return output;
  };
  const output = only("HtmlOutput", {
    append: (added: string) => change({ html: page.html + added }),
    clear: () => change({ html: "" }),
    getContent: () => page.html,
    getHeight: () => page.height,
    getTitle: () => page.title,
    getWidth: () => page.width,
    setContent: (content: string) => change({ html: content }),
    setHeight: (height: number) => change({ height }),
    setTitle: (title: string) => change({ title }),
    setWidth: (width: number) => change({ width }),
    // Google shows every page in the one sandbox that is left.
    setSandboxMode: () => output,
    setXFrameOptionsMode: () => output,
  });
  return output;
}
