import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { digestOf, type Program } from "./program";

/** Bytes of a digest in hexadecimal. */
const DIGEST = 64;
/** Writable by others than its owner. */
const OPEN_TO_OTHERS = 0o022;

/**
 * A program that was kept, if it is whole and nobody can have put it there who could not have changed the sources: it
 * belongs to this user, or to whom the checkout belongs, and nobody else may write it.
 */
export function readKept(file: string, root: string): Program | undefined {
  try {
    const content = readOwn(file, [process.getuid?.(), statSync(root).uid]);
    const body = content?.subarray(DIGEST);
    return body && content?.toString("latin1", 0, DIGEST) === digestOf(body) ? deserialize(body) : undefined;
  } catch {
    return undefined;
  }
}

function readOwn(file: string, owners: readonly (number | undefined)[]): Buffer | undefined {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const found = fstatSync(descriptor);
    const isOwn = found.isFile() && owners.includes(found.uid) && (found.mode & OPEN_TO_OTHERS) === 0;
    return isOwn ? readFileSync(descriptor) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Keeps a program for the next time. Where nothing can be written, as in a checkout of somebody else's, it is not. */
export function keep(file: string, program: Program): void {
  const body = serialize(program);
  write(file, Buffer.concat([Buffer.from(digestOf(body), "latin1"), body]));
}

/** Keeps a file beside it, which nothing is run of. */
export function write(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, content, { mode: 0o600, flag: "wx" });
    renameSync(draft, file);
  } catch {
    remove(draft);
  }
}

function remove(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Nor could it be made.
  }
}
