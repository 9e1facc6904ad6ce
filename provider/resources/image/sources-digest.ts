import { createHash } from "node:crypto";
import { contextDigestInTurns, folderDigestInTurns } from "../../../build-context";
import { type Build, remoteContext } from "./build-query";
import { parseNamedContext } from "./named-context";

/** Of a block what says where its files are. */
export type Sources = Pick<Build, "context" | "dockerfile" | "remote_context" | "additional_contexts">;

/**
 * SHA-256 of what a build is sent, in hexadecimal: its context's, and with more folders than that, of all of theirs.
 * Empty where the engine fetches everything.
 *
 * @throws BuildContextError
 */
export async function sourcesDigest(block: Sources, signal: AbortSignal): Promise<string> {
  const own = remoteContext(block) === undefined ? await contextDigestInTurns(block, signal) : "";
  const folders = (block.additional_contexts ?? [])
    .map(parseNamedContext)
    .flatMap(({ name, folder }) => (folder === undefined ? [] : [{ name, folder }]));
  if (folders.length === 0) return own;
  const hash = createHash("sha256").update(`${own}\0`);
  for (const { name, folder } of folders) hash.update(`${name}\0${await folderDigestInTurns(folder, signal)}\0`);
  return hash.digest("hex");
}

/** The same; empty where it cannot be told here, which is left to the build to complain about. */
export const trySourcesDigest = (block: Sources, signal: AbortSignal): Promise<string> =>
  sourcesDigest(block, signal).catch(() => "");

/**
 * Whether what an image was built from has changed since; what cannot be read now, or is not known yet, has not.
 *
 * @param digest of what it was built from
 * @param planned its block, values of which may be unknown
 */
export async function isOutdated(digest: string | undefined, planned: unknown, signal: AbortSignal): Promise<boolean> {
  const [block] = Array.isArray(planned) ? (planned as object[]) : [];
  if (!digest || !isKnown(block)) return false;
  return (await sourcesDigest(block, signal).catch(() => digest)) !== digest;
}

function isKnown(block: object | undefined): block is Sources {
  const {
    context,
    dockerfile,
    remote_context: remote,
    additional_contexts: more = [],
  } = (block ?? {}) as {
    readonly [K in keyof Sources]?: unknown;
  };
  return (
    typeof context === "string" &&
    typeof dockerfile === "string" &&
    (remote === undefined || typeof remote === "string") &&
    Array.isArray(more) &&
    more.every((each) => typeof each === "string")
  );
}
