import { imageNameComplaint } from "../resources/image/name";
import { fromRegistry, registryOf } from "../resources/registry";
import { bool, string, stringList } from "../schema";
import { defineDataSource } from "./define";

const schema = {
  id: string({ computed: true, doc: "The name." }),
  name: string({
    required: true,
    validate: imageNameComplaint,
    doc: "Name of the image, `registry.example.com/app`; a tag is of no account.",
  }),
  insecure_skip_verify: bool({
    optional: true,
    default: false,
    doc: "Take the registry for who it says it is, and without TLS where it speaks none.",
  }),
  strict_semver: bool({
    optional: true,
    default: false,
    doc: "Tell only tags that are semantic versions, `1.2.3`, of releases: none of `1.2`, `v1.2.3`, `1.2.3-rc.1`.",
  }),
  tags: stringList({ computed: true, doc: "Every tag that the registry has of it, in the order of their letters." }),
} as const;

/** Source: https://semver.org; a tag has no `+`. */
const RELEASE = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/;

/** Source: https://distribution.github.io/distribution/spec/api/#tags */
export const registryImageTags = defineDataSource({
  type: "docker_registry_image_tags",
  doc: "The tags of an image in a registry.",
  schema,

  async read({ config, ...call }) {
    const { client, repository } = await registryOf(call, { ...config, auth_config: [] });
    const tags = await fromRegistry(["name"], client.tags(repository));
    const wanted = config.strict_semver ? tags.filter((tag) => RELEASE.test(tag)) : tags;
    return { id: config.name, tags: wanted.sort() };
  },
});
