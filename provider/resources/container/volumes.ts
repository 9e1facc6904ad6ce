import type { ContainerInspect } from "../../../engine";
import { bool, type Config, type ObjectValue, setOf, string, stringMap } from "../../schema";
import { oneOf, orEmpty } from "../../schema/validators";
import { absolutePath, cleanPath, hostPath, isAbsolute, samePath } from "../path";
import { part } from "./part";

const schema = {
  volumes: setOf(
    {
      container_path: string({
        optional: true,
        zero: "",
        same: samePath,
        validate: orEmpty(absolutePath((path) => `one of the container, \`/${path}\``)),
        conflictsWith: ["from_container"],
        doc: "Path in the container.",
      }),
      volume_name: string({
        optional: true,
        zero: "",
        idleBeside: ["from_container"],
        doc: "Name of the volume; the engine makes one that does not exist. With neither it nor `host_path`: an anonymous volume.",
      }),
      host_path: string({
        optional: true,
        zero: "",
        same: samePath,
        validate: orEmpty(absolutePath(hostPath)),
        idleBeside: ["volume_name", "from_container"],
        doc: "Path on the engine's host, in place of a volume.",
      }),
      from_container: string({
        optional: true,
        zero: "",
        doc: "Name or id of a container whose volumes are all mounted, each at its path there.",
      }),
      read_only: bool({ optional: true, zero: false, doc: "The container cannot write to it." }),
      selinux_relabel: string({
        optional: true,
        zero: "",
        validate: orEmpty(oneOf("z", "Z")),
        idleBeside: ["from_container"],
        doc: "Have SELinux let containers in: `z` any of them, `Z` this one alone. What it has on the host is labelled anew.",
      }),
    },
    {
      forceNew: true,
      // The image has some of its own.
      adds: true,
      same: isSameVolume,
      validate: (volume) => volumeComplaint(volume),
      doc: "A volume or folder of the host in the container.",
    },
  ),
  tmpfs: stringMap({
    optional: true,
    forceNew: true,
    zero: {},
    adds: true,
    doc: "Folders in memory: path to mount options, `size=64m,mode=1777` or empty.",
  }),
} as const;

/** Volumes and folders of the host in the short syntax, `docker run -v`, `--volumes-from` and `--tmpfs`. */
export const volumes = part({
  schema,

  toEngine: ({ volumes, tmpfs }) => {
    const paths = volumes.flatMap(({ container_path: path }) => (path ? [path] : []));
    return {
      config: paths.length > 0 ? { Volumes: Object.fromEntries(paths.map((path) => [path, {}])) } : {},
      host: { Binds: volumes.flatMap(bindOf), VolumesFrom: volumes.flatMap(volumesFromOf), Tmpfs: tmpfs },
    };
  },

  fromEngine: (found) => ({
    volumes: volumesOf(found),
    tmpfs: { ...found.HostConfig.Tmpfs },
  }),
});

type Volume = Config<typeof schema>["volumes"][number];

const volumeComplaint = ({ container_path, from_container }: ObjectValue): string | undefined =>
  container_path || from_container
    ? undefined
    : "it says neither where it is mounted nor whose volumes are; set `container_path` or `from_container`";

const sourceOf = ({ volume_name, host_path }: Partial<Volume>): string => volume_name || host_path || "";

/** `SOURCE:PATH:rw`, as `docker run -v` takes it. */
function bindOf(volume: Volume): string[] {
  const source = sourceOf(volume);
  if (volume.from_container || !source) return [];
  const modes = [volume.read_only ? "ro" : "rw", ...(volume.selinux_relabel ? [volume.selinux_relabel] : [])];
  return [`${source}:${volume.container_path}:${modes.join()}`];
}

const volumesFromOf = ({ from_container: name, read_only }: Volume): string[] =>
  name ? [read_only ? `${name}:ro` : name] : [];

function isSameVolume(a: ObjectValue, b: ObjectValue): boolean {
  return keyOf(a) === keyOf(b);
}

/** What all spellings of one volume have in common. */
const keyOf = (volume: Partial<Volume>): string =>
  JSON.stringify([
    volume.from_container || "",
    cleanPath(sourceOf(volume)),
    cleanPath(volume.container_path ?? ""),
    volume.read_only ?? false,
    volume.selinux_relabel || "",
  ]);

function volumesOf({ HostConfig, Config: { Volumes } }: ContainerInspect): Volume[] {
  const bound = (HostConfig.Binds ?? []).map(parseBind);
  const paths = new Set(bound.map(({ container_path }) => container_path));
  return [
    ...bound,
    ...(HostConfig.VolumesFrom ?? []).map(parseVolumesFrom),
    ...Object.keys(Volumes ?? {})
      .filter((path) => !paths.has(path))
      .map((path) => volume({ container_path: path })),
  ];
}

const volume = (members: Partial<Volume>): Volume => ({
  container_path: undefined,
  volume_name: undefined,
  host_path: undefined,
  from_container: undefined,
  read_only: undefined,
  selinux_relabel: undefined,
  ...members,
});

/** `SOURCE:PATH[:MODES]`; a Windows source has a colon of its own. */
function parseBind(bind: string): Volume {
  const [, source = "", container_path = "", modes = ""] =
    /^((?:[a-zA-Z]:\\)?[^:]*):((?:[a-zA-Z]:\\)?[^:]*)(?::(.*))?$/.exec(bind) ?? [];
  const all = modes.split(",");
  const read_only = all.includes("ro") || undefined;
  const selinux_relabel = all.find((mode) => /^z$/i.test(mode));
  return volume({
    container_path,
    read_only,
    selinux_relabel,
    [isAbsolute(source) ? "host_path" : "volume_name"]: source,
  });
}

function parseVolumesFrom(text: string): Volume {
  const [from_container, mode] = text.split(":");
  return volume({ from_container, read_only: mode === "ro" || undefined });
}
