import { createHash } from "node:crypto";
import { version as RELEASE } from "../../package.json";

const DIGITS = 12;

/**
 * `1.0.0-3f9c21ab77de`: the package's version, then the start of the content's SHA-256, so that equal versions are equal
 * providers.
 */
export function contentVersion(files: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file.length}\0`).update(file);
  return `${RELEASE}-${identifierIn(hash.digest("hex"))}`;
}

/** Semantic versions allow no leading zero in an identifier of digits only: one hash in three thousand begins so. */
export function identifierIn(hash: string): string {
  for (let start = 0; start + DIGITS <= hash.length; start++) {
    const identifier = hash.slice(start, start + DIGITS);
    if (!/^0\d*$/.test(identifier)) return identifier;
  }
  throw new Error(`no version in ${hash}`);
}
