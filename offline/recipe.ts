import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { codename } from "./build/apt";
import type { StandIn } from "./build/stand-in";

/** What every stand-in is built with. */
const builders = join(__dirname, "build");

/**
 * Hash of all that a stand-in is made from, but for the versions of Debian's packages: its files, the builders' own
 * text, and the machine's release and processor. Equal hash, equal image, in whichever checkout.
 */
export async function recipeOf(standIn: StandIn): Promise<string> {
  const files = [...(await readdir(builders)).map((name) => join(builders, name)), ...standIn.files];
  const hash = createHash("sha256").update(JSON.stringify([standIn.name, await codename(), process.arch]));
  for (const file of files.sort()) hash.update(`${basename(file)}\n`).update(await readFile(file));
  return hash.digest("hex").slice(0, 12);
}
