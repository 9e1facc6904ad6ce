import type { ConfigSpec, Config as SwarmConfig } from "../../engine";
import { type Config, string } from "../schema";
import { plainBase64, sameBase64, validateBase64 } from "./base64";
import { byIdOrName, defineResource } from "./define";
import { labelBlocks } from "./labels";
import type { LabelledLeftover } from "./leftover";
import { contentOf, isGivenOnce, storedData, templateDriver, writeOnlyData } from "./stored-data";

const schema = {
  id: string({ computed: true, doc: "The swarm's id of the config." }),
  name: string({ required: true, forceNew: true, doc: "Name of the config." }),
  data: string({
    optional: true,
    forceNew: true,
    same: sameBase64,
    validate: validateBase64,
    conflictsWith: ["data_wo"],
    doc: "Content, base64. A config in use cannot be replaced under one name: put a hash of the content into the name and set `create_before_destroy`.",
  }),
  ...writeOnlyData,
  labels: labelBlocks("Label of the config; the community provider has none. A change is made in place."),
  template_driver: templateDriver,
} as const;

const leftover: LabelledLeftover = {
  kind: "config",
  find: async ({ configs }, label) =>
    (await configs.list({ filters: { label } })).map(({ ID, Spec }) => ({ id: ID, name: Spec.Name ?? ID })),
  remove: ({ configs }, id) => configs.tryRemove(id),
};

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Config */
export const config = defineResource({
  type: "docker_config",
  leftover,
  doc: "A config of a swarm: a file that services are given.",
  schema,
  imports: byIdOrName,
  validate: isGivenOnce,
  ...storedData<Config<typeof schema>, SwarmConfig, ConfigSpec>({
    type: "docker_config",
    group: ({ configs }) => configs,
    toEngine: ({ data, data_wo, template_driver }) => ({
      Data: plainBase64(contentOf({ data, data_wo })),
      Templating: template_driver ? { Name: template_driver } : undefined,
    }),
    // Where it is write-only, the schema leaves `data` out.
    fromEngine: ({ Spec: { Data, Templating } }) => ({ data: Data ?? "", template_driver: Templating?.Name ?? "" }),
  }),
});
