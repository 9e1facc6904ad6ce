import type { CallOptions, Engine } from "../engine";
import { type Observed, string } from "../schema";
import type { DockerCall } from "./define";
import { observeLabels, toRecord } from "./labels";
import { claim, NONCE_LABEL } from "./ownership";

type Labels = Record<string, string>;

/** A secret or a config, as the swarm has it. */
interface Stored {
  readonly ID: string;
  readonly Version: { readonly Index?: number | null };
  readonly Spec: { readonly Name?: string | null; readonly Labels?: object | null };
}

/** The swarm's secrets, or its configs. */
interface Group<Found extends Stored, Spec> {
  list(options: CallOptions & { readonly filters: { readonly name: string[] } }): Promise<Found[]>;
  inspect(id: string, options?: CallOptions): Promise<Found>;
  tryInspect(id: string, options?: CallOptions): Promise<Found | undefined>;
  create(spec: Spec, options?: CallOptions): Promise<string>;
  update(id: string, version: number, spec: Spec, options?: CallOptions): Promise<void>;
  remove(id: string, options?: CallOptions): Promise<void>;
  tryRemove(id: string, options?: CallOptions): Promise<boolean>;
}

interface Asked {
  readonly name: string;
  readonly labels: { label: string; value: string }[];
}

interface Kind<A extends Asked, Found extends Stored, Spec> {
  readonly type: "docker_secret" | "docker_config";
  group(engine: Engine): Group<Found, Spec>;
  /** What is asked for beside name and labels. */
  spec(asked: A): Spec;
  /** What the swarm tells beside id, name and labels. */
  observe(found: Found): object;
}

// biome-ignore lint/suspicious/noExplicitAny: what is observed is held against each type's own schema where it is used
type Answer = Observed<any>;
type Change<A> = DockerCall & { readonly planned: A; made(state: Answer): void };

/** Of both kinds. */
export const templateDriver = string({
  optional: true,
  forceNew: true,
  zero: "",
  doc: "What fills the content in when a task is given it: `golang`. Default: nothing.",
});

/** Create, read, update and delete of named content that the swarm keeps and services are given. */
export function storedData<A extends Asked, Found extends Stored, Spec>({
  type,
  group,
  spec,
  observe,
}: Kind<A, Found, Spec>) {
  const labelsOf = ({ Spec: { Labels } }: Found) => Labels as Labels | null | undefined;
  const tell = (found: Found, asked: Pick<A, "labels">, imported = false): Answer => ({
    ...observe(found),
    id: found.ID,
    name: found.Spec.Name ?? undefined,
    labels: observeLabels(labelsOf(found), asked.labels, imported),
  });

  return {
    async create(call: Change<A>): Promise<Answer> {
      const { planned, engine, made, signal } = call;
      const all = group(engine);
      const found = await claim(call, {
        type,
        name: planned.name,
        find: async () => (await all.list({ filters: { name: [planned.name] }, signal })).find(isNamed(planned.name)),
        labels: labelsOf,
        id: ({ ID }) => ID,
        create: async (ownership) => {
          const Labels = { ...toRecord(planned.labels), ...ownership };
          const id = await all.create({ Name: planned.name, Labels, ...spec(planned) }, { signal });
          made({ id });
          return all.inspect(id, { signal });
        },
        orphan: { remove: ({ ID }) => all.remove(ID, { signal }) },
      });
      return tell(found, planned);
    },

    async read(call: DockerCall & { readonly state: A & { readonly id: string }; readonly imported: boolean }) {
      const { state, engine, journal, imported, signal } = call;
      const found = await group(engine).tryInspect(state.id, { signal });
      if (!found) return undefined;
      journal.settle(labelsOf(found)?.[NONCE_LABEL]);
      return tell(found, state, imported);
    },

    /** The swarm changes nothing but labels. */
    async update(call: Change<A> & { readonly state: { readonly id: string } }): Promise<Answer> {
      const { planned, state, engine, signal } = call;
      const all = group(engine);
      const found = await all.inspect(state.id, { signal });
      const nonce = labelsOf(found)?.[NONCE_LABEL];
      const Labels = { ...toRecord(planned.labels), ...(nonce && { [NONCE_LABEL]: nonce }) };
      await all.update(state.id, found.Version.Index ?? 0, { ...found.Spec, Labels } as Spec, { signal });
      return tell(await all.inspect(state.id, { signal }), planned);
    },

    async delete({ state, engine, signal }: DockerCall & { readonly state: { readonly id: string } }): Promise<void> {
      await group(engine).tryRemove(state.id, { signal });
    },
  };
}

const isNamed = (name: string) => (found: Stored) => found.Spec.Name === name;
