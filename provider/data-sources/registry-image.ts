import { RegistryError } from "../../registry";
import { imageNameComplaint } from "../resources/image/name";
import { fromRegistry, registryOf } from "../resources/registry";
import { bool, DiagnosticError, diagnosticOf, string } from "../schema";
import { defineDataSource } from "./define";

const schema = {
  id: string({ computed: true, doc: "The digest." }),
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
  sha256_digest: string({
    computed: true,
    doc: "Digest of what the name leads to, `sha256:…`: a manifest, or a list of manifests.",
  }),
} as const;

/** Source: https://distribution.github.io/distribution/spec/api/#manifest */
export const registryImage = defineDataSource({
  type: "docker_registry_image",
  doc: "An image in a registry, without pulling it. Its digest, as `pull_triggers` of a `docker_image`, pulls the image anew when the registry has another one.",
  schema,

  async read({ config, ...call }) {
    const { client, repository, reference } = await registryOf(call, { ...config, auth_config: [] });
    const digest = await fromRegistry(["name"], client.tryDigest(repository, reference));
    if (digest === undefined) {
      const absent = new RegistryError("absent", `image "${config.name}"`, config.name, "");
      throw new DiagnosticError(absent.problems.map((problem) => diagnosticOf(problem, ["name"])));
    }
    return { id: digest, sha256_digest: digest };
  },
});
