import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { type CacheEntry, type CacheUse, folderOfCache, parseCacheEntry } from "../../../formats/cache-entry";
import { CacheFolder, type CacheFolders, type Descriptor } from "../../buildkit";
import { attributeError } from "../../schema";
import type { Build } from "./build-query";
import type { BuildRequest } from "./builder";
import { OneAtATime } from "./one-at-a-time";
import { sentWithContext } from "./sent-with-context";

/** The caches of a build, with the folders of those that lie in one. */
export interface Caches {
  readonly from: readonly CacheEntry[];
  readonly to: readonly CacheEntry[];
  /** By the ids that BuildKit calls them by. */
  readonly folders: CacheFolders;
  /** Notes in the folders what the build kept there. @throws DiagnosticError where a folder cannot be written to */
  keep(manifest: Descriptor | undefined): Promise<void>;
}

const TAG = "latest";
/** Builds of one run may keep their steps in one folder: its index is read and written again. */
const indexes = new OneAtATime();

/**
 * Caches as BuildKit is told of them. A folder that has none yet is passed over, as `docker buildx` does.
 *
 * @throws DiagnosticError where a folder cannot be read or made, or is sent with the context
 */
export async function cachesOf(
  { cache_from: from = [], cache_to: to = [] }: Build,
  source: BuildRequest["source"],
): Promise<Caches> {
  const folders = new Map<string, CacheFolder>();
  const kept: { readonly folder: CacheFolder; readonly tag: string }[] = [];
  // The engine is told a name of ours: the path is not its business, and need not be ASCII.
  const offered = (folder: CacheFolder): string => {
    const name = `cache${folders.size}`;
    folders.set(`local:${name}`, folder);
    return name;
  };

  const told: Record<CacheUse, CacheEntry[]> = { from: [], to: [] };
  for (const entry of from.map(parseCacheEntry)) {
    const { type, attributes } = entry;
    const path = folderOfCache(entry, "from");
    if (path === undefined) told.from.push(entry);
    else {
      const folder = new CacheFolder(resolve(path));
      const digest = await using(path, async () => folder.tryTagged(attributes["tag"] ?? TAG));
      if (digest !== undefined) told.from.push({ type, attributes: { ...attributes, src: offered(folder), digest } });
    }
  }
  for (const entry of to.map(parseCacheEntry)) {
    const { type, attributes } = entry;
    const path = folderOfCache(entry, "to");
    if (path === undefined) told.to.push(entry);
    else {
      const folder = new CacheFolder(resolve(path));
      const isSent = await sentWithContext(path, source);
      if (isSent) throw attributeError(["build"], `the cache in the folder ${path} is sent with the context`, isSent);
      await using(path, () => mkdir(folder.root, { recursive: true }));
      told.to.push({ type, attributes: { ...attributes, dest: offered(folder) } });
      kept.push({ folder, tag: attributes["tag"] ?? TAG });
    }
  }
  return {
    ...told,
    folders: Object.fromEntries(folders),
    async keep(manifest) {
      if (manifest === undefined) return;
      for (const { folder, tag } of kept)
        await indexes.run(folder.root, () => using(folder.root, () => folder.tag(tag, manifest)));
    },
  };
}

async function using<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw attributeError(
      ["build"],
      `the cache in the folder ${path} cannot be used`,
      `${(error as Error).message}; correct the path, or remove what is there`,
    );
  }
}
