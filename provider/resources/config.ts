import type { ConfigSpec, Config as SwarmConfig } from "../engine";
import { type Config, type Observed, type State, string } from "../schema";
import { validateBase64 } from "./base64";
import { defineResource } from "./define";
import { labelBlocks, observeLabels, toRecord } from "./labels";
import { claim, NONCE_LABEL } from "./ownership";

const schema = {
  id: string({ computed: true, doc: "The swarm's id of the config." }),
  name: string({ required: true, forceNew: true, doc: "Name of the config." }),
  data: string({
    required: true,
    forceNew: true,
    validate: validateBase64,
    doc: "Content, base64. A config in use cannot be replaced under one name: put a hash of the content into the name and set `create_before_destroy`.",
  }),
  labels: labelBlocks("Label of the config; the community provider has none. A change is made in place."),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Config */
export const config = defineResource({
  type: "docker_config",
  doc: "A config of a swarm: a file that services are given.",
  schema,
  import: "id",

  async create(call) {
    const { planned, engine, made, signal } = call;
    const found = await claim(call, {
      type: "docker_config",
      name: planned.name,
      find: async () =>
        (await engine.configs.list({ filters: { name: [planned.name] }, signal })).find(isNamed(planned.name)),
      labels: labelsOf,
      create: async (ownership) => {
        const id = await engine.configs.create({ ...spec(planned, ownership), Data: planned.data }, { signal });
        made({ id });
        return engine.configs.inspect(id);
      },
      orphan: { remove: ({ ID }) => engine.configs.remove(ID) },
    });
    return observe(found, planned, false);
  },

  async read({ state, engine, journal, imported }) {
    const found = await engine.configs.tryInspect(state.id);
    if (!found) return undefined;
    journal.settle(labelsOf(found)?.[NONCE_LABEL]);
    return observe(found, state, imported);
  },

  async update({ planned, state, engine, signal }) {
    const found = await engine.configs.inspect(state.id, { signal });
    const nonce = labelsOf(found)?.[NONCE_LABEL];
    const changed = { ...found.Spec, ...spec(planned, nonce ? { [NONCE_LABEL]: nonce } : {}) } as ConfigSpec;
    await engine.configs.update(state.id, found.Version.Index ?? 0, changed, { signal });
    return observe(await engine.configs.inspect(state.id), planned, false);
  },

  async delete({ state, engine }) {
    await engine.configs.tryRemove(state.id);
  },
});

const isNamed = (name: string) => (found: SwarmConfig) => found.Spec.Name === name;
const labelsOf = ({ Spec }: SwarmConfig) => Spec.Labels as Record<string, string> | null | undefined;

const spec = (
  { name, labels }: Pick<Config<typeof schema>, "name" | "labels">,
  ownership: Record<string, string>,
): ConfigSpec => ({
  Name: name,
  Labels: { ...toRecord(labels), ...ownership },
});

function observe(
  found: SwarmConfig,
  asked: Pick<Config<typeof schema> | State<typeof schema>, "labels">,
  imported: boolean,
): Observed<typeof schema> {
  return {
    id: found.ID,
    name: found.Spec.Name ?? undefined,
    data: found.Spec.Data ?? "",
    labels: observeLabels(labelsOf(found), asked.labels, imported),
  };
}
