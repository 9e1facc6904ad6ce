// @ts-check
const fs = require("node:fs");
const { dirname } = require("node:path");
const { deserialize, serialize } = require("node:v8");
const { digestOf } = require("./program");

/** @typedef {import("./program").Program} Program */

/** Bytes of a digest in hexadecimal. */
const DIGEST = 64;
/** Writable by others than its owner. */
const OPEN_TO_OTHERS = 0o022;

/**
 * A program that was kept, if it is whole and nobody can have put it there who could not have changed the sources: it
 * belongs to this user, or to whom the checkout belongs, and nobody else may write it.
 *
 * @param {string} file
 * @param {string} root the checkout's folder
 * @returns {Program | undefined}
 */
function readKept(file, root) {
  try {
    const content = readOwn(file, [process.getuid?.(), fs.statSync(root).uid]);
    const body = content?.subarray(DIGEST);
    return body && content?.toString("latin1", 0, DIGEST) === digestOf(body) ? deserialize(body) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {readonly (number | undefined)[]} owners
 * @returns {Buffer | undefined}
 */
function readOwn(file, owners) {
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
  try {
    const found = fs.fstatSync(descriptor);
    const isOwn = found.isFile() && owners.includes(found.uid) && (found.mode & OPEN_TO_OTHERS) === 0;
    return isOwn ? fs.readFileSync(descriptor) : undefined;
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Keeps a program for the next time. Where nothing can be written, as in a checkout of somebody else's, it is not.
 *
 * @param {string} file
 * @param {Program} program
 */
function keep(file, program) {
  const body = serialize(program);
  write(file, Buffer.concat([Buffer.from(digestOf(body), "latin1"), body]));
}

/**
 * Keeps a file beside it, which nothing is run of.
 *
 * @param {string} file
 * @param {string | Uint8Array} content
 */
function write(file, content) {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    fs.mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(draft, content, { mode: 0o600, flag: "wx" });
    fs.renameSync(draft, file);
  } catch {
    remove(draft);
  }
}

/** @param {string} draft */
function remove(draft) {
  try {
    fs.rmSync(draft, { force: true });
  } catch {
    // Nor could it be made.
  }
}

module.exports = { keep, readKept, write };
