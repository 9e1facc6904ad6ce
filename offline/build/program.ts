import { realpath } from "node:fs/promises";
import { run } from "../command";
import type { Tree } from "./archive";

/** A program of this machine and the shared libraries that it names, to lie where it looks for them. @param at its path in the image */
export async function programTree(file: string, at: string): Promise<Tree> {
  return { [at]: { file, mode: 0o755 }, ...(await librariesOf(file)) };
}

/** What ldd names: `libc.so.6 => /lib/…/libc.so.6 (0x…)`, and the loader's own line without an arrow. */
async function librariesOf(file: string): Promise<Tree> {
  const printed = await run("ldd", [file]).catch(() => "");
  const named = [...printed.matchAll(/(?<!\S)(\/\S+) \(0x/g)].map(([, path]) => path!);
  return Object.fromEntries(
    await Promise.all(named.map(async (path) => [path, { file: await realpath(path) }] as const)),
  );
}
