import { createHash, type Hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { JOURNAL_FOLDER } from "../formats/journal-folder";
import { BuildContextError } from "./error";
import { allBut, both } from "./filters";
import { readIgnoreFile } from "./ignore-file";
import { type BuildSource, resolveSource } from "./source";
import { type Entry, requireFolder, walk } from "./walk";

const CHUNK = 64 * 1024;
/** Steps between two looks at whatever else the process has to do. */
const STEPS_A_TURN = 64;

/** What Terraform, CDKTF and Git write while they work: sent like the rest, but it would make every digest another. */
const uncounted = [
  "**/.terraform",
  "**/.terraform.lock.hcl",
  "**/*.tfstate",
  "**/*.tfstate.*",
  `**/${JOURNAL_FOLDER}`,
  "**/cdktf.out",
  "**/cdktf.log",
  "**/.git",
];

/**
 * SHA-256 of what a build is sent, in hexadecimal: the Dockerfile, and of everything in the context that is not
 * ignored the path, the kind, the content, where it points, and whether its owner may execute it. Times, owners and
 * other permissions do not count, nor what Terraform, CDKTF and Git write there, so every checkout has the same.
 *
 * @throws BuildContextError
 */
export function contextDigest(source: BuildSource): string {
  const steps = digest(source);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, with turns for others in between. */
export const contextDigestInTurns = (source: BuildSource, signal?: AbortSignal): Promise<string> =>
  inTurns(digest(source), signal);

/** The same of a folder alone, where a build is sent more than one. @throws BuildContextError */
export const folderDigestInTurns = (folder: string, signal?: AbortSignal): Promise<string> =>
  inTurns(digestOfFolder(folder), signal);

async function inTurns(steps: Generator<undefined, string>, signal: AbortSignal | undefined): Promise<string> {
  for (let i = 1; ; i++) {
    const { done, value } = steps.next();
    if (done) return value;
    if (i % STEPS_A_TURN === 0) await turn(undefined, { signal });
  }
}

function* digest(source: BuildSource): Generator<undefined, string> {
  const { context, dockerfile } = resolveSource(source);
  const hash = createHash("sha256");
  hash.update("dockerfile\0");
  yield* addFile(hash, dockerfile);
  yield* addFolder(hash, context, readIgnoreFile(context, dockerfile));
  return hash.digest("hex");
}

function* digestOfFolder(folder: string): Generator<undefined, string> {
  requireFolder(folder);
  const hash = createHash("sha256");
  yield* addFolder(hash, folder, readIgnoreFile(folder, join(folder, "Dockerfile")));
  return hash.digest("hex");
}

function* addFolder(hash: Hash, folder: string, ignored: readonly string[]): Generator<undefined, void> {
  for (const entry of walk(folder, both(allBut(ignored), allBut(uncounted)))) {
    hash.update(`${entry.kind}\0${entry.path}\0${entry.target ?? ""}\0${isExecutable(entry)}\0`);
    if (entry.kind === "file") yield* addFile(hash, join(folder, entry.path));
    else yield;
  }
}

/** The file's own digest: whatever it holds, it cannot be taken for what comes after it. */
function* addFile(hash: Hash, file: string): Generator<undefined, void> {
  const own = createHash("sha256");
  try {
    const descriptor = openSync(file, "r");
    try {
      const chunk = Buffer.allocUnsafe(CHUNK);
      for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
        own.update(chunk.subarray(0, read));
        yield;
      }
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new BuildContextError("unreadable", file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  hash.update(own.digest());
}

const isExecutable = ({ kind, mode }: Entry): boolean => kind === "file" && (mode & 0o100) !== 0;
