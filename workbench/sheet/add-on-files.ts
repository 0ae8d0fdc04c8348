// The built add-on, as it is served beside the page.
import type { Manifest } from "../google/host.ts";

export type AddOnFiles = { code: string; manifest: Manifest; files: Record<string, string> };

/** Loads the script, its manifest, and its HTML files by name. */
export async function loadAddOn(): Promise<AddOnFiles> {
  const [code, sidebar, manifest] = await Promise.all([
    textAt("addon/Code.js"),
    textAt("addon/Sidebar.html"),
    textAt("addon/appsscript.json"),
  ]);
  return { code, manifest: JSON.parse(manifest) as Manifest, files: { Sidebar: sidebar } };
}

/** The text of a file of the page. @throws Error when it is not served. */
export async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
