import { readByteSize } from "../../../formats/byte-size";
import { readFileMode } from "../formats/file-mode";
import type { Mount } from "../formats/mount";
import type { ScalarNode } from "../source/node";
import { list } from "./shapes/collections";
import { byKind, type Context, mapped, type Shape, scalar } from "./shapes/shape";

/** `PATH[:OPTION,…]` of `tmpfs`, options as `size=64m` and `mode=1770`; nothing where it is empty. */
const mount: Shape<readonly Mount[]> = scalar("a path such as `/run`", (node, _, context) => {
  if (typeof node.value !== "string") return undefined;
  const { value } = node;
  if (value === "") return [];
  const [target = "", ...rest] = value.split(":");
  if (!target.startsWith("/")) {
    context.problems.report("bad-tmpfs", node, { value, why: "a target that is no absolute path" });
    return [{ type: "tmpfs", target }];
  }
  if (context.target === "host") return [{ type: "tmpfs", target, tmpfsOptions: rest.join(":") }];
  const options = rest.join(":").split(",").filter(Boolean);
  const read = options.map((option) => readOption(option, node, context));
  return [Object.assign({ type: "tmpfs", target } satisfies Mount, ...read)];
});

/** Options that only repeat what a tmpfs mount of a swarm is anyway. */
const usual: ReadonlySet<string> = new Set(["rw", "noexec", "nosuid", "nodev", "defaults"]);

/** Further options of mount(8) that engines take for a tmpfs. The mounts of a swarm have no room for them. */
const ofOneContainer: ReadonlySet<string> = new Set([
  ...["exec", "suid", "dev", "uid", "gid", "nr_inodes", "nr_blocks", "mpol"],
  ...["sync", "async", "dirsync", "mand", "nomand", "remount", "atime", "noatime", "diratime", "nodiratime"],
  ...["relatime", "norelatime", "strictatime", "nostrictatime"],
]);

function readOption(option: string, node: ScalarNode, { problems }: Context): Partial<Mount> {
  const [name = "", value = ""] = option.split("=");
  if (usual.has(option)) return {};
  if (option === "ro") return { readOnly: true };
  if (ofOneContainer.has(name)) {
    problems.report("tmpfs-option-ignored", node, { value: node.text, option });
    return {};
  }
  const size = name === "size" ? readByteSize(value) : undefined;
  if (size !== undefined) return { tmpfsSize: size };
  const mode = name === "mode" ? readFileMode(value) : undefined;
  if (mode !== undefined) return { tmpfsMode: mode };
  const why = name === "size" || name === "mode" ? `\`${name}\` is given \`${value}\`` : `unknown option \`${option}\``;
  problems.report("bad-tmpfs", node, { value: node.text, why });
  return {};
}

/** Paths held in memory: one, or a list. */
export const tmpfs: Shape<readonly Mount[]> = byKind({
  scalar: mount,
  sequence: mapped(list(mount), (mounts) => mounts.flat()),
});
