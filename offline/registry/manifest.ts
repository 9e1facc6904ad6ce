import { digestOf, type Image } from "../build/image";

/** What a tag or a digest of a registry leads to, byte for byte. */
export interface Manifest {
  readonly mediaType: string;
  readonly text: string;
}

/** How a manifest names what it is made of (https://github.com/opencontainers/image-spec/blob/main/descriptor.md). */
interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly platform?: { readonly os: string; readonly architecture: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Media types of the two formats that an image is served in. */
const docker = {
  manifest: "application/vnd.docker.distribution.manifest.v2+json",
  config: "application/vnd.docker.container.image.v1+json",
  layer: "application/vnd.docker.image.rootfs.diff.tar.gzip",
};
const oci = {
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar+gzip",
};
const index = "application/vnd.oci.image.index.v1+json";
export const statementType = "application/vnd.in-toto+json";

/** Whatever a tag may lead to. */
export const accepted = [docker.manifest, oci.manifest, index].join(", ");

/** An image served by itself, as old tools push it. */
export const dockerManifest = (image: Image): Manifest => manifestOf(image, docker);

/** An image that an index leads to. */
export const ociManifest = (image: Image): Manifest => manifestOf(image, oci);

function manifestOf({ config, layers }: Image, types: typeof oci): Manifest {
  return assembled(types.manifest, {
    config: { mediaType: types.config, ...contentOf(config) },
    layers: layers.map(({ digest, size }) => ({ mediaType: types.layer, digest, size })),
  });
}

/** What was attested of an image, as BuildKit lays it beside the image in its index. */
export const attestationManifest = (config: Buffer, statement: Buffer): Manifest =>
  assembled(oci.manifest, {
    config: { mediaType: oci.config, ...contentOf(config) },
    layers: [
      {
        mediaType: statementType,
        ...contentOf(statement),
        annotations: { "in-toto.io/predicate-type": "https://slsa.dev/provenance/v0.2" },
      },
    ],
  });

/** One name for several manifests, of which an engine takes the one for its platform. */
export const indexOf = (manifests: readonly Descriptor[]): Manifest => assembled(index, { manifests });

/** @param more platform and annotations of the manifest in an index */
export const descriptorOf = (
  { mediaType, text }: Manifest,
  more: Pick<Descriptor, "platform" | "annotations">,
): Descriptor => ({ mediaType, ...contentOf(Buffer.from(text)), ...more });

const contentOf = (content: Buffer) => ({ digest: digestOf(content), size: content.length });

const assembled = (mediaType: string, body: object): Manifest => ({
  mediaType,
  text: JSON.stringify({ schemaVersion: 2, mediaType, ...body }),
});
