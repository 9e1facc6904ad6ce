import type { ContainerInspect, Engine, ImageInspect } from "../../../../engine";
import { NONCE_LABEL } from "../../../../formats/labels";
import type { OwnNames } from "./own-names";

export type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

/** What an engine has of a project: kind, name, and what inspecting it shows. */
export type Inspected = Record<"containers" | "networks" | "volumes", Record<string, Json>>;

/** What says when something was made, or where it runs, and is another thing each time. */
const volatile: ReadonlySet<string> = new Set([
  ...[
    "Id",
    "Created",
    "CreatedAt",
    "State",
    "Mountpoint",
    "Path",
    "Args",
    "GraphDriver",
    "ResolvConfPath",
    "HostnamePath",
  ],
  ...["HostsPath", "LogPath", "ImageManifestDescriptor", "RestartCount", "ExecIDs", "Driver", "Platform", "Image"],
  ...["ProcessLabel", "MountLabel", "AppArmorProfile", "Storage", "Name"],
]);

const PREFIX = "com.docker.compose.";
/** What `docker compose` notes for itself. */
const notes = new Set([
  NONCE_LABEL,
  ...["config-hash", "version", "image", "project.hash"].map((name) => PREFIX + name),
]);

/** Lists whose order means nothing. */
const UNORDERED = new Set([
  "Aliases",
  "Binds",
  "Mounts",
  "Env",
  "CapAdd",
  "CapDrop",
  "ExtraHosts",
  "Ulimits",
  "Links",
  "Devices",
  "GroupAdd",
  "VolumesFrom",
]);

export interface Inspecting {
  readonly project: string;
  /** Folder of its file. */
  readonly folder: string;
  readonly names: OwnNames;
}

/** What an engine has of a project, told so that two makings of it can be compared. */
export async function inspectedProject(
  engine: Engine,
  { project, folder, names: own }: Inspecting,
): Promise<Inspected> {
  const filters = { label: [`${PREFIX}project=${project}`] };
  const [containers, networks, volumes] = await Promise.all([
    engine.containers.list({ all: true, filters }),
    engine.networks.list({ filters }),
    engine.volumes.list({ filters }),
  ]);
  const found = await Promise.all(containers.map(({ Id }) => engine.containers.inspect(Id)));
  const images = new Map(
    await Promise.all(found.map(async ({ Image }) => [Image, await engine.images.inspect(Image)] as const)),
  );
  const names = new Map<string, string>(
    found.flatMap(({ Id, Name }) => [
      [Id, Name.slice(1)],
      [Id.slice(0, 12), Name.slice(1)],
    ]),
  );
  const plain = (value: unknown): Json => normal(JSON.parse(JSON.stringify(value)) as Json, { names, folder });
  const inspected: Inspected = {
    containers: sorted(
      found.map((container) => {
        const { HostConfig, Mounts, NetworkSettings } = container;
        const Config = withoutImages(container, images.get(container.Image)!);
        const Networks = Object.fromEntries(
          Object.entries((NetworkSettings.Networks ?? {}) as Record<string, Record<string, unknown>>).map(
            ([name, { Aliases, IPAMConfig, Links, DriverOpts, GwPriority }]) => [
              name,
              { Aliases, IPAMConfig, Links, DriverOpts, GwPriority },
            ],
          ),
        );
        return [container.Name.slice(1), plain({ Config, HostConfig, Mounts, Networks })];
      }),
    ),
    networks: sorted(networks.map(({ Name, ...network }) => [Name, withoutChosen(plain(network))])),
    volumes: sorted(volumes.map(({ Name, ...volume }) => [Name, plain(volume)])),
  };
  return JSON.parse(own.plain(JSON.stringify(inspected))) as Inspected;
}

/** What a container is asked for, without what its image has, which is another one where it is another machine's. */
function withoutImages({ Config }: ContainerInspect, image: ImageInspect): object {
  const { Labels: labels, Env: env } = image.Config ?? {};
  const Labels = Object.entries(Config.Labels ?? {}).filter(([name]) => !Object.hasOwn(labels ?? {}, name));
  const Env = (Config.Env ?? []).filter((line) => !env?.includes(line));
  return { ...Config, Labels: Object.fromEntries(Labels), Env };
}

const sorted = (entries: [string, Json][]) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));

/** The subnets that the engine chose of its pool say nothing. */
function withoutChosen(network: Json): Json {
  const {
    IPAM,
    Containers: _,
    ...rest
  } = network as { IPAM: { Config: { Subnet: string }[] }; Containers: Json; Labels: Json };
  const Config = (IPAM.Config ?? []).filter(({ Subnet }) => !/^(172|192)\./.test(Subnet));
  return { ...rest, IPAM: { ...IPAM, Config } } as unknown as Json;
}

interface Ground {
  readonly names: ReadonlyMap<string, string>;
  readonly folder: string;
}

function normal(value: Json, ground: Ground, key = ""): Json {
  // Engines know a capability by both of its names.
  if (typeof value === "string")
    return renamed(/^Cap(Add|Drop)$/.test(key) ? value.replace(/^CAP_/, "") : value, ground);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => normal(item, ground, key));
    if (!UNORDERED.has(key)) return items;
    const different = new Map(items.map((item) => [JSON.stringify(item), item]));
    return [...different.keys()].sort().map((text) => different.get(text)!);
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, item]) => !notes.has(name) && !isEmpty(item) && !(volatile.has(name) && key !== "Labels"))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, normal(item, ground, name)]),
  );
}

/** An engine tells of what nobody asked for as null, as nothing or as an empty list, as it was asked. */
const isEmpty = (value: Json): boolean =>
  value === null || value === "" || value === false || (typeof value === "object" && Object.keys(value).length === 0);

function renamed(text: string, { names, folder }: Ground): string {
  let result = text.replaceAll(folder, "/documents");
  for (const [id, name] of names) result = result.replaceAll(id, name);
  return result;
}
