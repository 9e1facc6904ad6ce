import { container } from "../../provider/resources/container";
import { image } from "../../provider/resources/image";
import { network } from "../../provider/resources/network";
import { tag } from "../../provider/resources/tag";
import { volume } from "../../provider/resources/volume";
import type { AnyResource, Provider } from "../../provider/schema";

const idle = {
  create: async () => ({ id: "made" }),
  read: async () => ({}),
  update: async () => ({}),
  delete: async () => {},
};

/** As its schema is seen by Terraform, and nothing done: `floor_network` for `docker_network`. */
const doingNothing = ({ type, doc, schema, version }: AnyResource): AnyResource => ({
  ...{ type: type.replace("docker_", "floor_"), doc, schema, version },
  ...idle,
});

/** What is asked of nobody is a resource that asks for nothing but a name. */
const named: AnyResource = {
  type: "floor_nothing",
  doc: "Nothing.",
  schema: { id: volume.schema.id, name: volume.schema.name },
  ...idle,
};

/** What Terraform and the plugin take by themselves: objects of the same schemas that are planned, made, read and removed. */
export const provider: Provider<object> = {
  doc: "For benches.",
  schema: {},
  resources: [...[network, volume, container, image, tag].map(doingNothing), named],
  dataSources: [],
  configure: () => ({ services: () => ({}), close() {} }),
};
