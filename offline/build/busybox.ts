import type { Tree } from "./archive";
import type { ExtractedPackages } from "./extracted-packages";

/** busybox under the names of its applets, for the scripts of an image: package `busybox`. */
export async function busyboxTree(extracted: ExtractedPackages, applets: readonly string[]): Promise<Tree> {
  const links = applets.map((applet) => [`/bin/${applet}`, { link: "busybox" }] as const);
  return { ...(await extracted.programs("/bin/busybox")), ...Object.fromEntries(links) };
}

/** Applets that the scripts of a server's image use, and whoever looks into its container. */
export const usualApplets: readonly string[] =
  "ash awk cat chmod chown cp cut date df du echo env false find grep head hostname id kill ln ls mkdir mktemp mv nslookup ps pwd rm rmdir sed sh sleep sort stat tail tar test top touch tr true uname wc wget which whoami xargs".split(
    " ",
  );
