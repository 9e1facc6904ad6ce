import { zipSync } from "fflate";

/** The earliest that a zip can tell, in whatever time zone: it stores the local time. */
const EPOCH = new Date(1980, 0, 1);
const UNIX = 3;
const EXECUTABLE_FILE = 0o100755;

/**
 * A zip of one executable file, the same bytes on every machine: fixed time and mode, and a compressor that is
 * JavaScript throughout (zlib's output differs between processors).
 */
export const executableZip = (name: string, content: Uint8Array): Uint8Array =>
  zipSync({ [name]: [content, { mtime: EPOCH, os: UNIX, attrs: (EXECUTABLE_FILE << 16) >>> 0 }] });
