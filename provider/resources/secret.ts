import type { Secret, SecretSpec } from "../../engine";
import { type Config, string, stringMap } from "../schema";
import { plainBase64, sameBase64, validateBase64 } from "./base64";
import { byIdOrName, defineResource } from "./define";
import { labelUpgrade } from "./label-upgrade";
import { labelBlocks } from "./labels";
import type { LabelledLeftover } from "./leftover";
import { contentOf, isGivenOnce, storedData, templateDriver, writeOnlyData } from "./stored-data";
import { isTakenOver } from "./taken-over";

const schema = {
  id: string({ computed: true, doc: "The swarm's id of the secret." }),
  name: string({ required: true, forceNew: true, doc: "Name of the secret." }),
  data: string({
    optional: true,
    forceNew: true,
    sensitive: true,
    same: sameBase64,
    validate: validateBase64,
    conflictsWith: ["data_wo"],
    doc: "Content, base64; empty where a `driver` has it. A secret in use cannot be replaced under one name: put a hash of the content into the name and set `create_before_destroy`.",
  }),
  ...writeOnlyData,
  labels: labelBlocks("Label of the secret. A change is made in place."),
  driver: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "Plugin that has the content, in place of the swarm.",
  }),
  driver_opts: stringMap({ optional: true, forceNew: true, zero: {}, doc: "Options of that plugin." }),
  template_driver: templateDriver,
} as const;

const leftover: LabelledLeftover = {
  kind: "secret",
  find: async ({ secrets }, label) =>
    (await secrets.list({ filters: { label } })).map(({ ID, Spec }) => ({ id: ID, name: Spec.Name ?? ID })),
  remove: ({ secrets }, id) => secrets.tryRemove(id),
};

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Secret */
export const secret = defineResource({
  type: "docker_secret",
  leftover,
  doc: "A secret of a swarm. Nobody can read it back but the services that are given it.",
  version: 1,
  upgrades: labelUpgrade,
  schema,
  imports: byIdOrName,
  validate: isGivenOnce,

  plan({ prior, privateState, warn }) {
    if (!prior || prior.data !== undefined || !isTakenOver(privateState)) return undefined;
    warn(
      `secret "${prior.name}" is taken over as it is`,
      "No engine tells what it holds: it is taken to be what the configuration has.",
    );
    return { inPlace: ["data"] };
  },
  ...storedData<Config<typeof schema>, Secret, SecretSpec>({
    type: "docker_secret",
    group: ({ secrets }) => secrets,
    toEngine: ({ data, data_wo, driver, driver_opts, template_driver }) => ({
      Data: plainBase64(contentOf({ data, data_wo })) || undefined,
      Driver: driver ? { Name: driver, Options: driver_opts } : undefined,
      Templating: template_driver ? { Name: template_driver } : undefined,
    }),
    // The content is never told.
    fromEngine: ({ Spec: { Driver, Templating } }) => ({
      driver: Driver?.Name ?? "",
      driver_opts: { ...Driver?.Options },
      template_driver: Templating?.Name ?? "",
    }),
  }),
});
