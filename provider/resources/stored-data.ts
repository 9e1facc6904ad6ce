import type { CallOptions, Engine } from "../../engine";
import { NONCE_LABEL, toLabelRecord } from "../../formats/labels";
import { type Diagnostic, number, type Observed, type PrivateState, string, type WithPrivateState } from "../schema";
import { whole } from "../schema/validators";
import { validateBase64 } from "./base64";
import type { DockerCall } from "./define";
import { askedLabels } from "./labels";
import { keepNonce, keptNonce, nonceAmong } from "./nonce";
import { claim } from "./ownership";
import { versioned } from "./versioned";

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
  toEngine(asked: A): Spec;
  /** What the swarm tells beside id, name and labels. @param asked undefined on import */
  fromEngine(found: Found, asked?: Partial<A>): object;
}

// biome-ignore lint/suspicious/noExplicitAny: what is observed is held against each type's own schema where it is used
type Answer = Observed<any>;
type Change<A> = DockerCall & WithPrivateState & { readonly planned: A; made(state: Answer): void };
type Known<S> = DockerCall & WithPrivateState & { readonly state: S };
type Read<A> = Known<{ readonly id: string }> & { readonly asked: Partial<A> | undefined };

/** Of both kinds. */
export const templateDriver = string({
  optional: true,
  forceNew: true,
  zero: "",
  doc: "What fills the content in when a task is given it: `golang`. Default: nothing.",
});

/** Content that reaches no state, of both kinds. */
export const writeOnlyData = {
  data_wo: string({
    optional: true,
    sensitive: true,
    writeOnly: true,
    validate: validateBase64,
    doc: "Content, base64, in place of `data`: in no plan and no state. It may come from an ephemeral variable or resource. Needs Terraform or OpenTofu 1.11.",
  }),
  data_wo_version: number({
    optional: true,
    forceNew: true,
    validate: whole(0),
    doc: "Any number, to be another one where `data_wo` is: nothing else shows that it changed.",
  }),
} as const;

interface Content {
  readonly data?: unknown;
  readonly data_raw?: unknown;
  readonly data_wo?: unknown;
  readonly data_wo_version?: unknown;
}

export const contentOf = ({ data, data_wo }: { readonly data?: string; readonly data_wo?: string }): string =>
  data_wo ?? data ?? "";

/** The content is given, in one way, and what is write-only with its version. */
export const isGivenOnce = ({ data, data_raw, data_wo, data_wo_version }: Content): Diagnostic[] => [
  ...([data, data_raw, data_wo].every((content) => content === undefined) ? [NO_CONTENT] : []),
  ...versioned("data_wo", data_wo, data_wo_version),
];

const NO_CONTENT: Diagnostic = {
  severity: "error",
  summary: "the content is missing",
  detail: "set `data` to it, `base64encode(…)` of a text, or `data_wo` where no state may have it",
  path: ["data"],
};

/** Create, read, update and delete of named content that the swarm keeps and services are given. */
export function storedData<A extends Asked, Found extends Stored, Spec>({
  type,
  group,
  toEngine,
  fromEngine,
}: Kind<A, Found, Spec>) {
  const labelsOf = ({ Spec: { Labels } }: Found) => Labels as Labels | null | undefined;
  const tell = (found: Found, asked?: Partial<A>): Answer => ({
    ...fromEngine(found, asked),
    id: found.ID,
    name: found.Spec.Name ?? undefined,
    labels: askedLabels(labelsOf(found)),
  });

  /** A new nonce on it: the same was asked for again, and it is another instance's in state since. */
  const isTaken = (found: Found, privateState: PrivateState): boolean => {
    const [nonce, kept] = [nonceAmong(labelsOf(found)), keptNonce(privateState)];
    return kept !== undefined && nonce !== undefined && nonce !== kept;
  };
  const relabelled = async (call: Change<A>, found: Found, ownership: Labels): Promise<Found> => {
    const { planned, engine, signal } = call;
    const all = group(engine);
    const spec = { ...found.Spec, Labels: { ...toLabelRecord(planned.labels), ...ownership } } as Spec;
    await all.update(found.ID, found.Version.Index ?? 0, spec, { signal });
    return all.inspect(found.ID, { signal });
  };

  return {
    // Its content cannot be changed, and while a service uses it, it cannot be removed either.
    takenBackBut: ["labels"],

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
          const Labels = { ...toLabelRecord(planned.labels), ...ownership };
          const id = await all.create({ Name: planned.name, Labels, ...toEngine(planned) }, { signal });
          made({ id });
          return all.inspect(id, { signal });
        },
        orphan: { remove: ({ ID }) => all.remove(ID, { signal }) },
        relabel: (left, ownership) => relabelled(call, left, ownership),
      });
      return tell(found, planned);
    },

    async read(call: Read<A>) {
      const { state, asked, engine, journal, privateState, signal } = call;
      const found = await group(engine).tryInspect(state.id, { signal });
      if (!found || isTaken(found, privateState)) return undefined;
      const nonce = nonceAmong(labelsOf(found));
      journal.settle(nonce);
      keepNonce(privateState, nonce);
      return tell(found, asked);
    },

    /** The swarm changes nothing but labels. */
    async update(call: Change<A> & { readonly state: { readonly id: string } }): Promise<Answer> {
      const { state, planned, engine, signal } = call;
      const found = await group(engine).inspect(state.id, { signal });
      const nonce = nonceAmong(labelsOf(found));
      return tell(await relabelled(call, found, nonce === undefined ? {} : { [NONCE_LABEL]: nonce }), planned);
    },

    async delete({ state, engine, privateState, signal }: Known<{ readonly id: string }>): Promise<void> {
      const all = group(engine);
      const found = await all.tryInspect(state.id, { signal });
      if (found && !isTaken(found, privateState)) await all.tryRemove(state.id, { signal });
    },
  };
}

const isNamed = (name: string) => (found: Stored) => found.Spec.Name === name;
