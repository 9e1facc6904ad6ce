import { resolve } from "node:path";
import { readFileMode } from "../formats/file-mode";
import { type Mount, type MountType, mountTypes, propagations, readMount } from "../formats/mount";
import type { Node } from "../source/node";
import { fields, labels, list } from "./collections";
import { choice, flag, size, text } from "./scalars";
import { byKind, type Context, mapped, type Shape, scalar, unlessEmpty } from "./shape";

const short: Shape<Mount> = scalar("a volume such as `data:/var/lib/data`", (node, _, context) => {
  if (typeof node.value !== "string") return undefined;
  const mount = readMount(node.value);
  if (!("fault" in mount)) return located(mount, node, context);
  context.problems.report("bad-mount", node, { value: node.value, why: mount.fault });
  return { type: "volume", target: "/" };
});

/** Permissions: octal as text, and as a number what YAML makes of it. */
export const fileMode: Shape<number> = scalar("permissions such as `0440`", (node, _, { problems }) => {
  if (typeof node.value === "boolean") return undefined;
  const mode = typeof node.value === "number" ? node.value : readFileMode(node.text);
  if (mode !== undefined && Number.isInteger(mode) && mode >= 0 && mode <= 0o7777) {
    if (typeof node.value === "number" && /^[1-7][0-7]+$/.test(node.text))
      problems.report("decimal-file-mode", node, { value: node.text, octal: `0${mode.toString(8)}` });
    return mode;
  }
  problems.report("bad-file-mode", node, { value: node.text });
  return 0o444;
});

const long = mapped(
  fields(
    {
      type: choice(...mountTypes),
      source: unlessEmpty(text),
      target: text,
      read_only: flag,
      consistency: unlessEmpty(text),
      bind: fields({
        propagation: unlessEmpty(choice(...propagations)),
        create_host_path: flag,
        recursive: choice("enabled", "disabled", "writable", "readonly"),
        selinux: choice("z", "Z"),
      }),
      volume: fields({ labels, nocopy: flag, subpath: unlessEmpty(text) }),
      tmpfs: fields({ size, mode: fileMode }),
      image: fields({ subpath: text }),
    },
    "type",
  ),
  (mount, node, _, context): Mount | undefined => {
    const origin = { ...node, end: node.start + 1 };
    if (mount.type === "image") {
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
function located(mount: Mount, node: Node, { problems }: Context): Mount {
  if (mount.type !== "bind" || mount.source === undefined) return mount;
  const origin = node.kind === "scalar" ? node : { ...node, end: node.start + 1 };
  if (mount.source.startsWith("~")) {
    problems.report("home-path", origin, { value: mount.source });
    return mount;
  }
  if (/^(?:\/|[a-zA-Z]:[\\/]|\\\\)/.test(mount.source)) return mount;
  const path = resolve(node.source.directory, mount.source);
  problems.report("relative-bind", origin, { value: mount.source, path });
  return { ...mount, source: path };
}

export const mounts: Shape<readonly Mount[]> = list(byKind({ scalar: short, mapping: long }));
