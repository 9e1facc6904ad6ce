import { zipSync } from "fflate";

export interface ZippedFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly executable?: true;
}

/** The earliest that a zip can tell, in whatever time zone: it stores the local time. */
const EPOCH = new Date(1980, 0, 1);
const UNIX = 3;
const MODE = { plain: 0o100644, executable: 0o100755 };

/**
 * A zip that has the same bytes on every machine: fixed times and modes, and a compressor that is JavaScript throughout
 * (zlib's output differs between processors).
 */
export function zip(files: readonly ZippedFile[]): Uint8Array {
  const entries = files.map(({ name, content, executable }) => {
    const mode = executable ? MODE.executable : MODE.plain;
    return [name, [content, { mtime: EPOCH, os: UNIX, attrs: (mode << 16) >>> 0 }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}
