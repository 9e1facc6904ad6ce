import type { ContainerInspect, Engine, HostConfig } from "../../../engine";
import { own } from "../../../foreign/own";
import type { Config, Planned } from "../../schema";
import type { Asked } from "../part";
import { isUp } from "./life-cycle";
import type { schema } from "./parts";

/** Modes in which a container shares a namespace of another, each with its attribute. */
const SHARED = { NetworkMode: "network_mode", PidMode: "pid_mode", IpcMode: "ipc_mode" } as const;

type Mode = keyof typeof SHARED;
type Attribute = (typeof SHARED)[Mode];
type Looking = Pick<Asked<typeof schema>, Attribute | "volumes"> | undefined;

/**
 * The container with the names of what it refers to. The engine keeps the ids that the names led to when the container
 * was made: where a name leads to something else by now, or to nothing, the container is left with what is gone, so that
 * the id stands in place of the name, and what is missing is left out.
 *
 * @param asked undefined on import, when every name is told
 */
export async function withNames(
  engine: Engine,
  found: ContainerInspect,
  asked: Looking,
  signal: AbortSignal,
): Promise<ContainerInspect> {
  const modes = await Promise.all(
    (Object.keys(SHARED) as Mode[]).map(
      async (mode) => [mode, await modeOf(engine, found, mode, asked, signal)] as const,
    ),
  );
  const { lost, left } = await endpoints(engine, found, signal);
  const NetworkMode = own(lost, found.HostConfig.NetworkMode ?? "");
  return {
    ...found,
    HostConfig: {
      ...found.HostConfig,
      ...(Object.fromEntries(modes) as Pick<HostConfig, Mode>),
      ...(NetworkMode !== undefined && { NetworkMode }),
      VolumesFrom: await volumesFrom(engine, found, asked, signal),
    },
    NetworkSettings: { ...found.NetworkSettings, Networks: left },
  };
}

const CONTAINER = "container:";

/** Names of the containers that one shares something of. */
export const otherContainers = (asked: Pick<Planned<typeof schema>, Attribute | "volumes">): string[] => [
  ...Object.values(SHARED).flatMap((attribute) => {
    const mode = asked[attribute];
    return typeof mode === "string" && mode.startsWith(CONTAINER) ? [mode.slice(CONTAINER.length)] : [];
  }),
  ...(Array.isArray(asked.volumes) ? asked.volumes : []).flatMap(({ from_container: name }) =>
    typeof name === "string" && name !== "" ? [name] : [],
  ),
];

async function modeOf(
  { containers }: Engine,
  { HostConfig }: ContainerInspect,
  mode: Mode,
  asked: Looking,
  signal: AbortSignal,
): Promise<string | null | undefined> {
  const found = HostConfig[mode];
  if (!found?.startsWith(CONTAINER)) return found;
  const id = found.slice(CONTAINER.length);
  if (!asked) {
    const other = await containers.tryInspect(id, { signal });
    return other ? `${CONTAINER}${other.Name.replace(/^\//, "")}` : found;
  }
  const name = asked[SHARED[mode]];
  if (!name?.startsWith(CONTAINER)) return found;
  const other = await containers.tryInspect(name.slice(CONTAINER.length), { signal });
  return other?.Id === id ? name : found;
}

type Endpoints = NonNullable<ContainerInspect["NetworkSettings"]["Networks"]>;

/** Networks of the engine's own are known by their names: it makes them anew, under another id, whenever it starts. */
const PREDEFINED = new Set(["bridge", "host", "none"]);

/** A network cannot be removed while containers that run are on it; one that is stopped does not keep it. */
async function endpoints({ networks }: Engine, found: ContainerInspect, signal: AbortSignal) {
  const all = found.NetworkSettings.Networks ?? {};
  if (isUp(found)) return { lost: {} as Record<string, string>, left: all };
  const seen = await Promise.all(
    Object.entries(all).map(async ([name, endpoint]) => {
      const id = endpoint.NetworkID ?? "";
      const isKnown = id === "" || PREDEFINED.has(name) || (await networks.tryInspect(id, { signal })) !== undefined;
      return { name, endpoint, id, isLost: !isKnown };
    }),
  );
  return {
    lost: Object.fromEntries(seen.filter(({ isLost }) => isLost).map(({ name, id }) => [name, id])),
    left: Object.fromEntries(
      seen.filter(({ isLost }) => !isLost).map(({ name, endpoint }) => [name, endpoint]),
    ) as Endpoints,
  };
}

type Mount = NonNullable<ContainerInspect["Mounts"]>[number];
type Block = Config<typeof schema>["volumes"][number];

/** Those whose volumes the container has. What it mounts itself, or has of another one, hides a volume at the same path. */
async function volumesFrom({ containers }: Engine, found: ContainerInspect, asked: Looking, signal: AbortSignal) {
  const all = found.HostConfig.VolumesFrom ?? [];
  if (!asked?.volumes?.some(({ from_container }: Block) => from_container)) return all;
  const sources = await Promise.all(
    all.map(async (entry) => {
      const source = await containers.tryInspect(entry.split(":")[0]!, { signal });
      return { entry, mounts: source?.Mounts?.filter(isShared) };
    }),
  );
  const has = new Set((found.Mounts ?? []).map(keyOf));
  return sources
    .filter(({ entry, mounts }) => {
      const others = sources.filter((other) => other.entry !== entry).flatMap((other) => other.mounts ?? []);
      const hidden = new Set<string | null | undefined>([
        ...ownTargets(found),
        ...others.map(({ Destination }) => Destination),
      ]);
      return mounts?.every((mount) => has.has(keyOf(mount)) || hidden.has(mount.Destination));
    })
    .map(({ entry }) => entry);
}

const isShared = ({ Type }: Mount): boolean => Type === "volume" || Type === "bind";

const keyOf = ({ Type, Name, Source, Destination }: Mount): string =>
  JSON.stringify([Type, Type === "volume" ? Name : Source, Destination]);

const ownTargets = ({ HostConfig: { Binds, Mounts } }: ContainerInspect): (string | null | undefined)[] => [
  ...(Binds ?? []).map((bind) => bind.split(":")[1]),
  ...((Mounts ?? []) as { Target?: string }[]).map(({ Target }) => Target),
];
