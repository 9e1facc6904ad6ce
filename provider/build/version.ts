import { createHash } from "node:crypto";

const RELEASE = "1.0.0";
const DIGITS = 12;

/** `1.0.0-3f9c21ab77de`: the end is the start of the content's SHA-256, so that equal versions are equal providers. */
export function contentVersion(content: Uint8Array): string {
  const hash = createHash("sha256").update(content).digest("hex");
  return `${RELEASE}-${identifierIn(hash)}`;
}

/** Semantic versions allow no leading zero in an identifier of digits only: one hash in three thousand begins so. */
export function identifierIn(hash: string): string {
  for (let start = 0; start + DIGITS <= hash.length; start++) {
    const identifier = hash.slice(start, start + DIGITS);
    if (!/^0\d*$/.test(identifier)) return identifier;
  }
  throw new Error(`no version in ${hash}`);
}
