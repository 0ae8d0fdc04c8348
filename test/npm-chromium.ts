// The Chromium that comes with npm (@sparticuz/chromium, Linux x64): unpacked once, with its fonts and libraries.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const CACHE = join(import.meta.dirname, "../node_modules/.cache");
const HOME = join(CACHE, "chromium");
const FONTS_FILE = join(HOME, "fonts.conf");

/** The fonts of the machine when it has some, and Open Sans, which the package carries, in Arial's place. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(HOME, "fonts")}</dir>
  <cachedir>${join(HOME, "fonts-cache")}</cachedir>
  <alias binding="same">
    <family>Arial</family>
    <prefer><family>Open Sans</family></prefer>
  </alias>
</fontconfig>
`;

/** Unpacks the browser (200 MB, some seconds, once) and says how to launch it. */
export async function npmChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const executablePath = join(HOME, "chromium");
  if (!existsSync(executablePath)) await unpack();
  return { executablePath, env: environment({ FONTCONFIG_FILE: FONTS_FILE }) };
}

/** The same for a machine without NSS: the package carries these libraries too. */
export function withOwnLibraries(env: Record<string, string>): Record<string, string> {
  const libraries = join(HOME, "libraries");
  const archive = fileURLToPath(
    new URL("../../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium")),
  );
  mkdirSync(libraries, { recursive: true });
  execFileSync("tar", ["x", "-C", libraries], { input: brotliDecompressSync(readFileSync(archive)) });
  return { ...env, LD_LIBRARY_PATH: join(libraries, "lib") };
}

/** Unpacks beside its place, then renames: an interrupted unpacking leaves no half browser. */
async function unpack(): Promise<void> {
  const partial = `${HOME}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = partial; // the package unpacks into os.tmpdir()
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  writeFileSync(join(partial, "fonts.conf"), FONTS);
  rmSync(HOME, { recursive: true, force: true });
  renameSync(partial, HOME);
}

function environment(more: Record<string, string>): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(own), ...more };
}
