import type { Volume } from "../../engine";
import { toLabelRecord } from "../../formats/labels";
import { bool, type Config, type ObjectValue, type Observed, string, stringMap } from "../schema";
import { sameBlocks } from "../schema/equal";
import { differInNotes, keepingNotes } from "./compose-notes";
import { defineResource } from "./define";
import { filled } from "./filled";
import { labelUpgrade } from "./label-upgrade";
import { askedLabels, labelBlocks } from "./labels";
import type { LabelledLeftover } from "./leftover";
import { nonceAmong } from "./nonce";
import { claim } from "./ownership";
import { removeWhenUnused } from "./remove-when-unused";
import { withGrace } from "./time-limit";
import { type Identity, identityOf, keepIdentity } from "./volume/identity";

const schema = {
  id: string({ computed: true, doc: "The volume's name." }),
  name: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    doc: "Name of the volume. Default: one that the engine makes up.",
  }),
  driver: string({ optional: true, computed: true, forceNew: true, zero: "", doc: "Driver. Default: `local`." }),
  driver_opts: stringMap({ optional: true, forceNew: true, zero: {}, adds: true, doc: "Options of the driver." }),
  labels: labelBlocks("Label of the volume.", { forceNew: true }),
  keep_on_destroy: bool({
    optional: true,
    zero: false,
    doc: "Leave the volume on the engine when the resource is destroyed, and take one up again that was left so: of the name, the driver, its options and the labels that are asked for. A change is made in place. Default: it is removed with its data.",
  }),
  mountpoint: string({ computed: true, doc: "Path of the volume on the engine's host." }),
} as const;

const leftover: LabelledLeftover = {
  kind: "volume",
  find: async ({ volumes }, label) =>
    (await volumes.list({ filters: { label } })).map(({ Name }) => ({ id: Name, name: Name })),
  remove: ({ volumes }, id) => volumes.tryRemove(id),
};

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Volume */
export const volume = defineResource({
  type: "docker_volume",
  namedBy: ["name", "engine"],
  leftover,
  doc: "A volume: files that outlive the containers that mount it. One that somebody made in its place reads as gone and is never removed. A volume that was imported, or taken over from another provider, is known by its time of creation, which lasts from Docker 23.0 on: an older engine's is left, with a warning, when the resource is destroyed.",
  version: 1,
  upgrades: labelUpgrade,
  schema,
  imports: (name) => ({ id: name, name }),
  knownBy: "nonce",

  plan: ({ prior, planned }) => keepingNotes(schema.labels, prior, planned),

  async create(call) {
    const { planned, engine, made, signal } = call;
    const { name } = planned;
    const create = async (ownership: Record<string, string>) => {
      const request = {
        Name: name,
        Driver: planned.driver,
        DriverOpts: filled(planned.driver_opts),
        Labels: { ...toLabelRecord(planned.labels), ...ownership },
      };
      const found = await engine.volumes.create(request, { signal: withGrace(signal) });
      made({ id: found.Name, name: found.Name });
      return found;
    };
    const found = await claim(call, {
      type: "docker_volume",
      name: name ?? "",
      // The engine answers a create under an existing name with the existing volume.
      refusesNameInUse: false,
      find: async () => (name === undefined ? undefined : engine.volumes.tryInspect(name, { signal })),
      labels: ({ Labels }) => Labels as Record<string, string> | null,
      id: ({ Labels }) => nonceAmong(Labels),
      create,
      orphan: "adopt",
      ...(planned.keep_on_destroy && { isLeft: (left: Volume) => isAsAsked(left, planned) }),
    });
    return fromEngine(found);
  },

  async read(call) {
    const { state, engine, journal, signal } = call;
    const found = await engine.volumes.tryInspect(state.id, { signal });
    if (!found || (await identityOf(call, found)) === "other") return undefined;
    await keepIdentity(call, found);
    journal.settle(nonceAmong(found.Labels));
    return fromEngine(found);
  },

  update: async ({ state, engine, signal }) => fromEngine(await engine.volumes.inspect(state.id, { signal })),

  async delete(call) {
    const { state, engine, signal, warn } = call;
    if (state.keep_on_destroy) return;
    const found = await engine.volumes.tryInspect(state.id, { signal });
    if (!found) return;
    const identity = await identityOf(call, found);
    if (identity !== "same") return warn(...leftBehind(state.id, identity));
    await removeWhenUnused(call, {
      remove: (within) => engine.volumes.tryRemove(state.id, { signal: within }),
      holders: () => engine.containers.list({ all: true, filters: { volume: [state.id] }, signal }),
      isUsedBy: ({ TaskTemplate }) =>
        TaskTemplate?.ContainerSpec?.Mounts?.some(({ Type, Source }) => Type === "volume" && Source === state.id) ??
        false,
    });
  },
});

/** Whether a volume that is there is the one that is asked for. */
function isAsAsked(found: Volume, asked: Config<typeof schema>): boolean {
  const { driver = "local", driver_opts: options = {}, labels } = asked;
  const there = fromEngine(found);
  const sorted = (record: object | undefined) => JSON.stringify(Object.entries(record ?? {}).sort());
  return (
    found.Driver === driver &&
    sorted(there.driver_opts) === sorted(options) &&
    (sameBlocks(schema.labels, there.labels as ObjectValue[], labels as ObjectValue[]) ||
      differInNotes(schema.labels, there.labels, labels, { lacking: true }))
  );
}

/** Why a volume stays: its data may be somebody else's. */
function leftBehind(name: string, identity: Exclude<Identity, "same">): [summary: string, detail: string] {
  const why = {
    other: "Somebody removed that one since and made another under its name, whose data are left to them.",
    unknown:
      "Nothing tells it from another one of its name: it was imported or taken over from an engine before Docker 23.0, which gives no time of creation that stays, or it is tainted and was not refreshed.",
  };
  const summary = {
    other: `volume "${name}" was not removed: it is not the one that this configuration made`,
    unknown: `volume "${name}" was not removed: it may be another one than the state is about`,
  };
  return [summary[identity], `${why[identity]} Where it is no longer needed, \`docker volume rm ${name}\` removes it.`];
}

const fromEngine = (found: Volume): Observed<typeof schema> => ({
  id: found.Name,
  name: found.Name,
  driver: found.Driver,
  driver_opts: (found.Options ?? {}) as Record<string, string>,
  labels: askedLabels(found.Labels as Record<string, string>),
  mountpoint: found.Mountpoint,
});
