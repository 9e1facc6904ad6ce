import type { Mount } from "../../../engine";
import { bool, type Config, type Diagnostic, type ObjectValue, setOf, string } from "../../schema";
import { oneOf } from "../../schema/validators";
import { absolutePath, cleanPath, hostPath, isAbsolute, samePath } from "../path";
import { fromOptions, optionFields, optionsKey, TYPES, toOptions } from "./mount-options";
import { part } from "./part";

const schema = {
  mounts: setOf(
    {
      target: string({
        required: true,
        same: samePath,
        validate: absolutePath(() => "a path in the container"),
        doc: "Path in the container.",
      }),
      type: string({
        required: true,
        validate: oneOf(...TYPES),
        doc: "`bind` for a folder or file of the engine's host, `volume`, `tmpfs` for a folder in memory, or `image` for what an image has, which needs an engine of API 1.48 (Docker 28) and the image on it.",
      }),
      source: string({
        optional: true,
        zero: "",
        doc: "Path on the engine's host, which must exist, name of the volume, or of the image; none for an anonymous volume or a tmpfs.",
      }),
      read_only: bool({ optional: true, zero: false, doc: "The container cannot write to it." }),
      ...optionFields,
    },
    {
      forceNew: true,
      same: isSameMount,
      validate: mountComplaint,
      doc: "A volume, a folder of the host or a folder in memory in the container.",
    },
  ),
} as const;

/** Volumes, folders of the host and folders in memory in the long syntax, `docker run --mount`. */
export const mounts = part({
  schema,

  toEngine: ({ mounts }) => ({ host: mounts.length > 0 ? { Mounts: mounts.map(toEngine) } : {} }),

  fromEngine: ({ HostConfig }) => ({
    mounts: ((HostConfig.Mounts ?? []) as Mount[]).map(fromEngine),
  }),

  problems: ({ mounts }) => (Array.isArray(mounts) ? mounts.flatMap(uselessOptions) : []),
});

type MountBlock = Config<typeof schema>["mounts"][number];

function mountComplaint({ type, source }: { [name: string]: unknown }): string | undefined {
  if (type === "bind" && !source)
    return "a mount of type bind has no source; set `source` to a path of the engine's host";
  if (type === "bind" && !isAbsolute(String(source)))
    return `the source ${JSON.stringify(source)} is not absolute; write ${hostPath(String(source))}`;
  if (type === "image" && !source)
    return "a mount of type image has no source; set `source` to the name or id of an image that the engine has";
  if (type === "tmpfs" && source) return `a tmpfs has no source; remove ${JSON.stringify(source)}`;
  return undefined;
}

/** Options that belong to another type of mount; the engine is not told of them. */
const uselessOptions = (mount: { readonly [name: string]: unknown }): Diagnostic[] =>
  TYPES.filter((type) => {
    const options = mount[`${type}_options`];
    return type !== mount["type"] && typeof mount["type"] === "string" && Array.isArray(options) && options.length > 0;
  }).map((type) => ({
    severity: "warning",
    summary: `${type}_options have no effect on a mount of type ${String(mount["type"])}`,
    detail: `remove the block, or set \`type = "${type}"\``,
    path: ["mounts"],
  }));

const toEngine = (mount: MountBlock): Mount => ({
  Type: mount.type as (typeof TYPES)[number],
  Target: mount.target,
  Source: mount.source || undefined,
  ReadOnly: mount.read_only,
  ...toOptions(mount.type, mount),
});

const fromEngine = ({ Type, Target, Source, ReadOnly, ...options }: Mount): MountBlock => ({
  type: Type ?? "",
  target: Target ?? "",
  source: Source || undefined,
  read_only: ReadOnly || undefined,
  ...fromOptions(options),
});

function isSameMount(a: ObjectValue, b: ObjectValue): boolean {
  return keyOf(a as unknown as MountBlock) === keyOf(b as unknown as MountBlock);
}

/** What all spellings of one mount have in common: options of its own type alone, none where they say nothing. */
const keyOf = (mount: MountBlock): string =>
  JSON.stringify([
    mount.type,
    cleanPath(mount.target),
    mount.type === "bind" ? cleanPath(mount.source ?? "") : mount.source || "",
    mount.read_only ?? false,
    optionsKey(mount.type, mount),
  ]);
