import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { codename } from "./build/apt";
import type { StandIn } from "./build/stand-in";

/**
 * Hash of all that a stand-in is made from, but for the versions of Debian's packages: its files, the modules that they
 * import, and the machine's release and processor. Equal hash, equal image, in whichever checkout.
 *
 * @param release codename of the machine's distribution @default - this machine's
 */
export async function recipeOf(standIn: StandIn, release?: string): Promise<string> {
  const texts = new Map<string, string>();
  for (const file of standIn.files) await readWithImports(file, texts);
  const hash = createHash("sha256").update(JSON.stringify([standIn.name, release ?? (await codename()), process.arch]));
  for (const [file, text] of [...texts].sort()) hash.update(`${basename(file)}\n${text}`);
  return hash.digest("hex").slice(0, 12);
}

async function readWithImports(file: string, texts: Map<string, string>): Promise<void> {
  if (texts.has(file)) return;
  const text = await readFile(file, "utf8");
  texts.set(file, text);
  if (!file.endsWith(".ts")) return;
  for (const [, path] of text.matchAll(/^import (?!type )[^"]*"(\.[^"]+)";$/gm)) {
    await readWithImports(`${resolve(dirname(file), path!)}.ts`, texts);
  }
}
