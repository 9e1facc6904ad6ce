import type { Platform } from "../build/platform";

/** Those that a mirror names. The provider is one program for all of them, so its zip is the same under each name. */
export const platforms: readonly Platform[] = ["linux", "darwin"].flatMap((os) =>
  ["amd64", "arm64"].map((arch) => ({ os, arch })),
);
