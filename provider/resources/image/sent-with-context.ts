import { realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { allBut, readIgnoreFile } from "../../../build-context";
import type { BuildRequest } from "./builder";

/**
 * Why what a build writes at a path makes the next one another build; undefined where it is not of what is sent.
 *
 * @param source of the build; one whose context the engine fetches has none
 */
export async function sentWithContext(path: string, source: BuildRequest["source"]): Promise<string | undefined> {
  if (!source) return undefined;
  const { context, dockerfile } = source;
  const within = relative(context, await followed(resolve(path)));
  if (within.split("/")[0] === ".." || !allBut(readIgnoreFile(context, dockerfile)).includes(within)) return undefined;
  return `It lies in ${context}: each build would change what the next one is sent, and the image be built anew at every apply. Keep it outside, or name it in .dockerignore.`;
}

/** The path with its links followed, as far as it is there. */
const followed = (path: string): Promise<string> =>
  realpath(path).catch(async () =>
    dirname(path) === path ? path : join(await followed(dirname(path)), basename(path)),
  );
