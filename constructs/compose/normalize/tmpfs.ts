import { readByteSize } from "../forms/byte-size";
import { readFileMode } from "../forms/file-mode";
import type { Mount } from "../forms/mount";
import { list, single } from "./collections";
import { byKind, type Shape, scalar } from "./shape";

/** `PATH[:OPTION,…]` of `tmpfs`, options as `size=64m` and `mode=1770`. */
const mount: Shape<Mount> = scalar("a path such as `/run`", (node, _, { problems }) => {
  if (typeof node.value !== "string") return undefined;
  const { value } = node;
  const [target = "", ...rest] = value.split(":");
  if (!target.startsWith("/")) {
    problems.report("bad-mount", node, { value, why: "a target that is no absolute path" });
    return { type: "tmpfs", target };
  }
  const given = rest.join(":").split(",").filter(Boolean);
  const options = given.map((option) => {
    const read = tmpfsOption(option);
    if (!read) problems.report("bad-mount", node, { value, why: `unknown option \`${option}\`` });
    return read;
  });
  return Object.assign({ type: "tmpfs", target } satisfies Mount, ...options);
});

/** Options that only repeat what a tmpfs mount is anyway. */
const usual = ["rw", "noexec", "nosuid", "nodev"];

function tmpfsOption(option: string): Partial<Mount> | undefined {
  const [name, value = ""] = option.split("=");
  if (usual.includes(option)) return {};
  if (option === "ro") return { readOnly: true };
  const read = name === "size" ? readByteSize(value) : name === "mode" ? readFileMode(value) : undefined;
  if (read === undefined) return undefined;
  return name === "size" ? { tmpfsSize: read } : { tmpfsMode: read };
}

/** Paths held in memory: one, or a list. */
export const tmpfs: Shape<readonly Mount[]> = byKind({ scalar: single(mount), sequence: list(mount) });
