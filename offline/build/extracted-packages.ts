import { existsSync } from "node:fs";
import { lstat, mkdtemp, readlink, realpath, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { run } from "../command";
import type { Workspace } from "../workspace";
import { codename, ensureBuilder, sourceFiles } from "./apt";
import { type Tree, treeOf } from "./archive";

/** Packages and all that they depend on, unpacked and not set up, to pick files from. */
export interface ExtractedPackages {
  /** The programs or libraries at these paths, and the shared libraries that they name, where they look for them. */
  programs(...paths: string[]): Promise<Tree>;
  /** Folders with all that is in them. */
  folders(...paths: string[]): Promise<Tree>;
}

/** Loaders by processor, as programs name them. */
const loaders = ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"];

/** Extracts packages, and removes them again once `use` has taken what it needs. */
export async function withExtractedPackages<T>(
  { cache, say }: Workspace,
  packages: readonly string[],
  use: (extracted: ExtractedPackages) => Promise<T>,
): Promise<T> {
  await ensureBuilder(say);
  const root = await mkdtemp(join(cache, "extracted-"));
  try {
    await run("mmdebstrap", [
      "--mode=root",
      "--variant=extract",
      `--include=${packages.join(",")}`,
      await codename(),
      root,
      ...(await sourceFiles()),
    ]);
    return await use({
      programs: async (...paths) => merged(await Promise.all(paths.map((path) => programTree(root, path)))),
      folders: async (...paths) => merged(await Promise.all(paths.map((path) => treeOf(join(root, path), path)))),
    });
  } finally {
    await rm(root, { recursive: true });
  }
}

const merged = (trees: readonly Tree[]): Tree => Object.fromEntries(trees.flatMap((tree) => Object.entries(tree)));

async function programTree(root: string, path: string): Promise<Tree> {
  if ((await lstat(join(root, path))).isSymbolicLink()) {
    const link = await readlink(join(root, path));
    return { [path]: { link }, ...(await programTree(root, resolve(dirname(path), link))) };
  }
  const loader = loaders.find((each) => existsSync(join(root, each)))!;
  const listed = await run("chroot", [root, loader, "--list", path]).catch(() => "");
  // `libc.so.6 => /lib/…/libc.so.6 (0x…)`, and the loader's own line without an arrow.
  const libraries = [...listed.matchAll(/(?:=> |^[ \t]+)(\/\S+) \(0x/gm)].map(([, library]) => library!);
  const files = [path, ...libraries].map(async (each) => [each, { file: await realpath(join(root, each)) }] as const);
  return Object.fromEntries(await Promise.all(files));
}
