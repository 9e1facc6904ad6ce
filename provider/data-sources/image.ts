import { imageNameComplaint } from "../resources/image/name";
import { repoDigest } from "../resources/image/repo-digest";
import { withPath } from "../resources/with-path";
import { string } from "../schema";
import { defineDataSource } from "./define";

const schema = {
  id: string({
    computed: true,
    doc: "The engine's id of the image, `sha256:…`: of its configuration; on the containerd store of its manifest, or of the index of its platforms.",
  }),
  name: string({
    required: true,
    validate: imageNameComplaint,
    doc: "Name of the image, with tag or digest, or its id. Without a tag, `latest` is meant.",
  }),
  repo_digest: string({
    computed: true,
    doc: "The name by which the registry knows exactly this image, `NAME@sha256:…`; empty where the engine knows of none. On the containerd store an image that was never in a registry has one, too.",
  }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageInspect */
export const image = defineDataSource({
  type: "docker_image",
  doc: "An image that is on the engine.",
  schema,

  async read({ config, engine, signal }) {
    const found = await withPath(["name"], engine.images.inspect(config.name, { signal }));
    return { id: found.Id, repo_digest: repoDigest(config.name, found.RepoDigests) };
  },
});
