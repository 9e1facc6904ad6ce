/** In bytes. */
export const MEBIBYTE = 1024 ** 2;

const form = /^(\d+(?:\.\d+)?) ?([kmgtp]?)i?b?$/i;

/** Bytes of a size such as `1.5g`; undefined for what is none. Units are powers of 1024, as Docker reads them. */
export function readByteSize(text: string): number | undefined {
  const found = form.exec(text.trim());
  if (!found) return undefined;
  const bytes = Math.trunc(Number(found[1]) * 1024 ** " kmgtp".indexOf(found[2]!.toLowerCase() || " "));
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
