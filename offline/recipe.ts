import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { codename } from "./build/apt";
import type { StandIn } from "./build/stand-in";

/** What every stand-in is built with. */
const shared = "offline/build";

/**
 * Hash of all that a stand-in is made from, but for the versions of Debian's packages: its configuration, the files it
 * names, the builders' own text, and the machine's release and processor. Equal hash, equal image.
 */
export async function recipeOf(root: string, standIn: StandIn): Promise<string> {
  const builders = (await readdir(join(root, shared))).map((name) => `${shared}/${name}`);
  const module = `offline/stand-ins/${standIn.name.split(":")[0]}.ts`;
  const hash = createHash("sha256").update(JSON.stringify([await codename(), process.arch]));
  for (const file of [...builders, module, ...(standIn.files ?? [])].sort()) {
    hash.update(`${file}\n`).update(await readFile(join(root, file)));
  }
  return hash.digest("hex").slice(0, 12);
}
