import { join } from "node:path";
import { fingerprintOf } from "./fingerprint";
import { type Manifest, tryReadManifest } from "./manifest";

const CHECKOUT = join(__dirname, "../..");
/** A host that no registry serves (RFC 2606). */
export const SOURCE = "docker-stages.invalid/docker-stages/docker";

/** Builds this checkout's provider into `dist/provider`. */
export function build(): Manifest {
  const { buildProvider } = require("./build-provider") as typeof import("./build-provider");
  return buildProvider({
    entry: join(CHECKOUT, "provider/main.ts"),
    source: SOURCE,
    folder: join(CHECKOUT, "dist/provider"),
    fingerprint: currentFingerprint(),
  });
}

/**
 * Builds it unless what is there was built from these very sources. Cheap when there is nothing to
 * do: the bundler is loaded only to bundle.
 */
export function buildIfStale(): Manifest {
  const built = tryReadManifest(join(CHECKOUT, "dist/provider/manifest.json"));
  return built?.fingerprint === currentFingerprint() ? built : build();
}

/** Folders that the bundle is made from, beside the packages. */
export const SOURCES = [
  "provider",
  "engine",
  "registry",
  "build-context",
  "formats",
  "foreign",
  "problem",
  "log",
  "temporary",
];

/** Of everything that the bundle is made from; the lock file stands for the packages. */
const currentFingerprint = (): string => fingerprintOf(CHECKOUT, SOURCES, [join(CHECKOUT, "package-lock.json")]);
