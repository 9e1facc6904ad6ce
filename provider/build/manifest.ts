import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** `manifest.json` beside a built provider. */
export interface Manifest {
  /** Ends in a hash of the content. */
  readonly version: string;
  /** File name of the zip beside the manifest. */
  readonly zip: string;
  /** `HOST/NAMESPACE/TYPE` */
  readonly source: string;
  /** Of the files that it was built from. */
  readonly fingerprint?: string;
}

/** The manifest, or undefined where there is none, it cannot be read, or its zip is missing. */
export function tryReadManifest(file: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    return existsSync(join(dirname(file), manifest.zip)) ? manifest : undefined;
  } catch {
    return undefined;
  }
}
