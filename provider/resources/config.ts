import type { ConfigSpec, Config as SwarmConfig } from "../../engine";
import { type Config, type Planned, string } from "../schema";
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
    conflictsWith: ["data_raw", "data_wo"],
    doc: "Content, base64. A config in use cannot be replaced under one name: put a hash of the content into the name and set `create_before_destroy`.",
  }),
  data_raw: string({
    optional: true,
    forceNew: true,
    conflictsWith: ["data", "data_wo"],
    doc: "Content, a text as it is, in place of `data`. From one to the other, with the same content, replaces nothing.",
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

  /** The same content, written in the other way. */
  plan({ prior, planned }) {
    if (!prior) return undefined;
    const [was, is] = [bytesOf(prior), bytesOf(planned)];
    return was !== undefined && is !== undefined && was.equals(is) ? { inPlace: ["data", "data_raw"] } : undefined;
  },
  ...storedData<Config<typeof schema>, SwarmConfig, ConfigSpec>({
    type: "docker_config",
    group: ({ configs }) => configs,
    toEngine: ({ data, data_raw, data_wo, template_driver }) => ({
      Data: data_raw === undefined ? plainBase64(contentOf({ data, data_wo })) : base64Of(data_raw),
      Templating: template_driver ? { Name: template_driver } : undefined,
    }),
    // Where it is write-only, the schema leaves `data` out.
    fromEngine: ({ Spec: { Data, Templating } }, asked) => ({
      ...(asked?.data_raw === undefined ? { data: Data ?? "" } : { data_raw: textOf(Data ?? "") }),
      template_driver: Templating?.Name ?? "",
    }),
  }),
});

const base64Of = (text: string): string => Buffer.from(text).toString("base64");
const textOf = (base64: string): string => Buffer.from(base64, "base64").toString();

/** The content, where it is known and in the state. */
function bytesOf({ data, data_raw }: Pick<Planned<typeof schema>, "data" | "data_raw">): Buffer | undefined {
  if (typeof data_raw === "string") return Buffer.from(data_raw);
  return typeof data === "string" ? Buffer.from(data, "base64") : undefined;
}
