// @ts-check
const { createHash } = require("node:crypto");
const { readFileSync, statSync } = require("node:fs");

/**
 * A file that a program was made of.
 *
 * @typedef {object} Source
 * @property {string} digest of its content
 * @property {string} [stamp] what the file system said of it, where that tells each later change
 */

/**
 * A program of a checkout as one piece of JavaScript.
 *
 * @typedef {object} Program
 * @property {string} root the checkout's folder: paths in the code begin with it
 * @property {Readonly<Record<string, Source>>} sources what it was made of, by their paths from the root
 * @property {string} code
 * @property {Buffer} [compiled] what V8 made of the code
 */

/** @param {string | Uint8Array} content */
const digestOf = (content) => createHash("sha256").update(content).digest("hex");

/** Milliseconds in which a file may be written twice, and be told to have changed at one time: coarse file systems have 2 s. */
const ONE_TIME_MS = 2000;

/**
 * What changes with each write of a file, whatever times it is given afterwards.
 *
 * @param {string} file
 * @returns {{ stamp: string, changedMs: number } | undefined} undefined where there is none
 */
function stampOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && { stamp: `${found.ctimeMs} ${found.ino} ${found.dev} ${found.size}`, changedMs: found.ctimeMs };
}

/**
 * A source as it is now. One that was just written has no stamp: the next write could bear the same.
 *
 * @param {string} file
 * @param {string | Uint8Array} content which was read after `nowMs`
 * @param {number} nowMs
 * @returns {Source}
 */
function sourceOf(file, content, nowMs) {
  const { stamp, changedMs } = stampOf(file) ?? {};
  const isSettled = changedMs !== undefined && changedMs < nowMs - ONE_TIME_MS;
  return { digest: digestOf(content), ...(isSettled && { stamp }) };
}

/**
 * Whether the program is what its sources would become now.
 *
 * @param {Program} program
 * @param {string} root
 */
const isCurrent = ({ root: made, sources }, root) =>
  made === root && Object.entries(sources).every(([name, source]) => isAsItWas(`${root}/${name}`, source));

/**
 * @param {string} file
 * @param {Source} source
 */
function isAsItWas(file, { digest, stamp }) {
  try {
    return (stamp !== undefined && stampOf(file)?.stamp === stamp) || digestOf(readFileSync(file)) === digest;
  } catch {
    return false;
  }
}

module.exports = { digestOf, isCurrent, sourceOf };
