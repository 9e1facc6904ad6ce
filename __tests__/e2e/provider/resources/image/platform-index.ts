import { join } from "node:path";
import { unpackedPackage } from "../../../../../offline/build/apt";
import { writeTree } from "../../../../../offline/build/archive";
import { type Image, imageOf, layerFrom } from "../../../../../offline/build/image";
import { RegistryClient } from "../../../../../offline/registry/client";
import { pushIndex } from "../../../../../offline/registry/push-index";
import { cache, type Scene } from "./scene";

/** Of this machine, and of another one. */
export const [ownArchitecture, otherArchitecture] =
  process.arch === "arm64" ? (["arm64", "amd64"] as const) : (["amd64", "arm64"] as const);

/**
 * Gives a registry an image as Docker Hub serves it: an index of this machine's platform, another one, whose files are
 * this machine's all the same, and an attestation. The engine does not have it.
 *
 * @param name `HOST:PORT/REPOSITORY:TAG`
 * @returns the index's digest
 */
export async function serveIndex(scene: Scene, name: string): Promise<string> {
  const [, host = "", repository = "", tag = ""] = /^([^/]*)\/(.*):([^:]*)$/.exec(name) ?? [];
  const root = await unpackedPackage(cache, "busybox-static");
  const layer = await layerFrom(scene.folder, (tar) =>
    writeTree(
      { "/bin/busybox": { file: join(root, "bin/busybox"), mode: 0o755 }, "/bin/sleep": { link: "busybox" } },
      tar,
    ),
  );
  const imageFor = (architecture: string): Image =>
    imageOf([layer], { Cmd: ["sleep", "600"], Labels: { for: architecture } }, "busybox", architecture);
  const client = new RegistryClient(`http://${host}`);
  const images = [ownArchitecture, otherArchitecture].map((architecture) => ({
    architecture,
    image: imageFor(architecture),
  }));
  await pushIndex(client, repository, [tag], images);
  return String(await client.tryDigest(repository, tag));
}
