import { resolve } from "node:path";
import { type Mount, type MountType, mountTypes, propagations, readMount } from "../formats/mount";
import type { Node } from "../source/node";
import { fileMode } from "./file-mode";
import { list } from "./shapes/collections";
import { coveredFields, fields } from "./shapes/fields";
import { labels } from "./shapes/pairs";
import { choice, flag, size, text } from "./shapes/scalars";
import { byKind, type Context, keyOf, mapped, type Shape, scalar, unlessEmpty } from "./shapes/shape";

const container = (attribute: string) => ({ becomes: `docker_container.${attribute}` });
const mount = (attribute: string) => ({ becomes: `docker_service.task_spec.container_spec.mounts.${attribute}` });

/** Where a mount is that cannot be read, which is told already. */
export const UNREADABLE = "";

const short: Shape<Mount> = scalar("a volume such as `data:/var/lib/data`", (node, _, context) => {
  if (typeof node.value !== "string") return undefined;
  const mount = readMount(node.value);
  if (!("fault" in mount)) return located(mount, node, context);
  context.problems.report("bad-mount", node, { value: node.value, why: mount.fault });
  return { type: "volume", target: UNREADABLE };
});

const bind = fields({
  propagation: {
    shape: unlessEmpty(choice(...propagations)),
    swarm: mount("bind_options.propagation"),
    host: container("mounts.bind_options.propagation"),
  },
  create_host_path: {
    shape: flag,
    swarm: { ignored: "a node must have the path; use a volume where it may not" },
    host: { does: "false: the path must be there; otherwise the engine makes a folder of one that is not" },
  },
  recursive: {
    shape: choice("enabled", "disabled", "writable", "readonly"),
    swarm: { ignored: "a swarm binds what is mounted below, too; remove it" },
    host: container("mounts.bind_options"),
  },
  selinux: {
    shape: choice("z", "Z"),
    swarm: { ignored: "a swarm relabels nothing; label the path on the nodes" },
    host: container("volumes.selinux_relabel"),
  },
});

const volume = fields({
  labels: { shape: labels, swarm: mount("volume_options.labels"), host: container("mounts.volume_options.labels") },
  nocopy: { shape: flag, swarm: mount("volume_options.no_copy"), host: container("mounts.volume_options.no_copy") },
  subpath: {
    shape: unlessEmpty(text),
    swarm: mount("volume_options.subpath"),
    host: container("mounts.volume_options.subpath"),
  },
});

const tmpfs = fields({
  size: { shape: size, swarm: mount("tmpfs_options.size_bytes"), host: container("mounts.tmpfs_options.size_bytes") },
  mode: { shape: fileMode, swarm: mount("tmpfs_options.mode"), host: container("mounts.tmpfs_options.mode") },
});

const long = mapped(
  fields(
    {
      type: { shape: choice(...mountTypes), swarm: mount("type"), host: container("mounts.type") },
      source: { shape: unlessEmpty(text), swarm: mount("source"), host: container("mounts.source") },
      target: { shape: text, swarm: mount("target"), host: container("mounts.target") },
      read_only: { shape: flag, swarm: mount("read_only"), host: container("mounts.read_only") },
      consistency: {
        shape: unlessEmpty(text),
        swarm: { ignored: "it has no effect on Linux; remove it" },
        host: { ignored: "it has no effect on Linux; remove it" },
      },
      bind: { shape: bind, swarm: mount("bind_options"), host: container("mounts.bind_options") },
      volume: { shape: volume, swarm: mount("volume_options"), host: container("mounts.volume_options") },
      tmpfs: { shape: tmpfs, swarm: mount("tmpfs_options"), host: container("mounts.tmpfs_options") },
      image: {
        shape: coveredFields({ subpath: { shape: text, host: container("mounts.image_options.subpath") } }),
        swarm: { refused: "copy what is needed into the service's own image" },
        host: container("mounts.image_options"),
      },
    },
    "type",
  ),
  (mount, node, _, context): Mount | undefined => {
    const origin = keyOf(node);
    if (mount.type === "image" && context.target === "swarm") {
      // Options of an image mount are a refused key already.
      if (!mount.image) context.problems.report("image-mount", context.origins.of(mount, "type"), {});
      return undefined;
    }
    if (mount.target === undefined) {
      context.problems.report("missing-key", origin, { key: "target", within: "volumes" });
      return undefined;
    }
    if (!/^(?:\/|[a-zA-Z]:[\\/]|\\\\)/.test(mount.target)) {
      const said = context.origins.of(mount, "target");
      context.problems.report("bad-mount", said, { value: mount.target, why: "a target that is no absolute path" });
    }
    checkOptions(mount, mount.type, context);
    const { type, source, target, read_only: readOnly, consistency } = mount;
    if (needsSource.includes(type) && !source) {
      context.problems.report("mount-without-source", origin, { type });
      return undefined;
    }
    const flat = {
      type,
      source,
      target,
      readOnly,
      consistency,
      withOptions: Object.hasOwn(mount, type) ? true : undefined,
      propagation: mount.bind?.propagation,
      recursive: mount.bind?.recursive,
      createHostPath: mount.bind?.create_host_path,
      selinux: mount.bind?.selinux,
      labels: mount.volume?.labels,
      noCopy: mount.volume?.nocopy,
      subpath: mount.volume?.subpath ?? mount.image?.subpath,
      tmpfsSize: mount.tmpfs?.size,
      tmpfsMode: mount.tmpfs?.mode,
    };
    return located(
      Object.fromEntries(Object.entries(flat).filter(([, value]) => value !== undefined)) as unknown as Mount,
      node,
      context,
    );
  },
);

const needsSource: readonly MountType[] = ["bind", "npipe", "cluster", "image"];

/** Which block of options belongs to which type. */
const optionsOf = { bind: "bind", volume: "volume", tmpfs: "tmpfs", image: "image" } as const;

function checkOptions(mount: object, type: MountType, { problems, origins }: Context): void {
  for (const option of Object.keys(optionsOf)) {
    if (Object.hasOwn(mount, option) && option !== type) {
      problems.report("mount-option-mismatch", origins.of(mount, option), { type, option });
    }
  }
  if (type === "tmpfs" && "source" in mount) {
    problems.report("mount-option-mismatch", origins.of(mount, "source"), { type, option: "source" });
  }
}

/** A mount with its path made absolute, from the folder of the file that names it. */
function located(mount: Mount, node: Node, { problems, target }: Context): Mount {
  if (mount.type !== "bind" || mount.source === undefined) return mount;
  const origin = keyOf(node);
  if (mount.source.startsWith("~")) {
    problems.report("home-path", origin, { value: mount.source });
    return mount;
  }
  if (/^(?:\/|[a-zA-Z]:[\\/]|\\\\)/.test(mount.source)) return mount;
  const path = resolve(node.source.directory, mount.source);
  if (target === "swarm") problems.report("relative-bind", origin, { value: mount.source, path });
  return { ...mount, source: path, isRelative: true };
}

export const mounts: Shape<readonly Mount[]> = list(byKind({ scalar: short, mapping: long }));
