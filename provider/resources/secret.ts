import type { Secret, SecretSpec } from "../engine";
import { type Config, type Observed, type State, string } from "../schema";
import { validateBase64 } from "./base64";
import { defineResource } from "./define";
import { labelBlocks, observeLabels, toRecord } from "./labels";
import { claim, NONCE_LABEL } from "./ownership";

const schema = {
  id: string({ computed: true, doc: "The swarm's id of the secret." }),
  name: string({ required: true, forceNew: true, doc: "Name of the secret." }),
  data: string({
    required: true,
    forceNew: true,
    sensitive: true,
    validate: validateBase64,
    doc: "Content, base64. A secret in use cannot be replaced under one name: put a hash of the content into the name and set `create_before_destroy`.",
  }),
  labels: labelBlocks("Label of the secret. A change is made in place."),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Secret */
export const secret = defineResource({
  type: "docker_secret",
  doc: "A secret of a swarm. Nobody can read it back but the services that are given it.",
  version: 1,
  schema,
  import: "id",

  async create(call) {
    const { planned, engine, made, signal } = call;
    const found = await claim(call, {
      type: "docker_secret",
      name: planned.name,
      find: async () =>
        (await engine.secrets.list({ filters: { name: [planned.name] }, signal })).find(isNamed(planned.name)),
      labels: labelsOf,
      create: async (ownership) => {
        const id = await engine.secrets.create({ ...spec(planned, ownership), Data: planned.data }, { signal });
        made({ id });
        return engine.secrets.inspect(id);
      },
      orphan: { remove: ({ ID }) => engine.secrets.remove(ID) },
    });
    return observe(found, planned, false);
  },

  async read({ state, engine, journal, imported }) {
    const found = await engine.secrets.tryInspect(state.id);
    if (!found) return undefined;
    journal.settle(labelsOf(found)?.[NONCE_LABEL]);
    return observe(found, state, imported);
  },

  async update({ planned, state, engine, signal }) {
    const found = await engine.secrets.inspect(state.id, { signal });
    const nonce = labelsOf(found)?.[NONCE_LABEL];
    const version = found.Version.Index ?? 0;
    await engine.secrets.update(state.id, version, spec(planned, nonce ? { [NONCE_LABEL]: nonce } : {}), { signal });
    return observe(await engine.secrets.inspect(state.id), planned, false);
  },

  async delete({ state, engine }) {
    await engine.secrets.tryRemove(state.id);
  },
});

const isNamed = (name: string) => (found: Secret) => found.Spec.Name === name;
const labelsOf = ({ Spec }: Secret) => Spec.Labels as Record<string, string> | null | undefined;

const spec = (
  { name, labels }: Pick<Config<typeof schema>, "name" | "labels">,
  ownership: Record<string, string>,
): SecretSpec => ({
  Name: name,
  Labels: { ...toRecord(labels), ...ownership },
});

/** The engine never tells the content. */
const observe = (
  found: Secret,
  asked: Pick<Config<typeof schema> | State<typeof schema>, "labels">,
  imported: boolean,
): Observed<typeof schema> => ({
  id: found.ID,
  name: found.Spec.Name ?? undefined,
  labels: observeLabels(labelsOf(found), asked.labels, imported),
});
