import type { Manifest, RegistryClient } from "../../registry";
import { imageNameComplaint } from "../resources/image/name";
import { authConfig, fromRegistry, registryOf } from "../resources/registry";
import { bool, objectSet, string } from "../schema";
import { defineDataSource } from "./define";

const schema = {
  id: string({ computed: true, doc: "Digest of what the name leads to." }),
  name: string({
    required: true,
    validate: imageNameComplaint,
    doc: "Name of the image, with tag: `alpine:3.20`. Without a tag, `latest` is meant.",
  }),
  insecure_skip_verify: bool({
    optional: true,
    default: false,
    doc: "Take the registry for who it says it is, and without TLS where it speaks none.",
  }),
  auth_config: authConfig,
  manifests: objectSet({ architecture: "string", media_type: "string", os: "string", sha256_digest: "string" })({
    computed: true,
    doc: "The image for each platform that it is there for; one where the name leads to no list.",
  }),
} as const;

/** Source: https://distribution.github.io/distribution/spec/manifest-v2-2/ and https://github.com/opencontainers/image-spec/blob/main/image-index.md */
export const registryImageManifests = defineDataSource({
  type: "docker_registry_image_manifests",
  doc: "The manifests of an image in a registry, one for each platform, without pulling any.",
  schema,

  async read({ config, ...call }) {
    const { client, repository, reference } = await registryOf(call, config);
    const found = await fromRegistry(["name"], client.manifest(repository, reference));
    const manifests = await fromRegistry(["name"], rows(client, repository, found));
    return { id: found.digest, manifests };
  },
});

interface Row {
  readonly architecture: string;
  readonly media_type: string;
  readonly os: string;
  readonly sha256_digest: string;
}

interface Platform {
  readonly architecture?: string;
  readonly os?: string;
}

interface Content {
  readonly manifests?: readonly { readonly mediaType: string; readonly digest: string; readonly platform?: Platform }[];
  readonly config?: { readonly digest: string };
}

/** A list says the platforms; of a single manifest, the image's configuration does. */
async function rows(client: RegistryClient, repository: string, found: Manifest): Promise<Row[]> {
  const { manifests, config } = client.parse<Content>(found.content);
  const row = (mediaType: string, digest: string, { architecture = "", os = "" }: Platform = {}): Row => ({
    architecture,
    media_type: mediaType,
    os,
    sha256_digest: digest,
  });
  if (manifests) return manifests.map(({ mediaType, digest, platform }) => row(mediaType, digest, platform));
  const platform = config ? await client.json<Platform>(repository, config.digest) : {};
  return [row(found.mediaType, found.digest, platform)];
}
