import { digestOf, type Image } from "../build/image";
import type { RegistryClient } from "./client";
import { attestationManifest, descriptorOf, indexOf, type Manifest, ociManifest } from "./manifest";

/** An image and the processor that it is for. */
export interface PlatformImage {
  /** `amd64` */
  readonly architecture: string;
  readonly image: Image;
}

/**
 * Uploads one image for several processors as Docker Hub serves its own: an OCI index of an image for each, and an
 * attestation of the first.
 */
export async function pushIndex(
  client: RegistryClient,
  repository: string,
  tags: readonly string[],
  images: readonly PlatformImage[],
): Promise<void> {
  const listed = [];
  for (const { architecture, image } of images) {
    await client.putContent(repository, image);
    const manifest = ociManifest(image);
    await client.putManifest(repository, digestOfText(manifest), manifest);
    listed.push(descriptorOf(manifest, { platform: { os: "linux", architecture } }));
  }
  const attestation = await pushAttestation(client, repository, listed[0]!.digest);
  const index = indexOf([...listed, attestation]);
  for (const tag of tags) await client.putManifest(repository, tag, index);
}

/** It is for no platform: an engine passes it by. Source: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
async function pushAttestation(client: RegistryClient, repository: string, of: string) {
  const statement = json({
    _type: "https://in-toto.io/Statement/v0.1",
    predicateType: "https://slsa.dev/provenance/v0.2",
    subject: [{ name: repository, digest: { sha256: of.replace("sha256:", "") } }],
    predicate: {},
  });
  const unknown = { os: "unknown", architecture: "unknown" };
  const rootfs = { type: "layers", diff_ids: [digestOf(statement)] };
  const config = json({ ...unknown, config: {}, rootfs });
  for (const content of [statement, config]) await client.putBytes(repository, content);
  const manifest = attestationManifest(config, statement);
  await client.putManifest(repository, digestOfText(manifest), manifest);
  return descriptorOf(manifest, {
    platform: unknown,
    annotations: { "vnd.docker.reference.digest": of, "vnd.docker.reference.type": "attestation-manifest" },
  });
}

const json = (value: object): Buffer => Buffer.from(JSON.stringify(value));

const digestOfText = ({ text }: Manifest): string => digestOf(Buffer.from(text));
